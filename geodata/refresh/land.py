"""Land of OpenStreetMap, 2018, true to 100 m."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from csto_atlas.geodata.refresh.planes import (
    EURASIA,
    Box,
    MetricPlane,
    ShapesT,
    shift_east,
)

# Every hole in the land smaller than this is a lake between two states. Only the
# Caspian is larger (402,000 km2), and it is drawn as sea.
LARGEST_LAKE_M2 = 200_000e6


def read_outlines(text: str) -> dict[str, list[Polygon]]:
    """Read GeoJSON with one feature a line; the polygons may be invalid.

    Parameters
    ----------
    text : str

    Returns
    -------
    dict of list
        Polygons by the property ``A3``.
    """
    outlines = {}
    for line in text.splitlines():
        if '"A3"' not in line:
            continue
        feature = json.loads(line.rstrip().rstrip(","))
        geometry = feature["geometry"]
        is_one = geometry["type"] == "Polygon"
        parts = [geometry["coordinates"]] if is_one else geometry["coordinates"]
        outlines[feature["properties"]["A3"]] = [Polygon(p[0], p[1:]) for p in parts]
    return outlines


def make_valid(shapes: ShapesT) -> ShapesT:
    """Return valid shapes that cover the same ground."""
    return shapely.make_valid(shapes, method="structure", keep_collapsed=False)


def polygons(geometry: BaseGeometry) -> MultiPolygon:
    """Return the polygons of a geometry; lines and points are left out."""
    parts = shapely.get_parts(shapely.get_parts(geometry))
    return MultiPolygon([part for part in parts if isinstance(part, Polygon)])


def outline(parts: Iterable[Polygon]) -> BaseGeometry:
    """Return the land of one state, lakes filled."""
    return shapely.union_all([make_valid(Polygon(part.exterior)) for part in parts])


def unite_shores(outlines: Mapping[str, Iterable[Polygon]]) -> list[Polygon]:
    """Return the land of the northern Old World; Chukotka lies east of 180.

    Parameters
    ----------
    outlines : mapping
        Of `read_outlines`.

    Returns
    -------
    list of Polygon
        Their holes are the Caspian and the lakes between states.
    """
    shores = [shift_east(Polygon(p.exterior)) for ps in outlines.values() for p in ps]
    near = np.array([shore for shore in shores if _is_near(shore)])
    return list(shapely.get_parts(shapely.union_all(make_valid(near))))


def _is_near(shore: BaseGeometry) -> bool:
    west, _, _, north = shore.bounds
    return west > -30 and north > 0


def land_mask(shores: Iterable[Polygon]) -> MultiPolygon:
    """Return the land of `unite_shores` without the holes of lakes."""
    return MultiPolygon(
        [
            Polygon(shore.exterior, [r for r in shore.interiors if _is_sea(Polygon(r))])
            for shore in shores
        ]
    )


def _is_sea(hole: Polygon) -> bool:
    return EURASIA.project(hole).area > LARGEST_LAKE_M2


def shore(land: BaseGeometry, plane: MetricPlane, frame: Box) -> MultiPolygon:
    """Put the land on a plane.

    Parameters
    ----------
    land : geometry
        Of `land_mask`.
    plane : MetricPlane
    frame : tuple of float
        Left, bottom, right, top in the plane; what lies outside is cut away.
    """
    window = shapely.box(*frame)
    flat = make_valid(plane.project(shapely.get_parts(land)))
    near = flat[shapely.intersects(flat, window)]
    return polygons(shapely.union_all(shapely.intersection(near, window)))


def smooth(
    shore: BaseGeometry, reach: float, straits: Iterable[Polygon] = ()
) -> BaseGeometry:
    """Fill narrow inlets and take off narrow spits.

    Parameters
    ----------
    shore : geometry
        In a plane.
    reach : float
        Water and land narrower than twice this go away.
    straits : iterable of Polygon
        Where the water stays as it is.
    """
    parts = shapely.get_parts(shore)
    large = parts[shapely.area(parts) > 2 * reach**2]
    rough = shapely.union_all(shapely.simplify(large, reach / 20))
    outer = shapely.buffer(rough, reach, quad_segs=2)
    opened = shapely.buffer(outer, -2 * reach, quad_segs=2)
    smoothed = shapely.buffer(opened, reach, quad_segs=2)
    kept = shapely.union_all(list(straits))
    return shapely.union(
        shapely.difference(_without_ponds(smoothed, (6 * reach) ** 2), kept),
        shapely.intersection(shore, kept),
    )


def _without_ponds(land: BaseGeometry, smallest: float) -> MultiPolygon:
    return MultiPolygon(
        [
            Polygon(
                part.exterior,
                [ring for ring in part.interiors if Polygon(ring).area >= smallest],
            )
            for part in shapely.get_parts(land)
        ]
    )
