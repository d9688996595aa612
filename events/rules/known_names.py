"""What the rules need to know from outside the data set."""

from collections.abc import Mapping, Set
from dataclasses import dataclass


@dataclass(frozen=True)
class Outside:
    """The codes of territories, and the ids of places, areas, maps and lines.

    No check is made against `maps`, `lines` or `ticks` if they are None; `ticks` are
    the ids of the steps of each map.
    """

    codes: Set[str]
    places: Set[str]
    areas: Set[str]
    maps: Set[str] | None = None
    lines: Set[str] | None = None
    ticks: Mapping[str, Set[str]] | None = None
