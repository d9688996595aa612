"""Read a workbook in a process of its own, with bounds of memory and of rows.

A workbook of a few kilobytes can unpack to gigabytes, or have two cells a million rows
apart between which a reader makes room for all. A process that may have no more memory
than `MOST_MEMORY` ends there, and nothing else does.

Run as ``python -m csto_atlas.events.sheets.workbook_process FILE``: prints JSON.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

MOST_MEMORY = 1_000_000_000  # bytes
MOST_ROWS = 20_000
MOST_COLUMNS = 500


def main(path: str) -> int:
    """Print the rows of each sheet of a workbook by its name, or why there are none."""
    _bound_memory()
    import python_calamine

    try:
        workbook = python_calamine.load_workbook(path)
        sheets = {
            name: _read(workbook.get_sheet_by_name(name)) for name in _names(workbook)
        }
    except python_calamine.CalamineError as error:
        found: dict[str, Any] = {"problem": "broken", "reason": str(error)[:200]}
    except _TooLargeError as error:
        found = {"problem": "large", "reason": str(error)}
    else:
        found = {"sheets": sheets}
    json.dump(found, sys.stdout)
    return 0


class _TooLargeError(Exception):
    """More rows or columns than a table of memberships has."""


def _bound_memory() -> None:
    with suppress(ImportError, ValueError, OSError):  # not on every system
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _names(workbook: Any) -> list[str]:
    """Return the sheets that are seen and have cells."""
    return [
        sheet.name
        for sheet in workbook.sheets_metadata
        if "Visible" in str(sheet.visible) and "WorkSheet" in str(sheet.typ)
    ]


def _read(sheet: Any) -> list[list[str]]:
    """Return the rows of a sheet from its first, every cell as a text."""
    height, width = sheet.total_height + 1, sheet.total_width + 1  # of the last cell
    if height > MOST_ROWS or width > MOST_COLUMNS:
        size = f"{height} rows and {width} columns"
        raise _TooLargeError(f"sheet '{sheet.name}' has {size}")
    rows = [[_text(c) for c in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in _merged(sheet):
        if left == right and top < len(rows):  # a country of several rows
            for number in range(top + 1, min(bottom + 1, len(rows))):
                rows[number][left] = rows[top][left]
    return rows


def _merged(sheet: Any) -> list[Any]:
    try:
        return list(sheet.merged_cell_ranges or ())
    except Exception:  # a form that does not tell
        return []


def _text(cell: Any) -> str:
    """Return a cell as it would be typed: a day as ISO, a whole number as such."""
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
