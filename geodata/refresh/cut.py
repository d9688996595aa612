"""Cut a territory along a line that was drawn on another map."""

from __future__ import annotations

from collections.abc import Iterator

import shapely
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

# Natural Earth's lines end up to 4 km from the finer border of OpenStreetMap.
REACH_DEG = 0.06


def cut_off(territory: BaseGeometry, line: BaseGeometry, inside: Point) -> BaseGeometry:
    r"""Return the piece of a territory that a line parts off.

    Parameters
    ----------
    territory : geometry
    line : geometry
        One or more lines; loose ends are led to each other or to the border.
    inside : Point
        A point of the wanted piece.

    Raises
    ------
    ValueError
        If the line parts nothing off there.

    Notes
    -----
    ::

        +--------------+        +--------------+
        |     ____     |        |     ____     |
        |  __/    \\    |   ->   |  __/    \\    |
        |            \\ |        |_/         \\__|   loose ends led to the border
        +--------------+        +--------------+
    """
    part = next(p for p in shapely.get_parts(territory) if p.covers(inside))
    lines = shapely.line_merge(line) if line.geom_type == "MultiLineString" else line
    edges = shapely.union_all([part.boundary, lines, *_bridges(lines, part.boundary)])
    for piece in shapely.get_parts(shapely.polygonize([edges])):
        if piece.covers(inside) and piece.area < 0.99 * part.area:
            found: BaseGeometry = shapely.intersection(piece, part)
            return found
    raise ValueError(f"the line parts nothing off at {inside.wkt}")


def _bridges(lines: BaseGeometry, border: BaseGeometry) -> Iterator[LineString]:
    ends = [
        (i, Point(part.coords[k]))
        for i, part in enumerate(shapely.get_parts(lines))
        if not part.is_closed
        for k in (0, -1)
    ]
    for i, end in ends:
        others = [other for j, other in ends if other is not end and j != i]
        near = [p for p in others if p.distance(end) < REACH_DEG / 6]
        goal = near[0] if near else nearest_points(end, border)[1]
        if 0 < end.distance(goal) < REACH_DEG:
            yield LineString([end, goal])
