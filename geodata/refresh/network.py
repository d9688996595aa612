"""Simplify territories that share borders: as a network of lines, not as polygons.

The boundaries of all pieces are cut into arcs where three pieces (or two and the
sea) meet. Each arc is simplified once, so neighbours go on sharing it; the faces
between the simplified arcs are the new pieces, valid by construction.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

# Everything is rounded to this many of the plane's units before it is cut into arcs,
# so that borders from different sources meet exactly.
GRID = 1.0

LabelT = TypeVar("LabelT", bound=Hashable)
NameT = TypeVar("NameT", bound=Hashable)


@dataclass(frozen=True)
class Piece(Generic[LabelT]):
    """A polygon and what it is part of."""

    label: LabelT
    polygon: Polygon


def align(pieces: Sequence[Piece[LabelT]], grid: float = GRID) -> list[Piece[LabelT]]:
    """Make pieces from different sources meet exactly, without gaps or overlaps.

    Parameters
    ----------
    pieces : sequence of Piece
        In a plane.
    grid : float
        Coordinates become multiples of it; narrower gaps and overlaps go away.
    """
    edges = [piece.polygon.boundary for piece in pieces]
    return label(find_faces(shapely.union_all(edges, grid_size=grid)), pieces)


def simplify_pieces(
    pieces: Sequence[Piece[LabelT]],
    tolerance: Callable[[LineString, tuple[LabelT, ...]], float],
) -> list[Piece[LabelT]]:
    """Simplify pieces of a coverage.

    Parameters
    ----------
    pieces : sequence of Piece
        Of `align`.
    tolerance : callable
        Largest distance from the source for an arc and the labels beside it.

    Returns
    -------
    list of Piece
        Several pieces may have one label; the sea is left out.
    """
    arcs = find_arcs(pieces)
    sides = find_sides(arcs, pieces)
    lines = [
        simplify_arc(arc, tolerance(arc, beside))
        for arc, beside in zip(arcs, sides, strict=True)
    ]
    return label(find_faces(shapely.union_all(lines)), pieces)


def find_faces(edges: BaseGeometry) -> NDArray[np.object_]:
    """Return the polygons between lines, in a fixed order."""
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(edges)))
    return faces[np.lexsort(shapely.bounds(faces).T)]


def find_arcs(pieces: Iterable[Piece[LabelT]]) -> NDArray[np.object_]:
    """Return the lines between the points where borders or coasts meet."""
    edges = shapely.union_all([piece.polygon.boundary for piece in pieces])
    arcs = shapely.get_parts(shapely.line_merge(edges))
    return arcs[np.lexsort((shapely.length(arcs), *shapely.bounds(arcs).T))]


def find_sides(
    arcs: NDArray[np.object_], pieces: Sequence[Piece[LabelT]]
) -> list[tuple[LabelT, ...]]:
    """Return the labels beside each arc: one for a coast, two for a border."""
    sides: list[set[LabelT]] = [set() for _ in arcs]
    for points in _beside(arcs):
        for i, piece in under(points, pieces).items():
            sides[i].add(piece.label)
    return [tuple(sorted(beside, key=str)) for beside in sides]


def _beside(arcs: NDArray[np.object_]) -> Iterator[NDArray[np.object_]]:
    """Yield points just left and just right of the middle of each arc."""
    segments = np.array([_middle_segment(arc) for arc in arcs])
    along = segments[:, 1] - segments[:, 0]
    across = along[:, ::-1] * [-1, 1] / np.hypot(*along.T)[:, np.newaxis]
    for side in (2 * GRID, -2 * GRID):
        yield shapely.points(segments.mean(axis=1) + side * across)


def _middle_segment(arc: LineString) -> NDArray[np.float64]:
    points = shapely.get_coordinates(arc)
    i = len(points) // 2 - 1
    return points[i : i + 2]


def simplify_arc(arc: LineString, tolerance: float) -> LineString:
    """Simplify a line (Douglas and Peucker); a ring stays a ring.

    Parameters
    ----------
    arc : LineString
    tolerance : float
    """
    if arc.is_closed:
        return shapely.simplify(Polygon(arc), tolerance).exterior
    return shapely.simplify(arc, tolerance, preserve_topology=False)


def label(
    faces: NDArray[np.object_], pieces: Sequence[Piece[LabelT]]
) -> list[Piece[LabelT]]:
    """Name each face by the piece under its inner point; the sea is left out."""
    found = under(shapely.point_on_surface(faces), pieces)
    return [Piece(found[i].label, faces[i]) for i in sorted(found)]


def under(
    points: NDArray[np.object_], pieces: Sequence[Piece[LabelT]]
) -> dict[int, Piece[LabelT]]:
    """Return the piece that each point lies in, by the point's index."""
    shapes = np.array([piece.polygon for piece in pieces])
    shapely.prepare(shapes)
    rows, columns = shapely.STRtree(shapes).query(points)
    hits = shapely.intersects(shapes[columns], points[rows])
    return {int(i): pieces[j] for i, j in zip(rows[hits], columns[hits], strict=True)}


def dissolve(
    pieces: Iterable[Piece[LabelT]], wanted: Callable[[LabelT], NameT | None]
) -> dict[NameT, BaseGeometry]:
    """Join pieces.

    Parameters
    ----------
    pieces : iterable of Piece
    wanted : callable
        The name of the shape a label belongs to, or None.

    Returns
    -------
    dict of geometry
        By name, sorted.
    """
    groups: dict[NameT, list[Polygon]] = {}
    for piece in pieces:
        name = wanted(piece.label)
        if name is not None:
            groups.setdefault(name, []).append(piece.polygon)
    return {
        name: shapely.coverage_union_all(groups[name])
        for name in sorted(groups, key=str)
    }


def explode(
    shapes: Mapping[LabelT, BaseGeometry] | Mapping[LabelT, MultiPolygon],
) -> list[Piece[LabelT]]:
    """Turn shapes into pieces of one polygon each."""
    return [
        Piece(name, part)
        for name, shape in shapes.items()
        for part in shapely.get_parts(shape)
        if isinstance(part, Polygon) and not part.is_empty
    ]
