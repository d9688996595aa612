"""Clip, project and simplify the boundaries of the world for one map."""

from __future__ import annotations

from collections.abc import Collection

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer

from csto_atlas.maps.shapes.coverage import (
    Shapes,
    collect,
    find_connected,
    mend,
    simplify_coverage,
)
from csto_atlas.maps.shapes.window import cut, grow, leave_far_side, look_up
from csto_atlas.maps.spec.placed import PlacedMap
from csto_atlas.maps.spec.plane import Bounds

# The constants are our choice.
#
# Most vertices of the territories in the first view and connected to it: about 20 kB of
# the 90 kB that a page may have.
MOST_CORNERS = 6500
COARSER = 1.25  # factor between one tolerance and the next
COARSEST = 2.5  # pixels: largest tolerance
DESKTOP = 1000.0  # pixels: assumed width of the first view on a wide screen
SPECK = 3.0  # pixels: islands smaller than a square of this side are left out
LAKE = 6.0  # pixels: lakes smaller than a square of this side are left out
DISC = 3.5  # pixels: radius of the disc for a state that is too small to be visible


def fit_world(
    world: gpd.GeoDataFrame, spec: PlacedMap, focus: Collection[str]
) -> gpd.GeoDataFrame:
    """Clip, project and simplify territories for a map.

    Parameters
    ----------
    world : GeoDataFrame
        Column ``code`` and polygons in EPSG:4326, a coverage.
    spec : PlacedMap
    focus : collection of str
        Codes of the states that must be visible; very small ones are drawn as discs.

    Returns
    -------
    GeoDataFrame
        The territories on the map, in its CRS: a coverage except for the discs.
    """
    pixel, far = (_pixel(box) for box in (spec.views.wide, spec.frame))
    flat = cut_world(world, spec)
    parts = leave_specks(flat, (SPECK * pixel) ** 2).explode(ignore_index=True)
    shapes = np.asarray(parts.geometry.array)
    near = is_near(shapes, spec.views.wide)
    coarsest = max(spec.closest, COARSEST * pixel)
    shapes[near] = simplify(shapes[near], spec.closest, coarsest)
    shapes[~near] = simplify_coverage(shapes[~near], max(coarsest, far))
    drawn = collect(parts.set_geometry(gpd.GeoSeries(shapes, parts.index)))
    # Parts of one state were simplified separately, so they may overlap.
    drawn = drawn.set_geometry(gpd.GeoSeries(mend(drawn.geometry.array), crs=flat.crs))
    return show_small(drawn, flat, focus, DISC * pixel)


def fit_lakes(lakes: gpd.GeoDataFrame, spec: PlacedMap) -> gpd.GeoDataFrame:
    """Clip, project and simplify lakes for a map, without very small ones.

    Parameters
    ----------
    lakes : GeoDataFrame
        Column ``lake`` and polygons in EPSG:4326.
    spec : PlacedMap

    Returns
    -------
    GeoDataFrame
        In the CRS of the map.
    """
    pixel = _pixel(spec.views.wide)
    flat = cut_world(lakes, spec)
    seen = flat[flat.area >= (LAKE * pixel) ** 2]
    return seen.assign(geometry=seen.simplify(spec.closest))


def is_near(shapes: Shapes, view: Bounds) -> NDArray[np.bool_]:
    """Return which polygons are in the first view or connected to one that is.

    The others are land beyond an ocean; they are simplified more.

    Parameters
    ----------
    shapes : ndarray of polygons of shape (n,)
        A coverage.
    view : tuple of float
        Left, bottom, right, top in the units of the plane.

    Returns
    -------
    ndarray of bool of shape (n,)
    """
    return find_connected(shapes, shapely.intersects(shapes, shapely.box(*view)))


def _pixel(box: Bounds) -> float:
    """Return the length of a pixel in units of the plane, if the box fills a screen."""
    return (box[2] - box[0]) / DESKTOP


