"""Tell rows about one country from remarks, totals and other tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from csto_atlas.events.files.delimited import TextRow
from csto_atlas.events.sheets.grid import Grid, is_tags, same
from csto_atlas.events.sheets.job import SheetReader
from csto_atlas.events.sheets.words import is_marked, is_note
from csto_atlas.events.spelling.fold import quote

_LONG = 40  # signs of a remark where it is alone in its row


def rows_of_countries(job: SheetReader, grid: Grid) -> Iterator[tuple[TextRow, str]]:
    """Yield the rows of countries with their codes; report what the others are."""
    width, widest = len(grid.header.cells), _widest(grid)
    _check_above(job, grid)
    first: dict[tuple[str, ...], int] = {}
    rows = _fill_down(job, grid.rows) if job.sheet.fill else grid.rows
    for row in rows:
        if same(row, grid.header.cells) or is_tags(row) or _is_aside(job, row):
            continue
        if not width <= len(row.cells) <= widest or any(row.cells[width:]):
            what = f"cells in the row: {len(row.cells)}"
            expected = f"{width}, as in the header; quotes around a cell with a comma"
            job.wrong.add(row.line, what, expected)
            job.lose(row)
        elif (codes := job.codes(row)) is None:
            job.lose(row)
        elif row.cells[:width] in first:
            what = f"the row is that of line {first[row.cells[:width]]} again"
            job.odd.add(row.line, f"{what} and was left out", "each row once")
        else:
            first[row.cells[:width]] = row.line
            yield from ((row, code) for code in codes)


def _fill_down(job: SheetReader, rows: Iterable[TextRow]) -> Iterator[TextRow]:
    """Yield rows with the countries and the organisation that merged cells leave out.

    A row that has a country begins a new group.
    """
    above: dict[int, str] = {}
    columns = job.shape.countries
    for row in rows:
        own = {n: row.cells[n] for n in columns if n < len(row.cells) and row.cells[n]}
        above = own or above
        if own:
            yield row
            continue
        cells = enumerate(row.cells)
        yield replace(row, cells=tuple(above.get(n, cell) or cell for n, cell in cells))


def _widest(grid: Grid) -> int:
    """Return how many cells a row may have, empty ones at the end included.

    A program adds them to all rows alike; to one alone a comma in a cell did.
    """
    widths = Counter(len(row.cells) for row in grid.rows)
    usual, count = max(widths.items(), key=lambda pair: pair[1], default=(0, 0))
    return max(grid.width, usual) if count > 1 else grid.width


def _is_aside(job: SheetReader, row: TextRow) -> bool:
    """Return whether a row is a group of countries or a remark, and report it."""
    text = next(cell for cell in row.cells if cell)
    countries = job.known.countries
    names = _cells(row.cells, job.shape.countries)
    if any(map(job.is_named, names)):
        return False
    if any(countries.is_group(n) and not countries.find(n) for n in names):
        what = f"the row {quote(text)} is of no single country and was left out"
        job.odd.add(row.line, what, "rows of countries")
        return True
    is_alone = row.filled == 1 and not countries.find(text)
    if (is_alone and (len(text) > _LONG or is_marked(text))) or is_note(text):
        what = f"the line {quote(text)} was left out"
        job.odd.add(row.line, what, "remarks in dataset.yml rather than in the sheet")
        return True
    return False


def _check_above(job: SheetReader, grid: Grid) -> None:
    """Report rows of countries above the header: they belong to another table."""
    for row in grid.above:
        if row.filled > 1 and any(job.known.countries.find(c) for c in row.cells if c):
            what = "a row of a country above the header"
            expected = f"rows below the header (line {grid.line}); one table in a sheet"
            job.wrong.add(row.line, what, expected)


def _cells(cells: tuple[str, ...], columns: Iterable[int]) -> list[str]:
    return [cells[n] for n in columns if n < len(cells) and cells[n]]
