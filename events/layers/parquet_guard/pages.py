"""Pages of a Parquet file: what their headers say they hold, before it is unpacked.

What the end of a file says of its columns need not be true. What a page says of itself
is: nothing is unpacked beyond it. Both are structs of ``parquet.thrift``, whose numbers
of fields these are; the library for Parquet ends the process at some that are broken.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from csto_atlas.events.layers.parquet_guard.thrift_compact import (
    INT32,
    INT64,
    LIST,
    STRUCT,
    TEXT,
    Fields,
    read_struct,
)

VALUES, DICTIONARY, OTHER_VALUES = 0, 2, 3  # kinds of pages
PLAIN = 0  # an encoding
PREFIXES = 7  # an encoding: each text as what it adds to the one before
INDEXED = (2, 8)  # encodings: the number of a text in the dictionary
_HEADERS = {VALUES: 5, OTHER_VALUES: 8}  # the field that describes such a page
_ENCODINGS = {VALUES: 2, OTHER_VALUES: 4}


class PageChunk(NamedTuple):
    """Where the cells of a column in a row group are, and how many."""

    start: int
    end: int
    cells: int


class Page(NamedTuple):
    """A page of a column.

    Attributes
    ----------
    kind : int
    size : int
        Bytes that it takes once it is unpacked.
    values : int
        Cells; none in a dictionary.
    encoding : int or None
    """

    kind: int
    size: int
    values: int
    encoding: int | None


def read_row_groups(data: Any) -> list[tuple[int, list[PageChunk]]]:
    """Return the rows of each row group, and where its columns are.

    Parameters
    ----------
    data : buffer
        The whole file.

    Raises
    ------
    ValueError, IndexError
        If it is broken.
    """
    length = int.from_bytes(data[-8:-4], "little")
    fields, _ = read_struct(data[-8 - length : -8], 0)
    return [
        (
            _whole(group, 3, INT64),
            [_chunk(column, len(data)) for column in _find(group, 1, LIST)],
        )
        for group in _find(fields, 4, LIST)
    ]


def read_pages(data: Any, chunk: PageChunk) -> Iterator[Page]:
    """Read the headers of the pages that a column has in a row group.

    Parameters
    ----------
    data : buffer
        The whole file.
    chunk : PageChunk

    Yields
    ------
    Page

    Raises
    ------
    ValueError, IndexError
        If this is no header, or the cells are more or fewer.
    """
    at, seen = chunk.start, 0
    while seen < chunk.cells:
        if at >= chunk.end:
            raise ValueError("pages beyond the column")
        fields, at = read_struct(data, at)
        kind, size, packed = (_whole(fields, number) for number in (1, 2, 3))
        inner = fields.get((_HEADERS.get(kind, 0), STRUCT), {})
        values = _whole(inner, 1) if kind in _HEADERS else 0
        encoding = inner.get((_ENCODINGS.get(kind, 0), INT32))
        yield Page(kind, size, values, encoding)
        at, seen = at + packed, seen + values
    if seen != chunk.cells or at > chunk.end:
        raise ValueError("more cells than rows")


def _chunk(column: Fields, size: int) -> PageChunk:
    if column.get((1, TEXT)):
        raise ValueError("cells in another file")
    described = _find(column, 3, STRUCT)
    start, first = _whole(described, 9, INT64), described.get((11, INT64), 0)
    if 0 < first < start:
        start = first
    end = min(size, start + _whole(described, 7, INT64))
    return PageChunk(start, end, _whole(described, 5, INT64))


def _find(fields: Fields, number: int, kind: int) -> Any:
    if not fields or (number, kind) not in fields:
        raise ValueError("a field is missing")
    return fields[number, kind]


def _whole(fields: Fields, number: int, kind: int = INT32) -> int:
    value: int = _find(fields, number, kind)
    if not 0 <= value < 2 ** (31 if kind == INT32 else 63):
        raise ValueError("no such number")
    return value
