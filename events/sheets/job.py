"""The reader of one sheet: its lookups, its cells and its problems."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, partial

from csto_atlas.events.files.delimited import TextRow
from csto_atlas.events.files.items import words
from csto_atlas.events.nearest import suggest
from csto_atlas.events.sheet_record import Sheet
from csto_atlas.events.sheets.complaints import Complaints
from csto_atlas.events.sheets.lookups import Known
from csto_atlas.events.sheets.shape import SheetShape
from csto_atlas.events.sheets.spans import ShortPeriods
from csto_atlas.events.sheets.words import NO, YES
from csto_atlas.events.spelling.fold import fold, quote, word_of
from csto_atlas.events.spelling.written_dates import Order

NONE = "none"
"""The id of no membership, and of an organisation that is left out."""


@dataclass(frozen=True)
class FoundMembership:
    """A membership that a sheet states, with its line; dates are EDTF texts."""

    row: TextRow
    code: str
    organisation: str
    status: str
    start: str
    end: str | None


@dataclass
class SheetReader:
    """A sheet with its layout; the methods read cells and collect problems."""

    path: str
    sheet: Sheet
    shape: SheetShape
    known: Known
    order: Order | None = None
    short_periods: ShortPeriods = "months"
    wrong: Complaints = field(init=False)
    odd: Complaints = field(init=False)
    lost: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Begin without a problem."""
        self.wrong, self.odd = Complaints(self.path), Complaints(self.path)

    @cached_property
    def _countries(self) -> dict[str, tuple[str, ...]]:
        return {fold(word): codes for word, codes in self.sheet.countries.items()}

    @cached_property
    def cited(self) -> dict[str, tuple[str, ...]]:
        """Ids of sources by the key of a cell that cites them."""
        return {fold(word): own for word, own in self.sheet.cited.items()}

    def is_named(self, text: str) -> bool:
        """Return whether the author of the sheet says what a name means."""
        return fold(text) in self._countries

    @cached_property
    def _organisations(self) -> dict[str, str]:
        return {fold(word): own for word, own in self.sheet.organisations.items()}

    @cached_property
    def _statuses(self) -> dict[str, str]:
        return {word_of(word): own for word, own in self.sheet.statuses.items()}

    def cell(self, row: TextRow, role: str) -> str:
        """Return the cell of a column; an empty text if there is no such column."""
        column = self.shape.columns.get(role)
        return "" if column is None else row.cells[column]

    def times(self, row: TextRow) -> list[str]:
        """Return the cells of a row that hold dates or periods."""
        roles = ("start", "end", "period")
        columns = {self.shape.columns.get(role, -1) for role in roles} - {-1}
        many = () if self.shape.kind == "wide" else self.shape.many
        own = sorted({*columns, *many})
        return [row.cells[n] for n in own if n < len(row.cells) and row.cells[n]]

    def lose(self, row: TextRow) -> None:
        """Note that a row could not be read."""
        self.lost.update(words(row.cells))

    def codes(self, row: TextRow) -> tuple[str, ...] | None:
        """Return the codes of a row's country; None if they could not be read.

        They are none, or several, only if the author of the sheet says so.
        """
        cells = [row.cells[n] for n in self.shape.countries if row.cells[n]]
        if not cells:
            expected = "its name or code, or in dataset.yml 'fill: down' (merged cells)"
            self.wrong.add(row.line, "a row without a country", expected)
            return None
        for cell in cells:
            if (own := self._countries.get(fold(cell))) is not None:
                return tuple(code for code in own if code != NONE)
        codes = [self.known.countries.find(cell) for cell in cells]
        if len(codes[0]) != 1:
            # An unknown code is reported; the name beside it is no ground for a guess.
            self._complain_of_country(row, cells[0], codes[0])
            return None
        for cell, other in zip(cells, codes, strict=True):
            if other and codes[0][0] not in other:
                what = f"{quote(cells[0])} and {quote(cell)} are two countries"
                self.wrong.add(row.line, what, "one country in a row")
                return None
        return codes[0]

    def _complain_of_country(
        self, row: TextRow, cell: str, codes: tuple[str, ...]
    ) -> None:
        countries = self.known.countries
        heirs = countries.heirs(cell)
        names = ", ".join(countries.name(code) for code in heirs or codes)
        if heirs:
            what = f"{quote(cell)} is no territory of today"
            how = f"in dataset.yml 'countries: {{{cell[:60]}: ...}}'"
            self.wrong.add(row.line, what, f"{how} with some of {names}, or none")
        elif codes:
            what = f"ambiguous country {quote(cell)}"
            self.wrong.add(row.line, what, f"one of {names}")
        else:
            what = f"unknown country {quote(cell)}"
            self.wrong.add(row.line, what, partial(self._near, cell))

    def _near(self, cell: str) -> str:
        near = ", ".join(self.known.countries.near(cell))
        return f"a name or an ISO 3166 code{f' (nearest: {near})' if near else ''}"

    def organisation(self, row: TextRow) -> str | None:
        """Return the id of a row's organisation; `NONE` to leave it out."""
        text = self.cell(row, "organisation")
        if not text:
            return self.sheet.organisation or self.known.organisation
        key = fold(text)
        found = self._organisations.get(key) or self.known.organisations.get(key)
        if not found and self._is_news(text, "Organisation"):
            names = sorted({*self.known.organisations.values()})
            expected = suggest("one of organisations.yml", text[:60].lower(), names)
            more = "or its id (or 'none') under 'organisations:' in dataset.yml"
            what = f"unknown organisation {quote(text)}"
            self.wrong.add(row.line, what, f"{expected}, {more}")
        return found

    def status(self, row: TextRow, text: str, *, blank_is_none: bool) -> str | None:
        """Return the id of a status; `NONE` if there is no membership.

        Parameters
        ----------
        row
            The row.
        text
            What it says.
        blank_is_none
            Whether an empty cell says that there is no membership.
        """
        if not text:
            return NONE if blank_is_none else self._own_status(row, "a row without one")
        key = word_of(text)
        if found := self._statuses.get(key) or self.known.statuses.get(key):
            return found
        if key in YES:
            return self._own_status(row, quote(text))
        if key in NO:
            return NONE
        if self._is_news(text, "Status"):
            self._complain_of_status(row, text)
        return None

    def _complain_of_status(self, row: TextRow, text: str) -> None:
        names = sorted({*self.known.statuses.values()})
        expected = suggest("a status", text[:60].lower(), names)
        how = f"'statuses: {{\"{text[:60]}\": ...}}' in dataset.yml ('none' for none)"
        what = f"unknown status {quote(text)}"
        self.wrong.add(row.line, what, f"{expected}, or {how}")

    def _is_news(self, text: str, model: str) -> bool:
        """Return whether a name is unknown for another reason than a broken record."""
        return self.known.unread.isdisjoint((text, model))

    def _own_status(self, row: TextRow, said: str) -> str | None:
        if self.sheet.status is None:
            what = f"no status for {said}"
            expected = "'status: ...' of the sheet in dataset.yml"
            self.wrong.add(row.line, what, expected)
        return self.sheet.status
