"""Suggestions for a misspelt name."""

from collections.abc import Iterable
from difflib import get_close_matches


def suggest(expected: str, wrong: str, known: Iterable[str]) -> str:
    """Return what was expected, with the known name nearest to the wrong one.

    Parameters
    ----------
    expected : str
        What was expected, in words.
    wrong : str
    known : iterable of str
        The names that would be right.

    Examples
    --------
    >>> suggest("a kind", "acts", ["act", "summit"])
    "a kind (nearest: 'act')"
    >>> suggest("a kind", "zzz", ["act", "summit"])
    'a kind'
    """
    near = get_close_matches(wrong, sorted(known), n=1)
    return f"{expected} (nearest: '{near[0]}')" if near else expected
