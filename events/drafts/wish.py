"""What the author of a data set says besides the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Wish:
    """What the author says of a sheet, besides the sheet.

    Attributes
    ----------
    sheet : Path
    names : mapping of str
        The name of the organisation by language.
    languages : tuple of str
    source : str
        Who published the list; an address is linked. Empty if a column of sources says
        it of every row.
    as_of : date
        The last day that the list speaks of.
    keys : mapping of str
        Keys of a sheet in ``dataset.yml``: ``ends``, ``dates``, ``after``, ``sheet``...
    """

    sheet: Path
    names: Mapping[str, str]
    languages: tuple[str, ...]
    source: str
    as_of: date
    keys: Mapping[str, Any] = field(default_factory=dict)

    def name(self, language: str) -> str:
        """Return the name of the organisation in a language."""
        return self.names.get(language) or next(iter(self.names.values()))
