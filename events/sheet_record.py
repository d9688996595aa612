"""What a data set says of a sheet: where it is, and how its author means it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from csto_atlas.events.bases import Frozen
from csto_atlas.events.fields import Certainty, ColumnRole, Encoding, Id, IdList, Text


class Sheet(Frozen):
    """A table of memberships beside ``dataset.yml``, as it was found.

    Attributes
    ----------
    file : str
        The table, in the folder of ``dataset.yml``.
    organisation : str, optional
        Id of the organisation, where no column says it; the data set's own if not
        given.
    status : str, optional
        Id of the status, where no column says it, and of ``1``, ``x`` and ``yes``.
    certainty : str
        Of every row that does not say it.
    sources : list of str
        Ids of sources, of every row that does not name its own.
    basis : dict of str
        Why the rows hold, by language; a column ``basis_en`` goes before it.
    columns : dict of str
        The names of columns by what they hold (``start: Beitritt``), where their
        names do not tell it.
    ignore : list of str
        Columns that are meant to be left out.
    statuses : dict of str
        Ids of statuses by words of the sheet; ``none`` for no membership.
    organisations : dict of str
        Ids of organisations by words of the sheet; ``none`` to leave one out.
    encoding : str, optional
        How the file was saved, if not in UTF-8 or UTF-16.
    ends : str, optional
        ``last``: it held until the end of the day, month or year of the end;
        ``left``: it held no more from its first day on. If not given, the name of
        the column decides: "left" and "withdrawal" are `left`, "end" is `last`.
    dates : str, optional
        How ``01/02/2003`` is meant, where no date of the sheet shows it.
    after : str, optional
        What came after a table by years that stops before `as_of`: ``open``, its
        last memberships went on; ``closed``, they ended with it.
    """

    file: Annotated[str, StringConstraints(pattern=r"^[^/\\]+$")]
    organisation: Id | None = None
    status: Id | None = None
    certainty: Certainty = "high"
    sources: Annotated[IdList, Field(min_length=1)]
    basis: Text = Field(default_factory=dict)
    columns: dict[ColumnRole, str] = Field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    statuses: dict[str, Id] = Field(default_factory=dict)
    organisations: dict[str, Id] = Field(default_factory=dict)
    encoding: Encoding | None = None
    ends: Literal["last", "left"] | None = None
    dates: Literal["day-first", "month-first"] | None = None
    after: Literal["open", "closed"] | None = None
