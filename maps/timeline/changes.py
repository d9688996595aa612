"""Intervals and ticks -> the changes of each item, `[[from_tick, state], ...]`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

from csto_atlas.events.dates import Interval, contains
from csto_atlas.maps.timeline.ticks import Tick

NONE = "none"
OTHER = "other"  # held by somebody without a status in the organisation
Change = tuple[int, str]
Changes = tuple[Change, ...]
V = TypeVar("V", str, int)


def slice_states(
    intervals: Iterable[tuple[Interval, str]], ticks: Sequence[Tick]
) -> Changes:
    """Turn an item's dated states into its changes along the ticks.

    Parameters
    ----------
    intervals : iterable of (Interval, str)
        The item's states; they must not overlap.
    ticks : sequence of Tick

    Returns
    -------
    tuple of (int, str)
        As of `slice_values`; ``none`` where nothing is said.

    Raises
    ------
    ValueError
        If two states hold on the same day.
    """
    return slice_values(intervals, ticks, NONE)


def slice_values(
    intervals: Iterable[tuple[Interval, V]], ticks: Sequence[Tick], none: V
) -> tuple[tuple[int, V], ...]:
    """Turn an item's dated values into their changes along the ticks.

    The value of a tick is the one that holds on the tick's day, whatever came
    between two ticks; so every tick is complete by itself.

    Parameters
    ----------
    intervals : iterable of (Interval, value)
        The item's values; they must not overlap.
    ticks : sequence of Tick
    none : value
        Where there is no other.

    Returns
    -------
    tuple of (int, value)
        Index of a tick and the value from there on. The first tick always has
        an entry.

    Raises
    ------
    ValueError
        If two values hold on the same day.
    """
    held = list(intervals)
    changes: list[tuple[int, V]] = []
    for index, tick in enumerate(ticks):
        found = [value for interval, value in held if contains(interval, tick.day)]
        if len(found) > 1:
            raise ValueError(f"two states on {tick.day}: {', '.join(map(str, found))}")
        append_change(changes, index, found[0] if found else none)
    return tuple(changes)


def append_change(changes: list[tuple[int, V]], index: int, value: V) -> None:
    """Add a change to a run unless the value is what it was.

    Parameters
    ----------
    changes : list of (int, value)
        Grown in place.
    index : int
    value : str or int
    """
    if not changes or changes[-1][1] != value:
        changes.append((index, value))


def state_at(changes: Changes, index: int) -> str:
    """Return the last change at or before a tick.

    Parameters
    ----------
    changes : tuple of (int, str)
    index : int

    Returns
    -------
    str

    Examples
    --------
    >>> state_at(((0, "none"), (3, "member")), 2)
    'none'
    """
    return changes[bisect_right(changes, index, key=lambda change: change[0]) - 1][1]


def says_something(changes: Changes) -> bool:
    """Return whether an item is ever in a state other than ``none``."""
    return any(state != NONE for _, state in changes)


def phase(span: tuple[int, int], tick: int) -> str:
    """Tell whether an event is ``past``, ``now`` or ``future`` at a tick."""
    if tick < span[0]:
        return "future"
    return "now" if tick <= span[1] else "past"
