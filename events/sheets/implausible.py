"""Dates that cannot be meant: other calendars, and what spreadsheets make of years.

A column of years that was formatted as dates counts the year as days since 1899-12-30
(1904-01-01 in old workbooks of the Macintosh), so 1949 becomes a day of 1905 (1909).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from csto_atlas.events.sheets.grid import Grid
from csto_atlas.events.sheets.job import SheetReader
from csto_atlas.events.sheets.spans import is_still
from csto_atlas.events.spelling.fold import plain_digits, quote
from csto_atlas.events.spelling.written_dates import read_date

_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)", re.ASCII)
_EPOCHS = (date(1899, 12, 30), date(1904, 1, 1))
_YEARS = range(1800, 2101)  # that are likely in a table of memberships
_DAY_ZERO = re.compile(r"(1899-12-3[01]|1900-01-0[01])\b")
_FIRST_YEAR = 1500  # before it, years are those of Hijri or Persian calendars
_LAST_YEAR = 2400  # after it, of the Buddhist calendar
_IF_RIGHT = "'calendar: gregorian' in dataset.yml if they are right"


class _Cell(NamedTuple):
    text: str
    line: int


def check_plausible(job: SheetReader, grid: Grid) -> None:
    """Report the dates of a sheet that are not meant as they stand."""
    cells = [_Cell(text, row.line) for row in grid.rows for text in job.times(row)]
    for cell in cells:
        if _DAY_ZERO.match(plain_digits(cell.text)):
            what = f"{quote(cell.text)} is day 0 of a spreadsheet"
            job.wrong.add(cell.line, what, "an empty cell, or a date")
    if job.sheet.calendar is not None:
        return
    years = [_Cell(text, grid.line) for text in job.shape.many.values()]
    year = job.shape.columns.get("year")
    if year is not None:
        years = [_Cell(r.cells[year], r.line) for r in grid.rows if year < len(r.cells)]
    for found, what, expected in _other_calendars([*cells, *years]):
        job.wrong.add(found.line, what, expected)
    _check_days(job, [c for c in cells if not is_still(c.text)])


def _other_calendars(cells: Iterable[_Cell]) -> Iterator[tuple[_Cell, str, str]]:
    """Yield cells with a year of another calendar, what it may be, and the remedy."""
    for cell in cells:
        for text in _YEAR.findall(plain_digits(cell.text)):
            year = int(text)
            if _FIRST_YEAR <= year <= _LAST_YEAR or year == 9999:
                continue
            what = f"{quote(cell.text)} is no year of the Gregorian calendar"
            if 1250 <= year < _FIRST_YEAR:
                lunar, solar = 622 + round((year - 1) * 0.970224), year + 621
                what += f" (Hijri: {lunar}; Persian: {solar})"
            elif _LAST_YEAR < year < 2700:
                what += f" (Buddhist: {year - 543})"
            yield cell, what, f"Gregorian dates, or {_IF_RIGHT}"


def _check_days(job: SheetReader, cells: list[_Cell]) -> None:
    """Report days that are years: all of the sheet as wrong, some as odd."""
    days = [(c, d) for c in cells if (d := _day(job, c.text)) is not None]
    found = [(c, y) for c, d in days if (y := year_of_serial(d)) is not None]
    for cell, year in found:
        what = f"{quote(cell.text)} is day {year} of a spreadsheet"
        expected = f"the year {year} if that is meant, or {_IF_RIGHT}"
        complaints = job.wrong if len(found) == len(days) else job.odd
        complaints.add(cell.line, what, expected)


def year_of_serial(day: date) -> int | None:
    """Return the year that a spreadsheet may have turned into this day.

    Examples
    --------
    >>> year_of_serial(date(1905, 5, 2)), year_of_serial(date(1909, 5, 3))
    (1949, 1949)
    >>> year_of_serial(date(1949, 4, 4)) is None
    True
    """
    numbers = ((day - epoch) // timedelta(days=1) for epoch in _EPOCHS)
    return next((number for number in numbers if number in _YEARS), None)


def _day(job: SheetReader, text: str) -> date | None:
    try:
        return date.fromisoformat(read_date(text, job.order))
    except ValueError:
        return None
