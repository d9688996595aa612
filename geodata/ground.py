"""Which territory a place lies in: points and discs joined to territories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

KM_PER_DEGREE = 110.574  # of latitude at the equator, WGS84; the smallest anywhere
CORNERS = 128  # of the polygon that stands for a disc
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
        reach = radius_km + ground.error_km
        frame = shapely.box(*ground.territories.total_bounds)
        inside = open_ones & (
            shapely.contains(frame, points.array)
            & (shapely.distance(frame.boundary, points.array) * 50 > reach)
        )
        if not ground.is_cut:
            open_ones &= ~inside
        for where, shapes in _as_shapes(points, reach, inside):
            for index, codes in _join(where, shapes, ground.territories):
                found[index] = codes
                open_ones[index] = False
    return found


def both_sides(territories: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Put what lies east of 180 also to the west, where points of it may be.

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
    outside = radius_km / KM_PER_DEGREE / np.cos(np.pi / CORNERS)
    x, y = points.x.to_numpy(), points.y.to_numpy()
    across = outside / np.cos(np.radians(y))
    rings = np.stack(
        [
            x[:, None] + across[:, None] * np.cos(turns),
            y[:, None] + outside[:, None] * np.sin(turns),
        ],
        axis=2,
    )
    return gpd.GeoSeries(shapely.polygons(rings), index=points.index, crs=points.crs)


def _as_shapes(
    points: gpd.GeoSeries, reach: NDArray[np.float64], inside: NDArray[np.bool_]
) -> list[tuple[NDArray[np.int64], gpd.GeoSeries]]:
    exact = np.flatnonzero(inside & (reach == 0))
    wide = np.flatnonzero(inside & (reach > 0))
    return [
        (exact, points.iloc[exact]),
        (wide, discs(points.iloc[wide], reach[wide])),
    ]


def _join(
    where: NDArray[np.int64], shapes: gpd.GeoSeries, territories: gpd.GeoDataFrame
) -> list[tuple[int, Codes]]:
    """Pair the position of each shape with the codes it touches."""
    if not len(where):
        return []
    frame = gpd.GeoDataFrame(geometry=shapes.array, index=where, crs=territories.crs)
    # "within" prepares the territories, not the points: many times quicker for
    # millions of points, and right for all that are on no border and no coast.
    joined = gpd.sjoin(frame, territories[["code", "geometry"]], predicate="within")
    rest = frame.drop(index=joined.index)
    if len(rest):
        joined = pd.concat(
            [
                joined,
                gpd.sjoin(rest, territories[["code", "geometry"]]),
            ]
        )
    if joined.index.is_unique:
        return [
            (i, (code,)) for i, code in zip(joined.index, joined["code"], strict=True)
        ]
    groups = joined.groupby(level=0)["code"]
    return [(int(i), tuple(sorted(set(codes)))) for i, codes in groups]
