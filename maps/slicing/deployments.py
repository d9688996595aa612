"""State changes of contingents, their routes and the objects they guard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from csto_atlas.events.dates import Interval
from csto_atlas.events.records import (
    Dataset,
    Deployment,
    GuardedObject,
    Movement,
)
from csto_atlas.maps.slicing.states import ItemChanges, slice_terms
from csto_atlas.maps.timeline.changes import (
    NONE,
    Changes,
    append_change,
    state_at,
)
from csto_atlas.maps.timeline.ticks import Tick, span


def group_movements(movements: Iterable[Movement]) -> dict[str, list[Movement]]:
    """Put together the movements of one contingent along one way.

    A way home whose aircraft were counted is a group by itself, with its number.

    Returns
    -------
    dict of list of Movement
        By the id of the first of them.
    """
    ways: dict[tuple[object, ...], list[Movement]] = {}
    for row in movements:
        own = row.movement if row.direction == "home" and row.aircraft else ""
        key = (row.contingent, row.direction, row.mode, own, *row.stops)
        ways.setdefault(key, []).append(row)
    return {rows[0].movement: rows for rows in ways.values()}


def slice_routes(
    movements: Iterable[Movement], contingents: ItemChanges, ticks: Sequence[Tick]
) -> dict[str, Changes]:
    """Slice the ways of contingents.

    Parameters
    ----------
    movements : iterable of Movement
    contingents : mapping of Changes
        The states of each contingent, by code.
    ticks : sequence of Tick

    Returns
    -------
    dict of Changes
        By way (`group_movements`): ``planned`` while the contingent prepares,
        ``moving`` on the days of a movement, ``done`` after the first, a way out only
        until somebody goes home; ``none`` otherwise.
    """
    sliced: dict[str, Changes] = {}
    for way, rows in group_movements(movements).items():
        spans = [days for row in rows if (days := span(ticks, row.date))]
        own = contingents.get(rows[0].contingent, ((0, NONE),))
        changes: list[tuple[int, str]] = []
        for index in range(len(ticks)):
            state = _route_state(rows[0], spans, index, state_at(own, index))
            append_change(changes, index, state)
        if spans:
            sliced[way] = tuple(changes)
    return sliced


def _route_state(
    row: Movement, spans: Sequence[tuple[int, int]], index: int, contingent: str
) -> str:
    is_out = row.direction == "out"
    if any(first <= index <= last for first, last in spans):
        return "moving"
    if all(index < first for first, _ in spans):
        return "planned" if is_out and contingent == "preparing" else NONE
    return NONE if is_out and contingent in ("leaving", "gone") else "done"


def slice_deployments(
    dataset: Dataset, ticks: Sequence[Tick]
) -> tuple[dict[str, Changes], dict[str, Changes], dict[str, Changes]]:
    """Slice the contingents, their ways and what they guarded.

    Returns
    -------
    tuple of dict of Changes
    """
    contingents = slice_terms(map(_deployment, dataset.deployments), ticks)
    routes = slice_routes(dataset.movements, contingents, ticks)
    return contingents, routes, slice_terms(map(_object, dataset.objects), ticks)


def _deployment(row: Deployment) -> tuple[str, Interval, str]:
    return row.contingent, row.period, row.state


def _object(row: GuardedObject) -> tuple[str, Interval, str]:
    return row.object, row.period, "guarded"
