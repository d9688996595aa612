"""Which territory a place lies in: points and discs joined to territories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

KM_PER_DEGREE = 110.574  # of latitude at the equator, WGS84; the smallest anywhere
CORNERS = 128  # of the polygon that stands for a disc
FEW = 500  # discs that are compared with the borders at once
BLOCK = 20_000  # discs that are drawn at a time: each takes two kilobytes
PIECE = 0.05  # degrees, about: the length of border in one box of the index
Codes = tuple[str, ...]


@dataclass(frozen=True)
class Ground:
    """Territories that points are joined to.

    Attributes
    ----------
    territories : GeoDataFrame
        ``code`` and polygons in EPSG:4326.
    error_km : float
        How far a border may be off: 0 for unsimplified ones.
    is_cut : bool
        Whether it ends at a frame that is no box of degrees: where it finds nothing,
        the next ground is asked.
    """

    territories: gpd.GeoDataFrame
    error_km: float = 0.0
    is_cut: bool = False

    @cached_property
    def edges(self) -> shapely.STRtree:
        """The boxes of short pieces of every border and coast."""
        rings = shapely.get_parts(shapely.boundary(self.territories.geometry.array))
        points, ring = shapely.get_coordinates(rings, return_index=True)
        is_edge = ring[1:] == ring[:-1]
        lows = np.minimum(points[1:], points[:-1])[is_edge]
        highs = np.maximum(points[1:], points[:-1])[is_edge]
        # As many edges of one ring as there are in a piece, or the rest of the ring.
        edge = np.abs(points[1:] - points[:-1])[is_edge].sum(axis=1).mean()
        size = max(1, round(PIECE / edge))
        piece = _pieces(ring[1:][is_edge], size)
        lows, highs = (
            np.minimum.reduceat(lows, piece),
            np.maximum.reduceat(highs, piece),
        )
        return shapely.STRtree(
            shapely.box(lows[:, 0], lows[:, 1], highs[:, 0], highs[:, 1])
        )


def _pieces(ring: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Return where a piece begins: with every ring, and after every few edges of it."""
    starts = np.flatnonzero(np.diff(ring, prepend=-1))
    place = np.arange(len(ring)) - np.repeat(starts, np.diff([*starts, len(ring)]))
    return np.flatnonzero(place % size == 0)


def territories_at(
    points: gpd.GeoSeries, radius_km: NDArray[np.float64], grounds: Sequence[Ground]
) -> list[Codes]:
    """Find the territories that points, or discs around them, touch.

    Parameters
    ----------
    points : GeoSeries
        In EPSG:4326.
    radius_km : ndarray of shape (n,)
        How far off each point may be.
    grounds : sequence of Ground
        The first one that reaches all around a point decides; so finer ones first.
        A border that may be off by some kilometres makes every disc that much larger.

    Returns
    -------
    list of tuple of str
        Codes in order: one where the answer is certain, none at sea, several where a
        disc touches several territories.
    """
    found: list[Codes] = [()] * len(points)
    open_ones = np.ones(len(points), dtype=bool)
    for ground in grounds:
        if not open_ones.any():
            break
        reach = radius_km + ground.error_km
        frame = shapely.box(*ground.territories.total_bounds)
        inside = open_ones & (
            shapely.contains(frame, points.array)
            & (shapely.distance(frame.boundary, points.array) * 50 > reach)
        )
        if not ground.is_cut:
            open_ones &= ~inside
        for where, shapes in _as_shapes(points, reach, inside, ground):
            for index, codes in _join(where, shapes, ground.territories):
                found[index] = codes
                open_ones[index] = False
    return found


def both_sides(territories: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Repeat what lies east of 180 degrees in the west, where points may lie.

    Parameters
    ----------
    territories : GeoDataFrame
        ``code`` and polygons in EPSG:4326.

    Returns
    -------
    GeoDataFrame
        The same rows, and again those that reach beyond 180, 360 degrees further west.
    """
    beyond = territories[territories.bounds["maxx"] > 180]
    if beyond.empty:
        return territories
    moved = beyond.assign(geometry=beyond.translate(xoff=-360))
    return pd.concat([territories, moved], ignore_index=True)


def discs(points: gpd.GeoSeries, radius_km: NDArray[np.float64]) -> gpd.GeoSeries:
    """Draw discs around points, in degrees.

    Parameters
    ----------
    points : GeoSeries
        In EPSG:4326, not at the poles.
    radius_km : ndarray of shape (n,)

    Returns
    -------
    GeoSeries
        Polygons, up to one per cent too large: a doubt is not to be rounded away.
    """
    turns = np.linspace(0, 2 * np.pi, CORNERS, endpoint=False)
    x, y = points.x.to_numpy(), points.y.to_numpy()
    up, across = _reaches(y, radius_km)
    rings = np.stack(
        [
            x[:, None] + across[:, None] * np.cos(turns),
            y[:, None] + up[:, None] * np.sin(turns),
        ],
        axis=2,
    )
    return gpd.GeoSeries(shapely.polygons(rings), index=points.index, crs=points.crs)


def _as_shapes(
    points: gpd.GeoSeries,
    reach: NDArray[np.float64],
    inside: NDArray[np.bool_],
    ground: Ground,
) -> Iterator[tuple[NDArray[np.int64], gpd.GeoSeries]]:
    """Draw a disc where it may touch a border; elsewhere its centre is enough."""
    wide = inside & (reach > 0)
    touching = np.flatnonzero(wide)
    if len(touching) > FEW:  # else to sort all edges would take longer
        touching = touching[_may_touch(points.iloc[touching], reach[touching], ground)]
    alone = np.flatnonzero(inside & ~np.isin(np.arange(len(points)), touching))
    yield alone, points.iloc[alone]
    for start in range(0, len(touching), BLOCK):
        some = touching[start : start + BLOCK]
        yield some, discs(points.iloc[some], reach[some])


def _may_touch(
    points: gpd.GeoSeries, reach: NDArray[np.float64], ground: Ground
) -> NDArray[np.int64]:
    """Return the positions of the discs whose box touches the box of an edge."""
    if not len(points):
        return np.empty(0, np.int64)
    x, y = points.x.to_numpy(), points.y.to_numpy()
    up, across = _reaches(y, reach)
    boxes = shapely.box(x - across, y - up, x + across, y + up)
    hits = [
        start + np.unique(ground.edges.query(boxes[start : start + BLOCK])[0])
        for start in range(0, len(boxes), BLOCK)
    ]
    return np.concatenate(hits)


def _reaches(
    latitudes: NDArray[np.float64], radius_km: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return how far discs reach, in degrees: up and down, and to the sides."""
    up = radius_km / KM_PER_DEGREE / np.cos(np.pi / CORNERS)
    return up, up / np.cos(np.radians(latitudes))


def _join(
    where: NDArray[np.int64], shapes: gpd.GeoSeries, territories: gpd.GeoDataFrame
) -> list[tuple[int, Codes]]:
    """Pair the position of each shape with the codes it touches."""
    if not len(where):
        return []
    # Asked by territory, not by shape: it is then the large polygons that are prepared.
    tree = shapely.STRtree(shapes.array)
    owners, hit = tree.query(territories.geometry.array, "intersects")
    names = territories["code"].to_numpy()[owners]
    found: dict[int, set[str]] = {}
    for place, code in zip(where[hit].tolist(), names, strict=True):
        found.setdefault(place, set()).add(code)
    return [(place, tuple(sorted(codes))) for place, codes in found.items()]
