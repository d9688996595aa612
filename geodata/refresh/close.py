"""Exclaves, provinces and lines for the close views."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import shapely
from shapely import Point, Polygon
from shapely.geometry.base import BaseGeometry

from csto_atlas.geodata.refresh.areas import AreaShape, Lines
from csto_atlas.geodata.refresh.land import make_valid

# id, state it belongs to, state that holds it, a point in it. Karki has no outline
# in any package; it is only in places.csv.
EXCLAVES = (
    ("artsvashen", "ARM", "AZE", Point(45.5156, 40.6461)),
    ("barkhudarli", "AZE", "ARM", Point(45.2253, 40.9933)),
    ("yukhari-askipara", "AZE", "ARM", Point(45.0233, 41.0661)),
)
# Provinces: id, state, Natural Earth's name.
PROVINCES = (
    ("gegharkunik", "ARM", "Gegharkunik"),
    ("syunik", "ARM", "Syunik"),
    ("tavush", "ARM", "Tavush"),
    ("vayots-dzor", "ARM", "Vayots Dzor"),
)
# Before Zhetysu was parted off in June 2022.
ALMATY = ("Almaty", "Almaty City")
NAKHCHIVAN = Point(45.41, 39.21)


def find_exclaves(
    outlines: Mapping[str, Sequence[Polygon]],
) -> dict[str, tuple[str, str, BaseGeometry]]:
    """Return the exclaves on the border of Armenia and Azerbaijan.

    Returns
    -------
    dict
        By id: the state it belongs to, the state that holds it, the outline.
    """
    return {
        name: (owner, holder, _part_under(outlines[owner], point))
        for name, owner, holder, point in EXCLAVES
    }


def _part_under(parts: Iterable[Polygon], point: Point) -> BaseGeometry:
    return next(make_valid(Polygon(p.exterior)) for p in parts if p.covers(point))


def find_provinces(
    territories: Mapping[str, BaseGeometry], lines: Lines
) -> dict[str, AreaShape]:
    """Return the provinces of the Caucasus, made to end where their state ends."""
    found: dict[str, AreaShape] = {}
    for state in sorted({state for _, state, _ in PROVINCES}):
        fitted = fit_provinces(all_provinces(lines, state), territories[state])
        found |= {
            name: AreaShape(owner, "1:10m", fitted[title])
            for name, owner, title in PROVINCES
            if owner == state
        }
    azerbaijan = shapely.get_parts(territories["AZE"])
    nakhchivan = next(part for part in azerbaijan if part.covers(NAKHCHIVAN))
    return found | {"nakhchivan": AreaShape("AZE", "osm", nakhchivan)}


def find_almaty_region(kazakhstan: BaseGeometry, lines: Lines) -> AreaShape:
    """Return the Almaty region of January 2022 with the city."""
    fitted = fit_provinces(all_provinces(lines, "KAZ"), kazakhstan)
    return AreaShape(
        "KAZ", "1:10m", shapely.union_all([fitted[name] for name in ALMATY])
    )


def all_provinces(lines: Lines, state: str) -> dict[str, BaseGeometry]:
    """Return every province of a state by its name."""
    rows = lines.provinces["adm0_a3"] == state
    names = lines.provinces["name"][rows]
    return dict(zip(names, lines.provinces.geometry[rows], strict=True))


def fit_provinces(
    provinces: Mapping[str, BaseGeometry], territory: BaseGeometry
) -> dict[str, BaseGeometry]:
    """Make provinces fill a territory whose border is finer than theirs.

    Parameters
    ----------
    provinces : mapping
    territory : geometry

    Returns
    -------
    dict of geometry
        Cut at the border; the strips they leave go to the nearest of them.
    """
    inside = {name: shapely.intersection(p, territory) for name, p in provinces.items()}
    names, shapes = list(inside), np.array(list(inside.values()))
    strips = shapely.get_parts(shapely.difference(territory, shapely.union_all(shapes)))
    grown: dict[str, list[BaseGeometry]] = {name: [inside[name]] for name in names}
    for strip in strips:
        shared = shapely.length(shapely.intersection(shapely.boundary(shapes), strip))
        grown[names[int(shared.argmax())]].append(strip)
    return {name: shapely.union_all(parts) for name, parts in grown.items()}