def cut_world(frame: gpd.GeoDataFrame, spec: PlacedMap) -> gpd.GeoDataFrame:
    """Clip polygons to the part of the globe that a map shows, and project them.

    A projection can distort the far side of the globe without limit, so polygons are
    clipped twice: in degrees before they are projected, and then on the plane.

    Parameters
    ----------
    frame : GeoDataFrame
        Polygons in EPSG:4326.
    spec : PlacedMap

    Returns
    -------
    GeoDataFrame
        In the CRS of the map, one row for each visible part.
    """
    window = look_up(spec)
    pieces = shapely.segmentize(cut(frame.geometry.array, window), 1.0)
    parts, rows = shapely.get_parts(pieces, return_index=True)
    is_seen = leave_far_side(parts, window)
    parts, rows = parts[is_seen], rows[is_seen]
    turn = Transformer.from_crs(4326, spec.projection, always_xy=True).transform
    flat = shapely.transform(parts, lambda p: np.column_stack(turn(*p.T)))
    is_whole = np.isfinite(shapely.bounds(flat)).all(axis=1)
    flat, rows = mend(flat[is_whole]), rows[is_whole]
    seen = mend(shapely.clip_by_rect(flat, *grow(spec.frame)))
    there = ~shapely.is_empty(seen)
    found = frame.drop(columns="geometry").iloc[rows[there]].reset_index(drop=True)
    return gpd.GeoDataFrame(found, geometry=seen[there], crs=spec.projection)


def leave_specks(frame: gpd.GeoDataFrame, smallest: float) -> gpd.GeoDataFrame:
    """Remove very small islands, but keep the largest part of each state.

    Parameters
    ----------
    frame : GeoDataFrame
        Column ``code`` and polygons on a plane.
    smallest : float
        Smallest area of an island, in square units of the plane.
    """
    parts = frame.explode(ignore_index=True)
    shapes = np.asarray(parts.geometry.array)
    areas = shapely.area(shapes)
    largest = np.isin(
        np.arange(len(parts)), parts.assign(size=areas).groupby("code")["size"].idxmax()
    )
    rows, columns = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    meets = np.isin(np.arange(len(parts)), rows[rows != columns])
    return collect(parts[(areas >= smallest) | largest | meets])


def simplify(shapes: Shapes, finest: float, coarsest: float) -> Shapes:
    """Simplify a coverage until it is small enough for a page.

    Parameters
    ----------
    shapes : ndarray of polygons
    finest, coarsest : float
        Smallest and largest tolerance of `simplify_coverage`, in the units of the
        plane. The last step may exceed the largest by less than a factor of 1.25.

    Returns
    -------
    ndarray of polygons
        With at most 6500 vertices (``MOST_CORNERS``), unless the tolerance has reached
        its limit.
    """
    tolerance = finest
    simple = simplify_coverage(shapes, tolerance)
    while (
        shapely.get_num_coordinates(simple).sum() > MOST_CORNERS
        and tolerance < coarsest
    ):
        tolerance *= COARSER
        simple = simplify_coverage(shapes, tolerance)
    return simple


def show_small(
    drawn: gpd.GeoDataFrame,
    flat: gpd.GeoDataFrame,
    focus: Collection[str],
    radius: float,
) -> gpd.GeoDataFrame:
    """Draw states in focus that are smaller than a disc as discs on their parts.

    Parameters
    ----------
    drawn : GeoDataFrame
        Column ``code`` and simplified polygons on the plane of the map.
    flat : GeoDataFrame
        The same territories before simplification.
    focus : collection of str
        Codes of the states that must be visible.
    radius : float
        Radius of a disc in units of the plane.

    Returns
    -------
    GeoDataFrame
        A copy of `drawn` with the discs.
    """
    small = drawn["code"].isin(focus) & (drawn.area < np.pi * radius**2)
    shapes = drawn.geometry.copy()
    whole, codes = np.asarray(flat.geometry.array), flat["code"].to_numpy()
    for index, code in drawn["code"][small].items():
        parts = shapely.get_parts(whole[codes == code])
        discs = shapely.buffer(shapely.point_on_surface(parts), radius, quad_segs=3)
        shapes[index] = shapely.union_all(discs)
    return drawn.assign(geometry=shapes)
