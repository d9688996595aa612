"""What the rules need to know from outside the data set."""

from collections.abc import Set
from dataclasses import dataclass


@dataclass(frozen=True)
class Facts:
    """The codes of territories, and the ids of places, areas, maps and lines.

    No check is made against `maps` or `lines` if they are None.
    """

    codes: Set[str]
    places: Set[str]
    areas: Set[str]
    maps: Set[str] | None = None
    lines: Set[str] | None = None
