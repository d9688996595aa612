"""The labels of the time axis: which ticks have one, and which go first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from maps.texts import Texts
from maps.timeline import Tick

AxisLabel = tuple[int, str, int]


def label_axis(ticks: Sequence[Tick], texts: Texts) -> list[AxisLabel]:
    """Choose the ticks that may be labelled.

    Parameters
    ----------
    ticks : sequence of Tick
    texts : Texts

    Returns
    -------
    list of (int, str, int)
        Index, text and level. Level 0, both ends, is always drawn; the labels of
        another level are drawn where all of them between two drawn ones have room.
    """
    last = len(ticks) - 1
    labels = []
    for index, tick in enumerate(ticks):
        text, level = _label(tick)
        if index in (0, last):
            labels.append((index, _end(tick, texts), 0))
        elif text:
            labels.append((index, text, level))
    return labels


def _label(tick: Tick) -> tuple[str, int]:
    if tick.end - tick.start == timedelta(days=1):
        return str(tick.start.day), 1 if tick.start.day % 5 == 0 else 2
    if tick.start.month != 1:
        return "", 0
    year = tick.start.year
    return str(year), 1 if year % 10 == 0 else 2 if year % 5 == 0 else 3


def _end(tick: Tick, texts: Texts) -> str:
    is_day = tick.end - tick.start == timedelta(days=1)
    return texts.short_day(tick.start) if is_day else str(tick.start.year)
