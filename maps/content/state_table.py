"""The table of states of a page: one row for each time in which nothing changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from csto_atlas.maps.content.summary import Column
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.timeline.changes import state_at
from csto_atlas.maps.timeline.ticks import Tick


@dataclass(frozen=True)
class Row:
    """A row of the table of states.

    Attributes
    ----------
    label : str
        The tick, or from which to which.
    cells : tuple of str
    events : tuple of int
        Numbers of events, from 1.
    """

    label: str
    cells: tuple[str, ...]
    events: tuple[int, ...]


def write_rows(
    columns: Sequence[Column],
    totals: Sequence[Sequence[str]],
    events: Sequence[Sequence[int]],
    ticks: Sequence[Tick],
    texts: Texts,
) -> list[Row]:
    """Write the table of states: a row for each time in which nothing changes.

    Parameters
    ----------
    columns : sequence of Column
    totals : sequence of sequence of str
        For each layer its numbers of events, by tick.
    events : sequence of sequence of int
        The numbers of the events of every tick.
    ticks : sequence of Tick
    texts : Texts

    Returns
    -------
    list of Row
    """
    said = [
        (
            *(column.words[state_at(column.changes, index)] for column in columns),
            *(numbers[index] for numbers in totals),
        )
        for index in range(len(ticks))
    ]
    same = groupby(range(len(ticks)), lambda index: (said[index], [*events[index]]))
    rows = []
    for (cells, found), stretch in same:
        indexes = [*stretch]
        label = texts.ticks(ticks[indexes[0]], ticks[indexes[-1]])
        rows.append(Row(label, cells, tuple(found)))
    return rows
