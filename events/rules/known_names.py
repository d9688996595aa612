"""The names from outside a data set that its records may use."""

from collections.abc import Mapping, Set
from dataclasses import dataclass


@dataclass(frozen=True)
class KnownNames:
    """The names that records are checked against.

    Attributes
    ----------
    codes : set of str
        Codes of territories.
    places, areas : set of str
        Ids of places and of disputed areas that the maps can draw.
    maps : set of str or None
        Ids of the maps; None leaves the `maps` of events unchecked.
    lines : set of str or None
        Ids of the lines that the maps can draw; None leaves them unchecked.
    ticks : mapping of set of str or None
        Ids of the ticks of each map; None leaves those of the article unchecked.
    presets : mapping of set of str or None
        Ids of the presets of each map; None leaves the article's cameras unchecked.
    """

    codes: Set[str] = frozenset()
    places: Set[str] = frozenset()
    areas: Set[str] = frozenset()
    maps: Set[str] | None = None
    lines: Set[str] | None = None
    ticks: Mapping[str, Set[str]] | None = None
    presets: Mapping[str, Set[str]] | None = None
