"""Read the metadata of a Parquet file: its columns and its number of rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.layers.model import Layer
from csto_atlas.events.layers.parquet_guard.geometry import read_crs
from csto_atlas.events.layers.parquet_guard.kinds import is_plain
from csto_atlas.events.layers.parquet_guard.limits import WHOLE, RefusedError, bound

if TYPE_CHECKING:
    from pyarrow.parquet import FileMetaData

EXTRA = "needs the extra 'scale'"
REMEDY = "what 'make scale' installs"
# Bounds of a file, our own choice: they bound the time and memory to read it.
MOST_ROWS = 1_500_000  # also of a layer; measured by python -m tests.bench.limits
MOST_COLUMNS, MOST_GROUPS = 2_000, 10_000
MOST_FOOTER = 16_000_000  # bytes of metadata


def list_names(layer: Layer, part: Path) -> list[str]:
    """List the names of the columns of a file.

    Raises
    ------
    DataError
        If the file cannot be read or exceeds a bound, or the library is missing.
    """
    with read_metadata(layer, part) as metadata:
        return list(metadata.schema.to_arrow_schema().names)


def count_part(layer: Layer, part: Path) -> int:
    """Return the number of rows of a file, by the metadata of its row groups.

    Raises
    ------
    DataError
        If the file cannot be read or exceeds a bound, or the library is missing.
    """
    with read_metadata(layer, part) as metadata:
        return _count(metadata)


def read_layer_crs(layer: Layer, part: Path) -> str | None:
    """Read the coordinate reference system of the points of a layer.

    Parameters
    ----------
    layer : Layer
    part : Path
        The file of the layer, or one of its files.

    Returns
    -------
    str or None
        PROJJSON; None for longitude and latitude in WGS 84, and without a geometry.

    Raises
    ------
    DataError
        If the file cannot be read or exceeds a bound, the library is missing, or the
        column holds no points of a known coordinate reference system.
    """
    name = layer.columns.geometry
    if name is None or part.suffix == ".csv":
        return None
    with read_metadata(layer, part) as metadata:
        return read_crs(metadata, name)


def check_kinds(layer: Layer, part: Path) -> list[Problem]:
    """Find the columns of a layer that do not hold text, numbers, days or points.

    Raises
    ------
    DataError
        If the file cannot be read or exceeds a bound, or the library is missing.
    """
    with read_metadata(layer, part) as metadata:
        paths, schema = list_paths(metadata), metadata.schema.to_arrow_schema()
        wrong = [
            Problem(
                layer.origin.at("columns", role),
                f"column '{name}' in {part.name} holds {_cut(schema.field(name).type)}",
                "text, numbers or days",
            )
            for role in type(layer.columns).model_fields
            for name in layer.columns.of(role)
            if role != "geometry"
            and (paths.count(name) != 1 or not is_plain(schema.field(name).type))
        ]
        return wrong + _check_geometry(layer, part, metadata)


def _check_geometry(layer: Layer, part: Path, metadata: FileMetaData) -> list[Problem]:
    name = layer.columns.geometry
    try:
        if name is not None:
            read_crs(metadata, name)
    except RefusedError as error:
        where = layer.origin.at("columns", "geometry")
        return [Problem(where, f"{part.name} has {error.what}", error.expected)]
    return []


@contextmanager
def read_metadata(layer: Layer, part: Path) -> Iterator[FileMetaData]:
    """Read the metadata of a file, and report its faults as problems.

    Errors of a broken or too large file in the ``with`` block become problems too.

    Parameters
    ----------
    layer : Layer
    part : Path

    Yields
    ------
    FileMetaData

    Raises
    ------
    DataError
        If the file cannot be read or exceeds a bound, or the library is missing.
    """
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
    """Check the last eight bytes: the length of the metadata, and ``PAR1``.

    Source: Parquet file format, https://parquet.apache.org/docs/file-format/ (``PARE``
    ends a file with an encrypted footer).

    Raises
    ------
    RefusedError
        If the file is encrypted, cut off or not Parquet, or its metadata are too long.
    """
    with part.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 8))
        end = file.read(8)
    if end[4:] == b"PARE":
        raise RefusedError("is encrypted", "a Parquet file without encryption")
    if end[4:] != b"PAR1":
        raise RefusedError("is no Parquet file", "a Parquet file")
    length = int.from_bytes(end[:4], "little")
    if length > size - 12:
        raise RefusedError("is cut off", WHOLE)
    bound(length, MOST_FOOTER, "bytes that describe it")


def _count(metadata: FileMetaData) -> int:
    rows = [metadata.row_group(n).num_rows for n in range(metadata.num_row_groups)]
    return sum(max(0, number) for number in rows)


def list_paths(metadata: FileMetaData) -> list[str]:
    """List the paths of the columns; a column that is not nested has its name."""
    schema = metadata.schema
    return [schema.column(n).path for n in range(len(schema))]


def _cut(what: Any) -> str:
    text = str(what).partition("\n")[0]
    return text if len(text) <= 80 else f"{text[:80]}..."
