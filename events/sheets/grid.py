"""The rows of a sheet: its header, on whichever row it is, and the rows below."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files import delimited
from csto_atlas.events.files.delimited import (
    MalformedError,
    TextRow,
    split_rows,
    trim,
)
from csto_atlas.events.sheets.shape import HeaderRow
from csto_atlas.events.spelling.fold import fold, quote

SEPARATORS = delimited.SEPARATORS + "|"
MOST_ROWS = 250_000
_ABOVE = 30  # rows that are searched for a header

ReadHeader = Callable[[Sequence[str], Sequence[str]], HeaderRow]


@dataclass(frozen=True)
class Grid:
    """A header, and the rows above and below it.

    `width` counts the cells of the header with the empty ones at its end, `height` its
    rows.
    """

    header: HeaderRow
    line: int
    width: int
    height: int
    above: tuple[TextRow, ...]
    rows: tuple[TextRow, ...]


def read_grid(path: str, text: str, read_header: ReadHeader) -> Grid:
    """Split a text into rows, and find its header.

    The separator is the one that gives the header most of the known columns.

    Parameters
    ----------
    path
        The file, for problems.
    text
        Its text.
    read_header
        Reads the names of columns and their tags; without tags, an empty list.

    Raises
    ------
    DataError
        If no line is a header, or the rows cannot be told apart.
    """
    best: Grid | None = None
    errors: list[Problem] = []
    for separator in SEPARATORS:
        try:
            rows = list(_split(path, text, separator, most=_ABOVE))
        except DataError as error:
            errors += error.problems
            continue
        grid = _find_header(rows, read_header)
        if grid and (best is None or _known(grid) > _known(best)):
            best, chosen = grid, separator
    if best is None:
        raise DataError(errors[:1] or [_no_header(path, text, read_header)])
    rows = list(_split(path, text, chosen))
    begin = best.height + next(n for n, row in enumerate(rows) if row.line == best.line)
    if begin < len(rows) and is_tags(rows[begin]):
        begin += 1
    return replace(best, rows=tuple(rows[begin:]))


def is_tags(row: TextRow) -> bool:
    """Return whether a row has the tags of the Humanitarian Exchange Language."""
    return row.filled > 1 and all(c.startswith("#") for c in row.cells if c)


def _known(grid: Grid) -> int:
    return sum(map(bool, grid.header.roles)) + len(grid.header.many)


def _find_header(rows: Sequence[TextRow], read_header: ReadHeader) -> Grid | None:
    """Return the first row whose names, or the tags below them, are known.

    It may be a header of two rows, or be repeated in another language.
    """
    for n, row in enumerate(rows):
        below = rows[n + 1] if n + 1 < len(rows) else None
        if below and is_second_row(row.cells, below.cells):
            header = read_header(trim(join_rows(row.cells, below.cells)), ())
            if header.is_known:
                width = max(len(row.cells), len(below.cells))
                return Grid(header, row.line, width, 2, tuple(rows[:n]), ())
        tagged = row if is_tags(row) else below if below and is_tags(below) else None
        tags = tagged.cells if tagged else ()
        header = read_header(trim(row.cells), tags)
        if header.is_known:
            again = (
                below is not None
                and not tagged
                and _repeats(header, below, read_header)
            )
            return Grid(
                header, row.line, len(row.cells), 1 + again, tuple(rows[:n]), ()
            )
    return None


def is_second_row(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Return whether two rows are one header, with merged cells in the upper one.

    The lower names a column that the upper leaves empty, beside one that it names; it
    leaves another to the upper; and it has no figures but years in a row.

    Examples
    --------
    >>> is_second_row(["Member", "Accession", ""], ["", "Signed", "In force"])
    True
    >>> is_second_row(["Country", "Joined", "Left"], ["", "1949", ""])
    False
    """
    pairs = list(zip_longest(upper, lower, fillvalue=""))
    is_split = any(
        low and not up and n and pairs[n - 1][0] for n, (up, low) in enumerate(pairs)
    )
    is_left = any(up and not low for up, low in pairs)
    figures = [low for low in lower if any(sign.isdecimal() for sign in low)]
    years = [int(low) for low in figures if re.fullmatch(r"\d{4}", low)]
    is_row = (
        years == [*range(years[0], years[0] + len(figures))] if years else not figures
    )
    return is_split and is_left and is_row


