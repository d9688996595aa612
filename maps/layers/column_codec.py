"""Columns of whole numbers as text that gzip makes small and a page reads quickly.

One letter for a number below 64, which most are; a column by itself has few different
ones, and Huffman's code gives each of them a few bits.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

# Printable, and none that JSON or a script element would have to escape.
LETTERS = "".join(c for c in map(chr, range(32, 127)) if c not in '"\\<>&')
LAST = 64  # letters that end a number; the others stand before them
BEFORE = len(LETTERS) - LAST


def write_column(numbers: Iterable[int]) -> str:
    """Write numbers, none of them below zero.

    Parameters
    ----------
    numbers : iterable of int

    Returns
    -------
    str
        Of every number what is below 64 as one of the first 64 letters; before it,
        to the base of 26, the rest.

    Raises
    ------
    ValueError
        If a number is below zero.

    Examples
    --------
    >>> write_column([1, 2, 63, 64])
    '!#df '
    """
    return "".join(map(_word, numbers))


def zigzag(number: int) -> int:
    """Turn a number of either sign into one that is not below zero.

    Examples
    --------
    >>> [zigzag(number) for number in (0, -1, 1, -2)]
    [0, 1, 2, 3]
    """
    return 2 * number if number >= 0 else -2 * number - 1


@cache
def _word(number: int) -> str:
    if number < 0:
        raise ValueError(f"{number} is below zero")
    rest, last = divmod(int(number), LAST)
    before = ""
    while rest:
        rest, digit = divmod(rest, BEFORE)
        before = LETTERS[LAST + digit] + before
    return before + LETTERS[last]
