"""Disputed areas: each is cut out of the territory that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pyogrio
import shapely
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry

from csto_atlas.geodata.refresh.cut import cut_off
from csto_atlas.geodata.refresh.planes import EURASIA

PRIZREN = Point(20.74, 42.21)
TIRASPOL = Point(29.63, 46.84)
TSKHINVALI = Point(43.97, 42.23)
KHANKENDI = Point(46.753, 39.818)
SHUSHA_DISTRICT, HADRUT_NORTH_EDGE = "Şuşa", 39.65
# The road of 2020 from Armenia: Tegh, Lachin, Shusha. "5 km wide", says the text.
CORRIDOR = LineString([(46.4805, 39.5583), (46.5498, 39.6374), (46.7499, 39.7601)])
CORRIDOR_WIDTH_M = 5_000
# Claimed by Russia on 30 September 2022, and held by it in part.
REGIONS_OF_UKRAINE = {
    "donetsk-region": "Donets'k",
    "kherson-region": "Kherson",
    "luhansk-region": "Luhans'k",
    "zaporizhzhia-region": "Zaporizhzhya",
}
# How far a border or a coast may lie outside a province that was drawn at 1:10m.
STRIP_DEG = 0.1


@dataclass(frozen=True)
class AreaShape:
    """A disputed area.

    Attributes
    ----------
    territory : str
        Code of the state it belongs to in the borders the UN recognises.
    quality : str
        Where its line comes from: ``osm``, ``1:10m`` or ``own construction``.
    geometry : geometry
        In degrees.
    """

    territory: str
    quality: str
    geometry: BaseGeometry


@dataclass(frozen=True)
class Lines:
    """Natural Earth's lines and provinces."""

    disputed: gpd.GeoDataFrame
    provinces: gpd.GeoDataFrame

    def line(self, state: str, name: str) -> BaseGeometry:
        """Return a disputed line, its parts joined where they meet."""
        rows = (self.disputed["adm0_a3_l"] == state) & (self.disputed["name"] == name)
        return shapely.line_merge(shapely.union_all(self.disputed.geometry[rows].array))

    def province(self, state: str, *names: str) -> BaseGeometry:
        """Return one or more provinces as one shape."""
        table = self.provinces
        rows = (table["adm0_a3"] == state) & table["name"].isin(names)
        if set(table["name"][rows]) != set(names):
            raise KeyError(f"{state}: no provinces {names}")
        return shapely.union_all(table.geometry[rows].array)


def read_lines(world_map: Path) -> Lines:
    """Read the layers of the Natural Earth file."""
    return Lines(
        pyogrio.read_dataframe(world_map, layer="disputed_borders"),
        pyogrio.read_dataframe(world_map, layer="states_provinces"),
    )


def find_areas(
    territories: Mapping[str, BaseGeometry],
    crimea: BaseGeometry,
    abkhazia: BaseGeometry,
    kosovo: BaseGeometry,
    lines: Lines,
) -> dict[str, AreaShape]:
    """Find every disputed area.

    Parameters
    ----------
    territories : mapping
        On land, in degrees.
    crimea, abkhazia, kosovo : geometry
        As their sources have them; only the part inside the territory counts.
    lines : Lines

    Returns
    -------
    dict of AreaShape
        By the area's id.
    """
    georgia = shapely.difference(territories["GEO"], abkhazia)
    serbia, moldova = territories["SRB"], territories["MDA"]
    found = {
        "abkhazia": AreaShape("GEO", "osm", _inside(abkhazia, territories["GEO"])),
        "crimea": AreaShape("UKR", "osm", _inside(crimea, territories["UKR"])),
        "kosovo": AreaShape("SRB", "osm", split_off(serbia, kosovo, PRIZREN)),
        "south-ossetia": AreaShape(
            "GEO",
            "1:10m",
            cut_off(georgia, lines.line("GEO", "Georgian claim"), TSKHINVALI),
        ),
        "transnistria": AreaShape(
            "MDA",
            "1:10m",
            cut_off(moldova, lines.line("MDA", "Moldovan claim"), TIRASPOL),
        ),
    }
    found |= find_regions(shapely.difference(territories["UKR"], crimea), lines)
    return found | find_karabakh(territories["AZE"], lines)


