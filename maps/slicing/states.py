"""What changes on a map: the changes of every item, layer by layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from csto_atlas.events.dates import Interval, contains
from csto_atlas.events.records import (
    Area,
    Line,
    Membership,
)
from csto_atlas.maps.timeline.changes import (
    NONE,
    OTHER,
    Changes,
    append_change,
    slice_states,
    state_at,
)
from csto_atlas.maps.timeline.ticks import Tick

ItemChanges = Mapping[str, Changes]


@dataclass(frozen=True)
class StateChanges:
    """The changes of everything on a map, by layer and by item.

    Attributes
    ----------
    states : mapping of Changes
        Of the territories, by code.
    areas : mapping of Changes
        Of the disputed areas: ``disputed`` or ``none``.
    held : mapping of Changes
        The status of whoever held a disputed area; ``other`` without a status.
    members : mapping of mapping of Changes
        By organisation that can be outlined, then by code.
    contingents, routes, objects, lines : mapping of Changes
    """

    states: ItemChanges
    areas: ItemChanges
    held: ItemChanges
    members: Mapping[str, ItemChanges]
    contingents: ItemChanges = field(default_factory=dict)
    routes: ItemChanges = field(default_factory=dict)
    objects: ItemChanges = field(default_factory=dict)
    lines: ItemChanges = field(default_factory=dict)

    @property
    def changing(self) -> list[ItemChanges]:
        """The layers whose changes a reader may want to jump to."""
        return [self.states, self.areas, self.contingents, self.lines]


def slice_terms(
    rows: Iterable[tuple[str, Interval, str]], ticks: Sequence[Tick]
) -> dict[str, Changes]:
    """Slice rows of a name, an interval and the state that held on it.

    Parameters
    ----------
    rows : iterable of (str, Interval, str)
    ticks : sequence of Tick

    Returns
    -------
    dict of Changes
        By name, sorted.
    """
    held: dict[str, list[tuple[Interval, str]]] = {}
    for name, period, state in rows:
        held.setdefault(name, []).append((period, state))
    return {name: slice_states(held[name], ticks) for name in sorted(held)}


def slice_members(
    overlays: Iterable[str], memberships: Iterable[Membership], ticks: Sequence[Tick]
) -> dict[str, dict[str, Changes]]:
    """Slice the memberships of the organisations that can be outlined.

    Parameters
    ----------
    overlays : iterable of str
        Ids of the organisations.
    memberships : iterable of Membership
    ticks : sequence of Tick

    Returns
    -------
    dict of dict of Changes
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
    areas: Iterable[Area], states: ItemChanges, ticks: Sequence[Tick]
) -> dict[str, Changes]:
    """Slice the statuses of those who held the disputed areas.

    Parameters
    ----------
    areas : iterable of Area
        Dated rows; those of one area do not overlap.
    states : mapping of Changes
        Statuses of the states, by code.
    ticks : sequence of Tick

    Returns
    -------
    dict of Changes
        By area; ``none`` while nobody disputed it, ``other`` while it was held by
        somebody who has no status on the map.
    """
    rows: dict[str, list[Area]] = {}
    for area in areas:
        rows.setdefault(area.area, []).append(area)
    sliced: dict[str, Changes] = {}
    for name in sorted(rows):
        changes: list[tuple[int, str]] = []
        for index, tick in enumerate(ticks):
            holders = [
                r.controlled_by for r in rows[name] if contains(r.period, tick.day)
            ]
            append_change(changes, index, _status(holders, states, index))
        sliced[name] = tuple(changes)
    return sliced


def _status(holders: Sequence[str], states: ItemChanges, index: int) -> str:
    if not holders:
        return NONE
    status = state_at(states.get(holders[0], ((0, NONE),)), index)
    return OTHER if status == NONE else status


def slice_lines(lines: Iterable[Line], ticks: Sequence[Tick]) -> dict[str, Changes]:
    """Slice lines that are drawn for some time: ``drawn`` or ``none``."""
    return slice_terms(((row.line, row.period, "drawn") for row in lines), ticks)
