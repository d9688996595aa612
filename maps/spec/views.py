"""The first views of a map: boxes on its plane around its subject."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from csto_atlas.maps.spec.parts import Views
from csto_atlas.maps.spec.plane import Bounds
from csto_atlas.maps.spec.projecting import (
    Points,
    find_meridian,
    km_per_unit,
    project,
)

# The constants are our choice.
WIDE, NARROW = 1.65, 1.2  # width divided by height of the first views
MARGIN = 0.07  # margin on each side of the subject, as a share of its size
LEAST_KM = 250.0  # smallest side of a view: closer, the boundaries look coarse


def core_box(crs: str, points: Points) -> Bounds:
    """Return the bounds of points on a plane, with a margin.

    Parameters
    ----------
    crs : str
    points : ndarray of shape (n, 2)
        Longitude and latitude in degrees.

    Returns
    -------
    tuple of float
        Left, bottom, right, top in the units of the CRS; at least 250 km each way
        (``LEAST_KM``).
    """
    flat = project(crs, points)
    flat = flat[np.isfinite(flat).all(axis=1)]
    low, high = flat.min(axis=0), flat.max(axis=0)
    least = LEAST_KM / km_per_unit(crs)
    half = np.maximum((high - low) * (0.5 + MARGIN), least / 2)
    middle = (low + high) / 2
    return keep_on_globe(crs, (*(middle - half), *(middle + half)))


def first_views(crs: str, core: Bounds) -> Views:
    """Return the first views of wide and of narrow screens around a box."""
    return Views(wide=_shape(crs, core, WIDE), narrow=_shape(crs, core, NARROW))


def _shape(crs: str, box: Bounds, ratio: float) -> Bounds:
    """Extend a box in width or height to a ratio of width to height."""
    left, bottom, right, top = box
    across = max(0.0, (top - bottom) * ratio - (right - left)) / 2
    along = max(0.0, (right - left) / ratio - (top - bottom)) / 2
    grown = (left - across, bottom - along, right + across, top + along)
    return keep_on_globe(crs, grown)


def keep_on_globe(crs: str, box: Sequence[float]) -> Bounds:
    """Clip a box to the edge of the globe on a world map in Equal Earth."""
    left, bottom, right, top = map(float, box)
    if "+proj=eqearth" not in crs:
        return left, bottom, right, top
    lon_0 = find_meridian(crs)
    edge = np.array([(lon_0 + 179.999, 0), (lon_0, 90)])
    (x, _), (_, y) = project(crs, edge)
    return max(left, -x), max(bottom, -y), min(right, x), min(top, y)
