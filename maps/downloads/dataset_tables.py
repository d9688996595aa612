"""The data set's own tables, with its own columns: they can be loaded again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from csto_atlas.events.bases import Record
from csto_atlas.events.dates import Interval
from csto_atlas.events.fields import (
    AreaStatus,
    Certainty,
    DeploymentState,
    Direction,
    Mode,
    SourceKind,
)
from csto_atlas.events.files.tables import Columns
from csto_atlas.events.load import (
    AREAS,
    DEPLOYMENTS,
    LINES,
    MEMBERSHIPS,
    MOVEMENTS,
    OBJECTS,
)
from csto_atlas.events.records import Area, Dataset
from csto_atlas.maps.downloads.names import Names
from csto_atlas.maps.downloads.tables import (
    CODE,
    REQUIRED,
    CellValue,
    Field,
    Table,
    Type,
)

SOURCES = Columns(
    plain=("id", "kind", "publisher", "title", "date", "language", "url"),
    texts=("description", "note"),
)
CERTAIN = "high: two publishers or a primary text; medium: one source; low: in conflict"
ABOUT = {
    "start": "first day (EDTF); [..day]: that day or earlier",
    "end": "day on which it is over (EDTF); nothing: it still holds",
    "date": "date (EDTF)",
    "certainty": CERTAIN,
    "code": "ISO 3166-1 alpha-3; Kosovo is XKX",
    "contingent": "code of the country that sent it",
    "sources": "ids in sources.csv, separated by blanks",
    "claims": "ids of the claims that it answers, separated by blanks",
    "aircraft": "how many flew",
    "together": "alike in the rows that `aircraft` counts together",
    "country": "name of the country",
    "held_by": "who held it",
}
CONSTRAINTS: dict[str, dict[str, Any]] = {
    "code": REQUIRED | CODE,
    "contingent": REQUIRED | CODE,
    "start": REQUIRED,
    "certainty": {"required": True, "enum": list(get_args(Certainty))},
    "state": {"required": True, "enum": list(get_args(DeploymentState))},
    "direction": {"required": True, "enum": list(get_args(Direction))},
    "mode": {"required": True, "enum": list(get_args(Mode))},
    "id": {"required": True, "unique": True},
    "kind": {"enum": list(get_args(SourceKind))},
}
DATES = ("start", "end", "date")


@dataclass(frozen=True)
class _Copy:
    """A table of the data set: its records, and the columns that hold names."""

    name: str
    columns: Columns
    key: tuple[str, ...] = ()


COPIES = (
    _Copy("memberships", MEMBERSHIPS),
    _Copy("deployments", DEPLOYMENTS),
    _Copy("movements", MOVEMENTS, ("movement",)),
    _Copy("objects", OBJECTS),
    _Copy("areas", AREAS),
    _Copy("lines", LINES),
    _Copy("sources", SOURCES, ("id",)),
)


def copy_tables(names: Names) -> tuple[Table, ...]:
    """Make the tables that have the shape of the data set's own files.

    Parameters
    ----------
    names : Names
        Of a data set.

    Returns
    -------
    tuple of Table
        Columns, dates and texts as in the data set, so that ``memberships.csv`` may
        take the place of the one that it was made from, and names beside codes, which
        a reader of the data set skips.
    """
    return tuple(_copy(copy, names) for copy in COPIES)


def _copy(copy: _Copy, names: Names) -> Table:
    columns = copy.columns
    records: Sequence[Record] = getattr(names.dataset, copy.name)
    texts = list(_texts(columns, _languages(records, columns, names.dataset)))
    fields = [_field(copy.name, name) for name in _order(columns, texts)]
    for said in _named(columns).values():
        fields += names.fields(said, ABOUT.get(said, said.replace("_", " ")))
    rows = [[*_row(record, columns, texts, names)] for record in records]
    return Table(copy.name, fields, rows, copy.key)


def _row(
    record: Record, columns: Columns, texts: Sequence[str], names: Names
) -> Iterator[CellValue]:
    """Go through the cells of a record: first those of the data set, then names.

    So the columns of the data set keep their places for readers that count them.
    """
    for name in _order(columns, texts):
        yield _read(record, columns, name)
    for name in _named(columns):
        yield from _name(record, name, names)


def _named(columns: Columns) -> dict[str, str]:
    """Return the columns of names by the column that they name, in their order."""
    found = {name: columns.names.get(name) for name in columns.plain}
    return {name: said for name, said in found.items() if said}


def _name(record: Record, column: str, names: Names) -> list[str | None]:
    """Name what a column says by a code or an id."""
    value: Any = getattr(record, column)
    match column:
        case "organisation":
            return names.of_organisation(value)
        case "status":
            return names.of_status(value)
        case "state":
            return names.of_word(value)
        case "controlled_by" if isinstance(record, Area):
            return names.of_holder(record)
        case "place" | "from_place" | "to_place":
            return names.of_places([value] if value else [])
        case _:
            return names.of_states([value] if isinstance(value, str) else value)


def _languages(
    records: Sequence[Record], columns: Columns, dataset: Dataset
) -> list[str]:
    """List the languages of a table: also those that are not yet the data set's."""
    found = {
        language
        for record in records
        for text in columns.texts
        for language in getattr(record, text) or {}
    }
    known = dataset.meta.languages
    return [*known, *sorted(found.difference(known))]


def _order(columns: Columns, texts: Sequence[str]) -> Iterator[str]:
    """Go through the columns: texts stand before sources, as in the data set."""
    for name in columns.plain:
        if name == "sources":
            yield from texts
        yield name
    if "sources" not in columns.plain:
        yield from texts
    yield from columns.optional


def _texts(columns: Columns, languages: Sequence[str]) -> Iterator[str]:
    return (f"{text}_{language}" for text in columns.texts for language in languages)


def _field(table: str, name: str) -> Field:
    constraints = CONSTRAINTS.get(name, {})
    if (table, name) == ("areas", "status"):
        constraints = {"required": True, "enum": list(get_args(AreaStatus))}
    kind: Type = "edtf" if name in DATES else "string"
    if name == "aircraft":
        kind = "integer"
    return Field(name, ABOUT.get(name, name.replace("_", " ")), kind, constraints)


def _read(record: Record, columns: Columns, name: str) -> CellValue:
    if (text := columns.text_of(name)) is not None:
        said: Mapping[str, str] = getattr(record, text[0]) or {}
        return said.get(text[1])
    value = getattr(record, name)
    if isinstance(value, Interval):
        return value.text
    return " ".join(value) if isinstance(value, tuple) else value
