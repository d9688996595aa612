"""Choose a spot for each name by integer programming: the greatest total value.

Point-feature label placement as a 0-1 integer program: Zoraster 1990, "The solution of
large 0-1 integer programming problems encountered in automated cartography".
"""

from __future__ import annotations

from collections.abc import Sequence

import highspy
import numpy as np
import shapely
from numpy.typing import NDArray

from csto_atlas.maps.labels.spots import Spots, join_spots

MARGIN = 1.5  # pixels around each text: our own choice, so that texts do not touch
# The solver is limited by nodes, not by time, so that every machine finds the same
# places. Both limits are our own choice and keep a build short.
NODES = 200  # of the search tree
GAP = 0.002  # relative gap to the optimum at which the solver may stop
Conflicts = NDArray[np.intp]


def choose_spots(
    options: Sequence[Spots], values: Sequence[float], scales: tuple[float, float]
) -> list[int | None]:
    """Choose at most one spot for each name, so that no two names overlap.

    Parameters
    ----------
    options : sequence of Spots
        The candidate spots of each name.
    values : sequence of float
        The value of showing each name; the cost of the spot is subtracted from it.
    scales : tuple of float
        Nearest and farthest scale of the spots, in drawing steps per pixel.

    Returns
    -------
    list of int or None
        For each name the index into its options; None for a name that is not shown.
    """
    counts = [len(spots) for spots in options]
    owner = np.repeat(np.arange(len(options)), counts)
    first = np.concatenate([[0], np.cumsum(counts)])
    if not len(owner):
        return [None] * len(options)
    spots = join_spots(options)
    worth = np.repeat(values, counts) - spots.cost
    pairs = find_conflicts(spots, owner, scales)
    fixed, left = _settle(worth, owner, pairs)
    chosen = {int(owner[index]): index for index in fixed}
    for index in _solve(worth, owner, pairs, left):
        chosen[int(owner[index])] = index
    return [
        int(chosen[name] - first[name]) if name in chosen else None
        for name in range(len(options))
    ]


def find_conflicts(
    spots: Spots, owner: NDArray[np.intp], scales: tuple[float, float]
) -> Conflicts:
    """List the pairs of spots of different names that cannot both be used.

    Parameters
    ----------
    spots : Spots
        The spots of all names, one name after the other.
    owner : ndarray of int, shape (n,)
        Index of the name of each spot.
    scales : tuple of float
        Nearest and farthest scale of the spots, in drawing steps per pixel.

    Returns
    -------
    ndarray of int, shape (m, 2)
        Indexes into `spots`, the smaller one first in each pair.
    """
    texts = spots.texts(*scales, shrink=-MARGIN)
    led = np.flatnonzero(spots.is_led)
    lines = spots[led].lines(scales[1])
    tree = shapely.STRtree(texts)
    found = [tree.query(texts, predicate="intersects").T]
    if len(led):
        line, text = tree.query(lines, predicate="intersects")
        one, other = shapely.STRtree(lines).query(lines, predicate="intersects")
        found += [
            np.column_stack([led[line], text]),
            np.column_stack([led[one], led[other]]),
        ]
    pairs = np.sort(np.concatenate(found), axis=1)
    return np.unique(pairs[owner[pairs[:, 0]] != owner[pairs[:, 1]]], axis=0)


def _settle(
    worth: NDArray[np.float64], owner: NDArray[np.intp], pairs: Conflicts
) -> tuple[list[int], NDArray[np.bool_]]:
    """Fix the names whose best spot has no conflict, until there are no more.

    Returns
    -------
    fixed : list of int
        Indexes of the spots chosen.
    left : ndarray of bool, shape (n,)
        The spots of the other names, if they are worth more than they cost.
    """
    left = worth > 0
    fixed: list[int] = []
    while True:
        open_pairs = pairs[left[pairs].all(axis=1)]
        met = np.zeros(len(worth), dtype=bool)
        met[open_pairs.ravel()] = True
        best = _best(np.where(left, worth, -np.inf), owner)
        free = [index for index in best if left[index] and not met[index]]
        if not free:
            return fixed, left
        fixed += free
        left &= ~np.isin(owner, owner[free])


def _best(worth: NDArray[np.float64], owner: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return the spot of greatest worth of each name, the first one of a tie."""
    order = np.lexsort((np.arange(len(worth)), -worth, owner))
    best: NDArray[np.intp] = order[np.unique(owner[order], return_index=True)[1]]
    return best


def _solve(
    worth: NDArray[np.float64],
    owner: NDArray[np.intp],
    pairs: Conflicts,
    left: NDArray[np.bool_],
) -> list[int]:
    """Choose among the remaining spots by integer programming (HiGHS)."""
    index = np.flatnonzero(left)
    if not len(index):
        return []
    place = np.full(len(worth), -1)
    place[index] = np.arange(len(index))
    rows = _rows(place, owner, index, pairs[left[pairs].all(axis=1)])
    return [int(index[i]) for i in np.flatnonzero(_maximise(worth[index], rows) > 0.5)]


def _rows(
    place: NDArray[np.intp],
    owner: NDArray[np.intp],
    index: NDArray[np.intp],
    pairs: Conflicts,
) -> list[list[int]]:
    """List sets of variables of which at most one can be chosen."""
    names: dict[int, list[int]] = {}
    for spot in index:
        names.setdefault(int(owner[spot]), []).append(int(place[spot]))
    # One row for a spot and all the spots of another name that conflict with it: these
    # are fewer and tighter constraints than one for each pair.
    rivals: dict[tuple[int, int], list[int]] = {}
    for one, other in pairs:
        rivals.setdefault((place[one], owner[other]), []).append(int(place[other]))
        rivals.setdefault((place[other], owner[one]), []).append(int(place[one]))
    return [
        *(row for row in names.values() if len(row) > 1),
        *([int(spot), *others] for (spot, _), others in rivals.items()),
    ]


def _maximise(
    worth: NDArray[np.float64], rows: Sequence[Sequence[int]]
) -> NDArray[np.float64]:
    """Return the 0-1 variables of greatest total worth, at most one set in each row."""
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.silent()
    for option, value in {
        "output_flag": False,
        "threads": 1,
        "random_seed": 0,
        "mip_max_nodes": NODES,
        "mip_rel_gap": GAP,
    }.items():
        solver.setOptionValue(option, value)
    count, ends = len(worth), np.cumsum([0, *map(len, rows)])
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = count, len(rows)
    model.col_cost_ = -worth
    model.col_lower_, model.col_upper_ = np.zeros(count), np.ones(count)
    model.row_lower_ = np.full(len(rows), -highspy.kHighsInf)
    model.row_upper_ = np.ones(len(rows))
    model.integrality_ = [highspy.HighsVarType.kInteger] * count
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = ends
    matrix.index_ = np.concatenate([*map(np.asarray, rows)])
    matrix.value_ = np.ones(int(ends[-1]))
    solver.passModel(model)
    solver.run()
    return np.array(solver.getSolution().col_value)
