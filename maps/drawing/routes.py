"""Contingents on the map: their routes, and a circle sized by their strength.

How a contingent was divided among its routes is not known. So all routes have the same
width, and one circle for each contingent shows the number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
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
# The five constants are our choice.
STEP_KM = 120.0  # largest distance between vertices: long arcs still look smooth
# Radius in pixels of a circle for one soldier; the area is proportional to the number.
# 100 soldiers have a radius of 2.8 pixels, 2500 have 14.
PIXELS_PER_ROOT = 0.28
SMALLEST = 1.5  # pixels: smallest radius, so that a small contingent can be seen
CIRCLE_AT = 0.1  # position of the circle, as a share of the first route
ARROW_AT = 0.55  # position of the arrow, as a share of the route


@dataclass(frozen=True)
class Strength:
    """The strength of a contingent, from the figure that is marked as best.

    Attributes
    ----------
    low, high : float
        Bounds of the number of soldiers.
    is_sure : bool
        Whether the certainty of the event is high.
    figure : Figure
        The source of the numbers.
    """

    low: float
    high: float
    is_sure: bool
    figure: Figure


@dataclass(frozen=True)
class Route:
    """A drawn route of a contingent.

    Attributes
    ----------
    id, contingent, direction, mode : str
        As in the `Movement`.
    path : str
        SVG path data in drawing steps.
    is_sure : bool
        Whether both the strength and the route are certain.
    arrow : tuple of int
        Position of the arrow (x, y) in drawing steps, and its angle in degrees,
        clockwise from the x axis.
    aircraft : int or None
        Number of aircraft on the way home. Routes that are counted together have it on
        the first of them only.
    """

    id: str
    contingent: str
    direction: str
    mode: str
    path: str
    is_sure: bool
    arrow: tuple[int, int, int]
    aircraft: int | None = None


@dataclass(frozen=True)
class Force:
    """The circle of a contingent.

    Attributes
    ----------
    x, y : int
        Centre in drawing steps.
    least, most : float
        Radii in pixels for the lower and the upper bound of the strength.
    """

    x: int
    y: int
    least: float
    most: float


def find_strengths(events: Iterable[Event]) -> dict[str, Strength]:
    """Collect the strengths of contingents.

    Parameters
    ----------
    events : iterable of Event

    Returns
    -------
    dict of Strength
        By the contingent's code; contingents without a best figure for their troops
        are left out.
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
    """Return the first number that is given, or 0 if neither is."""
    found = wanted if wanted is not None else otherwise
    return float(found or 0)


def force_radius(troops: float) -> float:
    """Return the radius in pixels of a circle with an area proportional to `troops`.

    Examples
    --------
    >>> force_radius(100), force_radius(2500)
    (2.8, 14.0)
    """
    return round(max(SMALLEST, PIXELS_PER_ROOT * sqrt(troops)), 1)


def draw_routes(
    movements: Iterable[Movement],
    places: Mapping[str, Place],
    strengths: Mapping[str, Strength],
    plane: Plane,
) -> list[Route]:
    """Draw the routes of contingents along geodesics.

    Parameters
    ----------
    movements : iterable of Movement
    places : mapping of Place
        By the names in `Movement.stops`.
    strengths : mapping of Strength
        By the contingent's code (`find_strengths`).
    plane : Plane

    Returns
    -------
    list of Route
        In the order of the movements.
    """
    rows = list(movements)
    if not rows:
        return []
    drawn = list(_draw_lines(rows, places, plane))
    routes = [
        _route(row, line, path, strengths.get(row.contingent))
        for row, line, path in zip(rows, drawn, path_data(drawn), strict=True)
    ]
    counted: set[str] = set()
    for n, row in enumerate(rows):
        if row.together in counted:
            routes[n] = replace(routes[n], aircraft=None)
        counted |= {row.together} if row.together else set()
    return routes


def draw_forces(
    movements: Iterable[Movement],
    places: Mapping[str, Place],
    strengths: Mapping[str, Strength],
    plane: Plane,
) -> dict[str, Force]:
    """Draw the circle of each contingent near the start of its first outbound route.

    Parameters
    ----------
    movements : iterable of Movement
    places : mapping of Place
        By the names in `Movement.stops`.
    strengths : mapping of Strength
        By the contingent's code; contingents without one are left out.
    plane : Plane

    Returns
    -------
    dict of Force
        By the contingent's code.
    """
    first: dict[str, Movement] = {}
    for row in movements:
        if row.direction == "out" and row.contingent in strengths:
            first.setdefault(row.contingent, row)
    if not first:
        return {}
    drawn = _draw_lines(first.values(), places, plane).array
    points = shapely.line_interpolate_point(drawn, CIRCLE_AT, normalized=True)
    found = {}
    for code, (x, y) in zip(first, shapely.get_coordinates(points), strict=True):
        strength = strengths[code]
        radii = force_radius(strength.low), force_radius(strength.high)
        found[code] = Force(round(x), round(y), *radii)
    return found


def _draw_lines(
    rows: Iterable[Movement], places: Mapping[str, Place], plane: Plane
) -> gpd.GeoSeries:
    """Return the route of each movement in drawing steps."""
    lines = [great_circle([places[name] for name in row.stops]) for row in rows]
    return plane.to_drawing(gpd.GeoDataFrame(geometry=lines, crs=4326)).geometry


def great_circle(places: Sequence[Place]) -> shapely.LineString:
    """Return the geodesic on the WGS84 ellipsoid through some places.

    Parameters
    ----------
    places : sequence of Place
        At least two, not all the same.

    Returns
    -------
    LineString
        In degrees, with a vertex at least every 120 km (``STEP_KM``).
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
        is_sure=bool(strength and strength.is_sure and row.certainty != "low"),
        arrow=_arrow(line),
        aircraft=row.aircraft if row.direction == "home" else None,
    )


def _arrow(line: shapely.LineString) -> tuple[int, int, int]:
    """Return position (x, y) and angle in degrees of the arrow on a route."""
    parts = [ARROW_AT - 0.01, ARROW_AT]
    ends = shapely.line_interpolate_point(line, parts, normalized=True)
    (x0, y0), (x1, y1) = shapely.get_coordinates(ends)
    return round(x1), round(y1), round(degrees(atan2(y1 - y0, x1 - x0)))
