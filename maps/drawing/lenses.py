"""Lenses: insets that show a part of a map enlarged, drawn from the same shapes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import shapely

from csto_atlas.maps.drawing.event_symbols import Mark
from csto_atlas.maps.labels.text_width import text_width
from csto_atlas.maps.shapes.coverage import mend
from csto_atlas.maps.spec.placed import PlacedMap, PlacedPreset

# All three are our choice; a lens is 234 pixels wide in the narrowest frame.
SHARE = 0.26  # width of a lens as a share of the width of the frame
LEAST = 900.0  # pixels: smallest width of a frame with lenses
LETTERS = 13.0  # pixels: font size of the names


@dataclass(frozen=True)
class LensName:
    """The name of a territory in a lens, centred on x, y in drawing steps."""

    text: str
    x: int
    y: int


@dataclass(frozen=True)
class DrawnLens:
    """A part of a map that is shown enlarged.

    Attributes
    ----------
    preset : PlacedPreset
    box : tuple of float
        Left, top, width and height in drawing steps.
    codes, areas : frozenset of str
        Codes of the territories and ids of the areas inside the box.
    marks : frozenset of int
        Positions in `DrawnParts.marks` of the event symbols inside the box.
    names : tuple of LensName
        Names of territories with a status, where they fit.
    """

    preset: PlacedPreset
    box: tuple[float, float, float, float]
    codes: frozenset[str]
    areas: frozenset[str]
    marks: frozenset[int]
    names: tuple[LensName, ...]


def draw_lenses(
    spec: PlacedMap,
    territories: gpd.GeoDataFrame,
    areas: gpd.GeoDataFrame,
    marks: Sequence[Mark],
    names: Mapping[str, str],
    focus: Collection[str],
) -> tuple[DrawnLens, ...]:
    """Draw the lenses of a map.

    Parameters
    ----------
    spec : PlacedMap
    territories, areas : GeoDataFrame
        Column ``code`` or ``area``, and polygons in drawing steps.
    marks : sequence of Mark
    names : mapping of str
        Names of the territories by code.
    focus : collection of str
        Codes of the territories that get a name.

    Returns
    -------
    tuple of DrawnLens
        In the order of ``spec.lenses``.
    """
    drawn = []
    for preset in spec.lenses:
        left, top, right, bottom = spec.plane.box(preset.box)
        box = shapely.box(left, top, right, bottom)
        inside = territories[territories.intersects(box)]
        parts = dict(
            zip(
                inside["code"],
                shapely.intersection(mend(inside.geometry.array), box),
                strict=True,
            )
        )
        scale = (right - left) / (SHARE * LEAST)
        drawn.append(
            DrawnLens(
                preset=preset,
                box=(left, top, right - left, bottom - top),
                codes=frozenset(parts),
                areas=frozenset(areas[areas.intersects(box)]["area"]),
                marks=frozenset(
                    number
                    for number, mark in enumerate(marks)
                    if left < mark.x < right and top < mark.y < bottom
                ),
                names=tuple(
                    name
                    for code in parts
                    if code in focus
                    if (name := _name(names[code], parts[code], scale))
                ),
            )
        )
    return tuple(drawn)


def _name(text: str, shape: shapely.Geometry, scale: float) -> LensName | None:
    """Centre a name in the largest inscribed circle; None if the name does not fit.

    A name fits if nine tenths of its width are inside the shape.
    """
    largest = max(shapely.get_parts(shape), key=shapely.area)
    circle = shapely.maximum_inscribed_circle(largest)
    (x, y), *_ = shapely.get_coordinates(circle)
    half = text_width(text, LETTERS, bold=True) * scale / 2
    row = shapely.LineString([(x - half, y), (x + half, y)])
    if shapely.intersection(row, largest).length < row.length * 0.9:
        return None
    return LensName(text, round(x), round(y))
