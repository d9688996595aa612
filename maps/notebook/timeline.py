"""The ticks of layers: from the first day that they speak of to the last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from csto_atlas.events.dates import Interval, parse
from csto_atlas.maps.timeline.ticks import (
    MOST_TICKS,
    Segment,
    Tick,
    TimeStep,
    make_ticks,
)

STEPS: tuple[TimeStep, ...] = ("year", "month", "day")  # from coarse to fine
LETTERS = {"year": 4, "month": 7, "day": 10}  # of a date in ISO 8601


def list_ticks(periods: Iterable[Interval], step: TimeStep) -> tuple[Tick, ...]:
    """List the ticks from the first start to the last change.

    Parameters
    ----------
    periods : iterable of Interval
    step : str
        ``year``, ``month`` or ``day``.

    Returns
    -------
    tuple of Tick
        The state of a tick is that of its last day.

    Raises
    ------
    ValueError
        If no period has a start or an end, or there would be more than `MOST_TICKS`.
    """
    days = [day for item in periods for day in (item.start, item.end) if day]
    days = [day for day in days if day > date.min]
    if not days:
        raise ValueError("no row has a start or an end; expected one")
    return fill_ticks(min(days), max(days), step)


def fill_ticks(first: date, last: date, step: TimeStep) -> tuple[Tick, ...]:
    """List the ticks from the one with the first day to the one with the last.

    Parameters
    ----------
    first, last : datetime.date
    step : str
        ``year``, ``month`` or ``day``.

    Returns
    -------
    tuple of Tick

    Raises
    ------
    ValueError
        If there would be more than `MOST_TICKS`.
    """
    start, stop = (day.isoformat()[: LETTERS[step]] for day in (first, last))
    return _bounded(make_ticks([Segment(start, stop, step)], date.max))


def name_ticks(names: Sequence[str]) -> tuple[Tick, ...]:
    """Make ticks of one's own choice.

    Parameters
    ----------
    names : sequence of str
        EDTF texts of years, months or days, in order of time.

    Returns
    -------
    tuple of Tick

    Raises
    ------
    ValueError
        If a name is no date, or comes before the one above it.
    """
    ticks: list[Tick] = []
    for name in names:
        found = parse(str(name))
        if found.end is None or (ticks and found.start <= ticks[-1].start):
            raise ValueError(f"tick {name!r}; expected dates in order of time")
        last = found.end - timedelta(days=1)
        ticks.append(Tick(str(name), found.start, found.end, last))
    if not ticks:
        raise ValueError("no ticks; expected at least one")
    return _bounded(tuple(ticks))


def _bounded(ticks: tuple[Tick, ...]) -> tuple[Tick, ...]:
    if len(ticks) > MOST_TICKS:
        raise ValueError(
            f"{len(ticks):,} ticks from {ticks[0].id} to {ticks[-1].id}; "
            f"expected at most {MOST_TICKS:,}: take a coarser step"
        )
    return ticks
