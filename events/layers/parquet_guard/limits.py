"""Refuse a Parquet file that holds too much or is broken."""

from __future__ import annotations

WHOLE = "a Parquet file that is whole"


class RefusedError(Exception):
    """A file holds more than any layer needs, or is broken."""

    def __init__(self, what: str, expected: str) -> None:
        self.what, self.expected = what, expected
        super().__init__(what)


def bound(number: int, most: int, what: str) -> None:
    """Refuse a file that has more of something than it may.

    Parameters
    ----------
    number, most : int
    what : str
        What is counted, in the plural.

    Raises
    ------
    RefusedError
        If there are more.
    """
    if number > most:
        raise RefusedError(f"has {number} {what}", f"at most {most}")
