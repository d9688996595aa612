"""Neighbours of each territory on the drawing, for moving with the arrow keys."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

# Left, up, right, down on the drawing, where y increases downwards.
DIRECTIONS = np.array([(-1, 0), (0, -1), (1, 0), (0, 1)])
# Both weights are our choice: a neighbour straight ahead is preferred to a closer one
# at the side, and one with a shared border to one without.
ASIDE = 2.0  # weight of the distance across the direction, added to the distance
BORDER = 0.8  # factor for the cost of a territory with a shared border
NOBODY = -1  # no territory in that direction
Steps = list[int]


def find_neighbours(shapes: gpd.GeoSeries) -> list[Steps]:
    """Find the neighbour of every territory in each of four directions.

    Parameters
    ----------
    shapes : GeoSeries
        Territories in drawing steps.

    Returns
    -------
    list of list of int
        For every territory, the positions in `shapes` of its neighbours to the left,
        above, to the right and below; -1 if there is none.
    """
    largest = [max(shapely.get_parts(shape), key=shapely.area) for shape in shapes]
    middles = shapely.get_coordinates(shapely.point_on_surface(largest))
    touch = np.eye(len(shapes), dtype=bool)
    touch[tuple(shapes.sindex.query(shapes, predicate="intersects"))] = True
    return find_steps(middles, touch)


def find_steps(middles: NDArray[np.float64], touch: NDArray[np.bool_]) -> list[Steps]:
    """Choose the best neighbour of every point in each of four directions.

    The best neighbour is close and straight ahead; a shared border makes it count as
    closer. A point is used for a second direction only if there is no other point, so
    that the arrow keys reach more territories.

    Parameters
    ----------
    middles : ndarray of shape (n, 2)
        A point inside each territory, in drawing steps.
    touch : ndarray of bool of shape (n, n)
        Whether two territories share a border.

    Returns
    -------
    list of list of int
        As `find_neighbours` returns it.
    """
    ways = middles[None, :, :] - middles[:, None, :]
    far = np.hypot(ways[..., 0], ways[..., 1])
    ahead = np.moveaxis(ways @ DIRECTIONS.T, 2, 0)  # direction, from, to
    aside = np.sqrt(np.maximum(far**2 - ahead**2, 0))
    cost = (far + ASIDE * aside) * np.where(touch, BORDER, 1)
    cost = np.where(ahead > 0, cost, np.inf)
    return [_choose(cost[:, start]) for start in range(len(middles))]


def _choose(cost: NDArray[np.float64]) -> Steps:
    """Choose the neighbours of one point by cost, an array of shape (4, n)."""
    steps = [NOBODY] * len(DIRECTIONS)
    # The four cheapest points per direction are enough: the other three directions
    # can use up three of them.
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
