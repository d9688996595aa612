"""What a data set says of a sheet: where it is, and how its author means it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from csto_atlas.events.bases import Frozen
from csto_atlas.events.fields import (
    Certainty,
    CodeList,
    ColumnRole,
    Encoding,
    Id,
    IdList,
    Text,
)


class Sheet(Frozen):
    """A table of memberships beside ``dataset.yml``, as it was found."""

    file: Annotated[str, StringConstraints(pattern=r"^[^/\\]+$")]
    """The table, in the folder of ``dataset.yml``: CSV, TSV, xlsx, xls, ods, or
    a saved web page."""
    sheet: str | None = None
    """Which sheet of a workbook, or table of a page, if several have a table."""
    organisation: Id | None = None
    """Id of the organisation, where no column says it; the data set's own if not given.
    """
    status: Id | None = None
    """Id of the status, where no column says it, and of ``1``, ``x`` and ``yes``."""
    certainty: Certainty | None = None
    """Of every row that does not say it. If not given, it is ``high`` for a primary
    text and for sources of two publishers, otherwise ``medium``."""
    sources: Annotated[IdList, Field(min_length=1)]
    """Ids of sources, of every row that does not name its own."""
    basis: Text = Field(default_factory=dict)
    """Why the rows hold, by language; a column ``basis_en`` goes before it."""
    columns: dict[ColumnRole, str] = Field(default_factory=dict)
    """The names of columns by what they hold (``start: Beitritt``), where their names
    do not tell it."""
    ignore: tuple[str, ...] = ()
    """Columns that are meant to be left out."""
    statuses: dict[str, Id] = Field(default_factory=dict)
    """Ids of statuses by words of the sheet; ``none`` for no membership."""
    organisations: dict[str, Id] = Field(default_factory=dict)
    """Ids of organisations by words of the sheet; ``none`` to leave one out."""
    countries: dict[str, CodeList] = Field(default_factory=dict)
    """Codes by names of the sheet that only it knows: one, a list, or ``none``."""
    cited: dict[str, IdList] = Field(default_factory=dict)
    """Ids of sources by cells of the column of sources, where these are texts or
    addresses."""
    encoding: Encoding | None = None
    """How the file was saved, if not in UTF-8 or UTF-16."""
    ends: Literal["last", "left"] | None = None
    """``last``: it held until the end of the day, month or year of the end; ``left``:
    it held no more from its first day on. If not given, the name of the column decides:
    "left" and "withdrawal" are `left`, "end" is `last`."""
    dates: Literal["day-first", "month-first"] | None = None
    """How ``01/02/2003`` is meant, where no date of the sheet shows it."""
    calendar: Literal["gregorian"] | None = None
    """``gregorian``: every date is as it stands. If not given, dates that look like
    those of another calendar, or like years that became days of 1905, are refused."""
    fill: Literal["down"] | None = None
    """``down``: a row without a country or an organisation has that of the row above,
    as merged cells leave it."""
    periods: Literal["years", "months"] | None = None
    """What ``1999-04`` is in a column of periods: ``years``, 1999 to 2004; ``months``,
    April 1999. If not given, it is refused there."""
    after: Literal["open", "closed"] | None = None
    """What came after a table by years that stops before `as_of`: ``open``, its last
    memberships went on; ``closed``, they ended with it."""
