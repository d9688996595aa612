"""Classes of numbers that many marks are told apart by: few, with round bounds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import numpy as np

MOST = 5  # classes that an eye keeps apart
# From fine to coarse: the round numbers of every power of ten.
LADDERS = ((1, 2, 5), (1, 3), (1,))
USUAL = 0.995  # the share of the numbers that the bounds are chosen for


def find_breaks(numbers: Iterable[int]) -> tuple[int, ...]:
    """Choose the least number of every class.

    Parameters
    ----------
    numbers : iterable of int
        What is to be classed; zeros are in no class.

    Returns
    -------
    tuple of int
        Round and rising from 1, at most `MOST`: the finest ladder that reaches the
        largest numbers, but for a few outliers, in so many rungs. Nothing without
        numbers.

    Examples
    --------
    >>> find_breaks([1, 1, 2, 4, 7])
    (1, 2, 5)
    >>> find_breaks([1, 12, 140])
    (1, 3, 10, 30, 100)
    """
    counted = np.fromiter((n for n in numbers if n > 0), dtype=np.int64)
    if not len(counted):
        return ()
    high = int(np.quantile(counted, USUAL, method="higher"))
    ladders = [_climb(ladder, high) for ladder in LADDERS]
    fitting = [rungs for rungs in ladders if len(rungs) <= MOST]
    return fitting[0] if fitting else ladders[-1][:MOST]


def class_of(number: int, breaks: Sequence[int]) -> int:
    """Return the class of a number, counted from 1; 0 for nothing."""
    return bisect_right(breaks, number)


def shade_of(found: int, count: int) -> int:
    """Return the shade, 1 to `MOST`, of one of so many classes: the last is darkest.

    Examples
    --------
    >>> [shade_of(found, 3) for found in (1, 2, 3)]
    [2, 3, 5]
    """
    return max(1, round(found * MOST / count))


def _climb(ladder: Sequence[int], high: int) -> tuple[int, ...]:
    powers = [10**power for power in range(len(str(high)))]
    rungs = (number * power for power in powers for number in ladder)
    return tuple(rung for rung in rungs if rung <= high)
