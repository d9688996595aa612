"""What is wrong with a sheet, said once for all rows that share it."""

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
    """Complaints about the lines of one file."""

    path: str
    found: dict[str, _Complaint] = field(default_factory=dict)

    def add(self, line: int, what: str, expected: str | Callable[[], str]) -> None:
        """Note what is wrong on a line; `expected` may wait until it is needed."""
        self.found.setdefault(what, _Complaint(line, expected)).rows += 1

    def problems(self) -> tuple[Problem, ...]:
        """Return one problem for each thing that is wrong, up to `MOST` of them."""
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
