"""Class breaks of a choropleth: few classes, with round bounds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import numpy as np

# Our own choice.
MOST = 5  # classes: few enough for their shades to be told apart
# Series of round numbers in each power of ten, from fine to coarse.
LADDERS = ((1, 2, 5), (1, 3), (1,))
USUAL = 0.995  # quantile that the bounds reach: outliers do not widen the classes


def find_breaks(numbers: Iterable[int]) -> tuple[int, ...]:
    """Choose the lower bound of each class.

    Parameters
    ----------
    numbers : iterable of int
        Numbers to classify; zeros are in no class.

    Returns
    -------
    tuple of int
        At most `MOST` round numbers, rising from 1: those of the finest series that
        reaches the quantile `USUAL` with so few. Empty without numbers above zero.

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
    """Return the class of a number, counted from 1; 0 if it is below all classes."""
    return bisect_right(breaks, number)


def shade_of(found: int, count: int) -> int:
    """Return the shade of a class, from 1 to `MOST`, the darkest.

    Parameters
    ----------
    found : int
        The class, counted from 1.
    count : int
        The number of classes.

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
