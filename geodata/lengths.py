"""How long borders are: measured on unsimplified lines, read from a table."""

from __future__ import annotations

import csv
from pathlib import Path


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
    """
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["part"]: float(row["length_km"])
            for row in csv.DictReader(file)
            if {row["code"], row["other_code"]} == set(codes)
        }