def find_regions(ukraine: BaseGeometry, lines: Lines) -> dict[str, AreaShape]:
    """Find the regions of Ukraine that Russia claimed in 2022.

    Each reaches to the border and the coast, which are finer than its outline.
    """
    rows = lines.provinces["adm0_a3"] == "UKR"
    covered = shapely.union_all(lines.provinces.geometry[rows].array)
    strips = shapely.difference(ukraine, covered)
    found = {}
    for area, name in REGIONS_OF_UKRAINE.items():
        province = lines.province("UKR", name)
        beside = shapely.intersection(strips, province.buffer(STRIP_DEG))
        strips = shapely.difference(strips, beside)
        whole = shapely.union(shapely.intersection(province, ukraine), beside)
        found[area] = AreaShape("UKR", "1:10m", whole)
    return found


def _inside(area: BaseGeometry, territory: BaseGeometry) -> BaseGeometry:
    return shapely.intersection(area, territory)


def split_off(
    territory: BaseGeometry, area: BaseGeometry, inside: Point
) -> BaseGeometry:
    """Part an area off a territory whose outer border differs by metres.

    Parameters
    ----------
    territory, area : geometry
    inside : Point
        A point of the area.

    Returns
    -------
    geometry
        All of the territory but the largest piece that the area leaves of it.
    """
    rest = shapely.get_parts(shapely.difference(territory, area))
    largest = rest[shapely.area(rest).argmax()]
    parts = shapely.get_parts(shapely.difference(territory, largest))
    found: BaseGeometry = next(part for part in parts if part.covers(inside))
    return found


def find_karabakh(azerbaijan: BaseGeometry, lines: Lines) -> dict[str, AreaShape]:
    """Find the oblast of 1991, and what lay inside the lines of 1994 and 2020.

    The statement of 9 November 2020 names no line. What was left is the oblast
    without Shusha district and the south around Hadrut, and a corridor 5 km wide
    on the road from Lachin to Armenia.
    """
    oblast = close(lines.line("AZE", "Former USSR oblast in 1991"))
    contact = cut_off(azerbaijan, lines.line("AZE", "Ceasefire Line 1994"), KHANKENDI)
    taken = shapely.union(
        lines.province("AZE", SHUSHA_DISTRICT),
        shapely.box(46, 39, 48, HADRUT_NORTH_EDGE),
    )
    rest = shapely.difference(oblast, taken)
    core = next(p for p in shapely.get_parts(rest) if p.covers(KHANKENDI))
    left = shapely.intersection(shapely.union(core, corridor()), contact)
    return {
        "karabakh-1994": AreaShape("AZE", "1:10m", contact),
        "karabakh-2020": AreaShape("AZE", "own construction", left),
        "karabakh-oblast": AreaShape(
            "AZE", "1:10m", shapely.intersection(oblast, azerbaijan)
        ),
    }


def corridor() -> BaseGeometry:
    """Return the corridor through Lachin."""
    road = EURASIA.project(CORRIDOR)
    return EURASIA.unproject(road.buffer(CORRIDOR_WIDTH_M / 2, cap_style="flat"))


def close(lines: BaseGeometry) -> BaseGeometry:
    """Return the largest shape inside lines whose ends almost meet."""
    ends = [Point(p.coords[k]) for p in shapely.get_parts(lines) for k in (0, -1)]
    bridges = [
        LineString([a, b]) for a in ends for b in ends if 0 < a.distance(b) < 0.01
    ]
    edges = shapely.union_all([lines, *bridges])
    parts = shapely.get_parts(shapely.polygonize([edges]))
    largest: BaseGeometry = max(parts, key=lambda part: part.area)
    return largest
