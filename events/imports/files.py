"""Read the files to import: find their layout, check their columns, read their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.delimited import count_header_lines, read_header
from csto_atlas.events.files.delimited_frames import read_frames
from csto_atlas.events.imports.layouts import Layout, Publisher

CHUNK = 200_000  # rows that are read at a time, our own choice to bound memory


@dataclass(frozen=True)
class EventFile:
    """The rows of a file to import.

    Attributes
    ----------
    path : Path
    first : int
        Number of its first row, as a spreadsheet counts.
    frame : DataFrame
        All columns under their names in the file; all cells are texts, as written.
    """

    path: Path
    first: int
    frame: pd.DataFrame


def read_files(
    files: Sequence[Path], publisher: Publisher, encoding: str | None = None
) -> tuple[Layout, tuple[EventFile, ...]]:
    """Read files of one publisher that have the same layout.

    Parameters
    ----------
    files : sequence of Path
    publisher : Publisher
    encoding : str, optional
        Encoding of the files; UTF-8 if not given.

    Returns
    -------
    layout : Layout
        The layout of all files.
    found : tuple of EventFile
        In the order of `files`.

    Raises
    ------
    DataError
        For each file that cannot be read, lacks a column or has one twice.
    """
    problems: list[Problem] = []
    headers: dict[Path, list[str]] = {}
    for path in files:
        try:
            headers[path] = read_header(path, encoding=encoding)[0]
        except DataError as error:
            problems += error.problems
    layout = _choose(list(headers.values()), publisher)
    for path, header in headers.items():
        problems += _check(path, header, layout)
    if problems:
        raise DataError(problems)
    return layout, tuple(_read(path, encoding) for path in files)


def _choose(headers: Sequence[Sequence[str]], publisher: Publisher) -> Layout:
    """Return the layout of which the fewest columns are missing."""
    return min(
        publisher.layouts,
        key=lambda layout: sum(len(layout.missing(header)) for header in headers),
    )


def _check(path: Path, header: list[str], layout: Layout) -> list[Problem]:
    where = f"{path.as_posix()}:1"
    twice = sorted({name for name in header if header.count(name) > 1})
    return [
        *(Problem(where, f"column '{name}' twice", "each once") for name in twice),
        *(
            Problem(where, f"no column '{name}'", expected)
            for name, expected in layout.missing(header)
        ),
    ]


def _read(path: Path, encoding: str | None) -> EventFile:
    frame = pd.concat(read_frames(path, CHUNK, None, encoding), ignore_index=True)
    is_tagged = len(frame) > 0 and _is_tags(frame.iloc[0])
    first = 1 + count_header_lines(path, encoding) + is_tagged
    return EventFile(path, first, frame.iloc[int(is_tagged) :])


def _is_tags(row: pd.Series) -> bool:
    """Tell whether a row is one of HXL hashtags: all cells with text begin with #.

    Source: Humanitarian Exchange Language, https://hxlstandard.org.
    """
    cells = [cell.strip() for cell in row if cell.strip()]
    return bool(cells) and all(cell.startswith("#") for cell in cells)
