"""Countries' zones -> territories on land, in the borders the UN recognises."""

from __future__ import annotations

from collections.abc import Mapping

import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from csto_atlas.geodata.refresh.cut import cut_off
from csto_atlas.geodata.refresh.land import polygons
from csto_atlas.geodata.refresh.zones import find_overlaps, join_zones

GOLAN = Point(35.77, 33.0)


def assign_territories(
    zones: Mapping[str, list[BaseGeometry]],
    west_bank: BaseGeometry,
    golan_line: BaseGeometry,
) -> tuple[dict[str, BaseGeometry], BaseGeometry]:
    """Give every piece of ground to one state.

    Parameters
    ----------
    zones : mapping
        Of `read_zones`.
    west_bank : geometry
        Palestine's land; its zone leaves out East Jerusalem.
    golan_line : geometry
        The line of 1949, which Israel's zone leaves out.

    Returns
    -------
    dict of geometry
        Territories without gaps or overlaps, sea included.
    geometry
        Abkhazia, sea included: it is in Russia's zone and in Georgia's.
    """
    states = join_zones(zones)
    shared = find_overlaps(states)
    for (_, loser), ground in shared.items():
        states[loser] = polygons(shapely.difference(states[loser], ground))
    if {"ISR", "PSE", "SYR"} <= set(states):
        east = shapely.intersection(states["ISR"], west_bank)
        states = _move(states, east, "ISR", "PSE")
        states = _move(states, cut_off(states["ISR"], golan_line, GOLAN), "ISR", "SYR")
    return states, polygons(shared["GEO", "RUS"])


def _move(
    states: Mapping[str, BaseGeometry], ground: BaseGeometry, old: str, new: str
) -> dict[str, BaseGeometry]:
    changed = {
        old: polygons(shapely.difference(states[old], ground)),
        new: polygons(shapely.union(states[new], ground)),
    }
    return {**states, **changed}
