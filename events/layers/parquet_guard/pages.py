"""Read the sizes of pages of a Parquet file from their headers, without unpacking them.

Sizes in the metadata of a file may be wrong. Those in the header of a page can be
trusted: the library does not unpack more than they give. Both are read here, because
the library ends the process at some broken ones.

Source of the numbers of fields, page types and encodings: ``parquet.thrift`` of the
Parquet format, https://github.com/apache/parquet-format.
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

VALUES, DICTIONARY, OTHER_VALUES = 0, 2, 3  # DATA_PAGE, DICTIONARY_PAGE, DATA_PAGE_V2
PLAIN = 0
PREFIXES = 7  # DELTA_BYTE_ARRAY: each text without the prefix of the one before
INDEXED = (2, 8)  # PLAIN_DICTIONARY and RLE_DICTIONARY: indexes into a dictionary
_HEADERS = {VALUES: 5, OTHER_VALUES: 8}  # field of the header for the type of page
_ENCODINGS = {VALUES: 2, OTHER_VALUES: 4}  # field of that header with the encoding


class PageChunk(NamedTuple):
    """A column of a row group: first byte, byte after the last, and number of cells."""

    start: int
    end: int
    cells: int


class ParquetPage(NamedTuple):
    """A page of a column.

    Attributes
    ----------
    kind : int
        Type of the page: `VALUES`, `DICTIONARY`, `OTHER_VALUES` or another.
    size : int
        Size in bytes, unpacked.
    values : int
        Number of cells; 0 for a dictionary.
    encoding : int or None
    """

    kind: int
    size: int
    values: int
    encoding: int | None


def read_row_groups(data: Any) -> list[tuple[int, list[PageChunk]]]:
    """Read the number of rows and the columns of each row group.

    Parameters
    ----------
    data : buffer
        The whole file.

    Returns
    -------
    list of (int, list of PageChunk)

    Raises
    ------
    ValueError, IndexError
        If the metadata are broken.
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


def read_pages(data: Any, chunk: PageChunk) -> Iterator[ParquetPage]:
    """Read the headers of the pages of a column in a row group.

    Parameters
    ----------
    data : buffer
        The whole file.
    chunk : PageChunk

    Yields
    ------
    ParquetPage

    Raises
    ------
    ValueError, IndexError
        If a header is broken, or the pages do not have as many cells as `chunk`.
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
        yield ParquetPage(kind, size, values, encoding)
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
        raise ValueError("a number out of range")
    return value
