"""Sources that a column of a sheet cites, as entries of ``sources.yml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from csto_atlas.events.sheets.grid import Grid
from csto_atlas.events.sheets.job import SheetReader
from csto_atlas.events.spelling.fold import fold

_NAMES = {
    fold(name)
    for name in (
        *("source", "sources", "reference", "references", "citation", "ref", "link"),
        *("url", "المصدر", "مصدر", "المصادر", "المرجع", "المراجع", "رابط"),
        *("источник", "источники", "ссылка", "référence", "références", "lien"),
    )
}
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_LONGEST = 200  # letters of a title


@dataclass(frozen=True)
class Cited:
    """What a column of sources says.

    Attributes
    ----------
    column : str
        Its name; empty if there is none.
    entries : tuple of dict
        As ``sources.yml`` has them.
    ids : mapping of str
        Id by cell.
    is_complete : bool
        Whether every row cites something.
    """

    column: str = ""
    entries: tuple[dict[str, Any], ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)
    is_complete: bool = False


def find_cited(job: SheetReader, grid: Grid, language: str) -> Cited:
    """Read the column of sources of a sheet.

    Parameters
    ----------
    job, grid
        The opened sheet.
    language : str
        That sources are noted to be in.
    """
    names = {
        n: name for n, name in enumerate(grid.header.cells) if fold(name) in _NAMES
    }
    if len(names) != 1:
        return Cited()
    ((column, name),) = names.items()
    wide = [row for row in grid.rows if row.filled > 1]
    cells = [row.cells[column] if column < len(row.cells) else "" for row in wide]
    ids = {
        cell: f"sheet-{number}"
        for number, cell in enumerate(dict.fromkeys(filter(None, cells)), 1)
    }
    entries = tuple(_describe(cell, own, language) for cell, own in ids.items())
    return Cited(name, entries, ids, bool(cells) and all(cells))


def _describe(cell: str, identity: str, language: str) -> dict[str, Any]:
    """Return the entry of a cell: an address, a text, or both."""
    text = " ".join(_ADDRESS.sub(" ", cell).split()).strip(" ,;:–-()")[:_LONGEST]
    entry: dict[str, Any] = {"id": identity}
    if address := _ADDRESS.search(cell):
        url = address[0].rstrip(".,;)")
        host = url.split("/")[2].removeprefix("www.")
        title = text or url.split("://")[1][:_LONGEST]
        entry |= {"publisher": host, "title": title, "url": url}
    else:
        entry |= {"publisher": re.split(r"[,،;:]", text)[0].strip(), "title": text}
    return entry | {"language": language}
