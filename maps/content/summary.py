"""What a map tells: its line of counts, its graph and its table, by its subject."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from csto_atlas.events.records import Dataset
from csto_atlas.maps.content.headlines import (
    count_bound,
    count_states,
    leading_count,
    write_summaries,
)
from csto_atlas.maps.i18n.names import CONTINGENT_STATES, name_states, name_statuses
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.slicing.states import Runs
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.timeline.changes import NONE, Slices, append_change, state_at
from csto_atlas.maps.timeline.ticks import Tick

PRESENT = ("arriving", "deployed", "leaving")


@dataclass(frozen=True)
class Column:
    """A column of the table of states.

    `code` is what its heading chooses; nothing for a column that chooses nothing.
    """

    code: str
    title: str
    changes: Slices
    words: Mapping[str, str]


@dataclass(frozen=True)
class Told:
    """What a map tells at every tick.

    Attributes
    ----------
    counts : tuple of (int, int)
        What the graph behind the slider shows.
    fallbacks : list of str
        Headline of every tick without an event that has one.
    summaries : tuple of (int, str)
        The line under the headline.
    columns : list of Column
    """

    counts: tuple[tuple[int, int], ...]
    fallbacks: list[str]
    summaries: Slices
    columns: list[Column]


def tell(
    spec: MapSpec,
    runs: Runs,
    focus: Sequence[str],
    dataset: Dataset,
    ticks: Sequence[Tick],
    texts: Texts,
) -> Told:
    """Collect what a map tells.

    Parameters
    ----------
    spec : MapSpec
    runs : Runs
    focus : sequence of str
        Territories that ever have a status, in the order of the table.
    dataset : Dataset
    ticks : sequence of Tick
    texts : Texts

    Returns
    -------
    Told
    """
    labels = name_statuses(dataset, texts)
    if spec.tells == "contingents":
        return _contingents(runs, ticks, texts)
    if spec.tells == "states":
        return _states(spec, runs, labels, dataset, ticks, texts)
    return _bound(runs, focus, labels, dataset, ticks, texts)


def _bound(
    runs: Runs,
    focus: Sequence[str],
    labels: Mapping[str, str],
    dataset: Dataset,
    ticks: Sequence[Tick],
    texts: Texts,
) -> Told:
    held = list(runs.states.values())
    counted = [
        leading_count(count_states(held, i), dataset.statuses, texts)
        for i in range(len(ticks))
    ]
    still = texts.gettext("{count}, no change")
    changed = {index for changes in held for index, _ in changes}
    words = {NONE: "–", **labels}
    return Told(
        counts=count_bound(held, dataset.statuses, ticks),
        fallbacks=[
            count if index in changed else still.replace("{count}", count)
            for index, count in enumerate(counted)
        ],
        summaries=write_summaries(held, dataset.statuses, ticks, texts),
        columns=[
            Column(code, texts.territory(code), runs.states[code], words)
            for code in focus
        ],
    )


def _contingents(runs: Runs, ticks: Sequence[Tick], texts: Texts) -> Told:
    counts: list[tuple[int, int]] = []
    lines: list[tuple[int, str]] = []
    for index in range(len(ticks)):
        found = count_states(runs.contingents.values(), index)
        append_change(counts, index, sum(found[state] for state in PRESENT))
        form = texts.gettext("{number} {state}")
        said = [
            form.replace("{number}", texts.number(found[state])).replace(
                "{state}", texts.gettext(state)
            )
            for state in CONTINGENT_STATES
            if found[state]
        ]
        line = texts.gettext("Contingents: {states}").replace(
            "{states}", texts.gettext(", ").join(said)
        )
        append_change(
            lines, index, line if said else texts.gettext("No contingent yet")
        )
    words = {NONE: "–", **name_states(texts)}
    return Told(
        counts=tuple(counts),
        fallbacks=[texts.gettext("no event recorded")] * len(ticks),
        summaries=tuple(lines),
        columns=[
            Column(code, texts.territory(code), changes, words)
            for code, changes in runs.contingents.items()
        ],
    )


def _states(
    spec: MapSpec,
    runs: Runs,
    labels: Mapping[str, str],
    dataset: Dataset,
    ticks: Sequence[Tick],
    texts: Texts,
) -> Told:
    words = {NONE: texts.gettext("no status"), **labels}
    lines: list[tuple[int, str]] = []
    for index in range(len(ticks)):
        said = [
            f"{texts.territory(code)}: {words[state_at(runs.states[code], index)]}"
            for code in spec.speaks_of
        ]
        append_change(lines, index, " · ".join(said))
    names = {
        area.area: area.name[texts.language]
        for area in dataset.areas
        if area.code in spec.speaks_of
    }
    disputed = {NONE: "–", "disputed": texts.gettext("disputed")}
    return Told(
        counts=((0, 0),),
        fallbacks=[texts.gettext("no event recorded")] * len(ticks),
        summaries=tuple(lines),
        columns=[
            *(
                Column(code, texts.territory(code), runs.states[code], words)
                for code in spec.speaks_of
            ),
            *(
                Column("", names[area], changes, disputed)
                for area, changes in runs.areas.items()
                if area in names
            ),
        ],
    )
