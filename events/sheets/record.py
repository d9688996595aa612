"""What a data set says of a sheet: where it is, and how its author means it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from events.bases import Frozen
from events.fields import Certainty, ColumnRole, Encoding, Id, Names, Text


class Sheet(Frozen):
    """A table of memberships beside ``dataset.yml``, as it was found.

    `organisation` (the data set's own if not given), `status`, `certainty`, `sources`
    and `basis` hold for every row that does not say otherwise itself.
    `columns` names the columns that their header does not tell, by what they hold.
    `ignore` lists the columns that are meant to be left out.
    `statuses` and `organisations` turn words of the sheet into ids; `none` is for a
    word that means no membership, or an organisation to leave out.
    `ends` says what an end means: `last`, it held until the end of that day, month or
    year; `left`, it held no more from its first day on. If not given, the name of the
    column decides: "left" or "withdrawal" mean `left`, "end" or "until" mean `last`.
    `dates` says how ``01/02/2003`` is read, if no date of the sheet shows it.
    `after` says what became of the memberships of the last year of a table by years
    that stops before `as_of`: `open`, they went on; `closed`, they ended with it.
    """

    file: Annotated[str, StringConstraints(pattern=r"^[^/\\\x00]+$")]
    organisation: Id | None = None
    status: Id | None = None
    certainty: Certainty = "high"
    sources: Annotated[Names, Field(min_length=1)]
    basis: Text = Field(default_factory=dict)
    columns: dict[ColumnRole, str] = Field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    statuses: dict[str, Id] = Field(default_factory=dict)
    organisations: dict[str, Id] = Field(default_factory=dict)
    encoding: Encoding | None = None
    ends: Literal["last", "left"] | None = None
    dates: Literal["day-first", "month-first"] | None = None
    after: Literal["open", "closed"] | None = None
