"""The whole world as one coverage: every territory, simplified by its own size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import GeometryCollection, LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from csto_atlas.geodata.refresh.lakes import KM_PER_DEG, is_broad
from csto_atlas.geodata.refresh.land import make_valid, outline, polygons
from csto_atlas.geodata.refresh.mercator import ground_km2, stretch, to_globe, to_plane
from csto_atlas.geodata.refresh.network import (
    Piece,
    align,
    dissolve,
    explode,
    simplify_pieces,
)
from csto_atlas.geodata.refresh.territories import assign_territories
from csto_atlas.geodata.refresh.write import write_geojson
from csto_atlas.geodata.refresh.zones import read_all_zones

# Largest distances of a drawn line from its source, in metres on the ground.
BORDER_M, COAST_M = 2_500, 4_000
# What is drawn so coarsely can be cut from coarser ground: it takes minutes, not hours.
# Shores of islands, and of what is larger than 1,000 km2, in Mercator's metres; borders
# in degrees, as Visvalingam counts.
SHORE_M, LONG_SHORE_M, LARGE_M2 = 200, 600, 1000e6
THIN_DEG = 0.001
# Below this an island is dropped, and an exclave is its neighbour's, unless it is a
# large part of its own state.
SMALLEST_KM2, SMALLEST_SHARE = 60.0, 0.004
# Of a state's size, as a side of a square: no line beside it may be further off.
FINENESS = 12
# Mercator ends before the pole; the ice goes on.
SOUTH, NORTH = -84.0, 84.0
ICE, ICE_NORTH = "ATA", -60.0
SEAM = 179.999
# A lake is shown from this size on; half of it must be so far from its shore.
LAKE_KM2, LAKE_REACH_M = 2_000, 2_000
SEA_DEG2 = 20.0  # a hole in the land that is larger, in square degrees, is a sea
# Nobody lives there, so they have no time zone.
ZONELESS = ("BVT", "HMD")
# States with land on both sides of 180 whose neighbours do not reach it: what lies
# west of 100 W goes to the east, so that each is in one piece.
ACROSS = frozenset({"FJI", "KIR", "NZL", "RUS", "UMI"})
DIGITS = 3  # of a degree: 100 m
# A long straight border is a parallel: with more corners it stays one on other planes.
EDGE_M = 100_000.0


Shapes = NDArray[np.object_]


@dataclass(frozen=True)
class Sizes:
    """Areas of territories in square kilometres, and what they allow.

    Attributes
    ----------
    km2 : dict of float
        By code, all of its land.
    """

    km2: dict[str, float]

    def tolerance(self, arc: LineString, beside: tuple[str, ...]) -> float:
        """Return the tolerance of an arc in Mercator's metres."""
        metres = BORDER_M if len(beside) > 1 else COAST_M
        for code in beside:
            metres = min(metres, self.km2[code] ** 0.5 * 1000 / FINENESS)
        if arc.is_closed:
            metres = min(metres, ground_km2(Polygon(arc)) ** 0.5 * 1000 / 6)
        return metres * stretch(arc)

    def is_speck(self, code: str, km2: float) -> bool:
        """Tell whether a part of a territory is too small to be drawn."""
        return km2 < min(SMALLEST_KM2, SMALLEST_SHARE * self.km2[code])


def write_globe(
    outlines: Mapping[str, list[Polygon]], golan: BaseGeometry, path: Path, lakes: Path
) -> set[str]:
    """Write every territory of the world and its lakes, and return the codes.

    Parameters
    ----------
    outlines : mapping of list
        Of `read_outlines`.
    golan : geometry
        Of `assign_territories`.
    path, lakes : Path
    """
    whole = unite_land(outlines)
    states = find_countries(outlines, golan)
    ashore = cut_at_coast(states, find_land(whole))
    drawn = simplify_world(align(explode(ashore)))
    shapes = {code: place(code, shape) for code, shape in drawn.items()}
    write_geojson(path, [({"code": c}, g) for c, g in shapes.items()], DIGITS)
    write_geojson(lakes, find_great_lakes(outlines, whole), DIGITS)
    return set(shapes)


def find_great_lakes(
    outlines: Mapping[str, list[Polygon]], whole: BaseGeometry
) -> list[tuple[dict[str, int], BaseGeometry]]:
    """Return the lakes of the world as records and shapes, largest first."""
    land = [part for parts in outlines.values() for part in parts]
    rings = [r for part in [*land, *shapely.get_parts(whole)] for r in part.interiors]
    holes = np.array([Polygon(ring) for ring in rings])
    holes = holes[shapely.area(holes) > LAKE_KM2 / KM_PER_DEG**2]
    flat = to_plane(make_valid(holes[shapely.area(holes) < SEA_DEG2]))
    found = [
        (round(km2), simplify_lake(lake))
        for lake in flat
        if (km2 := ground_km2(lake)) >= LAKE_KM2
        and is_broad(lake, LAKE_REACH_M * stretch(lake))
    ]
    found.sort(key=lambda pair: -pair[0])
    return [({"lake": n, "km2": km2}, lake) for n, (km2, lake) in enumerate(found, 1)]


def simplify_lake(lake: BaseGeometry) -> BaseGeometry:
    """Simplify a lake of Mercator's plane, and put it into degrees."""
    simple = shapely.simplify(lake, BORDER_M * stretch(lake))
    return shapely.set_precision(to_globe(simple), 10.0**-DIGITS)


