"""The sheets of a workbook (xlsx, xls, ods) as texts of CSV."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.text import read_bytes
from csto_atlas.events.sheets.workbook_process import MOST_COLUMNS, MOST_ROWS

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")
LARGEST = 20_000_000  # bytes
SECONDS = 60
_IN_CELL = "\u2028"  # a line break in a cell, so that a line is a row
_SMALLER = f"at most {MOST_ROWS} rows and {MOST_COLUMNS} columns in each sheet"


def read_workbook(path: Path) -> dict[str, str]:
    """Return each visible sheet with cells as CSV, by its name; a line is a row.

    Parameters
    ----------
    path : Path

    Raises
    ------
    DataError
        If it is broken, or too large to be read in bounded time and memory.
    """
    where = f"{path.as_posix()}:1"
    read_bytes(path, LARGEST, "a workbook with the list alone")
    command = [sys.executable, "-m", "csto_atlas.events.sheets.workbook_process"]
    try:
        done = subprocess.run(
            [*command, str(path)], capture_output=True, timeout=SECONDS, check=False
        )
        found: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {}
    except (subprocess.TimeoutExpired, ValueError):
        found = {}
    if "sheets" not in found:
        raise DataError([_explain(where, found)])
    texts = {name: write_sheet(rows) for name, rows in found["sheets"].items()}
    if not any(text.strip() for text in texts.values()):
        raise DataError([Problem(where, "no cells in the workbook", "rows of a table")])
    return {name: text for name, text in texts.items() if text.strip()}


def _explain(where: str, found: dict[str, Any]) -> Problem:
    match found.get("problem"):
        case "broken":
            what = f"this workbook cannot be read ({found['reason']})"
            return Problem(where, what, "an .xlsx, .xls or .ods file, saved again")
        case "large":
            return Problem(where, str(found["reason"]), _SMALLER)
        case _:
            what = "this workbook does not fit into memory, or takes too long"
            return Problem(where, what, f"{_SMALLER}, or a CSV file")


def write_sheet(rows: Sequence[Sequence[str]]) -> str:
    """Write rows as CSV, each on a line of its own."""
    stream = StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    for row in rows:
        # An empty row keeps its number as an empty line.
        cells = [_IN_CELL.join(cell.splitlines()) for cell in row] if any(row) else []
        writer.writerow(cells)
    return stream.getvalue()
