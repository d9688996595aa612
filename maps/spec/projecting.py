"""Points in degrees on the plane of a projection."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from pyproj import CRS, Transformer

Points = NDArray[np.float64]  # longitude and latitude, or x and y, of shape (n, 2)


def project(crs: str, points: Points) -> Points:
    """Project points in degrees; those that a projection cannot show are infinite."""
    return np.column_stack(_transformer(crs).transform(*points.T))


def unproject(crs: str, points: Points) -> Points:
    """Return points of a plane in degrees; those off the globe are infinite."""
    x, y = points.T
    return np.column_stack(_transformer(crs).transform(x, y, direction="INVERSE"))


@lru_cache(maxsize=64)
def _transformer(crs: str) -> Transformer:
    return Transformer.from_crs(4326, crs, always_xy=True)


def find_meridian(crs: str) -> float:
    """Return the longitude of the central meridian of a projection.

    Parameters
    ----------
    crs : str
        A PROJ string with ``+lon_0``.
    """
    return float(crs.partition("+lon_0=")[2].split()[0])


def km_per_unit(crs: str) -> float:
    """Return the length of a unit of a projection's plane in kilometres."""
    return CRS.from_user_input(crs).axis_info[0].unit_conversion_factor / 1000
