"""Write columns of whole numbers as text that compresses well and is fast to read.

A number below 64, as most are, takes one letter. A column has few different letters, so
the Huffman code of gzip needs few bits for each.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

# Printable ASCII, without characters that JSON or a script element must escape.
LETTERS = "".join(c for c in map(chr, range(32, 127)) if c not in '"\\<>&')
LAST = 64  # the first 64 letters are the last digit of a number, the others lead it
BEFORE = len(LETTERS) - LAST  # base of the leading digits


def write_column(numbers: Iterable[int]) -> str:
    """Write a column of numbers that are not negative.

    Parameters
    ----------
    numbers : iterable of int

    Returns
    -------
    str
        For each number: the quotient by 64 in base 26, if it is not 0, then the
        remainder as one of the first 64 letters.

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
    """Map whole numbers of either sign to numbers that are not negative.

    The zigzag encoding of Protocol Buffers.

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
