"""Candidate spots for a name: across its border, beside it, or at a leader line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from csto_atlas.maps.labels.model import PADDING
from csto_atlas.maps.labels.spots import Array, Mask, Spots, make_spots
from csto_atlas.maps.labels.surroundings import Surroundings
from csto_atlas.maps.labels.wordings import Wording

# The numbers below are our own choice. With many more candidates the solver is too
# slow (docs/decisions/026-names-by-a-solver.md).
GRID = (11, 9)  # positions of a text that are tried across and down a territory
SAMPLES = (7, 3)  # points of a text that are tested across and down
LEAST_INSIDE = 0.4  # share of an overhanging text that must lie in its territory
TURNS = 16  # directions that are tried around a territory
LINES = (10.0, 18.0, 27.0, 36.0)  # pixels: lengths of leader lines
GAP = 4.0  # pixels from a territory to the name beside it
NEAR = 8.0  # pixels: a name this close to its territory needs no line
# Costs of a spot. The values rank the kinds: overhanging before beside the territory,
# and a leader line last.
OVERHANGS, OVERHANGS_BY = 8.0, 20.0
BESIDE, LED, PER_LINE, ON_LAND = 14.0, 30.0, 0.4, 5.0
PER_PIXEL = 0.05


def overhang(
    wordings: Sequence[Wording], part: BaseGeometry, heart: Array, scale: float
) -> Spots:
    """List spots where a good part of the text lies in the territory.

    Parameters
    ----------
    wordings : sequence of Wording
    part : shapely geometry
        The part of the territory that is named, in drawing steps.
    heart : ndarray of shape (2,)
        Centre of the largest circle inscribed in it, in drawing steps.
    scale : float
        In drawing steps per pixel.

    Returns
    -------
    Spots
    """
    left, top, right, bottom = part.bounds
    xs, ys = np.meshgrid(
        np.linspace(left, right, GRID[0] + 2),
        np.linspace(top, bottom, GRID[1] + 2)[1:-1],
    )
    points = np.vstack([heart, np.column_stack([xs.ravel(), ys.ravel()])])
    count = len(wordings)
    wording = np.repeat(np.arange(count), len(points))
    spots = make_spots(np.tile(points, (count, 1)), wordings, wording)
    across, down = (np.linspace(-0.95, 0.95, n) for n in SAMPLES)
    inner = np.stack(np.meshgrid(across, 0.6 * down), axis=-1).reshape(1, -1, 2)
    samples = spots.point[:, None] + inner * spots.half[:, None] * scale
    inside = shapely.contains_xy(part, samples.reshape(-1, 2)).reshape(len(spots), -1)
    share = inside.mean(axis=1)
    off = np.hypot(*(spots.point - heart).T) / scale
    cost = spots.cost + OVERHANGS + OVERHANGS_BY * (1 - share) + PER_PIXEL * off
    return replace(spots, inside=share, cost=cost)[share >= LEAST_INSIDE]


def _rays(
    wordings: Sequence[Wording], steps: Sequence[float]
) -> tuple[Array, Array, NDArray[np.intp], Array]:
    """Combine every wording with every direction and every length of a line.

    Returns
    -------
    ways : ndarray of shape (n, 2)
        Unit vectors.
    support : ndarray of shape (n,)
        Pixels from the middle of the text to its edge in that direction.
    wording : ndarray of int, shape (n,)
        Index into `wordings`.
    length : ndarray of shape (n,)
        Taken from `steps`, in pixels.
    """
    turns = np.linspace(0, 2 * np.pi, TURNS, endpoint=False)
    directions = np.column_stack([np.cos(turns), np.sin(turns)])
    wording, turn, length = (
        grid.ravel()
        for grid in np.meshgrid(
            np.arange(len(wordings)), np.arange(TURNS), steps, indexing="ij"
        )
    )
    wording, turn = wording.astype(np.intp), turn.astype(np.intp)
    ways = directions[turn]
    halves = np.array([way.half for way in wordings])[wording]
    with np.errstate(divide="ignore"):
        support = (halves / np.abs(ways)).min(axis=1)
    return ways, support, wording, length


def stand_beside(
    wordings: Sequence[Wording],
    around: Surroundings,
    heart: Array,
    scales: tuple[float, float],
) -> Spots:
    """List spots on water beside the territory.

    A spot is left out if the text touches another territory, or if one that has a
    status is at least as near as its own.

    Parameters
    ----------
    wordings : sequence of Wording
    around : Surroundings
    heart : ndarray of shape (2,)
        Centre of the largest circle inscribed in the territory, in drawing steps.
    scales : tuple of float
        Nearest and farthest scale of the spot, in drawing steps per pixel.

    Returns
    -------
    Spots
    """
    part, farthest = around.part, scales[1]
    ways, support, wording, _ = _rays(wordings, (0.0,))
    offset = np.rint(ways * (support + GAP)[:, None])
    coast = _leave_hull(part, heart, ways)
    spots = make_spots(coast, wordings, wording, offset=offset)
    is_land: Mask = shapely.intersects(around.land, spots.texts(*scales))
    spots = spots[~is_land]
    texts = spots.texts(farthest, farthest)
    gap = shapely.distance(part, texts)
    is_own: Mask = ~(
        shapely.distance(around.marked, texts) <= gap
    )  # the distance is NaN if `marked` is empty
    cost = spots.cost + BESIDE + gap / farthest
    fits = is_own & (gap < NEAR * farthest)
    return replace(spots, inside=np.zeros(len(spots)), cost=cost)[fits]


def _leave_hull(part: BaseGeometry, heart: Array, ways: Array) -> Array:
    """Return the points where rays from `heart` leave the convex hull of `part`."""
    corners = shapely.get_coordinates(shapely.orient_polygons(part.convex_hull))
    sides = np.diff(corners, axis=0)
    outward = np.column_stack([sides[:, 1], -sides[:, 0]])
    room = ((corners[:-1] - heart) * outward).sum(axis=1)
    speed = ways @ outward.T
    with np.errstate(divide="ignore", invalid="ignore"):
        length = np.where(speed > 0, room / speed, np.inf).min(axis=1)
    edge: Array = heart + ways * length[:, None]
    return edge


def lead(
    wordings: Sequence[Wording],
    around: Surroundings,
    heart: Array,
    scales: tuple[float, float],
) -> Spots:
    """List spots at the end of a leader line from the middle of the territory.

    Parameters
    ----------
    wordings : sequence of Wording
    around : Surroundings
    heart : ndarray of shape (2,)
        Centre of the largest circle inscribed in the territory, in drawing steps.
    scales : tuple of float
        Nearest and farthest scale of the spot, in drawing steps per pixel.

    Returns
    -------
    Spots
    """
    ways, support, wording, length = _rays(wordings, LINES)
    offset = np.rint(ways * (support + length)[:, None])
    end = np.rint(ways * (length + PADDING / 2)[:, None])
    spots = make_spots(
        np.broadcast_to(heart, ways.shape).copy(),
        wordings,
        wording,
        offset=offset,
        end=end,
    )
    lands = shapely.intersects(around.land, spots.texts(*scales))
    cost = spots.cost + LED + PER_LINE * length + ON_LAND * lands
    return replace(spots, inside=np.zeros(len(spots)), cost=cost)
