"""Read the points of a geometry column as longitudes and latitudes."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from pyproj import Transformer


class Points(NamedTuple):
    """Points of some rows, in degrees; NaN where there is none.

    Attributes
    ----------
    lon, lat : array of float
    wrong : array of int
        Positions of the cells that are no point on the Earth. They are read as missing.
    """

    lon: NDArray[np.float64]
    lat: NDArray[np.float64]
    wrong: NDArray[np.int64]


def read_points(cells: pd.Series, crs: str | None = None) -> Points:
    """Read points from WKB.

    Parameters
    ----------
    cells : Series of bytes
        WKB, in the order x, y; a missing cell or an empty point is no place.
    crs : str, optional
        PROJJSON of their coordinate reference system; WGS 84 if not given.

    Returns
    -------
    Points
    """
    shapes = _decode(cells)
    is_empty = cells.isna().to_numpy(bool) | shapely.is_empty(shapes)
    shapes[is_empty] = None  # an empty point has no x
    is_point = shapely.get_type_id(shapes) == shapely.GeometryType.POINT
    x, y = (
        np.where(is_point, get(shapes), np.nan)
        for get in (shapely.get_x, shapely.get_y)
    )
    lon, lat = (x, y) if crs is None else _transformer(crs).transform(x, y)
    nowhere = ~((np.abs(lon) <= 180) & (np.abs(lat) <= 90))  # true for NaN, infinity
    (wrong,) = np.nonzero(nowhere & ~is_empty)
    return Points(np.where(nowhere, np.nan, lon), np.where(nowhere, np.nan, lat), wrong)


def write_shape(cell: object) -> str:
    """Return a geometry in words for a message, such as ``POINT (200 95)``."""
    (shape,) = _decode(pd.Series([cell], dtype=object))
    return "no WKB" if shape is None else str(shapely.to_wkt(shape, 4))


def _decode(cells: pd.Series) -> NDArray[np.object_]:
    """Return the geometries of cells; None for a missing or broken cell."""
    known = cells.astype(object).where(cells.notna(), None).to_numpy(object)
    shapes: NDArray[np.object_] = shapely.from_wkb(known, on_invalid="ignore")
    return shapes


@lru_cache(maxsize=8)
def _transformer(crs: str) -> Transformer:
    return Transformer.from_crs(crs, 4326, always_xy=True)
