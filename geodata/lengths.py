"""Lengths of borders, measured on unsimplified lines and read from a table."""

from __future__ import annotations

import csv
from pathlib import Path

from csto_atlas.events.errors import DataError, Problem

COLUMNS = ("code", "other_code", "part", "length_km")


def load_lengths(path: Path, codes: tuple[str, str]) -> dict[str, float]:
    """Load the lengths of the border of two states.

    Parameters
    ----------
    path : Path
        ``border_lengths.csv``, made by the refresh.
    codes : tuple of str
        The two states, in any order.

    Returns
    -------
    dict of float
        Kilometres by part; ``whole`` is the sum.

    Raises
    ------
    DataError
        If the file cannot be read, or is cut off.
    """
    lengths: dict[str, float] = {}
    line = 1
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                raise ValueError("other columns")
            for row in reader:
                line = reader.line_num
                length = float(row["length_km"] or "")
                if {row["code"], row["other_code"]} == set(codes):
                    lengths[row["part"]] = length
    except OSError as error:
        problem = Problem(f"{path}:1", str(error.strerror).lower(), "a readable file")
        raise DataError([problem]) from error
    except (TypeError, ValueError) as error:
        expected = f"rows of {', '.join(COLUMNS)}, as 'make data' writes them"
        raise DataError([Problem(f"{path}:{line}", str(error), expected)]) from error
    return lengths
