"""Columns that nothing reads: refused if they hold dates or countries."""

from __future__ import annotations

import re
from collections.abc import Iterable

from csto_atlas.events.sheets.grid import Grid
from csto_atlas.events.sheets.job import SheetReader
from csto_atlas.events.sheets.spans import is_span
from csto_atlas.events.sheets.words import NO, STILL, YES
from csto_atlas.events.spelling.fold import plain_digits, quote, word_of
from csto_atlas.events.spelling.written_dates import read_date

_NAMED = "names that tell what they hold, 'columns:' or 'ignore:'"


def check_unread(job: SheetReader, grid: Grid) -> None:
    """Report the columns that are not read.

    A column of dates may be that of the ends, and one of countries may be the members:
    leaving it out would change the map. Any other is only worth a warning.
    """
    left: list[str] = []
    for column, name in job.shape.unread.items():
        rows = [row for row in grid.rows if column < len(row.cells)]
        cells = [(row.cells[column], row.cells) for row in rows if row.cells[column]]
        if _most(_is_date(cell) for cell, _ in cells):
            what = f"the column {quote(name)} has dates, and is not read"
        elif _most(_is_other(job, cell, row) for cell, row in cells):
            what = f"the column {quote(name)} has countries, and is not read"
        else:
            left.append(name)
            continue
        role = "end" if "dates" in what else "country"
        expected = f"in dataset.yml 'columns: {{{role}: ...}}' or what else it holds"
        job.wrong.add(grid.line, what, f"{expected}, or 'ignore: [...]'")
    if left:
        names = ", ".join(map(quote, left[:12]))
        job.odd.add(grid.line, f"columns that are not read: {names}", _NAMED)


def _most(found: Iterable[bool]) -> bool:
    """Return whether half of some cells, and at least one, are so."""
    counted = list(found)
    return bool(counted) and 2 * sum(counted) >= len(counted)


def _is_date(cell: str) -> bool:
    """Return whether a cell has a date of the last five centuries, or a span."""
    plain = plain_digits(cell)
    if re.fullmatch(r"\d{4}", plain, re.ASCII):
        return 1500 <= int(plain) <= 2200
    if is_span(cell):
        return True
    try:
        # Whichever number is the day.
        read_date(cell, "day-first" if _is_day_first(plain) else "month-first")
    except ValueError:
        return False
    return True


def _is_day_first(plain: str) -> bool:
    return bool(re.match(r"(1[3-9]|2\d|3[01])\D", plain))


def _is_other(job: SheetReader, cell: str, row: tuple[str, ...]) -> bool:
    """Return whether a cell names a country, and another one than its row."""
    if plain_digits(cell).isdecimal() or word_of(cell) in YES | NO | STILL:
        return False
    codes = job.known.countries.find(cell)
    own = {
        c
        for n in job.shape.countries
        if n < len(row)
        for c in job.known.countries.find(row[n])
    }
    return bool(codes) and own.isdisjoint(codes)
