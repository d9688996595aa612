"""All tables in one workbook: ``atlas.xlsx``, for those who open a spreadsheet."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter

from csto_atlas.maps.downloads.tables import CellValue, Field, Table
from csto_atlas.maps.i18n.texts import Texts

MOST_ROWS = 20_000  # of a sheet; a larger table is only there as CSV
MOST_SIGNS = 32_767  # of a cell, says Microsoft of Excel
WIDTHS = (8, 42)  # of a column, in characters
BOOK = "atlas.xlsx"


def write_workbook(
    tables: Sequence[Table], texts: Mapping[str, Texts], day: date
) -> bytes:
    """Write tables as the sheets of one workbook.

    Parameters
    ----------
    tables : sequence of Table
        Those of more than `MOST_ROWS` rows are left out.
    texts : mapping of Texts
        By language.
    day : date
        The creation date of the workbook, so that the same tables make the same
        bytes.

    Returns
    -------
    bytes
        A sheet for each table with all of its columns. Of a table with texts there is
        one more for each language that is written from right to left, which has only
        that language and runs that way.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": datetime(day.year, day.month, day.day)})
    bold = book.add_format({"bold": True})
    for table in tables:
        if len(table.rows) > MOST_ROWS:
            continue
        is_rtl = all(text.direction == "rtl" for text in texts.values())
        _add_sheet(book, table.name, table, bold, is_rtl=is_rtl)
        for language, text in texts.items():
            narrow = _choose_language(table, language, texts)
            if text.direction == "rtl" and not is_rtl and narrow is not table:
                name = f"{table.name} ({language})"
                _add_sheet(book, name, narrow, bold, is_rtl=True)
    book.close()
    return buffer.getvalue()


def _choose_language(table: Table, language: str, texts: Mapping[str, Texts]) -> Table:
    """Leave out the columns in other languages; the table itself if it has none."""
    others = tuple(f"_{other}" for other in texts if other != language)
    kept = [n for n, f in enumerate(table.fields) if not f.name.endswith(others)]
    if len(kept) == len(table.fields):
        return table
    return Table(
        table.name,
        [table.fields[n] for n in kept],
        [[row[n] for n in kept] for row in table.rows],
    )


def _add_sheet(
    book: xlsxwriter.Workbook, name: str, table: Table, bold: Any, *, is_rtl: bool
) -> None:
    """Add a sheet with a fixed header; texts stay texts, whatever they begin with."""
    sheet = book.add_worksheet(name)
    if is_rtl:
        sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    for column, field in enumerate(table.fields):
        cells = [row[column] for row in table.rows]
        sheet.set_column(column, column, _width(field, cells))
        sheet.write_string(0, column, field.name, bold)
        for number, cell in enumerate(cells, 1):
            if isinstance(cell, str):
                sheet.write_string(number, column, _shorten(cell))
            elif cell is not None:
                sheet.write_number(number, column, cell)
    sheet.autofilter(0, 0, len(table.rows), len(table.fields) - 1)


def _width(field: Field, cells: Sequence[CellValue]) -> int:
    """Return how wide a column is: as its longest cell, within bounds."""
    least, most = WIDTHS
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return min(most, max(least, longest, len(field.name)) + 1)


def _shorten(text: str) -> str:
    """Cut a text that no cell can hold, and say so by its end."""
    return text if len(text) <= MOST_SIGNS else f"{text[: MOST_SIGNS - 1]}…"
