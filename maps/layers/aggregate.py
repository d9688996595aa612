"""Count the rows of a layer by cell and tick; counts of parts can be added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csto_atlas.events.layers.row_texts import read_row_texts
from csto_atlas.events.layers.row_values import read_values
from csto_atlas.events.layers.rows import Chunk
from csto_atlas.maps.joins.row_coverage import JOINED, join_days, join_points
from csto_atlas.maps.layers.plan import Plan, is_inside, locate_ticks

# Our own choice: they bound the size of a page (docs/decisions/014).
FEW = 1500  # most events that a map shows one by one
CELLS = 1500  # most cells of a grid
PAIRS = 60_000  # most pairs of a cell and a tick
COUNTS = ["events", "low", "best", "high", "vague_places", "vague_dates"]
BY_CELL = ["cell", "tick"]
BY_GROUND = ["tick", *JOINED]


@dataclass(frozen=True)
class Bins:
    """Counts of some rows of a layer.

    Counts are whole numbers, and a grid that is too fine for some rows is too fine for
    more of them. So counts can be added in any order and in any grouping.

    Attributes
    ----------
    total, undated, unplaced, outside, shown : int
        Numbers of rows: all; those in no tick; those in a tick without a place; those
        in a tick beyond the frame of the map; those that are shown.
    rows : DataFrame or None
        The rows that are shown, joined, with their texts; None if there are more than
        `FEW`.
    cells : mapping of DataFrame
        By resolution: `COUNTS` by ``cell`` and ``tick``, sorted. A grid with more than
        `CELLS` cells or `PAIRS` rows is left out, unless it is the coarsest.
    grounds : DataFrame
        `COUNTS` by ``tick``, ``codes``, ``area`` and ``statuses``, sorted.
    """

    total: int = 0
    undated: int = 0
    unplaced: int = 0
    outside: int = 0
    shown: int = 0
    rows: pd.DataFrame | None = field(default_factory=pd.DataFrame)
    cells: Mapping[int, pd.DataFrame] = field(default_factory=dict)
    grounds: pd.DataFrame = field(default_factory=pd.DataFrame)


def bin_chunk(chunk: Chunk, plan: Plan, grids: tuple[int, ...] | None = None) -> Bins:
    """Read, join and count some rows.

    An event is counted in the tick of its first day. If that day is before the timeline
    or between its segments, it is counted in the first tick that it falls in.

    Parameters
    ----------
    chunk : Chunk
    plan : Plan
    grids : tuple of int, optional
        H3 resolutions to count in; those of the plan if not given.

    Returns
    -------
    Bins
    """
    values = read_values(chunk, plan.layer)
    first, last = locate_ticks(values["start"], values["end"], plan)
    is_dated = first <= last
    is_placed = values["lon"].notna().to_numpy()
    dated = np.flatnonzero(is_dated & is_placed)
    rows = values.iloc[dated].assign(tick=first[dated], last=last[dated])
    point, points = _points(rows)
    inside = is_inside(points, plan)
    kept, where = inside[point], dated[inside[point]]
    rows, point = rows[kept].reset_index(drop=True), point[kept]
    points = points[inside]
    point = np.searchsorted(np.flatnonzero(inside), point)
    found = join_points(points.reset_index(drop=True), plan.setting)
    rows = pd.concat([rows, found.iloc[point].reset_index(drop=True)], axis=1)
    rows = pd.concat([rows, join_days(rows, plan.setting)], axis=1)
    counts = _counts(rows)
    texts = read_row_texts(chunk, plan.layer, where) if len(rows) <= FEW else None
    return Bins(
        total=len(values),
        undated=int((~is_dated).sum()),
        unplaced=int((is_dated & ~is_placed).sum()),
        outside=len(dated) - len(rows),
        shown=len(rows),
        rows=None if texts is None else pd.concat([rows, texts], axis=1),
        cells=_cells(points, point, counts, plan, grids),
        grounds=_sum(pd.concat([rows[list(JOINED)], counts], axis=1), BY_GROUND),
    )


def add_bins(one: Bins, other: Bins) -> Bins:
    """Add the counts of two parts of a layer.

    Parameters
    ----------
    one, other : Bins
        Counts of different rows, by the same plan.

    Returns
    -------
    Bins
        Equal to the counts of all these rows together.
    """
    shown = one.shown + other.shown
    rows = None
    if shown <= FEW and one.rows is not None and other.rows is not None:
        rows = _stack(one.rows, other.rows)
    cells = {
        grid: _sum(_stack(one.cells[grid], other.cells[grid]), BY_CELL)
        for grid in one.cells.keys() & other.cells.keys()
    }
    return Bins(
        total=one.total + other.total,
        undated=one.undated + other.undated,
        unplaced=one.unplaced + other.unplaced,
        outside=one.outside + other.outside,
        shown=shown,
        rows=rows,
        cells=_without_crowded(cells),
        grounds=_sum(_stack(one.grounds, other.grounds), BY_GROUND),
    )


def _points(rows: pd.DataFrame) -> tuple[NDArray[np.int64], pd.DataFrame]:
    """Return for each row the index of its point, and the distinct points."""
    places = rows[["lon", "lat", "radius_km"]]
    groups = places.groupby(list(places), sort=False, dropna=False).ngroup().to_numpy()
    _, firsts = np.unique(groups, return_index=True)
    return groups, places.iloc[firsts].reset_index(drop=True)


def _counts(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the tick and the counts of each row."""
    return pd.DataFrame(
        {
            "tick": rows["tick"].astype(np.int64),
            "events": np.ones(len(rows), np.int64),
            **{
                name: rows[name].fillna(0).astype(np.int64)
                for name in ("low", "best", "high")
            },
            "vague_places": (rows["radius_km"] != 0).astype(np.int64),
            "vague_dates": (~rows["is_exact"]).astype(np.int64),
        }
    )


def _cells(
    points: pd.DataFrame,
    point: NDArray[np.int64],
    counts: pd.DataFrame,
    plan: Plan,
    grids: tuple[int, ...] | None,
) -> dict[int, pd.DataFrame]:
    """Count rows by cell and tick in each grid that does not get too many cells."""
    found = {}
    for grid in plan.resolutions if grids is None else grids:
        cells = _cells_of(points, grid)[point]
        found[grid] = _sum(counts.assign(cell=cells), BY_CELL)
    return _without_crowded(found)


def _cells_of(points: pd.DataFrame, grid: int) -> NDArray[np.uint64]:
    from h3.api.numpy_int import latlng_to_cell

    pairs = zip(points["lat"].tolist(), points["lon"].tolist(), strict=True)
    cells = (latlng_to_cell(lat, lon, grid) for lat, lon in pairs)
    return np.fromiter(cells, np.uint64, len(points))


def _without_crowded(cells: dict[int, pd.DataFrame]) -> dict[int, pd.DataFrame]:
    """Leave out grids with too many cells or pairs, except the coarsest one."""
    return {
        grid: cells[grid]
        for grid in sorted(cells)
        if grid == min(cells)
        or (len(cells[grid]) <= PAIRS and cells[grid]["cell"].nunique() <= CELLS)
    }


def _stack(one: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    filled = [frame for frame in (one, other) if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else one


def _sum(frame: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    return frame.groupby(by, sort=True, as_index=False)[COUNTS].sum()
