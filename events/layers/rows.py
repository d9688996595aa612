"""Rows of a layer: read in chunks, their cells turned into numbers and days.

The libraries for tables are imported only here and where layers are made: a data set
without layers does not need them.
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
)
from csto_atlas.events.nearest import suggest

if TYPE_CHECKING:
    import pandas as pd

CHUNK = 200_000  # rows at a time: their polygons must fit beside each other
MOST_PARTS = 10_000


@dataclass(frozen=True)
class Chunk:
    """Some rows as the file has them.

    Attributes
    ----------
    path : Path
        The file, or the part of it.
    first : int
        Number of the first row in that file: from 1, and from 2 below a header, as a
        spreadsheet counts.
    frame : DataFrame
        Only the columns that the layer names.
    """

    path: Path
    first: int
    frame: pd.DataFrame


def list_parts(layer: Layer) -> list[Path]:
    """List the files of a layer, in an order that does not depend on the disk.

    Raises
    ------
    DataError
        If there is none, or they are of another form.
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
    if links:  # a data set of others could show any file of ours
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
    """Return the names of the columns that a file has.

    Raises
    ------
    DataError
        If it cannot be read, or a library for it is missing.
    """
    if part.suffix == ".csv":
        return read_header(part, layer.columns.needed, layer.encoding)[0]
    return list_names(layer, part)


def count_rows(layer: Layer) -> int | None:
    """Return how many rows a layer has; None where only reading it would tell."""
    parts = list_parts(layer)
    if any(part.suffix == ".csv" for part in parts):
        return None
    return sum(count_part(layer, part) for part in parts)


def read_chunks(layer: Layer, size: int = CHUNK) -> Iterator[Chunk]:
    """Read a layer's rows in the order of its files.

    Parameters
    ----------
    layer : Layer
        Whose files are there and have its columns.
    size : int
        Rows in a chunk, at most.

    Yields
    ------
    Chunk

    Raises
    ------
    DataError
        If a file is broken, or there are more rows than any map can count.
    """
    total = 0
    for part in list_parts(layer):
        first = 1
        if part.suffix == ".csv":
            first += count_header_lines(part, layer.encoding)
        read = _read_csv if part.suffix == ".csv" else read_guarded_frames
        for frame in read(layer, part, size):
            total += len(frame)
            if total > MOST_ROWS:
                raise too_many(layer)
            yield Chunk(part, first, frame)
            first += len(frame)


def too_many(layer: Layer) -> DataError:
    """Say that a layer has more rows than any map can count."""
    what = f"'{layer.file}' has more than {MOST_ROWS} rows"
    return DataError([Problem(layer.origin.at("file"), what, f"at most {MOST_ROWS}")])


def _read_csv(layer: Layer, part: Path, size: int) -> Iterator[pd.DataFrame]:
    return read_delimited(part, size, layer.columns.needed, layer.encoding)


def _neighbours(path: Path) -> list[str]:
    return [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
