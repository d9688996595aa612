"""Report geometry that cannot be drawn as a problem of the map's spec."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pyproj.exceptions import ProjError
from shapely import GEOSException

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.maps.spec.placed import PlacedMap

# Fields of a spec that can be the cause, the most likely first.
PLACED_BY = (("projection",), ("extent",), ("frame",))


@contextmanager
def drawing(spec: PlacedMap) -> Iterator[None]:
    """Turn errors of GEOS and PROJ in the block into a problem of the spec.

    Parameters
    ----------
    spec : PlacedMap

    Raises
    ------
    DataError
        With the line of the projection, extent or frame, and the library's message.
    """
    try:
        yield
    except (GEOSException, ProjError) as error:
        lines = spec.origin.lines
        named = next((loc for loc in PLACED_BY if loc in lines), ("id",))
        what = f"the map cannot be drawn on '{spec.projection}': {error}"
        expected = "another extent, frame or projection"
        raise DataError([Problem(spec.origin.at(*named), what, expected)]) from error
