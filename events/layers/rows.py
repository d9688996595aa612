"""Read the rows of a layer in chunks.

Libraries for tables are imported only when layers are read: a data set without layers
does not need them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.delimited import count_header_lines, read_header
from csto_atlas.events.files.delimited_frames import (
    read_frames as read_delimited,
)
from csto_atlas.events.layers.model import FORMS, Layer
from csto_atlas.events.layers.parquet_guard import (
    MOST_ROWS,
    count_part,
    list_names,
    read_guarded_frames,
    read_layer_crs,
)
from csto_atlas.events.nearest import suggest

if TYPE_CHECKING:
    import pandas as pd

# Our own choice, to bound memory and time.
CHUNK = 200_000  # rows at a time; what they are joined to must fit into memory
MOST_PARTS = 10_000  # files of a layer


@dataclass(frozen=True)
class Chunk:
    """Consecutive rows of a file.

    Attributes
    ----------
    path : Path
        The file, or one of the files of a layer.
    first : int
        Number of the first row in that file, as a spreadsheet counts: from 1, or from 2
        below a header.
    frame : DataFrame
        The rows, with the columns that the layer names.
    crs : str or None
        PROJJSON of the coordinate reference system of a geometry; None for WGS 84.
    """

    path: Path
    first: int
    frame: pd.DataFrame
    crs: str | None = None


def list_parts(layer: Layer) -> list[Path]:
    """List the files of a layer, sorted by length of name and path.

    Raises
    ------
    DataError
        If there are none or too many, or one is a link or neither CSV nor Parquet.
    """
    where, path = layer.origin.at("file"), layer.path
    if path.is_dir():
        parts = sorted(path.rglob("*.parquet"), key=lambda p: (len(p.name), str(p)))
    else:
        parts = [path] if path.is_file() else []
    if not parts:
        near = suggest("a file beside it", layer.file, _neighbours(path))
        raise DataError([Problem(where, f"no file '{layer.file}'", near)])
    links = [part for part in (path, *parts) if part.is_symlink()]
    if links:  # with a link, a data set from others could publish any file of the user
        what = f"'{links[0].name}' is a link to {links[0].readlink()}"
        raise DataError([Problem(where, what, "what it leads to, in its place")])
    if len(parts) > MOST_PARTS:
        what = f"'{layer.file}' has {len(parts)} parts"
        raise DataError([Problem(where, what, f"at most {MOST_PARTS}")])
    if any(part.suffix not in FORMS for part in parts):
        what = f"'{layer.file}' is neither"
        raise DataError([Problem(where, what, "a name ending in .csv or .parquet")])
    return parts


def list_columns(layer: Layer, part: Path) -> list[str]:
    """List the names of the columns of a file.

    Raises
    ------
    DataError
        If the file cannot be read, or the library for it is missing.
    """
    if part.suffix == ".csv":
        return read_header(part, layer.columns.needed, layer.encoding)[0]
    return list_names(layer, part)


def count_layer_rows(layer: Layer) -> int | None:
    """Return the number of rows of a layer; None if it has a CSV file.

    Raises
    ------
    DataError
        If a file cannot be read, or the library for it is missing.
    """
    parts = list_parts(layer)
    if any(part.suffix == ".csv" for part in parts):
        return None
    return sum(count_part(layer, part) for part in parts)


def read_chunks(layer: Layer, size: int = CHUNK) -> Iterator[Chunk]:
    """Read a layer's rows in the order of its files.

    Parameters
    ----------
    layer : Layer
        Its files must exist and have its columns (see `check_columns`).
    size : int
        Most rows in a chunk.

    Yields
    ------
    Chunk

    Raises
    ------
    DataError
        If a file is broken, or there are more than `MOST_ROWS` rows.
    """
    total = 0
    for part in list_parts(layer):
        first = 1
        if part.suffix == ".csv":
            first += count_header_lines(part, layer.encoding)
        crs = read_layer_crs(layer, part)
        read = _read_csv if part.suffix == ".csv" else read_guarded_frames
        for frame in read(layer, part, size):
            total += len(frame)
            if total > MOST_ROWS:
                raise too_many(layer)
            yield Chunk(part, first, frame, crs)
            first += len(frame)


def too_many(layer: Layer) -> DataError:
    """Return the error of a layer with more than `MOST_ROWS` rows."""
    what = f"'{layer.file}' has more than {MOST_ROWS} rows"
    return DataError([Problem(layer.origin.at("file"), what, f"at most {MOST_ROWS}")])


def _read_csv(layer: Layer, part: Path, size: int) -> Iterator[pd.DataFrame]:
    return read_delimited(part, size, layer.columns.needed, layer.encoding)


def _neighbours(path: Path) -> list[str]:
    return [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
