"""The world's boundaries, cut, projected and simplified for one map."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer

from csto_atlas.maps.spec.placed import PlacedMap
from csto_atlas.maps.spec.plane import Bounds
from csto_atlas.maps.spec.projection_choice import find_meridian

Shapes = NDArray[np.object_]

# A page may weigh 90 kB: so many corners are about 20 of them.
MOST_CORNERS = 6500
COARSER = 1.25
COARSEST = 2.5  # pixels: the tolerance goes no further
DESKTOP = 1000.0  # pixels: the width of a first view
SPECK = 3.0  # pixels: a part whose side is less is left out
LAKE = 6.0  # pixels: a lake whose side is less is left out
DISC = 3.5  # pixels: the radius of what stands for a state too small to be seen
AROUND = 0.05  # of the frame's size, beyond it: what is cut off must not be seen
GRID = 60  # points along each side of the frame that it is looked up with
SEAM = 179.99  # degrees from the middle, where a map of the world is cut


@dataclass(frozen=True)
class Window:
    """A box of degrees that holds all that a map shows.

    Attributes
    ----------
    bounds : tuple of float
        West, south, east, north.
    is_cap : bool
        Whether a pole is in it: then it is all around, and not cut at any longitude.
    """

    bounds: Bounds
    is_cap: bool


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
    shapes = parts.geometry.array.copy()
    near = is_near(shapes, spec.views.wide)
    coarsest = max(spec.closest, COARSEST * pixel)
    shapes[near] = simplify(shapes[near], spec.closest, coarsest)
    shapes[~near] = shapely.coverage_simplify(shapes[~near], max(coarsest, far))
    joined = gpd.GeoDataFrame(parts.drop(columns="geometry"), geometry=shapes)
    drawn = joined.dissolve("code", as_index=False, method="coverage")
    # Two parts of one state that are near each other may overlap once simplified apart.
    drawn.geometry = _mend(drawn.geometry.array)
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
    lands = shapely.get_parts(shapely.coverage_union_all(shapes))
    seen = lands[shapely.intersects(lands, shapely.box(*view))]
    middles = shapely.point_on_surface(shapes)
    found = shapely.STRtree(middles).query(seen, predicate="intersects")[1]
    return np.isin(np.arange(len(shapes)), found)


def _pixel(box: Bounds) -> float:
    return (box[2] - box[0]) / DESKTOP


def cut_world(frame: gpd.GeoDataFrame, spec: PlacedMap) -> gpd.GeoDataFrame:
    """Cut polygons at the edge of what a map shows, and project them.

    What lies on the far side of the globe would be torn on the way to the plane: so
    polygons are first cut in degrees, then on the plane.
    """
    window = look_up(spec)
    pieces = shapely.segmentize(cut(frame.geometry.array, window), 1.0)
    turn = Transformer.from_crs(4326, spec.projection, always_xy=True).transform
    flat = shapely.transform(pieces, lambda p: np.column_stack(turn(*p.T)))
    flat = _mend(flat)
    seen = _mend(shapely.clip_by_rect(flat, *_grow(spec.frame)))
    there = ~shapely.is_empty(seen)
    return (
        frame[there]
        .assign(geometry=gpd.GeoSeries(seen[there], index=frame.index[there], crs=None))
        .set_crs(spec.projection, allow_override=True)
    )


def look_up(spec: PlacedMap) -> Window:
    """Find the box of degrees that holds all that a map shows."""
    crs = CRS.from_user_input(spec.projection)
    left, bottom, right, top = _grow(_grow(spec.frame))
    x, y = np.meshgrid(np.linspace(left, right, GRID), np.linspace(bottom, top, GRID))
    back = Transformer.from_crs(crs, 4326, always_xy=True)
    there = Transformer.from_crs(4326, crs, always_xy=True)
    lon, lat = (v[np.isfinite(v)] for v in back.transform(x.ravel(), y.ravel()))
    if "eqearth" in spec.projection:
        middle = find_meridian(spec.projection)
        return Window((middle - SEAM, -90.0, middle + SEAM, 90.0), is_cap=False)
    south, north = max(-90.0, lat.min() - 1), min(90.0, lat.max() + 1)
    for pole in (90.0, -90.0):
        px, py = there.transform(0.0, pole)
        if left <= px <= right and bottom <= py <= top:
            bounds = (south, 90.0) if pole > 0 else (-90.0, north)
            return Window((-720.0, bounds[0], 720.0, bounds[1]), is_cap=True)
    px, py = (left + right) / 2, (bottom + top) / 2
    middle = back.transform(px, py)[0]
    apart = (lon - middle + 180) % 360 - 180
    west, east = middle + apart.min() - 1, middle + apart.max() + 1
    return Window((west, south, east, north), is_cap=False)


def cut(shapes: Shapes, window: Window) -> Shapes:
    """Cut polygons with a window, wherever in longitude they or it may lie."""
    turns = (0,) if window.is_cap else (-360, 0, 360)
    copies = [shapely.clip_by_rect(_turn(shapes, by), *window.bounds) for by in turns]
    found = np.array(copies)
    joined = found[np.argmax(~shapely.is_empty(found), axis=0), np.arange(len(shapes))]
    for i in np.flatnonzero((~shapely.is_empty(found)).sum(axis=0) > 1):
        joined[i] = shapely.union_all(found[:, i])
    whole: Shapes = joined
    return whole


def _turn(shapes: Shapes, degrees: int) -> Shapes:
    return shapely.transform(shapes, lambda points: points + np.array([degrees, 0]))


def leave_specks(frame: gpd.GeoDataFrame, smallest: float) -> gpd.GeoDataFrame:
    """Leave out islands too small to be seen, but the largest part of each state."""
    parts = frame.explode(ignore_index=True)
    shapes = parts.geometry.array
    areas = shapely.area(shapes)
    largest = np.isin(
        np.arange(len(parts)), parts.assign(size=areas).groupby("code")["size"].idxmax()
    )
    rows, columns = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    meets = np.isin(np.arange(len(parts)), rows[rows != columns])
    kept = parts[(areas >= smallest) | largest | meets]
    return kept.dissolve("code", as_index=False, method="coverage")


def simplify(shapes: Shapes, finest: float, coarsest: float) -> Shapes:
    """Simplify a coverage until it has few corners enough for a page.

    Parameters
    ----------
    shapes : ndarray of polygons
    finest, coarsest : float
        Between them lies the tolerance, in the plane's units.
    """
    tolerance = finest
    simple = shapely.coverage_simplify(shapes, tolerance)
    while (
        shapely.get_num_coordinates(simple).sum() > MOST_CORNERS
        and tolerance < coarsest
    ):
        tolerance *= COARSER
        simple = shapely.coverage_simplify(shapes, tolerance)
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
    whole = flat.set_index("code").geometry
    for index, code in drawn["code"][small].items():
        parts = shapely.get_parts(whole[code])
        discs = shapely.buffer(shapely.point_on_surface(parts), radius, quad_segs=3)
        shapes[index] = shapely.union_all(discs)
    return drawn.assign(geometry=shapes)


def _grow(box: Bounds) -> Bounds:
    left, bottom, right, top = box
    room = AROUND * max(right - left, top - bottom)
    return left - room, bottom - room, right + room, top + room


def _mend(shapes: Shapes) -> Shapes:
    broken = ~shapely.is_valid(shapes)
    shapes[broken] = shapely.make_valid(
        shapes[broken], method="structure", keep_collapsed=False
    )
    return shapes
