"""Geometry -> short SVG path data: whole numbers, each relative to the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry


def path_data(geometry: BaseGeometry) -> str:
    """Write polygons or lines as path data.

    Parameters
    ----------
    geometry : shapely geometry
        In the drawing's steps; rounded here, so neighbours that share a vertex
        go on sharing it.

    Returns
    -------
    str
        ``m10 10 5 0 0 5z`` and so on; rings that vanish by rounding are left out.

    Examples
    --------
    >>> path_data(shapely.box(10, 10, 15, 14))
    'm15 10 0 4-5 0 0-4z'
    """
    here = np.zeros(2, dtype=np.int64)
    parts = []
    for points, is_ring in _lines(geometry):
        steps = _distinct(points)
        if len(steps) < (3 if is_ring else 2):
            continue
        offsets = np.diff(steps, axis=0, prepend=here[np.newaxis])
        parts.append(f"m{_join(offsets.ravel())}{'z' if is_ring else ''}")
        here = steps[0] if is_ring else steps[-1]
    return "".join(parts)


def _lines(geometry: BaseGeometry) -> Iterator[tuple[NDArray[np.float64], bool]]:
    for part in shapely.get_parts(geometry):
        if part.geom_type == "Polygon":
            for ring in (part.exterior, *part.interiors):
                yield shapely.get_coordinates(ring)[:-1], True
        elif part.geom_type == "LineString":
            yield shapely.get_coordinates(part), False


def _distinct(points: NDArray[np.float64]) -> NDArray[np.int64]:
    steps = np.rint(points).astype(np.int64)
    moved = np.any(np.diff(steps, axis=0) != 0, axis=1)
    return steps[np.concatenate(([True], moved))]


def _join(numbers: Iterable[int]) -> str:
    # A minus sign parts two numbers as well as a blank does.
    text = " ".join(map(str, numbers))
    return text.replace(" -", "-")
