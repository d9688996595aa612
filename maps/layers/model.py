"""A layer on one map: single events if they are few, cells if they are many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

LonLat = tuple[float, float]


@dataclass(frozen=True)
class LayerEvent:
    """One event of a layer, joined and on the ticks of a map.

    Attributes
    ----------
    id : str
        The id in the source.
    at : tuple of float
        Longitude and latitude in degrees.
    first, last : int
        Ticks that the event falls in, both included.
    start, end : date
        First and last day.
    has_exact_date : bool
    radius_km : float or None
        Accuracy of the location in km: 0 if it is exact, None if the source only names
        a region.
    kind, title, text, source : str
        Texts of the source; may be empty.
    low, best, high : int or None
        Estimates of the number of people killed; None if the source has none.
    codes : tuple of str
        Territories that the location is in; several if it is not certain which.
    area : str
        The disputed area that it was in that day; empty if in none.
    border_km : float or None
        Distance in km from the border that the map is about.
    statuses : tuple of str
        Statuses of the territory that day in the organisation of the data set.
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
    """Counts of events in one place during one tick.

    Attributes
    ----------
    events : int
    low, best, high : int
        Sums of the estimates of people killed; an event without an estimate adds 0.
    vague_places, vague_dates : int
        Numbers of events whose location or date is not exact.
    """

    events: int
    low: int
    best: int
    high: int
    vague_places: int
    vague_dates: int


@dataclass(frozen=True)
class Cell:
    """A cell of the H3 grid with its counts.

    Attributes
    ----------
    id : str
        The H3 index of the cell.
    ring : tuple of tuple of float
        Longitudes and latitudes of its corners in degrees, not closed; longitudes may
        exceed 180.
    tallies : mapping of Tally
        By tick, for ticks with events.
    """

    id: str
    ring: tuple[LonLat, ...]
    tallies: Mapping[int, Tally]


@dataclass(frozen=True)
class GroundTally:
    """Counts of events with the same territory, area and statuses in one tick.

    Attributes
    ----------
    tick : int
    codes : tuple of str
        The territory; several if it is not certain which, none at sea.
    area : str
        The disputed area that the events were in; empty if in none.
    statuses : tuple of str
        Statuses of the territory on the day of the events in the organisation of the
        data set.
    tally : Tally
    """

    tick: int
    codes: tuple[str, ...]
    area: str
    statuses: tuple[str, ...]
    tally: Tally


@dataclass(frozen=True)
class LayerOnMap:
    """A layer as it is shown on one map; `events` or `cells` is empty.

    Attributes
    ----------
    id : str
    name, covers, licence : mapping of str
        By language; `covers` says which events the file has and which it has not.
    source : str
        Id of the publication in the data set.
    events : tuple of LayerEvent
        In order of time.
    cells : tuple of Cell
    resolution : int or None
        Resolution of the H3 grid; None without cells.
    has_deaths : bool
        Whether the source has estimates of people killed.
    total, undated, outside, unplaced : int
        Numbers of rows: all in the file; those in no tick; those in a tick, but beyond
        the frame of the map; those in a tick, but without a place.
    grounds : tuple of GroundTally
        Counts of the same events by territory, area and statuses, in order of time.
    share : str
        ``rows`` if the licence allows the rows to be passed on, ``cells`` if it only
        allows counts.
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
