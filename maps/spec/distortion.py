"""Distortion of a projection: direction of north, areas and angles.

The formulas for areas and angles are those of Tissot's indicatrix in Snyder 1987, Map
Projections: A Working Manual, section 4.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from pyproj import CRS, Proj

from csto_atlas.maps.spec.plane import Bounds
from csto_atlas.maps.spec.projecting import Points, project, unproject

GRID = 15  # points along each side of the grid over a view (our choice)
STEP = 0.01  # degrees of latitude, about 1.1 km: distance over which north is measured
# Degrees of latitude: closer to a pole the direction of north is not measured, because
# it changes too fast (our choice).
POLE = 89.0


@dataclass(frozen=True)
class Distortion:
    """The distortion of a projection over a set of points.

    Attributes
    ----------
    area : float
        Largest area scale divided by the smallest one: how much larger a state can be
        drawn than another state of the same size.
    angle : float
        Largest angular distortion in degrees.
    mean : float
        The criterion of Airy and Kavrayskiy (Frančula 1971, Die vorteilhaftesten
        Abbildungen in der Atlaskartographie): the root mean square of the natural
        logarithms of both semi-axes of Tissot's indicatrix, with the overall scale that
        makes it smallest.
    """

    area: float
    angle: float
    mean: float


def find_lean(crs: str, box: Bounds) -> float:
    """Return the largest angle between north and up in a part of a map.

    Parameters
    ----------
    crs : str
        A CRS that pyproj understands.
    box : tuple of float
        Left, bottom, right, top in the units of the CRS.

    Returns
    -------
    float
        Degrees, 0 to 180; 0 if no point of the box is on the globe.
    """
    degrees = sample(crs, box)
    here = project(crs, degrees)
    north = project(crs, degrees + np.array([0, STEP]))
    way = north - here
    lean = np.degrees(np.abs(np.arctan2(way[:, 0], way[:, 1])))
    return float(lean[np.isfinite(lean)].max(initial=0.0))


def sample(crs: str, box: Bounds) -> Points:
    """Return a grid of points over a part of a map, in degrees.

    Parameters
    ----------
    crs : str
    box : tuple of float
        Left, bottom, right, top in the units of the CRS.

    Returns
    -------
    ndarray of shape (n, 2)
        Longitude and latitude, without points off the globe or within a degree of a
        pole.
    """
    left, bottom, right, top = box
    x, y = np.meshgrid(np.linspace(left, right, GRID), np.linspace(bottom, top, GRID))
    degrees = unproject(crs, np.column_stack([x.ravel(), y.ravel()]))
    degrees = degrees[np.isfinite(degrees).all(axis=1)]
    found: Points = degrees[np.abs(degrees[:, 1]) < POLE]
    return found


def find_distortion(crs: str, points: Points) -> Distortion:
    """Measure the distortion of a projection over a set of points.

    Parameters
    ----------
    crs : str
        A CRS that pyproj understands.
    points : ndarray of shape (n, 2)
        Longitude and latitude in degrees. Points that the projection cannot show are
        ignored.

    Returns
    -------
    Distortion
        Computed from the factors of PROJ; infinite, with an angle of 180 degrees, if
        the projection shows none of the points.
    """
    factors = Proj(CRS.from_user_input(crs)).get_factors(*points.T)
    long = np.asarray(factors.tissot_semimajor)
    short = np.asarray(factors.tissot_semiminor)
    is_shown = np.isfinite(long) & np.isfinite(short) & (short > 0)
    if not is_shown.any():
        return Distortion(np.inf, 180.0, np.inf)
    axes = np.log([long[is_shown], short[is_shown]])
    areas, ratio = axes.sum(axis=0), np.exp(axes[0] - axes[1]).max()
    return Distortion(
        area=float(np.exp(areas.max() - areas.min())),
        angle=float(np.degrees(2 * np.arcsin((ratio - 1) / (ratio + 1)))),
        mean=float(axes.std()),
    )
