"""Read the rows of Parquet files of layers, in bounded memory.

A few kilobytes of Parquet can hold a billion rows, or a long text a million times. So
nothing is unpacked if its headers give too large a size, and texts stay in their
dictionaries while they are measured.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from csto_atlas.events.layers.model import Layer
from csto_atlas.events.layers.parquet_guard.description import list_paths, read_metadata
from csto_atlas.events.layers.parquet_guard.geometry import is_wkb
from csto_atlas.events.layers.parquet_guard.kinds import is_text
from csto_atlas.events.layers.parquet_guard.limits import RefusedError, bound
from csto_atlas.events.layers.parquet_guard.row_groups import (
    MOST_BYTES,
    ParquetColumn,
    Run,
    find_runs,
)

if TYPE_CHECKING:
    import pandas as pd
    from pyarrow import RecordBatch, Table
    from pyarrow.parquet import FileMetaData

# Most bytes of a cell, our own choice: of long texts, of all other cells, and of a
# point in WKB, which has at most 41 (4 coordinates, the number of their system).
MOST_TEXT, MOST_WORD, MOST_POINT = 100_000, 1_000, 100
LONG = ("title", "text", "source")  # roles with long texts


def read_guarded_frames(layer: Layer, part: Path, size: int) -> Iterator[pd.DataFrame]:
    """Read the columns of a layer, which `check_kinds` has checked.

    Parameters
    ----------
    layer : Layer
    part : Path
    size : int
        Most rows in a frame.

    Yields
    ------
    DataFrame
        Columns are of Arrow types, so that texts are not copied: most rows are only
        counted.

    Raises
    ------
    DataError
        If the file is broken or exceeds a bound, or the library is missing.
    """
    import pandas as pd

    with read_metadata(layer, part) as metadata:
        columns = _columns(layer, metadata)
        for run in _runs(layer, part, metadata, size):
            for name, cells in run.mixed:
                (column,) = (column for column in columns if column.name == name)
                _check_dictionary(part, metadata, run, column, cells)
            for rows in _read(part, metadata, run, columns):
                yield rows.to_pandas(types_mapper=pd.ArrowDtype)


def _columns(layer: Layer, metadata: FileMetaData) -> list[ParquetColumn]:
    from pyarrow import types

    paths, schema = list_paths(metadata), metadata.schema.to_arrow_schema()
    words = {
        name: MOST_POINT if role == "geometry" else MOST_WORD
        for role in type(layer.columns).model_fields
        if role not in LONG
        for name in layer.columns.of(role)
    }
    for name in layer.columns.needed:
        if paths.count(name) != 1:
            raise RefusedError(f"has no plain column '{name}'", "the layer's columns")
    return [
        ParquetColumn(
            name,
            paths.index(name),
            words.get(name, MOST_TEXT),
            is_text(schema.field(name).type) or is_wkb(metadata, name),
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
    part: Path, metadata: FileMetaData, run: Run, columns: Sequence[ParquetColumn]
) -> Iterator[RecordBatch | Table]:
    """Read a row group in batches, or several small row groups as one table."""
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
    part: Path, metadata: FileMetaData, run: Run, column: ParquetColumn, cells: int
) -> None:
    """Refuse a dictionary whose texts would take too much memory in their rows."""
    for number in run.groups:
        first = Run((number,), 1, (column.name,), ())
        batch = next(_read(part, metadata, first, [column]))
        longest = _longest(batch.column(0), column)
        bound(longest * cells, MOST_BYTES, f"bytes of '{column.name}' in a row group")


def _check_cells(batch: RecordBatch, columns: Sequence[ParquetColumn]) -> RecordBatch:
    """Refuse texts that are too long, while each is in memory only once."""
    batch.validate(full=True)
    for column in columns:
        if column.is_text:
            _longest(batch.column(column.name), column)
    return batch


def _longest(cells: Any, column: ParquetColumn) -> int:
    from pyarrow import compute, types

    texts = cells.dictionary if types.is_dictionary(cells.type) else cells
    if types.is_string_view(texts.type):  # not supported by binary_length
        texts = texts.cast("large_string")
    longest = compute.max(compute.binary_length(texts)).as_py() or 0
    if longest > column.longest:
        what = f"has a cell of {longest} bytes in '{column.name}'"
        raise RefusedError(what, f"at most {column.longest}")
    return longest
