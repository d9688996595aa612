"""Lakes: the holes in the land of OpenStreetMap, 2018, true to 100 m."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import sqrt

import numpy as np
import shapely
from shapely import LinearRing, Polygon
from shapely.geometry.base import BaseGeometry

from csto_atlas.geodata.refresh.detail import LakeDetail
from csto_atlas.geodata.refresh.land import LARGEST_LAKE_M2, make_valid
from csto_atlas.geodata.refresh.planes import EURASIA

# No degree of the ellipsoid is longer.
KM_PER_DEG = 112


def find_lakes(
    outlines: Mapping[str, Iterable[Polygon]],
    shores: Iterable[Polygon],
    smallest_km2: float,
) -> list[BaseGeometry]:
    """Return the lakes, reservoirs and wide rivers, in degrees, largest first.

    Parameters
    ----------
    outlines : mapping
        Of `read_outlines`: their holes are the lakes that lie in one state.
    shores : iterable of Polygon
        Of `unite_shores`: their holes are the others.
    smallest_km2 : float
    """
    land = [part for parts in outlines.values() for part in parts] + list(shores)
    # Hundreds of thousands of holes are ponds: a look at their bounds is enough.
    least = sqrt(smallest_km2) / KM_PER_DEG
    rings = [ring for part in land for ring in part.interiors if _side(ring) > least]
    holes = make_valid(np.array([Polygon(ring) for ring in rings]))
    areas = shapely.area(EURASIA.project(holes))
    is_lake = (areas >= smallest_km2 * 1e6) & (areas < LARGEST_LAKE_M2)
    order = np.argsort(-areas, kind="stable")
    return [holes[i] for i in order if is_lake[i]]


def _side(ring: LinearRing) -> float:
    west, south, east, north = ring.bounds
    return max(east - west, north - south)


def choose_lakes(
    lakes: Iterable[BaseGeometry], detail: LakeDetail
) -> Iterator[tuple[BaseGeometry, float]]:
    """Choose the lakes that a drawing shows.

    Parameters
    ----------
    lakes : iterable of geometry
        Of `find_lakes`.
    detail : LakeDetail

    Yields
    ------
    geometry
        The lake in the plane of the overview, unsimplified.
    float
        Its tolerance in metres.
    """
    for lake in lakes:
        flat = EURASIA.project(lake)
        own = detail.of(flat)
        is_shown = detail.box.contains(flat) and flat.area >= own.smallest_km2 * 1e6
        if is_shown and is_broad(flat, own.reach_m):
            yield drown(flat, own.smallest_island_km2), own.tolerance_m


def drown(lake: BaseGeometry, smallest_km2: float) -> BaseGeometry:
    """Turn the small islands of a lake into water.

    Parameters
    ----------
    lake : Polygon or MultiPolygon
        In a plane of metres.
    smallest_km2 : float
        Islands from this size on stay.
    """
    if not smallest_km2:
        return lake
    parts = shapely.get_parts(lake)
    kept = [
        Polygon(
            part.exterior,
            [
                ring
                for ring in part.interiors
                if Polygon(ring).area >= smallest_km2 * 1e6
            ],
        )
        for part in parts
    ]
    return shapely.union_all(kept)


def is_broad(lake: BaseGeometry, reach: float) -> bool:
    """Tell a lake from a river or a reservoir that is little but shore.

    Parameters
    ----------
    lake : geometry
        In a plane of metres.
    reach : float
        Half of a broad lake is further from its shore than this.
    """
    core = shapely.buffer(shapely.simplify(lake, 300), -reach)
    return bool(core.area >= 0.5 * lake.area)
