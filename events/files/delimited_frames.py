"""Delimited files of any length: read in chunks that fit into memory."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.delimited import ENCODING, count_header_lines, read_header
from csto_atlas.events.files.encodings import not_decoded

if TYPE_CHECKING:
    import pandas as pd
    from _typeshed import WriteableBuffer

MOST_BYTES = 500_000_000  # of the rows of a chunk
BLOCK = 1_000_000  # bytes that are read at a time


def read_frames(
    path: Path,
    size: int,
    columns: Sequence[str] | None = None,
    encoding: str | None = None,
) -> Iterator[pd.DataFrame]:
    """Read a file, every cell as the text that was written.

    Parameters
    ----------
    path : Path
        UTF-8 with a header, separated by what `read_header` finds.
    size : int
        Rows in a frame, at most.
    columns : sequence of str, optional
        Only these; all if not given.
    encoding : str, optional
        How it was saved, if not in UTF-8.

    Yields
    ------
    DataFrame

    Raises
    ------
    DataError
        If it cannot be read, or its rows would not fit into memory.
    """
    import pandas as pd

    names, separator = read_header(path, columns or (), encoding)
    line = count_header_lines(path, encoding)
    with _Rationed(path) as source:
        source.left = MOST_BYTES
        try:
            for frame in pd.read_csv(
                io.BufferedReader(source, BLOCK),
                encoding=encoding or ENCODING,
                sep=separator,
                header=0,
                skiprows=line - 1,
                names=names,
                index_col=False,
                usecols=list(columns) if columns else None,
                dtype=str,
                keep_default_na=False,
                chunksize=size,
            ):
                source.left = MOST_BYTES
                line += len(frame)
                yield frame
        except UnicodeDecodeError:
            raise DataError([not_decoded(path, encoding)]) from None
        except pd.errors.ParserError as error:
            where = f"{path.as_posix()}:1"
            raise DataError([Problem(where, str(error), "CSV")]) from None
        except _TooMuchError:
            where = f"{path.as_posix()}:{line + 1}"
            what = f"cells that are too long: {size:,} rows would not fit into memory"
            expected = "shorter cells, and quotation marks that end"
            raise DataError([Problem(where, what, expected)]) from None


class _TooMuchError(Exception):
    """More bytes than the rows of a chunk may have."""


class _Rationed(io.FileIO):
    """A file of which so many bytes are read until somebody allows more.

    A cell that does not end, or thousands of long ones, would all have to be in memory.
    """

    left = MOST_BYTES

    def readinto(self, buffer: WriteableBuffer) -> int | None:
        """Read as a file does, or fail."""
        number = super().readinto(buffer)
        self.left -= number or 0
        if self.left < 0:
            raise _TooMuchError
        return number
