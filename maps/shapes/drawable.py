"""Geometry that cannot be drawn, told as a problem of the map that asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pyproj.exceptions import ProjError
from shapely import GEOSException

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.maps.spec.placed import PlacedMap

# What a spec says of its place, the most telling first.
PLACED_BY = (("projection",), ("extent",), ("frame",))


@contextmanager
def drawing(spec: PlacedMap) -> Iterator[None]:
    """Turn what GEOS and PROJ raise while a map is drawn into a problem of its spec.

    Parameters
    ----------
    spec : PlacedMap

    Raises
    ------
    DataError
        Names the line of the map's place, the projection and what the library says.
    """
    try:
        yield
    except (GEOSException, ProjError) as error:
        lines = spec.origin.lines
        named = next((loc for loc in PLACED_BY if loc in lines), ("id",))
        what = f"the map cannot be drawn on '{spec.projection}': {error}"
        expected = "another extent, frame or projection"
        raise DataError([Problem(spec.origin.at(*named), what, expected)]) from error
