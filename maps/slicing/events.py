"""Events of a map and the ticks at which they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from csto_atlas.events.records import Dataset, Event
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.timeline.ticks import Tick, span


def events_of(spec: MapSpec, dataset: Dataset) -> list[Event]:
    """List the events that a map shows: by date, those of a whole year last."""
    apart = spec.border.figures if spec.border else None
    shown = (
        event
        for event in dataset.events
        if spec.id in event.maps and event.rank <= spec.least_rank
        if event.id != apart
    )
    return sorted(shown, key=lambda e: (e.date.end or date.max, e.rank, e.id))


def default_tick(spec: MapSpec, ticks: Sequence[Tick]) -> int:
    """Return the index of the tick that a page opens on.

    Raises
    ------
    ValueError
        If the spec names a tick that its timeline has not.
    """
    if spec.default == "last":
        return len(ticks) - 1
    return [tick.id for tick in ticks].index(spec.default)


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
