"""What a map shows of a data set: its members, its events and its first tick."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from csto_atlas.events.records import Dataset, Event
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.timeline.ticks import Tick


def members_of(spec: MapSpec, dataset: Dataset) -> list[str]:
    """List the territories that a map is about.

    Parameters
    ----------
    spec : MapSpec
    dataset : Dataset

    Returns
    -------
    list of str
        Codes: whoever ever had a status in the organisation that the data set is about
        and that the map draws, and the states that it speaks of.
    """
    held = {
        row.code
        for row in dataset.memberships
        if row.organisation == dataset.meta.organisation and row.status in spec.states
    }
    return sorted(held | {*spec.speaks_of})


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