def join_rows(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the columns of a header of two rows.

    A merged cell stands for all columns up to the next that is named.

    Examples
    --------
    >>> join_rows(["Member", "Accession", ""], ["", "Signed", "In force"])
    ('Member', 'Accession / Signed', 'Accession / In force')
    """
    names, above = [], ""
    for up, low in zip_longest(upper, lower, fillvalue=""):
        above = up or (above if low else "")
        names.append(" / ".join(filter(None, (above, low))))
    return tuple(names)


def _repeats(header: HeaderRow, row: TextRow | None, read_header: ReadHeader) -> bool:
    """Return whether a row names the same columns in another language."""
    other = read_header(trim(row.cells if row else ()), ())
    known = [role for role in other.roles if role]
    return len(known) > 1 and other.is_known and other.roles == header.roles


def _no_header(path: str, text: str, read_header: ReadHeader) -> Problem:
    """Say what the most likely header lacks."""
    separator = max(SEPARATORS, key=text[:10_000].count)
    rows = list(_split(path, text, separator, most=_ABOVE))
    if not rows:
        return Problem(f"{path}:1", "nothing but empty cells", "rows of a table")
    headers = [(row, read_header(trim(row.cells), ())) for row in rows]
    known = [(row, h) for row, h in headers if any(h.roles)]
    row, header = known[0] if known else headers[0]
    if header.of("correlates") and not header.of("code", "country"):
        name = header.cells[header.of("correlates")[0]]
        what = f"{quote(name)} has the codes of the Correlates of War project"
        return Problem(
            f"{path}:{row.line}", what, "ISO 3166 codes or names of countries"
        )
    lacking = "the country"
    if header.of("code", "country", "name"):
        lacking = "when a membership began (nor years, nor organisations)"
    what = f"no column for {lacking} among {', '.join(map(quote, header.cells[:12]))}"
    expected = "a known name, or 'columns: {country: ..., start: ...}' in dataset.yml"
    return Problem(f"{path}:{row.line}", what, expected)


def _split(
    path: str, text: str, separator: str, most: int | None = None
) -> Iterator[TextRow]:
    """Yield the rows that are not empty, the first `most` of them.

    Raises
    ------
    DataError
        If a cell or the table is too long, or a quotation mark is never closed.
    """
    try:
        for count, row in enumerate(islice(split_rows(text, separator), most), 1):
            yield row
            if count > MOST_ROWS:
                what, expected = f"more than {MOST_ROWS} rows", "a smaller sheet"
                raise DataError([Problem(f"{path}:{row.line}", what, expected)])
    except MalformedError as error:
        raise DataError([_malformed(f"{path}:{error.line}", error)]) from None


def _malformed(where: str, error: MalformedError) -> Problem:
    reason = error.reason
    if error.is_open_quote:
        return Problem(
            where, "a quotation mark that is never closed", "its closing one"
        )
    if "field larger" in reason:
        what = f"a cell of more than {csv.field_size_limit()} signs"
        return Problem(where, what, "short cells, and every quotation mark closed")
    if "expected after" in reason:
        what, expected = "a quotation mark inside a quoted cell", "it doubled"
        return Problem(where, what, expected)
    return Problem(where, f"no row of a table ({reason})", "rows of a table")


def same(row: TextRow, cells: Sequence[str]) -> bool:
    """Return whether a row repeats the header."""
    return [fold(c) for c in trim(row.cells)] == [fold(c) for c in cells]
