"""Delimited text: what separates the cells, and rows that know their lines.

Every reader of tables (`events.files.tables`, `events.layers.rows`,
`events.imports.files`, `events.sheets.grid`) finds separators and splits rows here.
`events.files.delimited_frames` reads large files in chunks.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.encodings import not_decoded

SEPARATORS = ",;\t"
LONGEST_HEADER = 1_000_000  # signs
ENCODING = "utf-8-sig"  # UTF-8 with or without a byte order mark
SEPARATOR_LINE = re.compile(r'"?sep=([,;|\t])"?\s*$', re.IGNORECASE)
_QUOTED = re.compile('"[^"]*"')


@dataclass(frozen=True)
class TextRow:
    """The cells of a row without blanks around them, and its first line."""

    line: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> int:
        """How many cells are not empty."""
        return sum(map(bool, self.cells))


class MalformedError(Exception):
    """Rows that cannot be told apart.

    Attributes
    ----------
    line : int
        Where the row begins.
    reason : str
        In the words of `csv`.
    """

    def __init__(self, line: int, reason: str) -> None:
        self.line, self.reason = line, reason
        super().__init__(reason)

    @property
    def is_open_quote(self) -> bool:
        """Whether a quotation mark is never closed."""
        return "unexpected end" in self.reason


def choose_separator(
    header: str, is_known: Callable[[str], bool], separators: str = SEPARATORS
) -> str:
    """Return the sign that separates the names of a header.

    Parameters
    ----------
    header : str
        Its line; longer text only helps to count signs.
    is_known : callable
        Whether a name is one that the table may have.
    separators : str
        Signs to choose from; the first wins a draw.

    Returns
    -------
    str
        The sign that gives most known names, or else stands most often outside of
        quotation marks.

    Examples
    --------
    >>> choose_separator('code;"name, full"', {"code"}.__contains__)
    ';'
    """
    unquoted = _QUOTED.sub("", header)

    def weigh(sign: str) -> tuple[int, int]:
        try:
            names = set(split_line(header, sign))
        except csv.Error:  # too long: it is not what separates them
            return -1, 0
        return sum(map(is_known, names)), unquoted.count(sign)

    return max(separators, key=weigh)


def split_line(line: str, separator: str) -> list[str]:
    """Return the cells of the first line of a text, without blanks around them.

    Raises
    ------
    csv.Error
        If a cell is too long.
    """
    cells = next(csv.reader([line], delimiter=separator), [])
    return [cell.strip() for cell in cells]


def split_rows(
    text: str, separator: str, *, is_strict: bool = True
) -> Iterator[TextRow]:
    r"""Yield the rows of a text that are not empty.

    Parameters
    ----------
    text : str
        With any line ends; line breaks inside of quotation marks belong to a cell.
    separator : str
    is_strict : bool
        Refuse signs after a closing quotation mark; otherwise they join the cell.

    Yields
    ------
    TextRow

    Raises
    ------
    MalformedError
        If a cell is too long, or a quotation mark is never closed.

    Examples
    --------
    >>> [*split_rows('a;b\n\n"one\ntwo";c', ";")][1]
    TextRow(line=3, cells=('one\ntwo', 'c'))
    """
    lines = list(StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=separator, strict=is_strict)
    last = 1
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            raise MalformedError(line, str(error)) from None
        row = TextRow(line, tuple(cell.strip() for cell in cells))
        if row.filled:
            last = line
            yield row
    if not is_strict:
        _check_end(lines[last - 1 :], separator, last)


def _check_end(lines: Sequence[str], separator: str, line: int) -> None:
    """Raise if a quoted cell is still open at the end of the last row."""
    try:
        list(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error as error:
        if (malformed := MalformedError(line, str(error))).is_open_quote:
            raise malformed from None


def trim(cells: Sequence[str]) -> tuple[str, ...]:
    """Drop the empty cells that spreadsheets leave at the end."""
    return tuple(cells[: max((n for n, c in enumerate(cells, 1) if c), default=0)])


def read_header(
    path: Path, known: Sequence[str] = (), encoding: str | None = None
) -> tuple[list[str], str]:
    """Return the names in the first line of a file, and what separates them.

    A first line ``sep=;``, which Excel reads and writes, stands before the header.

    Parameters
    ----------
    path : Path
        UTF-8, with or without a byte order mark. Only its first line is read.
    known : sequence of str
        Names that are expected: what separates most of them is what separates all.
    encoding : str, optional
        How it was saved, if not in UTF-8.

    Raises
    ------
    DataError
        If the line cannot be read, or has no names.
    """
    where = f"{path.as_posix()}:1"
    try:
        with path.open(encoding=encoding or ENCODING, newline="") as file:
            line = file.readline(LONGEST_HEADER)
            if named := SEPARATOR_LINE.match(line):
                line = file.readline(LONGEST_HEADER)
        separator = named[1] if named else choose_separator(line, {*known}.__contains__)
        names = split_line(line, separator)
    except UnicodeDecodeError:
        raise DataError([not_decoded(path, encoding)]) from None
    except OSError as error:
        raise DataError([Problem(where, str(error), "a file in UTF-8")]) from None
    except csv.Error as error:
        raise DataError([Problem(where, str(error), "names of columns")]) from None
    if not any(names):
        raise DataError([Problem(where, "no header", "the names of the columns")])
    return names, separator


def count_header_lines(path: Path, encoding: str | None = None) -> int:
    """Return how many lines stand above the rows: 1, or 2 after ``sep=;``."""
    with path.open(encoding=encoding or ENCODING, newline="", errors="replace") as file:
        return 2 if SEPARATOR_LINE.match(file.readline(LONGEST_HEADER)) else 1
