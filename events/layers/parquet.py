"""Parquet files of layers: bounded by what they say they hold, then as they are read.

A few kilobytes of Parquet can hold a billion rows, or one long text a million times. So
nothing is unpacked that the headers say is too much, texts stay in their dictionaries
while they are measured, and what is broken is told in a word.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.layers.model import Layer
from csto_atlas.events.layers.parquet_row_groups import (
    MOST_BYTES,
    WHOLE,
    Column,
    RefusedError,
    Run,
    bound,
    find_runs,
)

if TYPE_CHECKING:
    import pandas as pd
    from pyarrow import DataType, RecordBatch, Table
    from pyarrow.parquet import FileMetaData

EXTRA = "needs the extra 'scale'"
REMEDY = "what 'make scale' installs"
MOST_ROWS = 20_000_000  # of a layer: twenty times what the atlas is measured with
MOST_COLUMNS, MOST_GROUPS = 2_000, 10_000
MOST_FOOTER = 16_000_000  # bytes
MOST_TEXT, MOST_WORD = 100_000, 1_000  # bytes in a cell
LONG = ("title", "text", "source")  # roles that are texts; others are words and numbers


def list_names(layer: Layer, part: Path) -> list[str]:
    """Return the names of the columns of a file.

    Raises
    ------
    DataError
        If it cannot be read, is larger than any file needs to be, or the library is
        missing.
    """
    with _described(layer, part) as metadata:
        return list(metadata.schema.to_arrow_schema().names)


def count_part(layer: Layer, part: Path) -> int:
    """Return how many rows a file has, as its row groups say."""
    with _described(layer, part) as metadata:
        return _count(metadata)


def check_kinds(layer: Layer, part: Path) -> list[Problem]:
    """Find the columns of a layer whose cells are neither text, numbers nor days."""
    with _described(layer, part) as metadata:
        paths, schema = _paths(metadata), metadata.schema.to_arrow_schema()
        return [
            Problem(
                layer.origin.at("columns", role),
                f"column '{name}' in {part.name} holds {_cut(schema.field(name).type)}",
                "text, numbers or days",
            )
            for role in type(layer.columns).model_fields
            for name in layer.columns.of(role)
            if paths.count(name) != 1 or not _is_plain(schema.field(name).type)
        ]


def read_frames(layer: Layer, part: Path, size: int) -> Iterator[pd.DataFrame]:
    """Read the columns of a layer that `check_kinds` has seen.

    Parameters
    ----------
    layer : Layer
    part : Path
    size : int
        Rows in a frame, at most.

    Yields
    ------
    DataFrame
        Texts stay where Arrow has them: most rows are counted, never shown.

    Raises
    ------
    DataError
        If there is more in the file than fits into memory, or it is broken.
    """
    import pandas as pd

    with _described(layer, part) as metadata:
        columns = _columns(layer, metadata)
        for run in _runs(layer, part, metadata, size):
            for name, cells in run.mixed:
                (column,) = (column for column in columns if column.name == name)
                _check_dictionary(part, metadata, run, column, cells)
            for rows in _read(part, metadata, run, columns):
                yield rows.to_pandas(types_mapper=pd.ArrowDtype)


@contextmanager
def _described(layer: Layer, part: Path) -> Iterator[FileMetaData]:
    """Read what a file says of itself; tell in a word what is wrong with it."""
    where = layer.origin.at("file")
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import read_metadata
    except ImportError:
        raise DataError([Problem(where, f"'{layer.file}' {EXTRA}", REMEDY)]) from None
    try:
        _check_end(part)
        metadata = read_metadata(part)
        bound(metadata.num_columns, MOST_COLUMNS, "columns")
        bound(metadata.num_row_groups, MOST_GROUPS, "row groups")
        bound(_count(metadata), MOST_ROWS, "rows")
        yield metadata
    except RefusedError as error:
        what = f"'{part.name}' {error.what}"
        raise DataError([Problem(where, what, error.expected)]) from None
    except (ArrowException, OSError, UnicodeError) as error:
        what = f"'{part.name}' is broken ({_cut(error)})"
        raise DataError([Problem(where, what, WHOLE)]) from None


def _check_end(part: Path) -> None:
    """Read the last eight bytes: how long the description is, and that it is one."""
    with part.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 8))
        end = file.read(8)
    if end[4:] == b"PARE":
        raise RefusedError("is encrypted", "a Parquet file that anybody can read")
    if end[4:] != b"PAR1":
        raise RefusedError("is no Parquet file", "a Parquet file")
    length = int.from_bytes(end[:4], "little")
    if length > size - 12:
        raise RefusedError("is cut off", WHOLE)
    bound(length, MOST_FOOTER, "bytes that describe it")


def _count(metadata: FileMetaData) -> int:
    rows = [metadata.row_group(n).num_rows for n in range(metadata.num_row_groups)]
    return sum(max(0, number) for number in rows)


def _paths(metadata: FileMetaData) -> list[str]:
    schema = metadata.schema
    return [schema.column(n).path for n in range(len(schema))]


def _columns(layer: Layer, metadata: FileMetaData) -> list[Column]:
    from pyarrow import types

    paths, schema = _paths(metadata), metadata.schema.to_arrow_schema()
    words = {
        name
        for role in type(layer.columns).model_fields
        if role not in LONG
        for name in layer.columns.of(role)
    }
    for name in layer.columns.needed:
        if paths.count(name) != 1:
            raise RefusedError(f"has no plain column '{name}'", "what the layer names")
    return [
        Column(
            name,
            paths.index(name),
            MOST_WORD if name in words else MOST_TEXT,
            _is_text(schema.field(name).type),
            types.is_dictionary(schema.field(name).type),
        )
        for name in layer.columns.needed
    ]


def _runs(
    layer: Layer,
    part: Path,
    metadata: FileMetaData,
    size: int,
) -> list[Run]:
    columns = _columns(layer, metadata)
    with (
        part.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
    ):
        return list(find_runs(data, columns, size))


def _read(
    part: Path, metadata: FileMetaData, run: Run, columns: Sequence[Column]
) -> Iterator[RecordBatch | Table]:
    """Read some rows at a time, or small row groups in one piece."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    names = [column.name for column in columns]
    with ParquetFile(
        part, metadata=metadata, read_dictionary=list(run.packed), pre_buffer=False
    ) as file:
        batches = file.iter_batches(run.size, run.groups, names, use_threads=False)
        checked = (_check_cells(batch, columns) for batch in batches)
        if len(run.groups) == 1:
            yield from checked
        elif whole := list(checked):
            yield pa.Table.from_batches(whole).unify_dictionaries()


