"""The recipe: world -> drawings -> files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import shapely
from shapely import MultiPolygon, Point, Polygon

from csto_atlas.geodata.refresh import close, detail, outputs
from csto_atlas.geodata.refresh.areas import AreaShape
from csto_atlas.geodata.refresh.detail import Detail, LakeDetail
from csto_atlas.geodata.refresh.drawing import Drawing, draw
from csto_atlas.geodata.refresh.globe import write_globe
from csto_atlas.geodata.refresh.land import polygons, shore, smooth
from csto_atlas.geodata.refresh.planes import EURASIA, MERCATOR, Box, MetricPlane
from csto_atlas.geodata.refresh.world import World, read
from csto_atlas.geodata.refresh.write import simplify_alone

CLOSE_AREAS = (
    "abkhazia",
    "karabakh-1994",
    "karabakh-2020",
    "karabakh-oblast",
    "south-ossetia",
)
# The state border as it is tested: without simplification, to the east of 43 E.
ARM_AZE_FRAME = (43.3, 38.2, 48.7, 41.8)
ARM_AZE_CODES = ("ARM", "AZE", "GEO", "IRN", "TUR")
# Everywhere an event of Central Asia may be looked up, with a margin.
CENTRAL_ASIA_FRAME = (46, 36, 88, 56)


def build_files(folder: Path, out: Path) -> None:
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
    codes |= write_almaty(world, out)
    golan = world.lines.line("ISR", "Syrian claim")
    paths = out / "world.geojson", out / "world_lakes.geojson"
    codes |= write_globe(world.outlines, golan, *paths)
    write_ground(world, out)
    outputs.write_register(out / "territories.csv", codes)
    outputs.write_lengths(out / "border_lengths.csv", world.states, world.land)


def write_overview(world: World, out: Path) -> set[str]:
    """Write the overview and return its codes."""
    drawing = draw_wide(world, detail.OVERVIEW_FRAME, detail.OVERVIEW)
    paths = out / "eurasia.geojson", out / "lakes.geojson"
    write_wide(world, drawing, detail.OVERVIEW_LAKES, *paths)
    path, digits = out / "areas.geojson", outputs.DIGITS_OVERVIEW
    outputs.write_areas(path, drawing, world.areas, EURASIA, digits)
    return set(drawing.territories)


def write_almaty(world: World, out: Path) -> set[str]:
    """Write the view from Moscow down to Almaty and return its codes.

    Its disputed areas are those of the overview, to the last vertex.
    """
    drawing = draw_wide(world, detail.ALMATY_FRAME, detail.ALMATY)
    paths = out / "almaty.geojson", out / "almaty_lakes.geojson"
    write_wide(world, drawing, detail.ALMATY_LAKES, *paths)
    return set(drawing.territories)


def draw_wide(world: World, frame: Box, lines: Detail) -> Drawing:
    """Draw a part of the overview's plane.

    Parameters
    ----------
    world : World
    frame : tuple of float
        West, south, east and north, in metres of the plane.
    lines : Detail
        How far lines are simplified.
    """
    straits = [
        EURASIA.project(Point(lon, lat)).buffer(km * 1000)
        for lon, lat, km in detail.STRAITS
    ]
    coast = make_coast(world, EURASIA, frame, detail.OVERVIEW_REACH, straits)
    states = {c: g for c, g in world.states.items() if c not in detail.OUT_OF_VIEW}
    return draw(states, world.areas, coast, EURASIA, lines)


def write_wide(
    world: World,
    drawing: Drawing,
    lakes: LakeDetail,
    territories_path: Path,
    lakes_path: Path,
) -> None:
    """Write territories and lakes of a drawing on the overview's plane.

    Parameters
    ----------
    world : World
    drawing : Drawing
    lakes : LakeDetail
        Which lakes are drawn, and how far they are simplified.
    territories_path, lakes_path : Path
    """
    digits = outputs.DIGITS_OVERVIEW
    outputs.write_territories(territories_path, drawing, EURASIA, digits)
    outputs.write_lakes(lakes_path, world.lakes, lakes, digits)


def make_coast(
    world: World,
    plane: MetricPlane,
    frame: Box,
    reach: float,
    straits: Iterable[Polygon] = (),
) -> MultiPolygon:
    """Return the smoothed land inside a frame; the frame's own edge stays sharp.

    Parameters
    ----------
    world : World
    plane : MetricPlane
    frame : tuple of float
        West, south, east and north, in metres of the plane.
    reach : float
        Of the smoothing, in metres.
    straits : iterable of Polygon
        Where water is kept open, on the plane.
    """
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
    path = out / "caucasus_lakes.geojson"
    outputs.write_lakes(path, world.lakes, detail.CLOSE_LAKES, digits)
    outputs.write_lines(out / "lines.geojson", world.lines, world.states["AZE"])
    exclaves = {
        name: ({"code": owner, "held_by": holder, "quality": "osm"}, shape)
        for name, (owner, holder, shape) in close.find_exclaves(world.outlines).items()
    }
    outputs.write_named(out / "exclaves.geojson", "exclave", exclaves)
    return set(drawing.territories)


def write_ground(world: World, out: Path) -> None:
    """Write the unsimplified files, which places are looked up in."""
    outputs.write_full(
        out / "arm_aze_full.geojson",
        world.states,
        ARM_AZE_FRAME,
        outputs.DIGITS_FULL,
        ARM_AZE_CODES,
    )
    # A metre is enough to tell the side of a border; a decimal more is half a MB.
    outputs.write_full(
        out / "central_asia_full.geojson",
        world.states,
        CENTRAL_ASIA_FRAME,
        outputs.DIGITS_CLOSE,
    )


def write_provinces(
    world: World, drawing: Drawing, provinces: Mapping[str, AreaShape], path: Path
) -> None:
    """Write the provinces that the close views name.

    Parameters
    ----------
    world : World
    drawing : Drawing
    provinces : mapping of AreaShape
        By name.
    path : Path
    """
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
