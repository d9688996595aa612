"""Wordings of a name: in full, on two lines, short, small."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from csto_atlas.maps.labels.model import Lettering, Pair

# The numbers below are our own choice.
SMALL = 11.0  # pixels: the smaller font size, for territories that the map is about
# Costs that rank the wordings.
TWO_LINES, SHORT, SMALLER = 2.0, 4.0, 6.0
SHORTEST_LINE = 3  # letters: a shorter line looks like an error
BREAKS = re.compile(r"(?<=[ \-])")


@dataclass(frozen=True)
class Wording:
    r"""One way to write a name.

    Attributes
    ----------
    text : str
        Lines are separated by ``\n``.
    lettering : Lettering
    cost : float
        0 for the full name on one line.
    is_small : bool
        Whether it has the smaller font size.
    """

    text: str
    lettering: Lettering
    cost: float = 0.0
    is_small: bool = False

    @cached_property
    def half(self) -> Pair:
        """Half the width and half the height, in pixels."""
        return self.lettering.half(self.text)


def word_name(name: str, short: str | None, lettering: Lettering) -> list[Wording]:
    """List the wordings of the name of a territory that the map is about.

    Parameters
    ----------
    name : str
    short : str or None
        A short form of the name.
    lettering : Lettering

    Returns
    -------
    list of Wording
        In full, on two lines and short; then the same with smaller letters.
    """
    smaller = Lettering(SMALL, lettering.bold)
    ways = [Wording(name, lettering)]
    if parted := part_lines(name):
        ways.append(Wording(parted, lettering, TWO_LINES))
    if short:
        ways.append(Wording(short, lettering, SHORT))
    ways += [
        Wording(way.text, smaller, way.cost + SMALLER, is_small=True) for way in ways
    ]
    return ways


def part_lines(name: str) -> str | None:
    r"""Split a name of several words into two lines of similar length.

    Parameters
    ----------
    name : str

    Returns
    -------
    str or None
        None if the name has one word or a line would be shorter than `SHORTEST_LINE`.

    Examples
    --------
    >>> part_lines("Bosnia & Herzegovina")
    'Bosnia &\nHerzegovina'
    >>> part_lines("Kazakhstan") is None
    True
    """
    words = BREAKS.split(name)
    pairs = [
        ("".join(words[:n]).strip(), "".join(words[n:])) for n in range(1, len(words))
    ]
    pairs = [pair for pair in pairs if min(map(len, pair)) >= SHORTEST_LINE]
    if not pairs:
        return None
    return "\n".join(min(pairs, key=lambda pair: max(map(len, pair))))
