"""The first views of a map: boxes on its plane around what it is about."""

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

WIDE, NARROW = 1.65, 1.2  # width by height of the first views
MARGIN = 0.07  # of its size, around what a map is about
LEAST_KM = 250.0  # what a map shows at least, or one would see only coarse lines


def core_box(crs: str, points: Points) -> Bounds:
    """Return the box that points in degrees span on a plane, with a margin."""
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
    """Widen or heighten a box until its width is so many times its height."""
    left, bottom, right, top = box
    across = max(0.0, (top - bottom) * ratio - (right - left)) / 2
    along = max(0.0, (right - left) / ratio - (top - bottom)) / 2
    grown = (left - across, bottom - along, right + across, top + along)
    return keep_on_globe(crs, grown)


def keep_on_globe(crs: str, box: Sequence[float]) -> Bounds:
    """Cut a box where the globe ends on the plane, if it is a map of the world."""
    left, bottom, right, top = map(float, box)
    if "+proj=eqearth" not in crs:
        return left, bottom, right, top
    lon_0 = find_meridian(crs)
    edge = np.array([(lon_0 + 179.999, 0), (lon_0, 90)])
    (x, _), (_, y) = project(crs, edge)
    return max(left, -x), max(bottom, -y), min(right, x), min(top, y)
