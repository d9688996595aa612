"""The projection that fits what a map shows: which one, and around which middle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer

Points = NDArray[np.float64]  # longitude and latitude, of shape (n, 2)

# Beyond this angle around the middle, Lambert's projection bends shapes too much.
WIDEST = 75.0
WHOLE_GAP = 60.0  # degrees without a member, less than which it is the whole world
# Cut through the Bering Strait, where the fewest states are.
WHOLE_MIDDLE = 11.0
EARTH_KM = 6371.0
ROUNDS = 12


def choose_projection(points: Points) -> str:
    """Choose an equal-area projection for what points span.

    Parameters
    ----------
    points : ndarray of shape (n, 2)
        Degrees.

    Returns
    -------
    str
        Lambert's azimuthal projection around their middle; Equal Earth where they lie
        all around the globe.
    """
    lon, lat = _middle(points)
    for _ in range(ROUNDS):
        lon, lat = _recentre(lon, lat, points)
    flat = project(_lambert(lon, lat), points)
    widest = 2 * EARTH_KM * np.sin(np.radians(WIDEST) / 2)
    if np.hypot(*flat.T).max() <= widest:
        return _lambert(lon, lat)
    middle = _middle_of_arc(points[:, 0])
    return f"+proj=eqearth +lon_0={middle:.4g} +datum=WGS84 +units=km"


def _lambert(lon: float, lat: float) -> str:
    return f"+proj=laea +lat_0={lat:.4f} +lon_0={lon:.4f} +datum=WGS84 +units=km"


def project(crs: str, points: Points) -> Points:
    """Put points in degrees on the plane of a projection, far ones at infinity."""
    turn = Transformer.from_crs(4326, crs, always_xy=True).transform
    return np.column_stack(turn(*points.T))


def _recentre(lon: float, lat: float, points: Points) -> tuple[float, float]:
    """Move a middle to the middle of what points span on the plane around it."""
    crs = _lambert(lon, lat)
    flat = project(crs, points)
    middle = (flat.min(axis=0) + flat.max(axis=0)) / 2
    back = Transformer.from_crs(crs, 4326, always_xy=True)
    there = back.transform(*middle) if np.isfinite(middle).all() else (np.inf, np.inf)
    return there if np.isfinite(there).all() else (lon, lat)


def _middle(points: Points) -> tuple[float, float]:
    """Return the direction in which points lie from the middle of the globe."""
    lon, lat = np.radians(points).T
    x, y = (np.cos(lat) * np.cos(lon)).mean(), (np.cos(lat) * np.sin(lon)).mean()
    z = np.sin(lat).mean()
    return float(np.degrees(np.arctan2(y, x))), float(
        np.degrees(np.arctan2(z, np.hypot(x, y)))
    )


def _middle_of_arc(lon: NDArray[np.float64]) -> float:
    """Return the middle of the smallest arc that has all longitudes."""
    turned = np.unique(lon % 360)
    gaps = np.diff(turned, append=turned[0] + 360)
    widest = int(gaps.argmax())
    if gaps[widest] < WHOLE_GAP:
        return WHOLE_MIDDLE
    return float((turned[widest] + gaps[widest] / 2 + 180 + 180) % 360 - 180)


def find_meridian(crs: str) -> float:
    """Return the longitude of the middle of a projection chosen here."""
    return float(crs.partition("+lon_0=")[2].split()[0])
