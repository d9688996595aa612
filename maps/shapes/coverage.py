"""Repair, simplify and merge coverages: polygons that share borders without overlap.

Clipping and projecting can make a coverage invalid: the vertices of two copies of a
border differ by a rounding error, or a ring crosses itself. GEOS then raises an error
when it merges the polygons.
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
    """Return a copy with valid polygons; polygons without area become empty."""
    mended = np.array(shapes, dtype=object)
    broken = ~shapely.is_valid(mended)
    if broken.any():
        mended[broken] = shapely.make_valid(
            mended[broken], method="structure", keep_collapsed=False
        )
    return mended


def simplify_coverage(shapes: Shapes, tolerance: float) -> Shapes:
    """Simplify polygons so that neighbours still share their borders.

    Parameters
    ----------
    shapes : ndarray of polygons
    tolerance : float
        About the square root of the area of the triangles that are removed
        (`shapely.coverage_simplify`), in the units of the plane.

    Returns
    -------
    ndarray of polygons
        If GEOS does not accept the coverage, each polygon is simplified alone; gaps
        between neighbours can then be as wide as the tolerance.
    """
    try:
        simple: Shapes = shapely.coverage_simplify(shapes, tolerance)
    except GEOSException:
        simple = shapely.simplify(mend(shapes), tolerance)
    return simple


def unite(shapes: Shapes) -> BaseGeometry:
    """Return the union of polygons.

    They are merged as a coverage, which is fastest. If GEOS raises an error, they are
    repaired and merged as separate polygons; if that fails too, on a grid of one
    millionth of their extent.

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
    """Collect the parts of each state in one geometry.

    Parameters
    ----------
    parts : GeoDataFrame
        Column ``code`` and polygons; the polygons of one state do not overlap.

    Returns
    -------
    GeoDataFrame
        One row for each code, sorted by code. The parts are not merged.
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
    """Return a polygon, or a multipolygon of all parts without merging them."""
    polygons = shapely.get_parts(shapes)
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(list(polygons))


def find_connected(shapes: Shapes, start: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which polygons are connected to some start polygons.

    Parameters
    ----------
    shapes : ndarray of polygons of shape (n,)
    start : ndarray of bool of shape (n,)
        Whether a polygon is a start polygon.

    Returns
    -------
    ndarray of bool of shape (n,)
        True for the start polygons, and for all polygons that touch them directly or
        through others.
    """
    rows, columns = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    found = start.copy()
    while True:
        grown = found.copy()
        grown[columns[found[rows]]] = True
        if (grown == found).all():
            return found
        found = grown
