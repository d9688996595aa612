"""The recipe: zones -> states -> drawings -> files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import shapely
from shapely import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry
from timezonefinder import TimezoneFinder

from geodata.refresh import close, detail, inputs, outputs
from geodata.refresh.areas import Area, Lines, find_areas, read_lines
from geodata.refresh.drawing import Drawing, draw
from geodata.refresh.land import (
    lakes,
    land_mask,
    outline,
    polygons,
    read_outlines,
    shore,
    smooth,
    unite_shores,
)
from geodata.refresh.planes import EURASIA, MERCATOR, Bounds, Plane
from geodata.refresh.territories import settle
from geodata.refresh.write import simplify_alone
from geodata.refresh.zones import read_zone, read_zones

SMALLEST_LAKE_KM2 = 1_200
CLOSE_AREAS = (
    "abkhazia",
    "karabakh-1994",
    "karabakh-2020",
    "karabakh-oblast",
    "south-ossetia",
)


@dataclass(frozen=True)
class World:
    """Everything that was read, in degrees and unsimplified.

    Attributes
    ----------
    states : dict of geometry
        By code, sea included.
    areas : dict of Area
    land : MultiPolygon
    lakes : list of geometry
    outlines : dict of list
        States' land in 2018, with the exclaves.
    lines : Lines
    """

    states: dict[str, BaseGeometry]
    areas: dict[str, Area]
    land: MultiPolygon
    lakes: list[BaseGeometry]
    outlines: dict[str, list[Polygon]]
    lines: Lines


def build(folder: Path, out: Path) -> None:
    """Make every file but the hand-edited ones.

    Parameters
    ----------
    folder : Path
        With the checked inputs.
    out : Path
    """
    world = read(folder)
    out.mkdir(parents=True, exist_ok=True)
    codes = write_overview(world, out)
    codes |= write_close(world, out)
    outputs.write_register(out / "territories.csv", codes)
    outputs.write_lengths(out / "border_lengths.csv", world.states, world.land)


def read(folder: Path) -> World:
    """Read the inputs and settle whose ground is whose."""
    with inputs.scratch() as scratch:
        lines = read_lines(inputs.unpack_world_map(folder, Path(scratch)))
    outlines = read_outlines(inputs.read_land(folder))
    shores = unite_shores(outlines)
    zones = read_zones(detail.OVERVIEW_FRAME)
    golan = lines.line("ISR", "Syrian claim")
    states, abkhazia = settle(zones, outline(outlines["PSE"]), golan)
    crimea = read_zone(TimezoneFinder(), "Europe/Simferopol")
    kosovo = outline(outlines["XKX"])
    return World(
        states=states,
        areas=find_areas(states, shapely.union_all(crimea), abkhazia, kosovo, lines),
        land=land_mask(shores),
        lakes=lakes(outlines, shores, SMALLEST_LAKE_KM2),
        outlines=outlines,
        lines=lines,
    )


def write_overview(world: World, out: Path) -> set[str]:
    """Write the overview and return its codes."""
    straits = [
        EURASIA.project(Point(lon, lat)).buffer(km * 1000)
        for lon, lat, km in detail.STRAITS
    ]
    frame, reach = detail.OVERVIEW_FRAME, detail.OVERVIEW_REACH
    coast = make_coast(world, EURASIA, frame, reach, straits)
    states = {c: g for c, g in world.states.items() if c not in detail.OUT_OF_VIEW}
    drawing = draw(states, world.areas, coast, EURASIA, detail.OVERVIEW)
    digits = outputs.DIGITS_OVERVIEW
    outputs.write_territories(out / "eurasia.geojson", drawing, EURASIA, digits)
    outputs.write_areas(out / "areas.geojson", drawing, world.areas, EURASIA, digits)
    outputs.write_lakes(out / "lakes.geojson", world.lakes, detail.OVERVIEW_FRAME)
    return set(drawing.territories)


def make_coast(
    world: World,
    plane: Plane,
    frame: Bounds,
    reach: float,
    straits: Iterable[Polygon] = (),
) -> MultiPolygon:
    """Return the smoothed land inside a frame; the frame's own edge stays sharp."""
    window = shapely.box(*frame)
    wide = window.buffer(4 * reach, join_style="mitre").bounds
    land = smooth(shore(world.land, plane, wide), reach, straits)
    return polygons(shapely.intersection(land, window))


def write_close(world: World, out: Path) -> set[str]:
    """Write the close views and return their codes."""
    coast = make_coast(world, MERCATOR, detail.CLOSE_FRAME, detail.CLOSE_REACH)
    areas = {name: world.areas[name] for name in CLOSE_AREAS}
    # A state that reaches the pole would reach infinity in Mercator's plane.
    around = shapely.box(*detail.CLOSE_BOX).buffer(1).bounds
    near = {
        code: shapely.clip_by_rect(state, *around)
        for code, state in world.states.items()
    }
    provinces = close.find_provinces(world.states, world.lines)
    drawing = draw(near, areas | provinces, coast, MERCATOR, detail.CLOSE)
    digits = outputs.DIGITS_CLOSE
    outputs.write_territories(out / "caucasus.geojson", drawing, MERCATOR, digits)
    path = out / "caucasus_areas.geojson"
    outputs.write_areas(path, drawing, areas, MERCATOR, digits)
    write_provinces(world, drawing, provinces, out / "admin1.geojson")
    outputs.write_full(out / "arm_aze_full.geojson", world.states)
    outputs.write_lines(out / "lines.geojson", world.lines, world.states["AZE"])
    exclaves = {
        name: ({"code": owner, "held_by": holder, "quality": "osm"}, shape)
        for name, (owner, holder, shape) in close.find_exclaves(world.outlines).items()
    }
    outputs.write_named(out / "exclaves.geojson", "exclave", exclaves)
    return set(drawing.territories)


def write_provinces(
    world: World, drawing: Drawing, provinces: Mapping[str, Area], path: Path
) -> None:
    """Write the provinces that the close views name."""
    region = close.find_almaty_region(world.states["KAZ"], world.lines)
    outline = simplify_alone(region.geometry, 500, outputs.DIGITS_CLOSE)
    shapes = {"almaty-region": (region, outline)} | {
        name: (area, MERCATOR.unproject(drawing.areas[name]))
        for name, area in provinces.items()
    }
    named = {
        name: ({"code": area.territory, "quality": area.quality}, shape)
        for name, (area, shape) in shapes.items()
    }
    outputs.write_named(path, "province", named)
