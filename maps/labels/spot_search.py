"""Find the spots that are allowed for a name, and keep the cheapest of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely

from csto_atlas.maps.labels.candidates import lead, overhang, stand_beside
from csto_atlas.maps.labels.model import SHRINK, Constraints
from csto_atlas.maps.labels.spots import Mask, Spots, join_spots
from csto_atlas.maps.labels.surroundings import Surroundings
from csto_atlas.maps.labels.wordings import Wording

# The numbers below are our own choice.
LONGEST_LINE = 40.0  # pixels: a bound of the lengths of leader lines
# Costs of a spot: to leave the first view is worse than to cover a sign or a number.
COVERS_SIGN, COVERS_NUMBER, LEAVES_VIEW = 8.0, 60.0, 25.0
KEPT = 6.0  # lower cost of the spot used at farther scales, so that names rarely move
SIGN_ROOM = 6.0  # pixels kept free around a sign
# Most spots of each kind. With more, the solver is too slow (docs/decisions/026).
CHOICES = {"overhang": 6, "beside": 4, "led": 8}
APART = 7.0  # pixels: the least distance between two spots that are kept


def find_spots(
    wordings: Sequence[Wording],
    around: Surroundings,
    kept: Spots | None,
    constraints: Constraints,
    scales: tuple[float, float],
) -> Spots:
    """Find spots for a name that does not fit into its territory.

    No spot and no leader line is on another territory that has a status.

    Parameters
    ----------
    wordings : sequence of Wording
    around : Surroundings
    kept : Spots or None
        The spot of the name in the next farther band of scales.
    constraints : Constraints
    scales : tuple of float
        Nearest and farthest scale of the spots, in drawing steps per pixel.

    Returns
    -------
    Spots
    """
    farthest = scales[1]
    heart = shapely.get_coordinates(
        shapely.maximum_inscribed_circle(around.part, tolerance=2 * farthest)
    )[0]
    kinds = {
        "overhang": overhang(wordings, around.part, heart, farthest),
        "beside": stand_beside(wordings, around, heart, scales),
    }
    # Farther than any first view, where a part is shown small, lines would be a web.
    if not constraints.views or any(v.farthest > scales[0] for v in constraints.views):
        kinds["led"] = lead(wordings, around, heart, scales)
    found = []
    for kind, spots in kinds.items():
        is_free = kind == "beside"  # these touch no territory at all
        allowed = spots if is_free else spots[is_allowed(spots, around, scales)]
        costed = add_costs(allowed, constraints, scales)
        found.append(pick_few(costed, CHOICES[kind], APART * farthest, scales))
    if kept is not None:
        again = kept[is_allowed(kept, around, scales)]
        found.append(replace(again, cost=again.cost - KEPT * ~again.is_led))
    return join_spots(found)


def is_allowed(spots: Spots, around: Surroundings, scales: tuple[float, float]) -> Mask:
    """Tell which spots keep text and line off other territories with a status.

    Parameters
    ----------
    spots : Spots
    around : Surroundings
    scales : tuple of float
        Nearest and farthest scale of the spots, in drawing steps per pixel.

    Returns
    -------
    ndarray of bool, shape (n,)
    """
    shrink = np.column_stack(
        [np.full(len(spots), SHRINK[0]), spots.half[:, 1] * (1 - SHRINK[1])]
    )
    texts = spots.texts(*scales, shrink)
    met: Mask = np.asarray(shapely.intersects(around.marked, texts))
    led = np.flatnonzero(spots.is_led)
    if len(led):
        led = led[~met[led]]
        met[led] = shapely.intersects(around.marked, spots[led].lines(scales[1]))
    return ~met


def add_costs(
    spots: Spots, constraints: Constraints, scales: tuple[float, float]
) -> Spots:
    """Add the costs of covering signs and numbers and of leaving the first view.

    Parameters
    ----------
    spots : Spots
    constraints : Constraints
    scales : tuple of float
        Nearest and farthest scale of the spots, in drawing steps per pixel.

    Returns
    -------
    Spots
    """
    farthest = scales[1]
    left, top, right, bottom = spots.boxes(farthest, farthest).T
    cost = spots.cost.copy()
    if len(constraints.signs) and len(spots):
        x, y = constraints.signs.T
        room = SIGN_ROOM * farthest
        covers = (
            (x > left[:, None] - room) & (x < right[:, None] + room)
            & (y > top[:, None] - room) & (y < bottom[:, None] + room)
        ).any(axis=1)  # fmt: skip
        cost += COVERS_SIGN * covers
    for number in constraints.standing:
        if number.text:
            x0, y0, x1, y1 = number.box(farthest)
            cost += COVERS_NUMBER * (
                (left < x1) & (right > x0) & (top < y1) & (bottom > y0)
            )
    for view in constraints.views:
        if not view.is_at(*scales):
            continue
        if view.covered is not None:
            x0, y0, x1, y1 = view.covered.bounds
            cost += LEAVES_VIEW * (
                (left < x1) & (right > x0) & (top < y1) & (bottom > y0)
            )
        x0, y0, x1, y1 = view.box.bounds
        is_out = (left < x0) | (top < y0) | (right > x1) | (bottom > y1)
        cost += LEAVES_VIEW * is_out
    return replace(spots, cost=cost)


def pick_few(
    spots: Spots, count: int, apart: float, scales: tuple[float, float]
) -> Spots:
    """Keep the cheapest spots that are some distance apart.

    Fewer spots make the integer program of `choice` faster to solve.

    Parameters
    ----------
    spots : Spots
    count : int
        Most spots that are kept.
    apart : float
        Least distance of two spots, in drawing steps (sum over both axes); of spots
        closer to each other the cheapest is kept.
    scales : tuple of float
        Nearest and farthest scale of the spots, in drawing steps per pixel.

    Returns
    -------
    Spots
        The cheapest first.
    """
    middle = spots.point + spots.offset * scales[1]
    cost = spots.cost.copy()
    chosen: list[int] = []
    while len(chosen) < count and np.isfinite(cost).any():
        best = int(np.argmin(cost))
        chosen.append(best)
        near = np.abs(middle - middle[best]).sum(axis=1) < apart
        cost[near & (spots.cost >= spots.cost[best])] = np.inf
    return spots[np.array(chosen, dtype=np.intp)]
