"""The tables of a web page, as texts of CSV: a page saved, or an .xls that is one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.text import read_bytes
from csto_atlas.events.sheets.workbook import write_sheet
from csto_atlas.events.sheets.workbook_process import MOST_COLUMNS, MOST_ROWS

LARGEST = 10_000_000  # bytes
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|table|meta|head)",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"charset=[\"']?([\w-]{2,20})", re.IGNORECASE)
_SILENT = ("script", "style", "template")
_VOID = ("br", "img", "hr", "input", "col", "wbr", "meta", "link")


def is_web_page(path: Path) -> bool:
    """Return whether a file begins as HTML does, whatever its ending."""
    with path.open("rb") as file:
        return bool(_PAGE.match(file.read(400)))


def read_web_page(path: Path) -> dict[str, str]:
    """Return each table of a web page as CSV, by its caption or number.

    Parameters
    ----------
    path : Path

    Raises
    ------
    DataError
        If the page has no table, or is too large.
    """
    where = f"{path.as_posix()}:1"
    data = read_bytes(path, LARGEST, "a page with the list alone")
    parser = _TableParser()
    parser.feed(_decode(data, where))
    parser.close()
    if parser.is_too_large:
        size = f"at most {MOST_ROWS} rows and {MOST_COLUMNS} columns in each table"
        raise DataError([Problem(where, "a table that is too large", size)])
    found: dict[str, str] = {}
    for number, table in enumerate(parser.tables, 1):
        name = " ".join(table.caption.split())[:60] or f"table {number}"
        name = f"{name} ({number})" if name in found else name
        if any(any(row) for row in table.rows):
            found[name] = write_sheet(table.rows)
    if not found:
        raise DataError([Problem(where, "no table in this page", "rows of a table")])
    return found


def _decode(data: bytes, where: str) -> str:
    declared = _CHARSET.search(data[:4000])
    for encoding in ("utf-8-sig", declared[1].decode() if declared else "utf-8"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise DataError([Problem(where, "the page is not in UTF-8", "it saved as UTF-8")])


@dataclass
class _Table:
    caption: str = ""
    rows: list[list[str]] = field(default_factory=list)
    # What cells of rows above leave to each column: how many rows, and the text.
    below: dict[int, tuple[int, str]] = field(default_factory=dict)


class _TableParser(HTMLParser):
    """Collects the cells of outer tables; merged cells go on in the rows below."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self.is_too_large = False
        self._depth = 0  # of tables
        self._silent: list[str] = []  # open elements whose text is not seen
        self._text: list[str] | None = None
        self._span = (1, 1)
        self._heads: list[bool] = []  # of the cells of the row

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        own = {name: value or "" for name, value in attrs}
        hidden = "display:none" in own.get("style", "").replace(" ", "").lower()
        if self._silent or tag in _SILENT or (hidden and tag not in _VOID):
            if tag not in _VOID:
                self._silent.append(tag)
            return
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append(_Table())
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self.tables[-1].rows.append([])
            self._heads = []
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            if not self.tables[-1].rows:
                self.tables[-1].rows.append([])
            self._text = []
            self._span = _number(own.get("rowspan")), _number(own.get("colspan"))
            self._heads.append(tag == "th" and own.get("scope") != "row")
        elif self._depth == 1 and tag == "caption":
            self._end_cell()
            self._text = []
        elif tag == "br" and self._text is not None:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a table or a cell, or what is not seen."""
        if self._silent:
            if tag in self._silent:
                del self._silent[self._silent.index(tag) :]
            return
        if tag == "table" and self._depth:
            if self._depth == 1:
                self._end_cell()
            self._depth -= 1
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
        elif self._depth == 1 and tag == "caption" and self._text is not None:
            self.tables[-1].caption, self._text = "".join(self._text), None

    def handle_data(self, data: str) -> None:
        """Keep the text of a cell."""
        if self._text is not None and not self._silent:
            self._text.append(data)

    def _end_cell(self) -> None:
        if self._text is None:
            return
        lines = (" ".join(line.split()) for line in "".join(self._text).split("\n"))
        text, self._text = "\n".join(line for line in lines if line), None
        table, (down, across) = self.tables[-1], self._span
        row = table.rows[-1]
        self._fill(table, row)
        # A header's second row has its own names; a country goes on in its rows.
        left = "" if all(self._heads) else text
        for n in range(across):
            if down > 1:
                table.below[len(row)] = (down - 1, left if n == 0 else "")
            row.append(text if n == 0 else "")
        self._fill(table, row)
        too_wide = len(row) > MOST_COLUMNS
        self.is_too_large |= too_wide or len(table.rows) > MOST_ROWS
        if too_wide:
            del row[MOST_COLUMNS:]

    @staticmethod
    def _fill(table: _Table, row: list[str]) -> None:
        """Put in what cells of rows above leave to the next columns."""
        while table.rows[-1] is row and len(row) in table.below:
            column = len(row)
            rows, text = table.below.pop(column)
            if rows > 1:
                table.below[column] = (rows - 1, text)
            row.append(text)


def _number(text: str | None) -> int:
    """Read how many rows or columns a cell has: at least one, within bounds."""
    digits = (text or "").strip()
    return min(int(digits), MOST_COLUMNS) if digits.isdecimal() and int(digits) else 1
