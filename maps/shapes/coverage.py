"""Coverages: polygons that share borders, kept usable after cutting and projecting.

Cutting and projecting may spoil a coverage: two copies of a border get corners that
differ by a rounding error, or a ring crosses itself. GEOS then refuses to unite it.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import GEOSException
from shapely.geometry.base import BaseGeometry

Shapes = NDArray[np.object_]


def mend(shapes: Shapes) -> Shapes:
    """Make invalid polygons valid; those that have no area become empty."""
    mended = np.array(shapes, dtype=object)
    broken = ~shapely.is_valid(mended)
    if broken.any():
        mended[broken] = shapely.make_valid(
            mended[broken], method="structure", keep_collapsed=False
        )
    return mended


def simplify_coverage(shapes: Shapes, tolerance: float) -> Shapes:
    """Simplify polygons so that neighbours go on sharing their borders.

    Parameters
    ----------
    shapes : ndarray of polygons
    tolerance : float
        The square root of the area of what may go, in the plane's units.

    Returns
    -------
    ndarray of polygons
        Each by itself where GEOS cannot follow the borders: then slits may open between
        neighbours, up to the tolerance.
    """
    try:
        simple: Shapes = shapely.coverage_simplify(shapes, tolerance)
    except GEOSException:
        simple = shapely.simplify(mend(shapes), tolerance)
    return simple


def unite(shapes: Shapes) -> BaseGeometry:
    """Unite polygons: as a coverage, or else one by one, or else on a grid.

    Parameters
    ----------
    shapes : ndarray of polygons

    Returns
    -------
    geometry
    """
    try:
        return _mend_one(shapely.coverage_union_all(shapes))
    except GEOSException:
        pass
    mended = mend(shapes)
    try:
        united: BaseGeometry = shapely.union_all(mended)
        return united
    except GEOSException:
        size = np.ptp(shapely.total_bounds(mended).reshape(2, 2), axis=0).max()
        return shapely.union_all(mended, grid_size=size / 1e6)


def _mend_one(shape: BaseGeometry) -> BaseGeometry:
    mended: BaseGeometry = mend(np.array([shape]))[0]
    return mended


def collect(parts: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Collect the parts of each state in one shape.

    Parameters
    ----------
    parts : GeoDataFrame
        ``code`` and polygons; those of one state do not overlap.

    Returns
    -------
    GeoDataFrame
        One row for each code, sorted. Nothing is united: the parts are apart.
    """
    first = parts.drop_duplicates("code").sort_values("code")
    shapes, codes = parts.geometry.array, parts["code"].to_numpy()
    whole = [_collect(shapes[codes == code]) for code in first["code"]]
    return gpd.GeoDataFrame(
        first.drop(columns="geometry").reset_index(drop=True),
        geometry=whole,
        crs=parts.crs,
    )


def _collect(shapes: Shapes) -> shapely.Geometry:
    polygons = shapely.get_parts(shapes)
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(list(polygons))


def find_connected(shapes: Shapes, start: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell which polygons hang together with some, over any number of others.

    Parameters
    ----------
    shapes : ndarray of polygons
    start : ndarray of bool

    Returns
    -------
    ndarray of bool
    """
    rows, columns = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    found = start.copy()
    while True:
        grown = found.copy()
        grown[columns[found[rows]]] = True
        if (grown == found).all():
            return found
        found = grown
