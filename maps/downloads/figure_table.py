"""The table of figures: who counted how many of what, one row for each number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from csto_atlas.events.fields import Measure
from csto_atlas.events.records import Event, Figure, Source
from csto_atlas.maps.downloads.event_tables import in_order, yes
from csto_atlas.maps.downloads.names import Names
from csto_atlas.maps.downloads.tables import (
    REQUIRED,
    SOURCES,
    CellValue,
    Field,
    Table,
)

# What a measure counts in: the rest are people.
UNITS = {
    "square-km": "square kilometres",
    "km": "kilometres",
    "aircraft": "aircraft",
    "flights": "flights",
}
PEOPLE = "people"


def make_figures(names: Names) -> Table:
    """Make the table of figures.

    Parameters
    ----------
    names : Names
        Of a data set.

    Returns
    -------
    Table
        A row for each figure of each event, in order of time; figures that differ
        stand side by side, each with who gives it.
    """
    dated = {source.id: source for source in names.dataset.sources}
    return Table(
        "figures",
        _fields(names),
        [
            _row(event, number, figure, names, dated)
            for event in in_order(names.dataset)
            for number, figure in enumerate(event.figures, 1)
        ],
        key=("event", "figure"),
    )


def _fields(names: Names) -> list[Field]:
    return [
        Field("event", "id of the event", constraints=REQUIRED),
        Field(
            "figure",
            "its number among those of the event",
            "integer",
            {"required": True, "minimum": 1},
        ),
        *names.fields("title", "what happened, in one sentence"),
        Field("date", "date of the event (EDTF)", "edtf", REQUIRED),
        Field(
            "quantity",
            "what is counted; nothing: the figure is words only",
            constraints={"enum": list(get_args(Measure))},
        ),
        Field("low", "least value; nothing: not said", "number"),
        Field("high", "largest value; nothing: not said", "number"),
        Field("unit", "what low and high are counted in"),
        Field("side", "code of the side whose people or things are counted"),
        *names.fields("side", "name of that side"),
        *names.fields("value", "the figure in words"),
        *names.fields("by", "who gives it"),
        Field("said", "date of the newest of its sources (EDTF)", "edtf"),
        Field("best", "whether the record supports it best", "boolean", REQUIRED),
        *names.fields("note", "remark"),
        SOURCES,
    ]


def _row(
    event: Event,
    number: int,
    figure: Figure,
    names: Names,
    dated: Mapping[str, Source],
) -> Sequence[CellValue]:
    side = [figure.side] if figure.side else []
    unit = UNITS.get(figure.measure, PEOPLE) if figure.measure else None
    return [
        *(event.id, number, *names.of_text(event.title), event.date.text),
        *(figure.measure, figure.low, figure.high, unit),
        *(figure.side, *names.of_states(side)),
        *(*names.of_text(figure.value), *names.of_text(figure.by)),
        _newest([dated[name] for name in figure.sources if name in dated]),
        *(yes(figure.best), *names.of_text(figure.note), " ".join(figure.sources)),
    ]


def _newest(sources: Sequence[Source]) -> str | None:
    """Return the date of the source that was published last."""
    dates = [source.date for source in sources if source.date]
    return max(dates, key=lambda date: date.start).text if dates else None
