"""Borders between territories: their line, its parts and length, points beside it."""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod, Transformer
from shapely import MultiLineString, Point
from shapely.geometry.base import BaseGeometry

_GEOD = Geod(ellps="WGS84")
_LINE = shapely.GeometryType.LINESTRING


def shared_border(one: BaseGeometry, other: BaseGeometry) -> MultiLineString:
    """Return the border of two territories.

    Parameters
    ----------
    one, other : geometry
        Polygons that share vertices, in degrees.

    Returns
    -------
    MultiLineString
        Joined as far as the lines meet; empty if they share no line.

    Examples
    --------
    >>> shared_border(shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)).length
    1.0
    """
    common = shapely.intersection(shapely.boundary(one), shapely.boundary(other))
    pieces = shapely.get_parts(common)
    lines = pieces[shapely.get_type_id(pieces) == _LINE]
    joined = shapely.line_merge(shapely.union_all(lines))
    return MultiLineString(list(shapely.get_parts(joined)))


def border_parts(border: MultiLineString) -> list[MultiLineString]:
    """Return the parts of a border that do not touch each other, longest first."""
    lines = shapely.get_parts(border)
    grown = shapely.get_parts(shapely.union_all(shapely.buffer(lines, 1e-6)))
    parts = [
        MultiLineString([line for line in lines if zone.intersects(line)])
        for zone in grown
    ]
    return sorted(parts, key=length_km, reverse=True)


def length_km(line: BaseGeometry) -> float:
    """Return the length of a line on the ellipsoid.

    Examples
    --------
    >>> round(length_km(shapely.LineString([(0, 0), (0, 1)])), 1)
    110.6
    """
    return float(_GEOD.geometry_length(line)) / 1000


def distance_km(point: Point, line: BaseGeometry) -> float:
    """Return the distance of a point from a line on the ellipsoid.

    Parameters
    ----------
    point : Point
    line : geometry
        In degrees, not empty.
    """
    # A plane around the point, true to distance from it.
    crs = f"+proj=aeqd +lat_0={point.y} +lon_0={point.x} +datum=WGS84 +units=km"
    transformer = Transformer.from_crs(4326, crs, always_xy=True)
    flat = shapely.transform(
        line, lambda p: np.column_stack(transformer.transform(p[:, 0], p[:, 1]))
    )
    return float(shapely.distance(Point(0, 0), flat))


def distances_km(points: gpd.GeoSeries, line: BaseGeometry) -> NDArray[np.float64]:
    """Return the geodesic distances of many points from a line.

    The nearest point of the line is looked for in a plane around the line's middle,
    where a thousand kilometres are off by a per cent; the distance to it is measured
    on the ellipsoid.

    Parameters
    ----------
    points : GeoSeries
        In EPSG:4326.
    line : geometry
        In degrees, not empty; no longer than some thousand kilometres.

    Returns
    -------
    ndarray of shape (n,)
        Kilometres.
    """
    middle = line.envelope.centroid
    crs = f"+proj=aeqd +lat_0={middle.y} +lon_0={middle.x} +datum=WGS84 +units=km"
    there = Transformer.from_crs(4326, crs, always_xy=True)
    back = Transformer.from_crs(crs, 4326, always_xy=True)
    flat = shapely.transform(
        line, lambda p: np.column_stack(there.transform(p[:, 0], p[:, 1]))
    )
    x, y = points.x.to_numpy(), points.y.to_numpy()
    spots = shapely.points(*there.transform(x, y))
    shapely.prepare(flat)
    ways = shapely.get_coordinates(shapely.shortest_line(flat, spots))
    near_x, near_y = back.transform(ways[::2, 0], ways[::2, 1])
    return np.asarray(_GEOD.inv(x, y, near_x, near_y)[2]) / 1000


def territory_of(point: Point, territories: Mapping[str, BaseGeometry]) -> str | None:
    """Return the code of the territory that a point lies in, None at sea.

    Parameters
    ----------
    point : Point
    territories : mapping of geometry
        By code. A point on a border belongs to the first of its sides by code.
    """
    codes = sorted(territories)
    shapes = np.array([territories[code] for code in codes])
    hits = np.flatnonzero(shapely.intersects(shapes, point))
    return codes[hits[0]] if hits.size else None
