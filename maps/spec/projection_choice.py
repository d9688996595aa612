"""Choose a projection, its centre and its parallels for the extent of a map."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from csto_atlas.maps.spec.distortion import POLE, find_distortion, find_lean
from csto_atlas.maps.spec.projecting import Points, project, unproject
from csto_atlas.maps.spec.views import core_box, first_views

# Limits without a source are our choice. "Snyder" is Snyder 1987, Map Projections: A
# Working Manual.
#
# Degrees from the centre of Lambert's azimuthal projection. At this distance its
# angular distortion is 26 degrees (Snyder, sections 4 and 24).
WIDEST = 75.0
STEEPEST = 30.0  # degrees between north and up in the first views
LARGEST = 2.0  # ratio of the largest to the smallest area scale
# Degrees of angular distortion: a circle becomes an ellipse that is 1.7 times or 3
# times as long as wide (Snyder, section 4).
LITTLE_BENT, MOST_BENT = 30.0, 60.0
# Degrees of longitude: if the widest gap between points is smaller, the map shows the
# whole world.
WHOLE_GAP = 60.0
# Degrees: central meridian of a map of the whole world. Its edge, 169 degrees west, is
# in the Bering Strait, where it cuts the fewest states. A meridian at most 15 degrees
# away is replaced by it.
WHOLE_MIDDLE, NEAR_WHOLE = 11.0, 15.0
# Mean radius of the Earth in kilometres: 6371.0088 for the ellipsoid GRS 80 (Moritz
# 2000, Geodetic Reference System 1980).
EARTH_KM = 6371.0
ROUNDS = 12  # iterations to centre the azimuthal projection
# Degrees: points are rounded to cells of this size, so that detailed coasts do not
# count more than simple ones.
CELL = 2.0
MANY, FINE = 2000, 0.5  # more points than this are rounded to half a degree, for speed
# The standard parallels of a cone are one sixth of the range of latitudes from its
# ends, a common rule of thumb. Multiplied by these shares they are closer to the
# equator: the cone is flatter, and its meridians deviate less from up.
PARALLELS = 1 / 6
SHARES = np.linspace(1.0, 0.4, 13)
# Smallest cone constant, (sin lat_1 + sin lat_2) / 2 (Snyder, section 14): below it the
# cone is nearly a cylinder.
FLATTEST = 0.1
POLAR = 50.0  # degrees of latitude: a map of a pole shows nothing closer to the equator


def choose_projection(points: Points, first: Points | None = None) -> str:
    """Choose a projection with north up for the area that points span.

    The candidates are azimuthal and conic projections. In the first views north must
    be less than 30 degrees from up, no state may be drawn more than twice as large as
    another of the same size, and the angular distortion is limited. Of these, the
    equal-area projection with the smallest criterion of Airy and Kavrayskiy is chosen
    if its angular distortion is small; else the projection with the smallest criterion.

    Points around a pole get a projection centred on it. If no candidate is good enough,
    the result is a projection of the whole world.

    Parameters
    ----------
    points : ndarray of shape (n, 2)
        Longitude and latitude in degrees.
    first : ndarray of shape (n, 2), optional
        Points that the first view shows, in degrees. Default: `points`.

    Returns
    -------
    str
        A PROJ string in kilometres: Lambert azimuthal equal-area, Albers equal-area
        conic or equidistant conic; Equal Earth for members on both sides of an ocean or
        all around the globe.
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
    """Round points to cells in degrees; return each cell once, without the poles."""
    cells = np.unique(np.round(points / cell) * cell, axis=0)
    return cells[np.abs(cells[:, 1]) < POLE]


def _lean(crs: str, points: Points) -> float:
    """Return the largest angle between north and up in the first views, in degrees."""
    views = first_views(crs, core_box(crs, points))
    return max(find_lean(crs, views.wide), find_lean(crs, views.narrow))


def _planes(points: Points) -> Iterator[str]:
    """Yield the azimuthal and conic projections to choose from."""
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
    """Return Lambert's azimuthal equal-area projection as a PROJ string."""
    return f"+proj=laea +lat_0={lat:.4f} +lon_0={lon:.4f} +datum=WGS84 +units=km"


def _cone(name: str, lon: float, one: float, other: float) -> str:
    """Return a conic projection with two standard parallels as a PROJ string."""
    parallels = f"+lat_1={one:.4g} +lat_2={other:.4g} +lat_0={(one + other) / 2:.4g}"
    return f"+proj={name} {parallels} +lon_0={lon:.4f} +datum=WGS84 +units=km"


def _recentre(lon: float, lat: float, points: Points) -> tuple[float, float]:
    """Move a centre to the centre of the bounds of points, on the plane around it."""
    crs = _lambert(lon, lat)
    flat = project(crs, points)
    middle = (flat.min(axis=0) + flat.max(axis=0)) / 2
    if not np.isfinite(middle).all():
        return lon, lat
    ((there_lon, there_lat),) = unproject(crs, middle[np.newaxis])
    found = float(there_lon), float(there_lat)
    return found if np.isfinite(found).all() else (lon, lat)


def _middle(points: Points) -> tuple[float, float]:
    """Return longitude and latitude of the mean of points as unit vectors."""
    lon, lat = np.radians(points).T
    x, y = (np.cos(lat) * np.cos(lon)).mean(), (np.cos(lat) * np.sin(lon)).mean()
    z = np.sin(lat).mean()
    return float(np.degrees(np.arctan2(y, x))), float(
        np.degrees(np.arctan2(z, np.hypot(x, y)))
    )


def _middle_of_arc(lon: NDArray[np.float64]) -> float:
    """Return the centre of the smallest arc with all longitudes, in degrees."""
    turned = np.unique(lon % 360)
    gaps = np.diff(turned, append=turned[0] + 360)
    widest = int(gaps.argmax())
    if gaps[widest] < WHOLE_GAP:
        return WHOLE_MIDDLE
    return float((turned[widest] + gaps[widest] / 2 + 180 + 180) % 360 - 180)
