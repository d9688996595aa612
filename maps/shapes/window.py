"""Find the part of the globe that a map shows, and clip polygons to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod

from csto_atlas.maps.shapes.coverage import Shapes, mend
from csto_atlas.maps.spec.placed import PlacedMap
from csto_atlas.maps.spec.plane import Bounds
from csto_atlas.maps.spec.projecting import find_meridian, project, unproject

# Margin around the frame, as a share of its longer side, so that clipped edges are not
# visible (our choice).
AROUND = 0.05
# Points along each side of the grid over the frame that is converted to degrees (our
# choice).
GRID = 60
# Degrees from the central meridian where a world map or a cone is cut: a little less
# than 180, where the projection has two images of the same point.
SEAM = 179.99
_SPHERE = Geod(a=180 / np.pi, b=180 / np.pi)  # distances on it are in degrees


@dataclass(frozen=True)
class Window:
    """A box in degrees that contains everything a map shows.

    Attributes
    ----------
    bounds : tuple of float
        West, south, east, north.
    is_cap : bool
        Whether it contains a pole. It then has all longitudes and is not clipped at any
        of them.
    middle : tuple of float
        For a cap: longitude and latitude of the centre of the frame.
    reach : float
        For a cap: largest visible distance from the centre, in degrees along a great
        circle.
    """

    bounds: Bounds
    is_cap: bool
    middle: tuple[float, float] = (0.0, 90.0)
    reach: float = 180.0


def look_up(spec: PlacedMap) -> Window:
    """Find the box in degrees that contains everything a map shows, with a margin."""
    crs = spec.projection
    left, bottom, right, top = grow(grow(spec.frame))
    x, y = np.meshgrid(np.linspace(left, right, GRID), np.linspace(bottom, top, GRID))
    found = unproject(crs, np.column_stack([x.ravel(), y.ravel()]))
    lon, lat = found[np.isfinite(found).all(axis=1)].T
    south, north = max(-90.0, lat.min() - 1), min(90.0, lat.max() + 1)
    if spec.plane.is_web_mercator or _is_cut_at_a_meridian(crs):
        # Beyond this longitude the projection repeats itself, or has a gap.
        middle = 0.0 if spec.plane.is_web_mercator else find_meridian(crs)
        west, east = middle - SEAM, middle + SEAM
        if "+proj=eqearth" in crs:
            south, north = -90.0, 90.0
        return Window((west, south, east, north), is_cap=False)
    ((mid_lon, mid_lat),) = unproject(crs, np.array([[left + right, bottom + top]]) / 2)
    for pole in (90.0, -90.0):
        ((px, py),) = project(crs, np.array([[0.0, pole]]))
        if left <= px <= right and bottom <= py <= top:
            bounds = (south, 90.0) if pole > 0 else (-90.0, north)
            away = _away(lon, lat, (mid_lon, mid_lat))
            box = (-720.0, bounds[0], 720.0, bounds[1])
            return Window(box, True, (float(mid_lon), float(mid_lat)), away.max() + 2)
    apart = (lon - mid_lon + 180) % 360 - 180
    west, east = mid_lon + apart.min() - 1, mid_lon + apart.max() + 1
    return Window((west, south, east, north), is_cap=False)


def _is_cut_at_a_meridian(crs: str) -> bool:
    """Return whether a projection is Equal Earth or conic, with an edge at 180°."""
    return any(f"+proj={name} " in crs for name in ("eqearth", "aea", "eqdc", "lcc"))


def _away(
    lon: NDArray[np.float64], lat: NDArray[np.float64], middle: tuple[float, float]
) -> NDArray[np.float64]:
    """Return distances of points from a centre, in degrees along great circles."""
    there = np.full_like(lon, middle[0]), np.full_like(lat, middle[1])
    return np.asarray(_SPHERE.inv(lon, lat, *there)[2])


def cut(shapes: Shapes, window: Window) -> Shapes:
    """Clip polygons to a window.

    Copies of the polygons 360 degrees further west and east are clipped too, because
    longitudes of the polygons and of the window may differ by a full turn.

    Parameters
    ----------
    shapes : ndarray of polygons of shape (n,)
        In degrees.
    window : Window

    Returns
    -------
    ndarray of shape (n,)
        In degrees; empty where a polygon is outside the window.
    """
    turns = (0,) if window.is_cap else (-360, 0, 360)
    copies = [shapely.clip_by_rect(_turn(shapes, by), *window.bounds) for by in turns]
    found = np.array(copies)
    joined = found[np.argmax(~shapely.is_empty(found), axis=0), np.arange(len(shapes))]
    for i in np.flatnonzero((~shapely.is_empty(found)).sum(axis=0) > 1):
        joined[i] = shapely.union_all(mend(found[:, i]))
    whole: Shapes = joined
    return whole


def leave_far_side(parts: Shapes, window: Window) -> NDArray[np.bool_]:
    """Return which polygons can be visible in a cap.

    An azimuthal projection cannot map the point opposite its centre. A polygon around
    that point would be turned inside out, so distant polygons are left out.

    Parameters
    ----------
    parts : ndarray of polygons of shape (n,)
        In degrees.
    window : Window

    Returns
    -------
    ndarray of bool of shape (n,)
        True everywhere if the window is not a cap.
    """
    if not window.is_cap:
        return np.ones(len(parts), dtype=bool)
    points, owners = shapely.get_coordinates(parts, return_index=True)
    lon, lat = points.T.copy()
    away = _away(lon, lat, window.middle)
    near = np.full(len(parts), np.inf)
    np.minimum.at(near, owners, away)
    seen: NDArray[np.bool_] = near <= window.reach
    return seen


def _turn(shapes: Shapes, degrees: int) -> Shapes:
    """Shift polygons in longitude."""
    return shapely.transform(shapes, lambda points: points + np.array([degrees, 0]))


def grow(box: Bounds) -> Bounds:
    """Return a frame with a margin, so that clipped edges are not visible."""
    left, bottom, right, top = box
    room = AROUND * max(right - left, top - bottom)
    return left - room, bottom - room, right + room, top + room
