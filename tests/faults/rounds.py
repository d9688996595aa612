"""How often a test tries, and what of: some by default, in full for `make proof`."""

import os
import random
from itertools import cycle, product

PROOF = bool(os.environ.get("PROOF"))


def rounds(few, full):
    """Return how many rounds, or which samples, this run wants."""
    return full if PROOF else few


def dice(name):
    """Return random numbers of a test's own: the same ones in every run."""
    return random.Random(f"{name} {os.environ.get('PROOF', '')}")


def pairs(first, *others, turn=0):
    """Return combinations of lists: all of them for `make proof`.

    By default, as many as the longest list has values, with every value of every list.

    Parameters
    ----------
    first, *others : sequence
    turn : int
        By how many values the others are turned, so that another test combines the
        same lists in another way.

    Returns
    -------
    list of tuple
    """
    turned = [[*one[turn % len(one) :], *one[: turn % len(one)]] for one in others]
    most = max(map(len, (first, *others)))
    few = zip(range(most), *map(cycle, (first, *turned)), strict=False)
    return rounds([tuple(values) for _, *values in few], [*product(first, *others)])
