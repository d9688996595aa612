"""The projection that fits what a map shows: which one, and around which middle."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from csto_atlas.maps.spec.distortion import POLE, find_distortion, find_lean
from csto_atlas.maps.spec.projecting import Points, project, unproject
from csto_atlas.maps.spec.views import core_box, first_views

# Beyond this angle around the middle, Lambert's projection bends shapes too much.
WIDEST = 75.0
STEEPEST = 30.0  # degrees that a meridian may lean in the first view
LARGEST = 2.0  # times that a state may be too large beside another one
# Degrees of angular distortion: a circle is drawn 1.7 times or 3 times as long as wide.
LITTLE_BENT, MOST_BENT = 30.0, 60.0
WHOLE_GAP = 60.0  # degrees without a member, less than which it is the whole world
# Cut through the Bering Strait, where the fewest states are.
WHOLE_MIDDLE, NEAR_WHOLE = 11.0, 15.0
EARTH_KM = 6371.0
ROUNDS = 12
CELL = 2.0  # degrees: each cell with a corner of a coast counts once
MANY, FINE = 2000, 0.5  # of more points than that, one in each cell of half a degree
# A cone's standard parallels cut off a sixth at either end of its latitudes
# (Snyder 1987, Map Projections: A Working Manual, section 14); moved by these shares
# towards the equator, the cone is flatter, and its meridians lean less.
PARALLELS = 1 / 6
SHARES = np.linspace(1.0, 0.4, 13)
FLATTEST = 0.1  # the constant of a cone that is nearly a cylinder
POLAR = 50.0  # degrees: what is nowhere nearer to the equator may be seen from the pole


def choose_projection(points: Points, first: Points | None = None) -> str:
    """Choose a projection for what points span, with north up.

    Planes and cones may do if no meridian leans 30 degrees in the first views, no state
    is drawn twice as large as another one of its size, and no shape is bent too much.
    One with true areas comes first, if it bends shapes little; then the one that
    distorts least. What lies around a pole is seen from there; what is left is a part
    of a map of the world.

    Parameters
    ----------
    points : ndarray of shape (n, 2)
        Degrees.
    first : ndarray of shape (n, 2), optional
        What the first view shows; all of it if not given.

    Returns
    -------
    str
        Lambert's azimuthal projection, Albers' conic one or the equidistant conic one;
        Equal Earth for members on both sides of an ocean, or all around the globe.
    """
    first = points if first is None else first
    if np.abs(points[:, 1]).max() > POLE and np.abs(points[:, 1]).min() > POLAR:
        return _lambert(0.0, float(np.copysign(90.0, points[0, 1])))
    outline, view = (
        _thin_out(p, FINE) if len(p) > MANY else p for p in (points, first)
    )
    cells = _thin_out(points, CELL)
    found = {crs: find_distortion(crs, cells) for crs in _planes(outline)}
    by_mean = sorted(found, key=lambda crs: found[crs].mean)
    is_equal = [crs for crs in by_mean if "+proj=eqdc" not in crs]
    for order, bent in ((is_equal, LITTLE_BENT), (by_mean, MOST_BENT)):
        for crs in order:
            is_true = found[crs].area <= LARGEST and found[crs].angle <= bent
            if is_true and _lean(crs, view) < STEEPEST:
                return crs
    middle = _middle_of_arc(first[:, 0])
    if abs(middle - WHOLE_MIDDLE) <= NEAR_WHOLE:
        middle = WHOLE_MIDDLE
    return f"+proj=eqearth +lon_0={middle:.4g} +datum=WGS84 +units=km"


def _thin_out(points: Points, cell: float) -> Points:
    """Round points in degrees to cells, each once, without the poles."""
    cells = np.unique(np.round(points / cell) * cell, axis=0)
    return cells[np.abs(cells[:, 1]) < POLE]


def _lean(crs: str, points: Points) -> float:
    views = first_views(crs, core_box(crs, points))
    return max(find_lean(crs, views.wide), find_lean(crs, views.narrow))


def _planes(points: Points) -> Iterator[str]:
    """Go through the azimuthal and conic projections that might do."""
    lon, lat = _middle(points)
    for _ in range(ROUNDS):
        lon, lat = _recentre(lon, lat, points)
    flat = project(_lambert(lon, lat), points)
    widest = 2 * EARTH_KM * np.sin(np.radians(WIDEST) / 2)
    if np.hypot(*flat.T).max() <= widest:
        yield _lambert(lon, lat)
    south, north = points[:, 1].min(), points[:, 1].max()
    inside = PARALLELS * (north - south)
    middle = _middle_of_arc(points[:, 0])
    for share in SHARES:
        one, other = share * (south + inside), share * (north - inside)
        if abs(np.sin(np.radians([one, other])).mean()) > FLATTEST:
            yield _cone("aea", middle, one, other)
            yield _cone("eqdc", middle, one, other)


def _lambert(lon: float, lat: float) -> str:
    return f"+proj=laea +lat_0={lat:.4f} +lon_0={lon:.4f} +datum=WGS84 +units=km"


def _cone(name: str, lon: float, one: float, other: float) -> str:
    parallels = f"+lat_1={one:.4g} +lat_2={other:.4g} +lat_0={(one + other) / 2:.4g}"
    return f"+proj={name} {parallels} +lon_0={lon:.4f} +datum=WGS84 +units=km"


def _recentre(lon: float, lat: float, points: Points) -> tuple[float, float]:
    """Move a middle to the middle of what points span on the plane around it."""
    crs = _lambert(lon, lat)
    flat = project(crs, points)
    middle = (flat.min(axis=0) + flat.max(axis=0)) / 2
    if not np.isfinite(middle).all():
        return lon, lat
    ((there_lon, there_lat),) = unproject(crs, middle[np.newaxis])
    found = float(there_lon), float(there_lat)
    return found if np.isfinite(found).all() else (lon, lat)


def _middle(points: Points) -> tuple[float, float]:
    """Return the direction in which points lie from the middle of the globe."""
    lon, lat = np.radians(points).T
    x, y = (np.cos(lat) * np.cos(lon)).mean(), (np.cos(lat) * np.sin(lon)).mean()
    z = np.sin(lat).mean()
    return float(np.degrees(np.arctan2(y, x))), float(
        np.degrees(np.arctan2(z, np.hypot(x, y)))
    )


def _middle_of_arc(lon: NDArray[np.float64]) -> float:
    """Return the middle of the smallest arc that has all longitudes."""
    turned = np.unique(lon % 360)
    gaps = np.diff(turned, append=turned[0] + 360)
    widest = int(gaps.argmax())
    if gaps[widest] < WHOLE_GAP:
        return WHOLE_MIDDLE
    return float((turned[widest] + gaps[widest] / 2 + 180 + 180) % 360 - 180)
