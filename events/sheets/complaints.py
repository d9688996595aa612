"""Problems of a sheet, each reported once for all the rows that have it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from csto_atlas.events.errors import Problem

MOST = 50
"""How many different complaints about one sheet are worded."""


@dataclass
class _Complaint:
    line: int
    expected: str | Callable[[], str]
    rows: int = 0


@dataclass
class Complaints:
    """The problems of the lines of one file."""

    path: str
    found: dict[str, _Complaint] = field(default_factory=dict)

    def add(self, line: int, what: str, expected: str | Callable[[], str]) -> None:
        """Add a problem of a line; a callable `expected` is called when needed."""
        self.found.setdefault(what, _Complaint(line, expected)).rows += 1

    def problems(self) -> tuple[Problem, ...]:
        """Return one problem of each kind, at most `MOST` of them."""
        return tuple(self._word(*pair) for pair in [*self.found.items()][:MOST]) + (
            self._rest() if len(self.found) > MOST else ()
        )

    def _word(self, what: str, complaint: _Complaint) -> Problem:
        more = complaint.rows - 1
        many = f" (and in {more} more row{'s' if more > 1 else ''})" if more else ""
        own = complaint.expected
        expected = own if isinstance(own, str) else own()
        return Problem(f"{self.path}:{complaint.line}", f"{what}{many}", expected)

    def _rest(self) -> tuple[Problem, ...]:
        rest = [*self.found.values()][MOST:]
        what = f"{len(rest)} more things are wrong"
        return (
            Problem(f"{self.path}:{rest[0].line}", what, "those above mended first"),
        )
