"""CSV tables as people save them, with the line of every row.

A byte order mark, any line end, line breaks inside quotes, blanks around cells,
empty columns at the end, and semicolons or tabs between cells are all accepted.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.delimited import (
    MalformedError,
    TextRow,
    choose_separator,
    split_rows,
    trim,
)
from csto_atlas.events.files.items import Item, Items, Origin, words
from csto_atlas.events.files.text import read_text
from csto_atlas.events.nearest import suggest

MAX_ROWS, MAX_COLUMNS = 20_000, 200


@dataclass(frozen=True)
class Columns:
    """The columns of a table; each of `texts` has one column for each language.

    `names` are those that only downloads have: what a column says by a code or an id,
    in words (``country_en`` beside ``code``). They are allowed, and not read.
    `optional` are read if the file has them.
    """

    plain: tuple[str, ...]
    texts: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    optional: tuple[str, ...] = ()

    def text_of(self, column: str) -> tuple[str, str] | None:
        """Return the field and the language of a column such as ``basis_en``."""
        text, language = _part(column)
        return (text, language) if language and text in self.texts else None

    def is_name(self, column: str) -> bool:
        """Return whether a column only names what another one says."""
        name, language = _part(column)
        return bool(language) and name in self.names.values()


def _part(column: str) -> tuple[str, str]:
    """Part ``basis_en`` into its field and its language, empty if it has none."""
    name, _, language = column.rpartition("_")
    return (name, language) if re.fullmatch("[a-z]{2,3}", language) else (column, "")


def read_table(path: Path, columns: Columns) -> Items:
    """Return the rows of a CSV file; empty cells are left out of the fields.

    Raises
    ------
    DataError
        If the file cannot be read or is too long, or its header is not that of the
        table.
    """
    name = path.as_posix()
    text = read_text(path)
    rows = _split(name, text, _choose_separator(text, columns))
    header = trim(rows[0].cells)
    _check_header(name, rows[0].line, header, columns)
    items, problems, lost = [], [], set[str]()
    widths = range(len(header), len(rows[0].cells) + 1)
    for row in rows[1:]:
        if len(row.cells) in widths and not any(row.cells[len(header) :]):
            fields = _fields(header, row.cells, columns)
            items.append(Item(Origin(name, row.line), fields))
        else:
            expected = f"{len(header)}, as in the header"
            what = f"cells in the row: {len(row.cells)}"
            problems.append(Problem(f"{name}:{row.line}", what, expected))
            lost.update(words(row.cells))
    return Items(tuple(items), tuple(problems), frozenset(lost))


def _choose_separator(text: str, columns: Columns) -> str:
    header = next(iter(StringIO(text.lstrip(), newline="")))
    return choose_separator(
        header, lambda cell: cell in columns.plain or bool(columns.text_of(cell))
    )


def _split(name: str, text: str, separator: str) -> list[TextRow]:
    """Split a text into rows that know the line they begin on."""
    rows: list[TextRow] = []
    try:
        for row in split_rows(text, separator, is_strict=False):
            rows.append(row)
            _check_size(name, rows)
    except MalformedError as error:
        what = "a quotation mark that is never closed"
        reason = what if error.is_open_quote else error.reason
        raise DataError([_malformed(f"{name}:{error.line}", reason)]) from None
    if not rows:
        raise DataError([_malformed(f"{name}:1", "no header")])
    return rows


def _malformed(where: str, what: str) -> Problem:
    return Problem(where, what, "rows of a table")


def _check_size(name: str, rows: Sequence[TextRow]) -> None:
    """Refuse a table that no person wrote, before its mistakes fill the memory."""
    sizes = (
        (len(rows) - 1, MAX_ROWS, "rows"),
        (len(rows[-1].cells), MAX_COLUMNS, "columns"),
    )
    for size, most, kind in sizes:
        if size > most:
            expected = "fewer; many events belong in a layer"
            what = f"more than {most} {kind}"
            raise DataError([Problem(f"{name}:{rows[-1].line}", what, expected)])


def _check_header(
    name: str, line: int, header: Sequence[str], columns: Columns
) -> None:
    """Raise with everything that is wrong with the names of the columns."""
    where = f"{name}:{line}"
    missing = [c for c in columns.plain if c not in header]
    problems = [
        Problem(where, f"column '{column}' twice", "each column once")
        for column in dict.fromkeys(header)
        if column and header.count(column) > 1
    ]
    for number, column in enumerate(header, 1):
        if not column:
            problems.append(Problem(where, f"column {number} without a name", "a name"))
        elif not _is_known(column, columns):
            expected = suggest("a column of this table", column, missing)
            problems.append(Problem(where, f"unknown column '{column}'", expected))
    problems += [
        Problem(
            where, f"no column '{column}'", f"the columns {', '.join(columns.plain)}"
        )
        for column in missing
    ]
    if problems:
        raise DataError(problems)


def _is_known(column: str, columns: Columns) -> bool:
    is_plain = column in (*columns.plain, *columns.optional)
    is_read = is_plain or columns.text_of(column)
    return bool(is_read) or columns.is_name(column)


def _fields(
    header: Sequence[str], cells: Sequence[str], columns: Columns
) -> dict[str, Any]:
    """Return the filled cells by column; those of a text by language."""
    fields: dict[str, Any] = {}
    for column, cell in zip(header, cells, strict=False):
        text = columns.text_of(column)
        if text and cell:
            fields.setdefault(text[0], {})[text[1]] = cell
        elif cell and column in (*columns.plain, *columns.optional):
            fields[column] = cell
    return fields
