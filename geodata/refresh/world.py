"""Packages -> the world: whose ground is whose, where land ends, where lakes are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry
from timezonefinder import TimezoneFinder

from csto_atlas.geodata.refresh import detail, inputs
from csto_atlas.geodata.refresh.areas import AreaShape, Lines, find_areas, read_lines
from csto_atlas.geodata.refresh.lakes import find_lakes
from csto_atlas.geodata.refresh.land import (
    land_mask,
    outline,
    read_outlines,
    unite_shores,
)
from csto_atlas.geodata.refresh.territories import assign_territories
from csto_atlas.geodata.refresh.zones import read_zone, read_zones

SMALLEST_LAKE_KM2 = 100


@dataclass(frozen=True)
class World:
    """Everything that was read, in degrees and unsimplified.

    Attributes
    ----------
    states : dict of geometry
        By code, sea included.
    areas : dict of AreaShape
    land : MultiPolygon
    lakes : list of geometry
        Reservoirs and wide rivers too, largest first.
    outlines : dict of list
        States' land in 2018, with the exclaves.
    lines : Lines
    """

    states: dict[str, BaseGeometry]
    areas: dict[str, AreaShape]
    land: MultiPolygon
    lakes: list[BaseGeometry]
    outlines: dict[str, list[Polygon]]
    lines: Lines


def read(folder: Path) -> World:
    """Read the inputs and settle whose ground is whose."""
    with inputs.scratch() as scratch:
        lines = read_lines(inputs.unpack_world_map(folder, Path(scratch)))
    outlines = read_outlines(inputs.read_land(folder))
    shores = unite_shores(outlines)
    zones = read_zones(detail.OVERVIEW_FRAME)
    golan = lines.line("ISR", "Syrian claim")
    states, abkhazia = assign_territories(zones, outline(outlines["PSE"]), golan)
    crimea = read_zone(TimezoneFinder(), "Europe/Simferopol")
    kosovo = outline(outlines["XKX"])
    return World(
        states=states,
        areas=find_areas(states, shapely.union_all(crimea), abkhazia, kosovo, lines),
        land=land_mask(shores),
        lakes=find_lakes(outlines, shores, SMALLEST_LAKE_KM2),
        outlines=outlines,
        lines=lines,
    )
