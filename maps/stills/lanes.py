"""The lanes of time below the key of a still, where the key leaves them room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from csto_atlas.maps.content.lanes import MOST_LANES
from csto_atlas.maps.content.status_bars import BAR, HEIGHTS, list_runs, write_bar
from csto_atlas.maps.content.summary import StateColumn
from csto_atlas.maps.labels.text_width import text_width
from csto_atlas.maps.timeline.changes import NONE

PITCH = 14  # pixels from one lane to the next
LETTERS = 11  # pixels: the names of the lanes
AXIS = 16  # pixels: the labels below the lanes
AIR = 6  # pixels between the longest name and the lanes
MOST_NAME = 0.5  # of the width: a longer name leaves the lanes no room


@dataclass(frozen=True)
class StillLanes:
    """The lanes of a still, in its pixels.

    Attributes
    ----------
    names : tuple of (str, float)
        Name of each lane, and its middle from above.
    bars : dict of str
        SVG path of all bars of a state, by state.
    left, right : float
        Of the bars.
    now : float
        Where the tick of the still is.
    top, bottom : float
        Of the bars.
    """

    names: tuple[tuple[str, float], ...]
    bars: dict[str, str]
    left: float
    right: float
    now: float
    top: float
    bottom: float


def lay_lanes(
    columns: Sequence[StateColumn],
    length: int,
    tick: int,
    box: tuple[float, float, float, float],
    *,
    is_rtl: bool,
) -> StillLanes | None:
    """Lay the lanes into the room below the key.

    Parameters
    ----------
    columns : sequence of StateColumn
    length : int
        How many ticks the map has.
    tick : int
        Of the still.
    box : tuple of float
        Left, top, right and bottom of the room, in pixels.
    is_rtl : bool
        Whether time runs from the right.

    Returns
    -------
    StillLanes or None
        None where the lanes and their names do not fit, or nothing has a state.
    """
    left, top, right, bottom = box
    shown = [column for column in columns if _has_states(column)]
    height = PITCH * len(shown) + AXIS
    names = max((text_width(c.title, LETTERS) for c in shown), default=0) + AIR
    if not 0 < len(shown) <= MOST_LANES or height > bottom - top:
        return None
    if names > MOST_NAME * (right - left):
        return None
    top = bottom - height
    start, end = (left, right - names) if is_rtl else (left + names, right)
    step = (end - start) / length

    def place(at: float) -> float:
        return end - at * step if is_rtl else start + at * step

    bars: dict[str, str] = {}
    for row, column in enumerate(shown):
        foot = top + PITCH * (row + 1) - 2
        for begun, ended, state in list_runs(column.changes, length):
            sides = round(place(begun), 1), round(place(ended), 1)
            path = write_bar(*sides, foot, HEIGHTS.get(state, BAR))
            bars[state] = bars.get(state, "") + path
    return StillLanes(
        names=tuple(
            (column.title, top + PITCH * (row + 0.5) - 1)
            for row, column in enumerate(shown)
        ),
        bars=bars,
        left=start,
        right=end,
        now=round(place(tick + 0.5), 1),
        top=top,
        bottom=bottom - AXIS,
    )


def _has_states(column: StateColumn) -> bool:
    return any(state != NONE for _, state in column.changes)
