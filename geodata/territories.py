"""The register of territories: the known codes."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

from csto_atlas.events.errors import DataError, Problem

COLUMNS = ("code", "iso2", "note")


def load_territories(path: Path) -> dict[str, str]:
    """Load the register.

    Parameters
    ----------
    path : Path
        CSV with the columns ``code``, ``iso2`` and ``note``.

    Returns
    -------
    dict of str
        Two-letter codes (for names from CLDR) by three-letter code.

    Raises
    ------
    DataError
        With every problem of the file.
    """
    territories: dict[str, str] = {}
    problems = []
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        problem = Problem(f"{path}:1", str(error), "a CSV file in UTF-8")
        raise DataError([problem]) from error
    with StringIO(text, newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            what, expected = f"columns {reader.fieldnames}", ", ".join(COLUMNS)
            raise DataError([Problem(f"{path}:1", what, expected)])
        for row in reader:
            where, code, iso2 = f"{path}:{reader.line_num}", row["code"], row["iso2"]
            if not re.fullmatch("[A-Z]{3}", code or ""):
                problems.append(Problem(where, f"code {code!r}", "three capitals"))
            if not re.fullmatch("[A-Z]{2}", iso2 or ""):
                problems.append(Problem(where, f"iso2 {iso2!r}", "two capitals"))
            if code in territories:
                problems.append(
                    Problem(where, f"code {code!r} again", "each only once")
                )
            territories[code] = iso2
    if problems:
        raise DataError(problems)
    return territories
