"""What is wrong with a GeoDataFrame, row by row."""

from __future__ import annotations

from collections.abc import Sequence

MOST = 20  # problems that a message lists


class FrameError(ValueError):
    """A GeoDataFrame cannot be sliced; carries every problem that was found.

    Parameters
    ----------
    problems : sequence of str
        Such as ``row 3: ends on 1999-01-01, starts on 2004-01-01; expected ...``.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(problems)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        """Return one line for each problem, the first `MOST` of them."""
        listed = list(self.problems[:MOST])
        if len(self.problems) > MOST:
            listed.append(f"and {len(self.problems) - MOST} more problems")
        return "\n".join(listed)