def find_countries(
    outlines: Mapping[str, list[Polygon]], golan: BaseGeometry
) -> dict[str, BaseGeometry]:
    """Return every territory, sea included, in degrees within 180."""
    states, _ = assign_territories(read_all_zones(), outline(outlines["PSE"]), golan)
    alone = {code: outline(outlines[code]).buffer(0.1) for code in ZONELESS}
    found = give_ice(dict(sorted((states | alone).items())))
    thin = shapely.coverage_simplify(list(found.values()), THIN_DEG)
    return dict(zip(found, thin, strict=True))


def give_ice(states: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Give everything south of 60 S to Antarctica, whoever's hour is kept there."""
    south = shapely.box(-180, -90, 180, ICE_NORTH)
    rest = {
        code: shapely.difference(shape, south) if shape.bounds[1] < ICE_NORTH else shape
        for code, shape in states.items()
    }
    return rest | {ICE: south}


def unite_land(outlines: Mapping[str, list[Polygon]]) -> BaseGeometry:
    """Return all land in degrees; only lakes between states are holes in it."""
    shells = [Polygon(p.exterior) for parts in outlines.values() for p in parts]
    return shapely.union_all(make_valid(np.array(shells)))


def find_land(whole: BaseGeometry) -> list[Polygon]:
    """Return the land of `unite_land` in Mercator's plane, lakes filled."""
    parts = shapely.get_parts(whole)
    is_polar = shapely.bounds(parts)[:, 1] < SOUTH
    ice = shapely.clip_by_rect(parts[is_polar], -180, SOUTH, 180, NORTH)
    seen = join_across(np.concatenate((parts[~is_polar], shapely.get_parts(ice))))
    flat = to_plane(np.array([fill_lakes(part) for part in seen]))
    reach = np.where(shapely.area(flat) > LARGE_M2, LONG_SHORE_M, SHORE_M)
    return list(shapely.get_parts(make_valid(shapely.simplify(flat, reach))))


def fill_lakes(part: Polygon) -> Polygon:
    """Leave only seas as holes in land; the Caspian is one."""
    rings = [ring for ring in part.interiors if Polygon(ring).area > SEA_DEG2]
    return Polygon(part.exterior, rings)


def simplify_world(pieces: Sequence[Piece[str]]) -> dict[str, BaseGeometry]:
    """Leave specks out and simplify the rest.

    Parameters
    ----------
    pieces : sequence of Piece
        Of `align`, in Mercator's plane, labelled by code.

    Returns
    -------
    dict of geometry
        By code, in degrees.
    """
    areas = [ground_km2(piece.polygon) for piece in pieces]
    km2: dict[str, float] = {}
    for piece, area in zip(pieces, areas, strict=True):
        km2[piece.label] = km2.get(piece.label, 0.0) + area
    sizes = Sizes(km2)
    kept = [
        piece
        for piece, area in zip(pieces, areas, strict=True)
        if not sizes.is_speck(piece.label, area)
    ]
    drawn = [
        Piece(piece.label, shape)
        for piece in simplify_pieces(kept, sizes.tolerance)
        if isinstance(
            shape := to_globe(shapely.segmentize(piece.polygon, EDGE_M)), Polygon
        )
    ]
    # On the grid that the file is rounded to, or rounding would break the coverage.
    return dissolve(align(drawn, 10.0**-DIGITS), lambda label: label)


def cut_at_coast(
    states: Mapping[str, BaseGeometry], land: list[Polygon]
) -> dict[str, MultiPolygon]:
    """Return the land of every territory in Mercator's plane."""
    tree, parts = shapely.STRtree(land), np.array(land)
    window = shapely.box(-180, SOUTH, 180, NORTH)
    found = {}
    for code, shape in states.items():
        seen = join_across(shapely.get_parts(shapely.intersection(shape, window)))
        flat = polygons(GeometryCollection(list(make_valid(to_plane(seen)))))
        shapely.prepare(flat)
        near = parts[np.sort(tree.query(flat, predicate="intersects"))]
        # Most islands lie in one state; cutting each by all of it would take hours.
        is_whole = shapely.contains_properly(flat, near)
        across = shapely.intersection(near[~is_whole], flat)
        ashore = [*near[is_whole], *shapely.get_parts(across)]
        found[code] = polygons(GeometryCollection(ashore))
    return {code: shape for code, shape in found.items() if not shape.is_empty}


def join_across(parts: Shapes) -> Shapes:
    """Join what was cut at 180 degrees: what touches it from the east moves there."""
    west, _, east, north = shapely.bounds(parts).T
    moves = (west < -SEAM) & (north > ICE_NORTH)
    stays = ~moves & (east < SEAM)
    joined = shapely.union_all([*parts[~moves & ~stays], *_turn(parts[moves])])
    return np.concatenate((parts[stays], shapely.get_parts(joined)))


def _turn(shapes: Shapes) -> Shapes:
    return shapely.transform(shapes, lambda points: points + np.array([360, 0]))


def place(code: str, shape: BaseGeometry) -> BaseGeometry:
    """Put a territory on one side of 180 if it can be, and finish the ice."""
    if code == ICE:
        return shapely.union(shape, shapely.box(-180, -90, 180, SOUTH))
    if code in ACROSS:
        parts = shapely.get_parts(shape)
        is_far = shapely.bounds(parts)[:, 2] < -100
        return MultiPolygon([*parts[~is_far], *_turn(parts[is_far])])
    return shape
