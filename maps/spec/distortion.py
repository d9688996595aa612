"""How a projection distorts: lean of meridians, stretch of areas, bend of angles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from pyproj import CRS, Proj

from csto_atlas.maps.spec.plane import Bounds
from csto_atlas.maps.spec.projecting import Points, project, unproject

GRID = 15  # points along each side of a view that it is measured at
STEP = 0.01  # degrees along a meridian
POLE = 89.0  # degrees: nearer to a pole no direction is north


@dataclass(frozen=True)
class Distortion:
    """The distortion of a projection over some points.

    Attributes
    ----------
    area : float
        How many times larger a state may be drawn than another one of its size.
    angle : float
        The largest angular distortion, in degrees.
    mean : float
        The criterion of Airy and Kavrayskiy: the root mean square of the logarithms of
        both semi-axes of Tissot's indicatrix, after the best change of scale.
    """

    area: float
    angle: float
    mean: float


def find_lean(crs: str, box: Bounds) -> float:
    """Return how far a meridian leans at most in a part of a map.

    Parameters
    ----------
    crs : str
        A CRS that pyproj understands.
    box : tuple of float
        Left, bottom, right, top on its plane.

    Returns
    -------
    float
        Degrees between north and straight up, 0 to 180.
    """
    degrees = sample(crs, box)
    here = project(crs, degrees)
    north = project(crs, degrees + np.array([0, STEP]))
    way = north - here
    lean = np.degrees(np.abs(np.arctan2(way[:, 0], way[:, 1])))
    return float(lean[np.isfinite(lean)].max(initial=0.0))


def sample(crs: str, box: Bounds) -> Points:
    """Return points all over a part of a map in degrees, if they are on the globe."""
    left, bottom, right, top = box
    x, y = np.meshgrid(np.linspace(left, right, GRID), np.linspace(bottom, top, GRID))
    degrees = unproject(crs, np.column_stack([x.ravel(), y.ravel()]))
    degrees = degrees[np.isfinite(degrees).all(axis=1)]
    found: Points = degrees[np.abs(degrees[:, 1]) < POLE]
    return found


def find_distortion(crs: str, points: Points) -> Distortion:
    """Measure the distortion of a projection over points.

    Parameters
    ----------
    crs : str
    points : ndarray of shape (n, 2)
        Degrees; those that the projection does not show do not count.

    Returns
    -------
    Distortion
        From the factors that PROJ computes.
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
