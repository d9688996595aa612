"""Circles of event symbols: areas proportional to the people killed."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from csto_atlas.events.records import Event

# Measures of figures that count people killed.
KILLED = ("killed", "killed-or-missing", "civilians-killed")
# Radius in pixels of a circle for one person; the area is proportional to the number.
# Our choice: 1000 people have a radius of 21 pixels.
PIXELS_PER_ROOT = 0.65


def count_killed(event: Event) -> tuple[float, float] | None:
    """Return the lowest and the highest number of people killed in an event.

    Parameters
    ----------
    event : Event

    Returns
    -------
    tuple of float or None
        The lowest figures are added up over the soldiers and the civilians of each
        side, and so are the highest. All sources count, so the result does not depend
        on one side's own figure. None if there is no figure.
    """
    groups: dict[tuple[str, bool], list[float]] = {}
    for figure in event.figures:
        if figure.measure in KILLED:
            ends = [end for end in (figure.low, figure.high) if end is not None]
            key = figure.side or "", figure.measure == "civilians-killed"
            groups.setdefault(key, []).extend(ends)
    if not groups:
        return None
    return sum(map(min, groups.values())), sum(map(max, groups.values()))


def find_sizes(events: Iterable[Event]) -> dict[str, tuple[float, float]]:
    """Return the smallest and the largest radius in pixels, by event id."""
    counted = {event.id: count_killed(event) for event in events}
    return {
        name: (radius(killed[0]), radius(killed[1]))
        for name, killed in counted.items()
        if killed
    }


def radius(people: float) -> float:
    """Return the radius in pixels of a circle with an area proportional to `people`."""
    return round(PIXELS_PER_ROOT * sqrt(people), 1)
