"""Contingents on the map: arcs from airfield to airfield, as wide as the force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, degrees, sqrt

import geopandas as gpd
import shapely
from pyproj import Geod

from csto_atlas.events.records import Event, Figure, Movement
from csto_atlas.geodata.places import Place
from csto_atlas.maps.drawing.svg_paths import path_data
from csto_atlas.maps.spec.plane import Plane

_GEOD = Geod(ellps="WGS84")
STEP_KM = 120.0  # between the vertices of an arc
PIXELS_PER_ROOT = 0.28  # an arc's width grows with the square root of its troops
THINNEST = 1.5  # pixels
ARROW_AT = 0.55  # where on its way a route has its arrow


@dataclass(frozen=True)
class Strength:
    """How many a contingent had, by the figure that the record supports best.

    `low` and `high` bound the number; `is_sure` is false where the sources do not
    really settle it.
    """

    low: float
    high: float
    is_sure: bool
    figure: Figure


@dataclass(frozen=True)
class Route:
    """A drawn way.

    Attributes
    ----------
    id, contingent, direction, mode : str
    path : str
        Path data in drawing steps.
    core, halo : float
        Widths in pixels, for the low and for the high end of the contingent's strength.
    is_sure : bool
        Whether strength and way are certain.
    arrow : tuple of int
        Where the arrow points from, in drawing steps, and its turn in degrees.
    """

    id: str
    contingent: str
    direction: str
    mode: str
    path: str
    core: float
    halo: float
    is_sure: bool
    arrow: tuple[int, int, int]


def find_strengths(events: Iterable[Event]) -> dict[str, Strength]:
    """Collect the strengths of contingents.

    Parameters
    ----------
    events : iterable of Event

    Returns
    -------
    dict of Strength
        By the contingent's code.
    """
    return {
        figure.side: Strength(
            low=_known(figure.low, figure.high),
            high=_known(figure.high, figure.low),
            is_sure=event.certainty == "high",
            figure=figure,
        )
        for event in events
        for figure in event.figures
        if figure.best and figure.measure == "troops" and figure.side
    }


def _known(wanted: float | None, otherwise: float | None) -> float:
    found = wanted if wanted is not None else otherwise
    return float(found or 0)


def width(troops: float) -> float:
    """Return the width of an arc in pixels.

    Examples
    --------
    >>> width(100), width(2500)
    (2.8, 14.0)
    """
    return round(max(THINNEST, PIXELS_PER_ROOT * sqrt(troops)), 1)


def draw_routes(
    movements: Iterable[Movement],
    places: Mapping[str, Place],
    strengths: Mapping[str, Strength],
    plane: Plane,
) -> list[Route]:
    """Draw the ways of contingents.

    Parameters
    ----------
    movements : iterable of Movement
    places : mapping of Place
    strengths : mapping of Strength
    plane : Plane

    Returns
    -------
    list of Route
        In the order of the movements, along great circles. How a contingent was
        divided among its ways is not known, so each is as wide as all of it.
    """
    rows = list(movements)
    if not rows:
        return []
    lines = [great_circle([places[name] for name in row.stops]) for row in rows]
    frame = gpd.GeoDataFrame(geometry=lines, crs=4326)
    drawn = list(plane.to_drawing(frame).geometry)
    return [
        _route(row, line, path, strengths.get(row.contingent))
        for row, line, path in zip(rows, drawn, path_data(drawn), strict=True)
    ]


def great_circle(places: Sequence[Place]) -> shapely.LineString:
    """Draw the shortest way on the ellipsoid from place to place.

    Parameters
    ----------
    places : sequence of Place
        At least two, not all the same.

    Returns
    -------
    LineString
        In degrees, a vertex at least every 120 km.
    """
    points: list[tuple[float, float]] = []
    for start, end in pairwise(places):
        km = _GEOD.inv(start.lon, start.lat, end.lon, end.lat)[2] / 1000
        between = _GEOD.npts(
            start.lon, start.lat, end.lon, end.lat, max(1, int(km // STEP_KM))
        )
        points += [(start.lon, start.lat), *between]
    return shapely.LineString([*points, (places[-1].lon, places[-1].lat)])


def _route(
    row: Movement, line: shapely.LineString, path: str, strength: Strength | None
) -> Route:
    return Route(
        id=row.movement,
        contingent=row.contingent,
        direction=row.direction,
        mode=row.mode,
        path=path,
        core=width(strength.low if strength else 0),
        halo=width(strength.high if strength else 0),
        is_sure=bool(strength and strength.is_sure and row.certainty != "low"),
        arrow=_arrow(line),
    )


def _arrow(line: shapely.LineString) -> tuple[int, int, int]:
    parts = [ARROW_AT - 0.01, ARROW_AT]
    ends = shapely.line_interpolate_point(line, parts, normalized=True)
    (x0, y0), (x1, y1) = shapely.get_coordinates(ends)
    return round(x1), round(y1), round(degrees(atan2(y1 - y0, x1 - x0)))
