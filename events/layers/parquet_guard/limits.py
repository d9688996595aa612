"""The error for a Parquet file that is broken or exceeds a bound."""

from __future__ import annotations

WHOLE = "a complete Parquet file"


class RefusedError(Exception):
    """A file is broken or exceeds a bound.

    Parameters
    ----------
    what, expected : str
        The two halves of a problem; `what` follows the name of the file.
    """

    def __init__(self, what: str, expected: str) -> None:
        self.what, self.expected = what, expected
        super().__init__(what)


def bound(number: int, most: int, what: str) -> None:
    """Refuse a file that has more of something than a bound.

    Parameters
    ----------
    number, most : int
        The count, and its bound.
    what : str
        What is counted, in the plural.

    Raises
    ------
    RefusedError
        If `number` is greater than `most`.
    """
    if number > most:
        raise RefusedError(f"has {number} {what}", f"at most {most}")
