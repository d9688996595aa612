"""Which territory lies next to which on the drawing, for walking with arrow keys."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

# Left, up, right, down on the drawing, where y grows downwards.
DIRECTIONS = np.array([(-1, 0), (0, -1), (1, 0), (0, 1)])
ASIDE = 2.0  # what a length across the direction costs, beside the way itself
BORDER = 0.8  # what a way over a shared border costs of its length
NOBODY = -1
Steps = list[int]


def find_neighbours(shapes: gpd.GeoSeries) -> list[Steps]:
    """Find the next territory in each direction of every territory.

    Parameters
    ----------
    shapes : GeoSeries
        Territories in drawing steps.

    Returns
    -------
    list of list of int
        For every territory the numbers of those to the left, above, to the right
        and below; -1 where there is nobody.
    """
    largest = [max(shapely.get_parts(shape), key=shapely.area) for shape in shapes]
    middles = shapely.get_coordinates(shapely.point_on_surface(largest))
    touch = np.eye(len(shapes), dtype=bool)
    touch[tuple(shapes.sindex.query(shapes, predicate="intersects"))] = True
    return find_steps(middles, touch)


def find_steps(middles: NDArray[np.float64], touch: NDArray[np.bool_]) -> list[Steps]:
    """Choose for every point the best one in each direction.

    The best is near and straight ahead, and who shares a border counts as nearer. One
    point is not chosen for two directions as long as there is another, so that a walk
    comes to more of them.

    Parameters
    ----------
    middles : ndarray of shape (n, 2)
    touch : ndarray of shape (n, n)
        Whether the territories around two points share a border.

    Returns
    -------
    list of list of int
    """
    ways = middles[None, :, :] - middles[:, None, :]
    far = np.hypot(ways[..., 0], ways[..., 1])
    ahead = np.moveaxis(ways @ DIRECTIONS.T, 2, 0)  # direction, from, to
    aside = np.sqrt(np.maximum(far**2 - ahead**2, 0))
    cost = (far + ASIDE * aside) * np.where(touch, BORDER, 1)
    cost = np.where(ahead > 0, cost, np.inf)
    return [_choose(cost[:, start]) for start in range(len(middles))]


def _choose(cost: NDArray[np.float64]) -> Steps:
    """Choose by the costs of one point, by direction and other point."""
    steps = [NOBODY] * len(DIRECTIONS)
    # Other directions can take as many points away as there are of them, less one.
    best = np.argsort(cost, axis=1, kind="stable")[:, : len(DIRECTIONS)]
    possible = sorted(
        (float(cost[direction, other]), direction, int(other))
        for direction, others in enumerate(best)
        for other in others
        if cost[direction, other] < np.inf
    )
    for is_again in (False, True):
        for _, direction, other in possible:
            if steps[direction] == NOBODY and (is_again or other not in steps):
                steps[direction] = other
    return steps
