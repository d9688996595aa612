"""Events of a layer -> one mark for each place, with its appearance by tick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from pyproj import Geod

from csto_atlas.maps.drawing.polygons import draw_seen
from csto_atlas.maps.drawing.symbol_sizes import radius
from csto_atlas.maps.layers.model import LayerEvent, LayerOnMap, LonLat
from csto_atlas.maps.spec.placed import PlacedMap

# Our own choice.
SAME = 4  # decimals of a degree (about 10 m): events that agree so far are one place
# Radius of a mark in pixels: of a single event, and with room for 1, 2 or 3 digits.
DOT, DOTS = 5, (8, 9, 12)
RING = 4  # pixels between a mark and the ring around it
ELLIPSOID = Geod(ellps="WGS84")


@dataclass(frozen=True)
class Look:
    """The appearance of a mark at a tick.

    Attributes
    ----------
    count : int
        Number of events; the mark is hidden if it is 0.
    dot : int
        Radius of the mark in pixels.
    least, most : float
        Radii in pixels of the circles for the lowest and the highest number of people
        killed.
    reach : float or None
        Accuracy of the location, in drawing steps; 0 if it is exact, None if only the
        region is known.
    """

    count: int
    dot: int = DOT
    least: float = 0
    most: float = 0
    reach: float | None = 0

    def ring(self, scale: float) -> str:
        """Return how the accuracy of the location is drawn.

        Parameters
        ----------
        scale : float
            In drawing steps per pixel.

        Returns
        -------
        str
            ``exact``; ``ground``, a circle with the radius of the accuracy to scale;
            ``near``, if the mark would hide that circle; ``region``.
        """
        if self.reach is None:
            return "region"
        if not self.reach:
            return "exact"
        return "ground" if self.reach >= (self.dot + RING) * scale else "near"


NOTHING = Look(0)


@dataclass(frozen=True)
class PointSymbol:
    """A place with its events.

    Attributes
    ----------
    at : tuple of float
        Longitude and latitude in degrees.
    x, y : float
        In drawing steps, rounded to a tenth.
    events : tuple of int
        Indexes into the events of the layer.
    codes : tuple of str
        Territories that it is in.
    looks : tuple of (int, Look)
        Ticks at which the appearance changes, the first one 0, and the new appearance.
    """

    at: LonLat
    x: float
    y: float
    events: tuple[int, ...]
    codes: tuple[str, ...]
    looks: tuple[tuple[int, Look], ...]

    def look(self, tick: int) -> Look:
        """Return the appearance at a tick."""
        return [look for first, look in self.looks if first <= tick][-1]


@dataclass(frozen=True)
class SpotLayer:
    """The drawing of a layer of single events.

    Attributes
    ----------
    layer : LayerOnMap
    spots : tuple of PointSymbol
        Those with the largest circles first, so that smaller ones are on top.
    """

    layer: LayerOnMap
    spots: tuple[PointSymbol, ...]

    @cached_property
    def place_of(self) -> dict[int, int]:
        """Index into `spots` of each event on the drawing, by index of the event."""
        return {
            event: number
            for number, spot in enumerate(self.spots)
            for event in spot.events
        }

    def count(self, tick: int) -> int:
        """Count the events of a tick."""
        return sum(spot.look(tick).count for spot in self.spots)


def draw_spots(layer: LayerOnMap, spec: PlacedMap) -> SpotLayer:
    """Draw the events of a layer on a map.

    Parameters
    ----------
    layer : LayerOnMap
    spec : PlacedMap

    Returns
    -------
    SpotLayer
        Without the places outside the drawing.
    """
    groups: dict[LonLat, list[int]] = {}
    for number, event in enumerate(layer.events):
        at = round(event.at[0], SAME), round(event.at[1], SAME)
        groups.setdefault(at, []).append(number)
    places = list(groups)
    steps = _measure(layer.events, spec)
    spots = [
        _make_spot(places[n], point, groups[places[n]], layer.events, steps)
        for n, point in draw_seen(_put(places), spec).geometry.items()
    ]
    return SpotLayer(layer, tuple(sorted(spots, key=_order)))


def _make_spot(
    at: LonLat,
    point: shapely.Point,
    numbers: Sequence[int],
    events: Sequence[LayerEvent],
    steps: Sequence[float],
) -> PointSymbol:
    return PointSymbol(
        at=at,
        x=round(point.x, 1),
        y=round(point.y, 1),
        events=tuple(numbers),
        codes=tuple(dict.fromkeys(c for n in numbers for c in events[n].codes)),
        looks=tuple(_change(numbers, events, steps)),
    )


def _change(
    numbers: Sequence[int], events: Sequence[LayerEvent], steps: Sequence[float]
) -> Iterable[tuple[int, Look]]:
    """Yield the ticks at which the appearance of a place changes, from tick 0 on."""
    ticks = {0} | {events[n].first for n in numbers}
    ticks |= {events[n].last + 1 for n in numbers}
    before = None
    for tick in sorted(ticks):
        now = [n for n in numbers if events[n].first <= tick <= events[n].last]
        look = _look([events[n] for n in now], [steps[n] for n in now])
        if look != before:
            yield tick, look
            before = look


def _look(events: Sequence[LayerEvent], steps: Sequence[float]) -> Look:
    if not events:
        return NOTHING
    count = len(events)
    low = sum(_first(e.low, e.best, e.high) for e in events)
    high = sum(_first(e.high, e.best, e.low) for e in events)
    is_vague = any(event.radius_km is None for event in events)
    return Look(
        count=count,
        dot=DOTS[min(len(str(count)), len(DOTS)) - 1] if count > 1 else DOT,
        least=radius(low),
        most=radius(high),
        reach=None if is_vague else max(steps),
    )


def _first(*numbers: int | None) -> int:
    """Return the first number that is not None, or 0."""
    return next((number for number in numbers if number is not None), 0)


def _put(places: ArrayLike) -> gpd.GeoDataFrame:
    lon, lat = np.reshape(places, (-1, 2)).T
    return gpd.GeoDataFrame(geometry=gpd.points_from_xy(lon, lat), crs=4326)


def _measure(events: Sequence[LayerEvent], spec: PlacedMap) -> list[float]:
    """Convert the radii of events from km to drawing steps.

    The scale of a projection depends on place and direction, so this is the mean of
    the distances to the north, east, south and west.
    """

    def project(places: ArrayLike) -> NDArray[np.float64]:
        drawn = spec.plane.to_drawing(_put(places))
        return shapely.get_coordinates(drawn.geometry.array)

    at = np.reshape([event.at for event in events], (-1, 2))
    metres = np.array([(event.radius_km or 0) * 1000 for event in events])
    middle = project(at)
    reach = np.zeros(len(events))
    for turn in (0, 90, 180, 270):
        bearing = np.full(len(at), turn)
        lon, lat, _ = ELLIPSOID.fwd(at[:, 0], at[:, 1], bearing, metres)
        reach += np.hypot(*(project(np.column_stack((lon, lat))) - middle).T) / 4
    steps: list[float] = np.round(reach, 1).tolist()
    return steps


def _order(spot: PointSymbol) -> tuple[float, LonLat]:
    return -max(look.most for _, look in spot.looks), spot.at
