"""The lanes behind the slider: a bar of states for each item that a map is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from csto_atlas.maps.content.page_inputs import PageInputs
from csto_atlas.maps.content.summary import StateColumn
from csto_atlas.maps.timeline.changes import Changes, state_at

MOST_LANES = 12  # beyond that, the number of members is drawn as a stepped line
# Pixels. The picture has 120 of them: room for the thumb, lanes, and a row of events
# over the labels of the axis, in which a mark has a target of 24.
TALLEST, THUMB, EVENT_ROW = 120, 4, 24
WIDEST_LANE = 10
BARS = 14  # of the incidents
STEPS = 50  # of the stepped line

Turn = tuple[int, int, int]


@dataclass(frozen=True)
class Lanes:
    """What the script draws behind the slider.

    Attributes
    ----------
    rows : tuple of (str, str)
        Id and name of each item with a lane; empty if a map has too many.
    calls : dict of (str, bool)
        Who asked, and whether troops came, by the event of the call.
    turns : tuple of (int, int, int)
        Tick, and how many joined and left at it; empty if there are lanes.
    bars : tuple of (int, int)
        Tick, and how many incidents begin at it, for a map of a border.
    height : int
        Of the whole picture, in pixels.
    """

    rows: tuple[tuple[str, str], ...]
    calls: dict[str, tuple[str, bool]]
    turns: tuple[Turn, ...]
    bars: tuple[tuple[int, int], ...]
    height: int


def choose_lanes(page: PageInputs) -> Lanes:
    """Choose what stands behind the slider of a map.

    Parameters
    ----------
    page : PageInputs

    Returns
    -------
    Lanes
    """
    columns = page.summary.columns
    fits = len(columns) <= MOST_LANES
    rows = tuple((column.item, column.title) for column in columns) if fits else ()
    items = {item for item, _ in rows}
    inputs = page.inputs
    counting = frozenset(s.id for s in inputs.dataset.statuses if s.counts)
    bars = _count_incidents(page) if inputs.spec.tells == "states" else ()
    return Lanes(
        rows=rows,
        calls={
            event.id: (event.request.by, event.request.troops)
            for event in inputs.events
            if event.request and event.request.by in items
        },
        turns=() if fits else find_turns(columns, counting, len(inputs.ticks)),
        bars=bars,
        height=measure_lanes(len(rows), has_bars=bool(bars)),
    )


def measure_lanes(rows: int, *, has_bars: bool) -> int:
    """Return the height of the picture behind the slider, in pixels.

    Parameters
    ----------
    rows : int
        How many lanes it has; without any, it has a stepped line.
    has_bars : bool
        Whether it has a histogram.
    """
    bars = BARS if has_bars else 0
    room = TALLEST - THUMB - EVENT_ROW - bars
    lanes = rows * min(WIDEST_LANE, room // rows) if rows else STEPS
    return THUMB + lanes + bars + EVENT_ROW


def find_turns(
    columns: Sequence[StateColumn], counting: frozenset[str], length: int
) -> tuple[Turn, ...]:
    """Find the ticks at which states join or leave.

    Parameters
    ----------
    columns : sequence of StateColumn
    counting : frozenset of str
        The statuses that count as being in.
    length : int
        How many ticks there are.

    Returns
    -------
    tuple of (int, int, int)
        Tick, how many joined, how many left.
    """
    found = []
    for tick in range(1, length):
        ways = Counter(_turn(column.changes, counting, tick) for column in columns)
        if ways[1] or ways[-1]:
            found.append((tick, ways[1], ways[-1]))
    return tuple(found)


def _turn(changes: Changes, counting: frozenset[str], tick: int) -> int:
    """Return 1 for one that joins at a tick, -1 for one that leaves, else 0."""
    now, before = (state_at(changes, at) in counting for at in (tick, tick - 1))
    return now - before


def _count_incidents(page: PageInputs) -> tuple[tuple[int, int], ...]:
    spans = page.inputs.spans
    counts = Counter(
        spans[event.id][0] for event in page.inputs.events if event.kind == "incident"
    )
    return tuple(sorted(counts.items()))
