"""Territories and areas -> a drawing: one coverage, simplified in a plane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from csto_atlas.geodata.refresh.areas import AreaShape
from csto_atlas.geodata.refresh.detail import Detail, PieceLabel
from csto_atlas.geodata.refresh.land import make_valid, polygons
from csto_atlas.geodata.refresh.network import (
    Piece,
    align,
    dissolve,
    explode,
    simplify_pieces,
)
from csto_atlas.geodata.refresh.parts import drop_islands, give_away
from csto_atlas.geodata.refresh.planes import MetricPlane

POLYGON = shapely.GeometryType.POLYGON


@dataclass(frozen=True)
class Drawing:
    """Simplified shapes, in the plane.

    Attributes
    ----------
    territories, areas : dict of geometry
        By code and by id; they share their edges.
    """

    territories: dict[str, BaseGeometry]
    areas: dict[str, BaseGeometry]


def draw(
    territories: Mapping[str, BaseGeometry],
    areas: Mapping[str, AreaShape],
    shore: BaseGeometry,
    plane: MetricPlane,
    detail: Detail,
) -> Drawing:
    """Simplify territories and the areas in them together.

    Parameters
    ----------
    territories : mapping
        Sea included, in degrees.
    areas : mapping of AreaShape
    shore : geometry
        The land inside the frame, in the plane.
    plane : MetricPlane
    detail : Detail
    """
    pieces = project_shapes(split(territories, areas), plane, shore)
    pieces = align(drop_islands(pieces, detail.smallest_island))
    pieces = give_away(pieces, detail.smallest_of)
    pieces = simplify_pieces(pieces, detail.tolerance)
    return assemble(give_away(pieces, detail.smallest_of))


def split(
    territories: Mapping[str, BaseGeometry], areas: Mapping[str, AreaShape]
) -> dict[PieceLabel, BaseGeometry]:
    """Cut every territory along the edges of its areas."""
    shapes: dict[PieceLabel, BaseGeometry] = {
        (code, ()): g for code, g in territories.items()
    }
    for name, area in sorted(areas.items()):
        for label in [label for label in shapes if label[0] == area.territory]:
            whole = shapes.pop(label)
            shapes[label] = shapely.difference(whole, area.geometry)
            shapes[label[0], (*label[1], name)] = shapely.intersection(
                whole, area.geometry
            )
    return shapes


def project_shapes(
    shapes: Mapping[PieceLabel, BaseGeometry], plane: MetricPlane, shore: BaseGeometry
) -> list[Piece[PieceLabel]]:
    """Put shapes on a plane and cut away the sea.

    Parameters
    ----------
    shapes : mapping of geometry
        In degrees, by label.
    plane : MetricPlane
    shore : geometry
        The land, on the plane.
    """
    window = shapely.box(*shore.bounds)
    shown = {}
    for label, shape in shapes.items():
        parts = shapely.get_parts(shape)
        flat = make_valid(plane.project(parts[shapely.get_type_id(parts) == POLYGON]))
        near = flat[shapely.intersects(flat, window)]
        seen = polygons(shapely.union_all(shapely.intersection(near, window)))
        shown[label] = polygons(shapely.intersection(seen, shore))
    return explode(shown)


def assemble(pieces: list[Piece[PieceLabel]]) -> Drawing:
    """Join the pieces of each territory and of each area."""
    names = sorted({name for piece in pieces for name in piece.label[1]})
    return Drawing(
        dissolve(pieces, lambda label: label[0]),
        {name: _unite(pieces, name) for name in names},
    )


def _unite(pieces: list[Piece[PieceLabel]], area: str) -> BaseGeometry:
    return dissolve(pieces, lambda label: area if area in label[1] else None)[area]
