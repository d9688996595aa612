"""The ticks of a map's slider: segments of years, months or days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from csto_atlas.events.dates import Interval
from csto_atlas.events.records import Event

TimeStep = Literal["year", "month", "day"]
MOST_TICKS = 4_000  # positions of a slider that a reader can still use


@dataclass(frozen=True)
class Segment:
    """A run of equal steps, from the first tick to the last one, both included."""

    first: str
    last: str
    step: TimeStep


@dataclass(frozen=True)
class Tick:
    """One position of the slider.

    Attributes
    ----------
    id : str
        ``2012``, ``2020-09`` or ``2022-01-06``: what addresses and pages use.
    start, end : datetime.date
        The period, half-open.
    day : datetime.date
        The day whose state is drawn: the last of the period, or the data's
        ``as_of`` where that comes first.
    """

    id: str
    start: date
    end: date
    day: date

    @property
    def is_day(self) -> bool:
        """Whether the period is a single day."""
        return self.end - self.start == timedelta(days=1)

    def holds(self, interval: Interval) -> bool:
        """Tell whether any day of an interval falls into this tick's period."""
        end = interval.end
        return interval.start < self.end and (end is None or end > self.start)


def make_ticks(
    segments: Iterable[Segment], as_of: date, most: int | None = None
) -> tuple[Tick, ...]:
    """List the ticks of a timeline.

    Parameters
    ----------
    segments : iterable of Segment
        In order of time, not overlapping.
    as_of : datetime.date
        The last day the data speak of; ticks after it are not made.
    most : int, optional
        How many there may be.

    Returns
    -------
    tuple of Tick

    Raises
    ------
    ValueError
        If a segment's text is not of its step, ends before it starts, or
        overlaps the one before, or if there are more than may be.

    Examples
    --------
    >>> ticks = make_ticks([Segment("2024", "2026", "year")], date(2026, 3, 11))
    >>> [(t.id, t.day.isoformat()) for t in ticks]
    [('2024', '2024-12-31'), ('2025', '2025-12-31'), ('2026', '2026-03-11')]
    """
    ticks: list[Tick] = []
    for segment in segments:
        start, stop = _period(segment.first, segment.step)[0], segment.last
        last_end = _period(stop, segment.step)[1]
        if last_end <= start:
            raise ValueError(f"timeline segment ends before it starts: {segment}")
        if ticks and start < ticks[-1].end:
            raise ValueError(f"timeline segments overlap at {segment.first!r}")
        while start < last_end and start <= as_of:
            end = _next(start, segment.step)
            day = min(end - timedelta(days=1), as_of)
            ticks.append(Tick(_name(start, segment.step), start, end, day))
            if most is not None and len(ticks) > most:
                raise ValueError(f"more than {most} steps")
            start = end
    return tuple(ticks)


def span(ticks: Sequence[Tick], interval: Interval) -> tuple[int, int] | None:
    """Find the first and last tick whose period an interval touches.

    Parameters
    ----------
    ticks : sequence of Tick
    interval : Interval

    Returns
    -------
    tuple of int or None
        Indexes, both included; None if no tick is touched.
    """
    touched = [i for i, tick in enumerate(ticks) if tick.holds(interval)]
    return (touched[0], touched[-1]) if touched else None


def spans_of(
    events: Iterable[Event], ticks: Sequence[Tick]
) -> dict[str, tuple[int, int]]:
    """Find the ticks of every event that falls into the timeline.

    Parameters
    ----------
    events : iterable of Event
    ticks : sequence of Tick

    Returns
    -------
    dict of (int, int)
        First and last tick by the event's id.
    """
    found = ((event.id, span(ticks, event.date)) for event in events)
    return {event: touched for event, touched in found if touched}


def _period(text: str, step: TimeStep) -> tuple[date, date]:
    parts = {"year": 1, "month": 2, "day": 3}[step]
    numbers = [int(part) for part in text.split("-")]
    if len(numbers) != parts:
        raise ValueError(f"{text!r} is not a {step}")
    start = date(*([*numbers, 1, 1])[:3])
    return start, _next(start, step)


def _next(start: date, step: TimeStep) -> date:
    if step == "year":
        return date(start.year + 1, 1, 1)
    days = monthrange(start.year, start.month)[1] if step == "month" else 1
    return start + timedelta(days=days)


def _name(start: date, step: TimeStep) -> str:
    return start.isoformat()[: {"year": 4, "month": 7, "day": 10}[step]]
