"""Group row groups of a Parquet file that are read together, to bound memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from csto_atlas.events.layers.parquet_guard.limits import WHOLE, RefusedError, bound
from csto_atlas.events.layers.parquet_guard.pages import (
    DICTIONARY,
    INDEXED,
    PLAIN,
    PREFIXES,
    PageChunk,
    ParquetPage,
    read_pages,
    read_row_groups,
)

# Bounds in unpacked bytes, our own choice: they bound the time to read a file and fit
# into the memory of a small machine.
MOST_UNPACKED = 20_000_000_000  # of a file, in the columns that are read
MOST_BYTES = 1_000_000_000  # of a row group
MOST_AT_ONCE = 256_000_000  # of one page of each column with its dictionary
BATCH = 64_000_000  # of the rows that are read at a time
SMALL = 64_000_000  # of texts outside dictionaries that are still read as dictionaries
FEWEST = 1_000  # rows at a time


class ParquetColumn(NamedTuple):
    """A column that is read.

    Attributes
    ----------
    name : str
    position : int
        Index among all columns of the file.
    longest : int
        Most bytes of a cell.
    is_text : bool
    is_kept : bool
        Whether the file declares it as a dictionary column.
    """

    name: str
    position: int
    longest: int
    is_text: bool
    is_kept: bool


class Run(NamedTuple):
    """Row groups that are read together.

    Attributes
    ----------
    groups : tuple of int
        Indexes of the row groups.
    size : int
        Most rows at a time.
    packed : tuple of str
        Columns that are read as dictionaries: each text is in memory only once, so
        that it can be measured. Columns with many different texts are read without a
        dictionary: they take no more memory than their pages.
    mixed : tuple of (str, int)
        Columns that are read without a dictionary although their first cells are in
        one, and the number of these cells.
    """

    groups: tuple[int, ...]
    size: int
    packed: tuple[str, ...]
    mixed: tuple[tuple[str, int], ...]


class _Taken(NamedTuple):
    """Size of a column in a row group.

    Attributes
    ----------
    column : ParquetColumn
    unpacked : int
        Bytes of all its pages.
    at_once : int
        Bytes of its largest page and its dictionary.
    a_row : float
        Most bytes per row of a page.
    plain : int
        Bytes of texts that are not in a dictionary.
    indexed : int
        Number of cells that are in a dictionary.
    can_pack : bool
        Whether the library can read its encodings as a dictionary.
    """

    column: ParquetColumn
    unpacked: int
    at_once: int
    a_row: float
    plain: int
    indexed: int
    can_pack: bool


class _Tally(NamedTuple):
    """Total size of row groups; `plain` is the bytes of texts outside dictionaries."""

    rows: int = 0
    unpacked: int = 0
    plain: int = 0

    def fits(self, size: int) -> bool:
        """Tell whether they may be read together, at most `size` rows at a time."""
        is_small = self.unpacked <= MOST_AT_ONCE and self.plain <= SMALL
        return is_small and self.rows <= size


def find_runs(
    data: Any,
    columns: Sequence[ParquetColumn],
    size: int,
) -> Iterator[Run]:
    """Join small row groups, and reduce the rows read at a time if rows are large.

    Parameters
    ----------
    data : buffer
        The whole file.
    columns : sequence of ParquetColumn
    size : int
        Most rows at a time.

    Yields
    ------
    Run

    Raises
    ------
    RefusedError
        If the file is broken or exceeds a bound.
    """
    run, held, total = None, _Tally(), 0
    described = _described(data, 1 + max(column.position for column in columns))
    for number, (cells, chunks) in enumerate(described):
        found = [_measure(data, cells, chunks[c.position], c) for c in columns]
        taken = _bounded(cells, found)
        total += taken.unpacked
        bound(total, MOST_UNPACKED, "bytes, unpacked")
        own = _plan(number, found, size, is_small=taken.plain <= SMALL)
        both = _Tally(*map(sum, zip(held, taken, strict=True)))
        if run and run[1:] == own[1:] and both.fits(size):
            run, held = run._replace(groups=(*run.groups, number)), both
            continue
        if run:
            yield run
        run, held = own, taken
    if run:
        yield run


def _bounded(cells: int, found: Sequence[_Taken]) -> _Tally:
    """Add the sizes of the columns of a row group; refuse it if they exceed a bound."""
    unpacked = sum(one.unpacked for one in found)
    bound(unpacked, MOST_BYTES, "bytes in a row group, unpacked")
    at_once = sum(one.at_once for one in found)
    bound(at_once, MOST_AT_ONCE, "bytes in pages, unpacked")
    kept = sum(one.plain for one in found if one.column.is_kept)
    bound(kept, MOST_AT_ONCE, "bytes in dictionaries, unpacked")
    return _Tally(cells, unpacked, sum(one.plain for one in found))


def _described(data: Any, least: int) -> list[tuple[int, list[PageChunk]]]:
    try:
        described = read_row_groups(data)
    except (ValueError, IndexError):
        described = [(0, [])]
    if any(len(chunks) < least for _, chunks in described):
        raise RefusedError("is broken (in the metadata of its columns)", WHOLE)
    return described


def _plan(number: int, found: Sequence[_Taken], size: int, *, is_small: bool) -> Run:
    texts = [one for one in found if one.column.is_text]
    packed = [one for one in texts if one.can_pack and (is_small or not one.plain)]
    as_they_are = [one for one in texts if one not in packed]
    a_row = sum(one.a_row for one in as_they_are)
    return Run(
        (number,),
        min(size, max(FEWEST, int(BATCH / max(1, a_row)))),
        tuple(one.column.name for one in packed),
        tuple((one.column.name, one.indexed) for one in as_they_are if one.indexed),
    )


def _measure(data: Any, cells: int, chunk: PageChunk, column: ParquetColumn) -> _Taken:
    """Measure the pages of a column in a row group; refuse cells that are too long."""
    pages = _pages(data, cells, chunk, column)
    filled = [page for page in pages if page.values]
    held = sum(page.size for page in pages if page.kind == DICTIONARY)
    plain = [page for page in filled if page.encoding not in INDEXED]
    for page in filled:
        # Each cell may have a length and levels beside its bytes: 16 are enough.
        if page.size > 1_000 + page.values * (column.longest + 16):
            what = f"has cells of more than {column.longest} bytes in '{column.name}'"
            raise RefusedError(what, "shorter cells")
    return _Taken(
        column,
        sum(page.size for page in pages),
        held + max((page.size for page in filled), default=0),
        max((page.size / page.values for page in filled), default=0),
        sum(page.size for page in plain) if column.is_text else 0,
        sum(page.values for page in filled if page.encoding in INDEXED),
        all(page.encoding in (PLAIN, *INDEXED) for page in filled),
    )


def _pages(
    data: Any, cells: int, chunk: PageChunk, column: ParquetColumn
) -> list[ParquetPage]:
    """Read the pages of a column in a row group.

    Raises
    ------
    RefusedError
        If there are not as many cells as rows, or the encoding cannot be measured.
    """
    try:
        if chunk.cells != cells:
            raise ValueError("other rows")
        pages = list(read_pages(data, chunk))
    except (ValueError, IndexError):
        what = f"is broken (wrong number of cells in column '{column.name}')"
        raise RefusedError(what, WHOLE) from None
    if any(page.encoding == PREFIXES for page in pages):
        what = f"has column '{column.name}' in DELTA_BYTE_ARRAY, which hides its size"
        raise RefusedError(what, "another encoding")
    in_order = [page.encoding not in INDEXED for page in pages if page.values]
    if in_order != sorted(in_order):
        what = f"has cells of '{column.name}' in a dictionary after cells without one"
        raise RefusedError(what, "cells in a dictionary first")
    return pages
