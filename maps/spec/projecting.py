"""Convert points between degrees and the plane of a projection."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from pyproj import CRS, Transformer

Points = NDArray[np.float64]  # longitude and latitude, or x and y, of shape (n, 2)


def project(crs: str, points: Points) -> Points:
    """Project points in degrees to the plane of a CRS.

    Parameters
    ----------
    crs : str
    points : ndarray of shape (n, 2)
        Longitude and latitude.

    Returns
    -------
    ndarray of shape (n, 2)
        x and y; infinite for points that the projection cannot show.
    """
    return np.column_stack(_transformer(crs).transform(*points.T))


def unproject(crs: str, points: Points) -> Points:
    """Convert points of a plane to degrees; points off the globe are infinite."""
    x, y = points.T
    return np.column_stack(_transformer(crs).transform(x, y, direction="INVERSE"))


@lru_cache(maxsize=64)
def _transformer(crs: str) -> Transformer:
    return Transformer.from_crs(4326, crs, always_xy=True)


def find_meridian(crs: str) -> float:
    """Return the longitude of the central meridian of a projection in degrees.

    Parameters
    ----------
    crs : str
        A PROJ string with ``+lon_0``.
    """
    return float(crs.partition("+lon_0=")[2].split()[0])


def km_per_unit(crs: str) -> float:
    """Return the length in kilometres of one unit of a projected CRS."""
    return CRS.from_user_input(crs).axis_info[0].unit_conversion_factor / 1000
