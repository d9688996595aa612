"""The table of states: one row for each run of ticks without a change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from csto_atlas.maps.content.headlines import write_calendar
from csto_atlas.maps.content.page_inputs import PageInputs
from csto_atlas.maps.content.status_bars import StatusBars, draw_status_bars
from csto_atlas.maps.content.summary import StateColumn
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.layers.legend import write_totals
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.timeline.changes import state_at
from csto_atlas.maps.timeline.ticks import Tick


@dataclass(frozen=True)
class StateRow:
    """A row of the table of states.

    Attributes
    ----------
    label : str
        The tick, or the first and the last one.
    cells : tuple of str
    events : tuple of int
        Numbers of events, from 1.
    """

    label: str
    cells: tuple[str, ...]
    events: tuple[int, ...]


@dataclass(frozen=True)
class StateTable:
    """The table of states, and the same states as bars.

    Attributes
    ----------
    heading : str
    bars : StatusBars
    columns : tuple of StateColumn
        Without those of the layers, whose names are in the legend.
    rows : tuple of StateRow
    """

    heading: str
    bars: StatusBars
    columns: tuple[StateColumn, ...]
    rows: tuple[StateRow, ...]

    @property
    def linked(self) -> frozenset[int]:
        """The numbers of the events that rows lead to: the first of each."""
        return frozenset(row.events[0] for row in self.rows if row.events)


def write_state_table(page: PageInputs) -> StateTable:
    """Write the table of states of a page.

    Parameters
    ----------
    page : PageInputs

    Returns
    -------
    StateTable
    """
    ticks, texts, columns = page.inputs.ticks, page.texts, page.summary.columns
    totals = [write_totals(layer, ticks, texts) for layer in page.scene.layers]
    events = write_calendar(page.inputs.events, page.inputs.spans, ticks)
    return StateTable(
        heading=name_table(page.inputs.spec, texts),
        bars=draw_status_bars(columns, ticks, texts),
        columns=tuple(columns),
        rows=tuple(write_rows(columns, totals, events, ticks, texts)),
    )


def name_table(spec: MapSpec, texts: Texts) -> str:
    """Return the heading of the table of states, which names the map's subject."""
    if spec.tells == "contingents":
        return texts.gettext("Every contingent, day by day")
    if spec.tells == "states":
        return texts.gettext("States and disputed areas, step by step")
    if {segment.step for segment in spec.timeline} == {"year"}:
        return texts.gettext("Status of every country on the last day of the year")
    return texts.gettext("Status of every country, step by step")


def write_rows(
    columns: Sequence[StateColumn],
    totals: Sequence[Sequence[str]],
    events: Sequence[Sequence[int]],
    ticks: Sequence[Tick],
    texts: Texts,
) -> list[StateRow]:
    """Write the rows of the table: one for each run of ticks without a change.

    Parameters
    ----------
    columns : sequence of StateColumn
    totals : sequence of sequence of str
        The numbers of events of each layer, by tick.
    events : sequence of sequence of int
        The numbers of the events of every tick.
    ticks : sequence of Tick
    texts : Texts

    Returns
    -------
    list of StateRow
    """
    cells_by_tick = [
        (
            *(column.words[state_at(column.changes, index)] for column in columns),
            *(numbers[index] for numbers in totals),
        )
        for index in range(len(ticks))
    ]
    state_changes = groupby(
        range(len(ticks)), lambda index: (cells_by_tick[index], [*events[index]])
    )
    rows = []
    for (cells, numbers), run in state_changes:
        indexes = [*run]
        label = texts.ticks(ticks[indexes[0]], ticks[indexes[-1]])
        rows.append(StateRow(label, cells, tuple(numbers)))
    return rows
