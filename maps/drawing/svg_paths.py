"""Write geometry as short SVG path data: whole numbers, relative to the last point."""

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
    """A ring or a line as points of shape (n, 2) in whole drawing steps."""

    points: NDArray[np.int64]
    is_ring: bool


def path_data(geometries: Sequence[BaseGeometry]) -> list[str]:
    """Write polygons or lines as path data.

    Parameters
    ----------
    geometries : sequence of shapely geometry
        In drawing steps. Coordinates are rounded here, so a vertex shared by neighbours
        stays shared. Rings are reversed where that makes the two copies of a shared
        border the same text (`maps.drawing.winding`).

    Returns
    -------
    list of str
        One path for each geometry, such as ``m10 10 5 0 0 5z``, to be filled by the
        even-odd rule. Rings with fewer than three points after rounding are left out.

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
    """Yield the rings and lines of a geometry that are left after rounding."""
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
    """Round points to whole steps and drop repeated ones."""
    steps = np.rint(points).astype(np.int64)
    moved = np.any(np.diff(steps, axis=0) != 0, axis=1)
    return steps[np.concatenate(([True], moved))]


def _write(runs: Iterable[PathPart]) -> str:
    """Write rings and lines with relative coordinates; a ring ends at its start."""
    here = np.zeros(2, dtype=np.int64)
    parts = []
    for run in runs:
        offsets = np.diff(run.points, axis=0, prepend=here[np.newaxis])
        parts.append(f"m{_join(offsets.ravel())}{'z' if run.is_ring else ''}")
        here = run.points[0 if run.is_ring else -1]
    return "".join(parts)


def _join(numbers: Iterable[int]) -> str:
    # No blank is needed before a minus sign (SVG 1.1, section 8.3.9).
    text = " ".join(map(str, numbers))
    return text.replace(" -", "-")
