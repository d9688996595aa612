"""The ways in which a name can be written: in full, in two lines, short, small."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from csto_atlas.maps.labels.model import Lettering, Pair

SMALL = 11.0  # pixels: the smaller letters of a territory that the map is about
# What another way than the plain one costs, in pixels that a text stands off its place.
TWO_LINES, SHORT, SMALLER = 2.0, 4.0, 6.0
SHORTEST_LINE = 3  # letters
BREAKS = re.compile(r"(?<=[ \-])")


@dataclass(frozen=True)
class Wording:
    r"""One way to write a name.

    Attributes
    ----------
    text : str
        Its lines are parted by ``\n``.
    lettering : Lettering
    cost : float
        What this way costs beside the plain one.
    is_small : bool
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
    """List the ways in which a territory of the map's subject can be named.

    Parameters
    ----------
    name : str
    short : str or None
        A short form of it.
    lettering : Lettering

    Returns
    -------
    list of Wording
        From the best to the least good; each is narrower or lower than those before.
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
    r"""Part a name of several words into two lines of like lengths.

    Parameters
    ----------
    name : str

    Returns
    -------
    str or None
        None if it has one word or a line would have hardly a letter.

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
