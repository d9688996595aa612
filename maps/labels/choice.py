"""The choice of spots: as many names as possible, each where it stands best."""

from __future__ import annotations

from collections.abc import Sequence

import highspy
import numpy as np
import shapely
from numpy.typing import NDArray

from csto_atlas.maps.labels.spots import Spots, join_spots

MARGIN = 1.5  # pixels between two texts
# The solver stops after a number of steps, never after a time: the same names stand in
# the same places on every machine, however busy it is.
NODES = 200
GAP = 0.002  # of the best result that may still be missed
Conflicts = NDArray[np.intp]


def choose(
    options: Sequence[Spots], values: Sequence[float], scales: tuple[float, float]
) -> list[int | None]:
    """Choose at most one spot for each name, so that no two names meet.

    Parameters
    ----------
    options : sequence of Spots
        For each name.
    values : sequence of float
        What it is worth to show a name; a spot costs as much less.
    scales : tuple of float
        Nearest and farthest scale at which they stand there.

    Returns
    -------
    list of int or None
        The spot of each name: an index into its options; None for a name left out.
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
    """List the pairs of spots of two names that cannot both be used.

    Parameters
    ----------
    spots : Spots
        Of all names, one after the other.
    owner : ndarray of int, shape (n,)
        Index of the name that a spot belongs to.
    scales : tuple of float
        Nearest and farthest scale at which they stand there.

    Returns
    -------
    ndarray of shape (m, 2)
        Indexes, the smaller one first.
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
    """Give every name its best spot if that meets nothing; return the spots left."""
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
    """Return the most worthy spot of each name, the first of equals."""
    order = np.lexsort((np.arange(len(worth)), -worth, owner))
    best: NDArray[np.intp] = order[np.unique(owner[order], return_index=True)[1]]
    return best


def _solve(
    worth: NDArray[np.float64],
    owner: NDArray[np.intp],
    pairs: Conflicts,
    left: NDArray[np.bool_],
) -> list[int]:
    """Choose among the spots left by integer programming (HiGHS)."""
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
    """List sets of variables of which one at most can be chosen."""
    names: dict[int, list[int]] = {}
    for spot in index:
        names.setdefault(int(owner[spot]), []).append(int(place[spot]))
    # All spots of one name that meet a spot of another exclude it together: fewer
    # and stronger rows than one for each pair.
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
    """Return the variables, 0 or 1, with the greatest worth; one at most in a row."""
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
