"""The world's boundaries, cut, projected and simplified for one map."""

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

# A page may weigh 90 kB: so many corners are about 20 of them.
MOST_CORNERS = 6500
COARSER = 1.25
COARSEST = 2.5  # pixels: the tolerance goes no further
DESKTOP = 1000.0  # pixels: the width of a first view
SPECK = 3.0  # pixels: a part whose side is less is left out
LAKE = 6.0  # pixels: a lake whose side is less is left out
DISC = 3.5  # pixels: the radius of what stands for a state too small to be seen


def fit_world(
    world: gpd.GeoDataFrame, spec: PlacedMap, focus: Collection[str]
) -> gpd.GeoDataFrame:
    """Cut, project and simplify territories for a map.

    Parameters
    ----------
    world : GeoDataFrame
        ``code`` and polygons in EPSG:4326, a coverage.
    spec : PlacedMap
    focus : collection of str
        Codes that must be seen: one too small for it is drawn as discs.

    Returns
    -------
    GeoDataFrame
        Those that the map shows, in its own CRS; a coverage but for the discs.
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
    # Two parts of one state that are near each other may overlap once simplified apart.
    drawn = drawn.set_geometry(gpd.GeoSeries(mend(drawn.geometry.array), crs=flat.crs))
    return show_small(drawn, flat, focus, DISC * pixel)


def fit_lakes(lakes: gpd.GeoDataFrame, spec: PlacedMap) -> gpd.GeoDataFrame:
    """Cut, project and simplify lakes for a map; those too small to be seen go.

    Parameters
    ----------
    lakes : GeoDataFrame
        ``lake`` and polygons in EPSG:4326.
    spec : PlacedMap

    Returns
    -------
    GeoDataFrame
        In the map's own CRS.
    """
    pixel = _pixel(spec.views.wide)
    flat = cut_world(lakes, spec)
    seen = flat[flat.area >= (LAKE * pixel) ** 2]
    return seen.assign(geometry=seen.simplify(spec.closest))


def is_near(shapes: Shapes, view: Bounds) -> NDArray[np.bool_]:
    """Tell which polygons are seen at first, or hang together with one that is.

    Parameters
    ----------
    shapes : ndarray of polygons
        A coverage.
    view : tuple of float

    Returns
    -------
    ndarray of bool
        Land beyond an ocean is drawn as coarsely as it is seen from afar.
    """
    return find_connected(shapes, shapely.intersects(shapes, shapely.box(*view)))


def _pixel(box: Bounds) -> float:
    return (box[2] - box[0]) / DESKTOP


def cut_world(frame: gpd.GeoDataFrame, spec: PlacedMap) -> gpd.GeoDataFrame:
    """Cut polygons at the edge of what a map shows, and project them.

    What lies on the far side of the globe would be torn on the way to the plane: so
    polygons are first cut in degrees, then on the plane.
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
    """Leave out islands too small to be seen, but the largest part of each state."""
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
    """Simplify a coverage until it has few corners enough for a page.

    Parameters
    ----------
    shapes : ndarray of polygons
    finest, coarsest : float
        Between them lies the tolerance, in the plane's units.
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
    """Put discs on the parts of a state in focus that is smaller than one.

    Parameters
    ----------
    drawn : GeoDataFrame
        Column ``code`` and the simplified shapes, on the map's plane.
    flat : GeoDataFrame
        The same territories before they were simplified.
    focus : collection of str
        Codes of the states that must be seen.
    radius : float
        Of a disc, in units of the plane.
    """
    small = drawn["code"].isin(focus) & (drawn.area < np.pi * radius**2)
    shapes = drawn.geometry.copy()
    whole, codes = np.asarray(flat.geometry.array), flat["code"].to_numpy()
    for index, code in drawn["code"][small].items():
        parts = shapely.get_parts(whole[codes == code])
        discs = shapely.buffer(shapely.point_on_surface(parts), radius, quad_segs=3)
        shapes[index] = shapely.union_all(discs)
    return drawn.assign(geometry=shapes)
