"""Select what a map shows of a data set: members, events and the first tick."""

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
        Codes, sorted: states that ever had a status which the map draws, in the
        organisation of the data set, and the states in ``spec.speaks_of``.
    """
    held = {
        row.code
        for row in dataset.memberships
        if row.organisation == dataset.meta.organisation and row.status in spec.states
    }
    return sorted(held | {*spec.speaks_of})


def events_of(spec: MapSpec, dataset: Dataset) -> list[Event]:
    """List the events that a map shows, sorted by the end of their dates."""
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
        If the spec names a tick outside its timeline.
    """
    if spec.default == "last":
        return len(ticks) - 1
    return [tick.id for tick in ticks].index(spec.default)