def _check_dictionary(
    part: Path, metadata: FileMetaData, run: Run, column: Column, cells: int
) -> None:
    """Refuse a dictionary whose texts would be too much once each is in its row."""
    for number in run.groups:
        first = Run((number,), 1, (column.name,), ())
        batch = next(_read(part, metadata, first, [column]))
        longest = _longest(batch.column(0), column)
        bound(longest * cells, MOST_BYTES, f"bytes of '{column.name}' in a row group")


def _check_cells(batch: RecordBatch, columns: Sequence[Column]) -> RecordBatch:
    """Refuse texts that no map could show, while each is in memory only once."""
    batch.validate(full=True)
    for column in columns:
        if column.is_text:
            _longest(batch.column(column.name), column)
    return batch


def _longest(cells: Any, column: Column) -> int:
    from pyarrow import compute, types

    texts = cells.dictionary if types.is_dictionary(cells.type) else cells
    if types.is_string_view(texts.type):  # whose lengths the library does not know
        texts = texts.cast("large_string")
    longest = compute.max(compute.binary_length(texts)).as_py() or 0
    if longest > column.longest:
        what = f"has a cell of {longest} bytes in '{column.name}'"
        raise RefusedError(what, f"at most {column.longest}")
    return longest


def _is_text(kind: DataType) -> bool:
    from pyarrow import types

    if types.is_dictionary(kind):
        kind = kind.value_type
    return any(
        is_kind(kind)
        for is_kind in (types.is_string, types.is_large_string, types.is_string_view)
    )


def _is_plain(kind: DataType) -> bool:
    """Tell whether the cells of a column are no lists, mappings, images or the like."""
    from pyarrow import types

    if types.is_timestamp(kind):
        return kind.tz is None or _is_zone(kind)
    return _is_text(kind) or any(
        is_kind(kind)
        for is_kind in (
            types.is_integer, types.is_floating, types.is_date, types.is_boolean,
            types.is_decimal, types.is_null,
        )
    )  # fmt: skip


def _is_zone(kind: DataType) -> bool:
    from pyarrow import scalar

    try:
        scalar(0, kind).as_py()
    except (ValueError, KeyError, OSError):
        return False
    return True


def _cut(what: Any) -> str:
    text = str(what).partition("\n")[0]
    return text if len(text) <= 80 else f"{text[:80]}..."
