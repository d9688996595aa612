"""Geometry -> short SVG path data: whole numbers, each relative to the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from csto_atlas.maps.drawing.winding import wind


@dataclass(frozen=True)
class PathPart:
    """A ring or a line in whole steps."""

    points: NDArray[np.int64]
    is_ring: bool


def path_data(geometries: Sequence[BaseGeometry]) -> list[str]:
    """Write polygons or lines as path data.

    Parameters
    ----------
    geometries : sequence of shapely geometry
        In the drawing's steps; rounded here, so neighbours that share a vertex
        go on sharing it. Rings are turned so that shared borders repeat as text.

    Returns
    -------
    list of str
        ``m10 10 5 0 0 5z`` and so on, to be filled by the even-odd rule; rings that
        vanish by rounding are left out.

    Examples
    --------
    >>> path_data([shapely.box(10, 10, 15, 14)])
    ['m15 10 0 4-5 0 0-4z']
    """
    runs = [list(_runs(geometry)) for geometry in geometries]
    rings = [run.points for part in runs for run in part if run.is_ring]
    turned = iter(wind(rings))
    return [
        _write([PathPart(next(turned), True) if run.is_ring else run for run in part])
        for part in runs
    ]


def _runs(geometry: BaseGeometry) -> Iterator[PathPart]:
    for part in shapely.get_parts(geometry):
        if part.geom_type == "Polygon":
            for ring in (part.exterior, *part.interiors):
                points = _distinct(shapely.get_coordinates(ring))[:-1]
                if len(points) > 2:
                    yield PathPart(points, True)
        elif part.geom_type == "LineString":
            points = _distinct(shapely.get_coordinates(part))
            if len(points) > 1:
                yield PathPart(points, False)


def _distinct(points: NDArray[np.float64]) -> NDArray[np.int64]:
    steps = np.rint(points).astype(np.int64)
    moved = np.any(np.diff(steps, axis=0) != 0, axis=1)
    return steps[np.concatenate(([True], moved))]


def _write(runs: Iterable[PathPart]) -> str:
    here = np.zeros(2, dtype=np.int64)
    parts = []
    for run in runs:
        offsets = np.diff(run.points, axis=0, prepend=here[np.newaxis])
        parts.append(f"m{_join(offsets.ravel())}{'z' if run.is_ring else ''}")
        here = run.points[0 if run.is_ring else -1]
    return "".join(parts)


def _join(numbers: Iterable[int]) -> str:
    # A minus sign parts two numbers as well as a blank does.
    text = " ".join(map(str, numbers))
    return text.replace(" -", "-")
