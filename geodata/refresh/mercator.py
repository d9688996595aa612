"""Mercator's plane beyond 180 degrees, and what it does to lengths and areas."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from csto_atlas.geodata.refresh.planes import ShapesT

RADIUS_M = 6_378_137.0  # of Mercator's globe
GLOBE_KM = 6371.007  # radius of the sphere that has the area of the ellipsoid


def to_plane(shape: ShapesT) -> ShapesT:
    """Turn degrees into Mercator's metres; PROJ would turn back what is beyond 180."""

    def turn(points: NDArray[np.float64]) -> NDArray[np.float64]:
        lon, lat = np.radians(points).T
        return np.column_stack((lon, np.log(np.tan(np.pi / 4 + lat / 2)))) * RADIUS_M

    return shapely.transform(shape, turn)


def to_globe(shape: ShapesT) -> ShapesT:
    """Turn Mercator's metres into degrees, those beyond 180 too."""
    return shapely.transform(shape, _to_degrees)


def _to_degrees(points: NDArray[np.float64]) -> NDArray[np.float64]:
    x, y = points.T / RADIUS_M
    lat = 2 * np.arctan(np.exp(y)) - np.pi / 2
    degrees: NDArray[np.float64] = np.degrees(np.column_stack((x, lat)))
    return degrees


def stretch(shape: BaseGeometry) -> float:
    """Return Mercator's scale where a shape is nearest to the equator."""
    _, south, _, north = to_globe(shape).bounds
    lat = 0.0 if south <= 0 <= north else min(abs(south), abs(north))
    return float(1 / np.cos(np.radians(lat)))


def ground_km2(shape: BaseGeometry) -> float:
    """Return the area that a shape of Mercator's plane has on the globe."""

    def turn(points: NDArray[np.float64]) -> NDArray[np.float64]:
        lon, lat = np.radians(points).T
        return np.column_stack((lon, np.sin(lat))) * GLOBE_KM

    return float(shapely.transform(to_globe(shape), turn).area)
