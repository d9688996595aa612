"""The main parts of a territory, which a map of it must show."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

MOST = 0.8  # of a territory's area is in its main parts
# What lies no further from them than this share of the largest part's diameter is
# near: Alaska and Kaliningrad are, Hawaii, Svalbard and the Canary Islands are not.
NEAR = 0.25


def main_parts(shape: BaseGeometry) -> NDArray[np.object_]:
    """Choose the parts of a territory that an extent is derived from.

    Parameters
    ----------
    shape : geometry
        One or more polygons in degrees.

    Returns
    -------
    ndarray of Polygon
        In degrees, the largest first: as many of the largest as hold four fifths of
        the area, and what is near them. A remote island group is left out, unless the
        territory is little else.
    """
    parts: NDArray[np.object_] = shapely.get_parts(shape)
    flat = _project(parts)
    areas = shapely.area(flat)
    order = np.argsort(-areas, kind="stable")
    parts, flat, areas = parts[order], flat[order], areas[order]
    before = np.cumsum(areas) - areas
    is_main = before < MOST * areas.sum()
    reach = NEAR * 2 * shapely.minimum_bounding_radius(flat[0])
    far = shapely.distance(flat, shapely.union_all(flat[is_main]))
    main: NDArray[np.object_] = parts[is_main | (far <= reach)]
    return main


def _project(parts: NDArray[np.object_]) -> NDArray[np.object_]:
    """Put parts on an equal-area plane in kilometres, around the largest one."""
    lon, lat = shapely.get_coordinates(
        shapely.centroid(parts[shapely.area(parts).argmax()])
    )[0]
    crs = f"+proj=laea +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=km"
    turn = Transformer.from_crs(4326, crs, always_xy=True).transform
    flat = shapely.transform(parts, lambda p: np.column_stack(turn(*p.T)))
    mended: NDArray[np.object_] = shapely.make_valid(
        flat, method="structure", keep_collapsed=False
    )
    return mended
