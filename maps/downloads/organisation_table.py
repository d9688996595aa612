"""The table of other organisations: what states were in them, and what is not known."""

from __future__ import annotations

from collections.abc import Sequence

from csto_atlas.events.records import Membership, Organisation
from csto_atlas.maps.downloads.event_tables import CERTAINTY
from csto_atlas.maps.downloads.names import Names
from csto_atlas.maps.downloads.tables import (
    CODE,
    REQUIRED,
    SOURCES,
    CellValue,
    Field,
    Table,
)


def make_organisations(names: Names) -> Table:
    """Make the table of the organisations that the data set is not about.

    Parameters
    ----------
    names : Names
        Of a data set.

    Returns
    -------
    Table
        A row for each term of a state in one of them: those rows of ``memberships``,
        with what the organisation lacks.
    """
    dataset = names.dataset
    others = {
        o.id: o for o in dataset.organisations if o.id != dataset.meta.organisation
    }
    rows = (row for row in dataset.memberships if row.organisation in others)
    return Table(
        "organisations",
        _fields(names),
        [_row(row, others[row.organisation], names) for row in rows],
    )


def _fields(names: Names) -> list[Field]:
    return [
        Field("organisation", "id of the organisation", constraints=REQUIRED),
        *names.fields("organisation", "its name"),
        *names.fields("short", "its short name"),
        *names.fields("incomplete", "what has no row; nothing: all states have one"),
        Field("code", "ISO 3166-1 alpha-3; Kosovo is XKX", constraints=REQUIRED | CODE),
        *names.fields("country", "name of the country"),
        Field("status", "id of the status", constraints=REQUIRED),
        *names.fields("status", "its name"),
        Field(
            "start", "first day (EDTF); [..day]: that day or earlier", "edtf", REQUIRED
        ),
        Field("end", "day on which it is over (EDTF); nothing: it still holds", "edtf"),
        CERTAINTY,
        *names.fields("basis", "why the term begins or ends there"),
        SOURCES,
    ]


def _row(
    row: Membership, organisation: Organisation, names: Names
) -> Sequence[CellValue]:
    return [
        *(row.organisation, *names.of_text(organisation.name)),
        *(*names.of_text(organisation.short), *names.of_text(organisation.incomplete)),
        *(row.code, *names.of_states([row.code])),
        *(row.status, *names.of_status(row.status)),
        *(row.start.text, row.end.text if row.end else None, row.certainty),
        *(*names.of_text(row.basis), " ".join(row.sources)),
    ]
