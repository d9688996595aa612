"""The data set's own tables, with its own columns: they can be loaded again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from csto_atlas.events.bases import Record
from csto_atlas.events.dates import Interval
from csto_atlas.events.fields import (
    AreaStatus,
    Certainty,
    DeploymentState,
    Direction,
    Mode,
)
from csto_atlas.events.files.tables import Columns
from csto_atlas.events.load import AREAS, DEPLOYMENTS, MEMBERSHIPS, MOVEMENTS, OBJECTS
from csto_atlas.events.records import Dataset
from csto_atlas.maps.downloads.tables import (
    CODE,
    REQUIRED,
    CellValue,
    Field,
    Table,
    Type,
)

SOURCES = Columns(
    plain=("id", "publisher", "title", "date", "language", "url"),
    texts=("description", "note"),
)
ABOUT = {
    "start": "first day (EDTF); [..day]: that day or earlier",
    "end": "day on which it is over (EDTF); nothing: it still holds",
    "date": "date (EDTF)",
    "certainty": "high: two independent sources; medium: one; low: in conflict",
    "code": "ISO 3166-1 alpha-3; Kosovo is XKX",
    "contingent": "code of the country that sent it",
    "sources": "ids in sources.csv, separated by blanks",
    "claims": "ids of the claims that it answers, separated by blanks",
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
}
DATES = ("start", "end", "date")


def copy_tables(dataset: Dataset) -> tuple[Table, ...]:
    """Make the tables that have the shape of the data set's own files.

    Parameters
    ----------
    dataset : Dataset

    Returns
    -------
    tuple of Table
        Columns, dates and texts as in the data set; ``memberships.csv`` may take the
        place of the one that it was made from.
    """
    named = {
        "memberships": (MEMBERSHIPS, ()),
        "deployments": (DEPLOYMENTS, ()),
        "movements": (MOVEMENTS, ("movement",)),
        "objects": (OBJECTS, ()),
        "areas": (AREAS, ()),
        "sources": (SOURCES, ("id",)),
    }
    return tuple(
        _copy(name, columns, getattr(dataset, name), dataset, key)
        for name, (columns, key) in named.items()
    )


def _copy(
    name: str,
    columns: Columns,
    records: Sequence[Record],
    dataset: Dataset,
    key: tuple[str, ...],
) -> Table:
    names = list(_names(columns, _languages(records, columns, dataset)))
    rows = [[_read(record, columns, name) for name in names] for record in records]
    return Table(name, [_field(column, name) for column in names], rows, key)


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


def _names(columns: Columns, languages: Sequence[str]) -> Iterator[str]:
    """Go through the columns: texts stand before sources, as in the data set."""
    for name in columns.plain:
        if name == "sources":
            yield from _texts(columns, languages)
        yield name
    if "sources" not in columns.plain:
        yield from _texts(columns, languages)


def _texts(columns: Columns, languages: Sequence[str]) -> Iterator[str]:
    return (f"{text}_{language}" for text in columns.texts for language in languages)


def _field(name: str, table: str) -> Field:
    constraints = CONSTRAINTS.get(name, {})
    if (table, name) == ("areas", "status"):
        constraints = {"required": True, "enum": list(get_args(AreaStatus))}
    kind: Type = "edtf" if name in DATES else "string"
    return Field(name, ABOUT.get(name, name.replace("_", " ")), kind, constraints)


def _read(record: Record, columns: Columns, name: str) -> CellValue:
    if (text := columns.text_of(name)) is not None:
        said: Mapping[str, str] = getattr(record, text[0]) or {}
        return said.get(text[1])
    value = getattr(record, name)
    if isinstance(value, Interval):
        return value.text
    return " ".join(value) if isinstance(value, tuple) else value
