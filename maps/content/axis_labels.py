"""Labels of the time axis, in levels: those of a lower level are drawn first."""

from __future__ import annotations

from collections.abc import Sequence

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.timeline.ticks import Tick

AxisLabel = tuple[int, str, int]
# Up to so many days, an axis names days; up to so many, months; beyond that, years.
DAYS, DAYS_BY_MONTH = 62, 800


def label_axis(ticks: Sequence[Tick], texts: Texts) -> list[AxisLabel]:
    """List the labels that the axis may have.

    Parameters
    ----------
    ticks : sequence of Tick
    texts : Texts

    Returns
    -------
    list of (int, str, int)
        Index of the tick, text and level. Level 0, both ends, is always drawn; the
        labels of another level are drawn between two drawn ones if all of them fit.
    """
    last = len(ticks) - 1
    days = sum(tick.is_day for tick in ticks)
    labels = []
    for index, tick in enumerate(ticks):
        text, level = _label(tick, days, texts)
        if index in (0, last):
            labels.append((index, _end(tick, texts), 0))
        elif text:
            labels.append((index, text, level))
    return labels


def _label(tick: Tick, days: int, texts: Texts) -> tuple[str, int]:
    """Return text and level of a tick, given the number of days; most have no text."""
    start = tick.start
    if tick.is_day and days <= DAYS:
        return str(start.day), 1 if start.day % 5 == 0 else 2
    if start.day != 1:
        return "", 0
    if start.month != 1:
        is_named = tick.is_day and days <= DAYS_BY_MONTH
        return (texts.short_month(start), 4) if is_named else ("", 0)
    year = start.year
    return str(year), 1 if year % 10 == 0 else 2 if year % 5 == 0 else 3


def _end(tick: Tick, texts: Texts) -> str:
    return texts.short_day(tick.start) if tick.is_day else str(tick.start.year)
