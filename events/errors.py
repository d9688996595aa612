"""Problems of the data, worded for the person who can mend them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One problem of the data: where it is, what it is, what was expected.

    Examples
    --------
    >>> print(Problem("memberships.csv:41", "unknown code 'GDR'", "an ISO 3166 code"))
    memberships.csv:41: unknown code 'GDR'; expected an ISO 3166 code
    """

    where: str
    what: str
    expected: str

    def __str__(self) -> str:
        """Return one line of text; what is quoted from the data cannot break it."""
        line = f"{self.where}: {self.what}; expected {self.expected}"
        return "".join(
            sign if sign.isprintable() else sign.encode("unicode_escape").decode()
            for sign in line
        )


class DataError(Exception):
    """The data are wrong; carries every problem that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return one line for each problem."""
        return "\n".join(str(problem) for problem in self.problems)


class UsageError(Exception):
    """The command line names something that does not exist or cannot be used."""


class SchedulerLostError(Exception):
    """A Dask cluster that had been reached cannot finish its work; nothing is made."""
