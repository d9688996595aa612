"""What changes on a map: the changes of every item, layer by layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from events.dates import Interval, contains
from events.records import (
    Area,
    Dataset,
    Deployment,
    GuardedObject,
    Line,
    Membership,
    Movement,
)
from maps.timeline.changes import NONE, Slices, append_change, slice_states, state_at
from maps.timeline.ticks import Tick, span

OTHER = "other"  # held by somebody without a status in the organisation
Layer = Mapping[str, Slices]


@dataclass(frozen=True)
class Runs:
    """The changes of everything on a map, by layer and by item.

    Attributes
    ----------
    states : mapping of Slices
        Of the territories, by code.
    areas : mapping of Slices
        Of the disputed areas: ``disputed`` or ``none``.
    held : mapping of Slices
        The status of whoever held a disputed area; ``other`` without a status.
    members : mapping of mapping of Slices
        By organisation that can be outlined, then by code.
    contingents, routes, objects, lines : mapping of Slices
    """

    states: Layer
    areas: Layer
    held: Layer
    members: Mapping[str, Layer]
    contingents: Layer = field(default_factory=dict)
    routes: Layer = field(default_factory=dict)
    objects: Layer = field(default_factory=dict)
    lines: Layer = field(default_factory=dict)

    @property
    def changing(self) -> list[Layer]:
        """The layers whose changes a reader may want to jump to."""
        return [self.states, self.areas, self.contingents, self.lines]


def slice_terms(
    rows: Iterable[tuple[str, Interval, str]], ticks: Sequence[Tick]
) -> dict[str, Slices]:
    """Slice rows of a name, an interval and the state that held on it.

    Parameters
    ----------
    rows : iterable of (str, Interval, str)
    ticks : sequence of Tick

    Returns
    -------
    dict of Slices
        By name, sorted.
    """
    held: dict[str, list[tuple[Interval, str]]] = {}
    for name, period, state in rows:
        held.setdefault(name, []).append((period, state))
    return {name: slice_states(held[name], ticks) for name in sorted(held)}


def slice_members(
    overlays: Iterable[str], memberships: Iterable[Membership], ticks: Sequence[Tick]
) -> dict[str, dict[str, Slices]]:
    """Slice the memberships of the organisations that can be outlined.

    Returns
    -------
    dict of dict of Slices
        By organisation and code; organisations without any row are left out.
    """
    rows = list(memberships)
    sliced = {
        organisation: slice_terms(
            (
                (row.code, row.period, row.status)
                for row in rows
                if row.organisation == organisation
            ),
            ticks,
        )
        for organisation in overlays
    }
    return {organisation: held for organisation, held in sliced.items() if held}


def slice_held(
    areas: Iterable[Area], states: Layer, ticks: Sequence[Tick]
) -> dict[str, Slices]:
    """Slice the statuses of those who held the disputed areas.

    Parameters
    ----------
    areas : iterable of Area
        Dated rows; those of one area do not overlap.
    states : mapping of Slices
        Statuses of the states, by code.
    ticks : sequence of Tick

    Returns
    -------
    dict of Slices
        By area; ``none`` while nobody disputed it, ``other`` while it was held by
        somebody who has no status on the map.
    """
    rows: dict[str, list[Area]] = {}
    for area in areas:
        rows.setdefault(area.area, []).append(area)
    sliced: dict[str, Slices] = {}
    for name in sorted(rows):
        changes: list[tuple[int, str]] = []
        for index, tick in enumerate(ticks):
            holders = [
                r.controlled_by for r in rows[name] if contains(r.period, tick.day)
            ]
            append_change(changes, index, _status(holders, states, index))
        sliced[name] = tuple(changes)
    return sliced


def _status(holders: Sequence[str], states: Layer, index: int) -> str:
    if not holders:
        return NONE
    status = state_at(states.get(holders[0], ((0, NONE),)), index)
    return OTHER if status == NONE else status


def group_movements(movements: Iterable[Movement]) -> dict[str, list[Movement]]:
    """Put together the movements of one contingent along one way.

    Returns
    -------
    dict of list of Movement
        By the id of the first of them.
    """
    ways: dict[tuple[object, ...], list[Movement]] = {}
    for row in movements:
        ways.setdefault(
            (row.contingent, row.direction, row.mode, *row.stops), []
        ).append(row)
    return {rows[0].movement: rows for rows in ways.values()}


def slice_routes(
    movements: Iterable[Movement], contingents: Layer, ticks: Sequence[Tick]
) -> dict[str, Slices]:
    """Slice the ways of contingents.

    Returns
    -------
    dict of Slices
        By way (`group_movements`): ``planned`` while the contingent prepares,
        ``moving`` on the days of a movement, ``done`` after the first, a way out only
        until somebody goes home; ``none`` otherwise.
    """
    sliced: dict[str, Slices] = {}
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
) -> tuple[dict[str, Slices], dict[str, Slices], dict[str, Slices]]:
    """Slice the contingents, their ways and what they guarded.

    Returns
    -------
    tuple of dict of Slices
    """
    contingents = slice_terms(map(_deployment, dataset.deployments), ticks)
    routes = slice_routes(dataset.movements, contingents, ticks)
    return contingents, routes, slice_terms(map(_object, dataset.objects), ticks)


def slice_lines(lines: Iterable[Line], ticks: Sequence[Tick]) -> dict[str, Slices]:
    """Slice lines that are drawn for some time: ``drawn`` or ``none``."""
    return slice_terms(((row.line, row.period, "drawn") for row in lines), ticks)


def _deployment(row: Deployment) -> tuple[str, Interval, str]:
    return row.contingent, row.period, row.state


def _object(row: GuardedObject) -> tuple[str, Interval, str]:
    return row.object, row.period, "guarded"
