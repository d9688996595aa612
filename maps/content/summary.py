"""Summary of a map at every tick: counts, lines of counts, columns of the table."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from csto_atlas.events.records import Dataset
from csto_atlas.maps.content.headlines import (
    count_bound,
    count_states,
    leading_count,
    write_summaries,
)
from csto_atlas.maps.i18n.names import (
    CONTINGENT_STATES,
    COUNTED_CONTINGENTS,
    name_states,
    name_statuses,
)
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.slicing.states import StateChanges
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.timeline.changes import NONE, Changes, append_change, state_at
from csto_atlas.maps.timeline.ticks import Tick

PRESENT = ("arriving", "deployed", "leaving")  # states in the country


@dataclass(frozen=True)
class StateColumn:
    """A column of the table of states.

    Attributes
    ----------
    item : str
        Code of the territory or id of the disputed area that the column is about.
    title : str
    changes : tuple of (int, str)
        States along the ticks.
    words : mapping of str
        The words for every state.
    is_area : bool
    """

    item: str
    title: str
    changes: Changes
    words: Mapping[str, str]
    is_area: bool = False

    @property
    def code(self) -> str:
        """The territory that the column's heading selects; empty if it selects none."""
        return "" if self.is_area else self.item


@dataclass(frozen=True)
class Summary:
    """The state of a whole map at every tick, in numbers and words.

    Attributes
    ----------
    counts : tuple of (int, int)
        The number that the stepped line behind the slider shows, along the ticks.
    fallbacks : list of str
        The headline of every tick without an event that has one.
    lines : tuple of (int, str)
        The line of counts under the headline, as changes along the ticks.
    columns : list of StateColumn
        Of the table of states.
    """

    counts: tuple[tuple[int, int], ...]
    fallbacks: list[str]
    lines: Changes
    columns: list[StateColumn]


def summarise(
    spec: MapSpec,
    state_changes: StateChanges,
    focus: Sequence[str],
    dataset: Dataset,
    ticks: Sequence[Tick],
    texts: Texts,
) -> Summary:
    """Summarise a map by its subject: statuses, contingents or chosen states.

    Parameters
    ----------
    spec : MapSpec
    state_changes : StateChanges
    focus : sequence of str
        Codes of the territories with a status at some tick, in the table's order.
    dataset : Dataset
    ticks : sequence of Tick
    texts : Texts

    Returns
    -------
    Summary
    """
    labels = name_statuses(dataset, texts)
    if spec.tells == "contingents":
        return _contingents(state_changes, ticks, texts)
    if spec.tells == "states":
        return _states(spec, state_changes, labels, dataset, ticks, texts)
    return _bound(state_changes, focus, labels, dataset, ticks, texts)


def _bound(
    state_changes: StateChanges,
    focus: Sequence[str],
    labels: Mapping[str, str],
    dataset: Dataset,
    ticks: Sequence[Tick],
    texts: Texts,
) -> Summary:
    states = list(state_changes.states.values())
    counted = [
        leading_count(count_states(states, i), dataset.statuses, texts)
        for i in range(len(ticks))
    ]
    changed = {index for changes in states for index, _ in changes}
    words = {NONE: "–", **labels}
    return Summary(
        counts=count_bound(states, dataset.statuses, ticks),
        fallbacks=[
            count if index in changed else _since(changed, index, ticks, texts)
            for index, count in enumerate(counted)
        ],
        lines=write_summaries(states, dataset.statuses, ticks, texts),
        columns=[
            StateColumn(code, texts.territory(code), state_changes.states[code], words)
            for code in focus
        ],
    )


def _since(
    changed: Collection[int], index: int, ticks: Sequence[Tick], texts: Texts
) -> str:
    """Write since when the states are as they are at a tick."""
    last = max(tick for tick in changed if tick < index)
    form = texts.gettext("no change since {tick}")
    return texts.fill(form, tick=texts.tick(ticks[last]))


def _contingents(
    state_changes: StateChanges, ticks: Sequence[Tick], texts: Texts
) -> Summary:
    counts: list[tuple[int, int]] = []
    lines: list[tuple[int, str]] = []
    for index in range(len(ticks)):
        found = count_states(state_changes.contingents.values(), index)
        append_change(counts, index, sum(found[state] for state in PRESENT))
        parts = [
            _count_contingents(state, found[state], texts)
            for state in CONTINGENT_STATES
            if found[state]
        ]
        form = texts.gettext("Contingents: {states}")
        line = texts.fill(form, states=texts.listed(parts)) if parts else ""
        append_change(lines, index, line or texts.gettext("No contingent yet"))
    words = {NONE: "–", **name_states(texts)}
    return Summary(
        counts=tuple(counts),
        fallbacks=_write_quiet(lines, ticks, texts),
        lines=tuple(lines),
        columns=[
            StateColumn(code, texts.territory(code), changes, words)
            for code, changes in state_changes.contingents.items()
        ],
    )


def _count_contingents(state: str, number: int, texts: Texts) -> str:
    form = texts.ngettext(*COUNTED_CONTINGENTS[state], number)
    return texts.fill(form, number=texts.number(number))


def _states(
    spec: MapSpec,
    state_changes: StateChanges,
    labels: Mapping[str, str],
    dataset: Dataset,
    ticks: Sequence[Tick],
    texts: Texts,
) -> Summary:
    words = {NONE: texts.gettext("no status"), **labels}
    spoken = {code: state_changes.states[code] for code in spec.speaks_of}
    lines: list[tuple[int, str]] = []
    for index in range(len(ticks)):
        parts = [
            f"{texts.isolate(texts.territory(code))}: {words[state_at(changes, index)]}"
            for code, changes in spoken.items()
        ]
        append_change(lines, index, texts.join(" · ", parts))
    states = [
        StateColumn(code, texts.territory(code), changes, words)
        for code, changes in spoken.items()
    ]
    return Summary(
        counts=((0, 0),),
        fallbacks=_write_quiet(lines, ticks, texts),
        lines=tuple(lines),
        columns=[*states, *_list_areas(spec, state_changes, dataset, texts)],
    )


def _write_quiet(
    lines: Sequence[tuple[int, str]], ticks: Sequence[Tick], texts: Texts
) -> list[str]:
    """Write the headline of ticks without an event: what holds, or since when."""
    changed = dict(lines)
    return [
        changed.get(index) or _since(changed, index, ticks, texts)
        for index in range(len(ticks))
    ]


def _list_areas(
    spec: MapSpec, state_changes: StateChanges, dataset: Dataset, texts: Texts
) -> list[StateColumn]:
    """List the columns of the disputed areas of the states that the map is about."""
    words = {NONE: "–", "disputed": texts.gettext("disputed")}
    names = {
        area.area: area.name[texts.language]
        for area in dataset.areas
        if area.code in spec.speaks_of
    }
    return [
        StateColumn(area, names[area], changes, words, is_area=True)
        for area, changes in state_changes.areas.items()
        if area in names
    ]
