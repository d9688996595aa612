"""A layer of events on one map: events where they are few, cells where many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

LonLat = tuple[float, float]


@dataclass(frozen=True)
class LayerEvent:
    """One event of a layer, joined, on the ticks of a map.

    Attributes
    ----------
    id : str
        As in the source.
    at : tuple of float
        Longitude and latitude in degrees.
    first, last : int
        Ticks that the event falls in, both included.
    start, end : date
        First and last day.
    has_exact_date : bool
    radius_km : float or None
        How far off the place may be: 0 where it is exact, None where the source only
        names a region.
    kind, title, text, source : str
        In the words of the source; may be empty.
    low, best, high : int or None
        People killed, as the source estimates; None where it gives no such estimate.
    codes : tuple of str
        Territories that the place lies in; several where it cannot be told.
    area : str
        The disputed area that it lay in that day; nothing if in none.
    border_km : float or None
        Distance from the border that the map is about.
    statuses : tuple of str
        What the territory was that day in the organisation of the data set.
    """

    id: str
    at: LonLat
    first: int
    last: int
    start: date
    end: date
    has_exact_date: bool
    radius_km: float | None
    kind: str
    title: str
    text: str
    source: str
    low: int | None
    best: int | None
    high: int | None
    codes: tuple[str, ...]
    area: str
    border_km: float | None
    statuses: tuple[str, ...]


@dataclass(frozen=True)
class Tally:
    """What a cell counts during one tick.

    Attributes
    ----------
    events : int
    low, best, high : int
        Sums of the estimates of people killed; an event without one adds nothing.
    vague_places, vague_dates : int
        How many of the events have a place or a date that is not exact.
    """

    events: int
    low: int
    best: int
    high: int
    vague_places: int
    vague_dates: int


@dataclass(frozen=True)
class Cell:
    """A cell of the H3 grid with the ticks that anything happened in.

    Attributes
    ----------
    id : str
        The cell's H3 index.
    ring : tuple of tuple of float
        Its corners, longitude and latitude in degrees, not closed; a longitude may
        exceed 180.
    tallies : mapping of Tally
        By tick.
    """

    id: str
    ring: tuple[LonLat, ...]
    tallies: Mapping[int, Tally]


@dataclass(frozen=True)
class GroundTally:
    """What one ground counts during one tick.

    Attributes
    ----------
    tick : int
    codes : tuple of str
        Its territory; several where it cannot be told, none at sea.
    area : str
        The disputed area that it lay in that day; nothing if in none.
    statuses : tuple of str
        What the territory was that day in the organisation of the data set.
    tally : Tally
    """

    tick: int
    codes: tuple[str, ...]
    area: str
    statuses: tuple[str, ...]
    tally: Tally


@dataclass(frozen=True)
class LayerOnMap:
    """A layer as one map shows it: either `events` or `cells` is empty.

    Attributes
    ----------
    id : str
    name, covers, licence : mapping of str
        By language; `covers` says what the file covers and what it leaves out.
    source : str
        Id of the publication in the data set.
    events : tuple of LayerEvent
        In order of time.
    cells : tuple of Cell
    resolution : int or None
        Of the H3 grid.
    has_deaths : bool
        Whether the source estimates how many people were killed.
    total, undated, outside, unplaced : int
        Rows of the file; those that fall in no tick; those that do, but lie beyond the
        map's frame, or have no place.
    grounds : tuple of GroundTally
        The same events by ground, few or many; in order of time.
    share : str
        ``rows`` if the licence lets others have the rows, ``cells`` if only counts.
    """

    id: str
    name: Mapping[str, str]
    covers: Mapping[str, str]
    licence: Mapping[str, str]
    source: str
    events: tuple[LayerEvent, ...]
    cells: tuple[Cell, ...]
    resolution: int | None
    has_deaths: bool
    total: int
    undated: int
    outside: int
    grounds: tuple[GroundTally, ...] = ()
    share: str = "rows"
    unplaced: int = 0
