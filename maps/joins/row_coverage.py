"""Rows of a layer joined to territories, areas and statuses, as events are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csto_atlas.events.dates import Interval
from csto_atlas.events.layers.cells import EPOCH
from csto_atlas.events.records import Area, Dataset, Membership, Term
from csto_atlas.geodata.borders import distances_km
from csto_atlas.geodata.ground import KM_PER_DEGREE, territories_at
from csto_atlas.maps.joins.event_coverage import NEAR_KM, areas_at, list_statuses
from csto_atlas.maps.joins.terrain import Terrain

JOINED = ("codes", "area", "statuses")
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Setting:
    """What rows are joined to; it can be pickled for other processes.

    Attributes
    ----------
    terrain : Terrain
    areas : tuple of Area
    memberships : tuple of Membership
        In the organisation that the data set is about.
    """

    terrain: Terrain
    areas: tuple[Area, ...]
    memberships: tuple[Membership, ...]

    @cached_property
    def breaks(self) -> NDArray[np.int64]:
        """The days, since 1970, on which any term begins, is known to, or ends.

        Between two of them nothing changes, so days are joined once for each span.
        """
        rows: Sequence[Term] = (*self.areas, *self.memberships)
        ends = ((row.period.start, row.known_by, row.period.end) for row in rows)
        days = {day for known in ends for day in known if day}
        return np.array(sorted(day.toordinal() - EPOCH for day in days), np.int64)


def make_setting(dataset: Dataset, terrain: Terrain) -> Setting:
    """Choose what the rows of layers are joined to.

    Parameters
    ----------
    dataset : Dataset
    terrain : Terrain

    Returns
    -------
    Setting
    """
    main = dataset.meta.organisation
    rows = tuple(m for m in dataset.memberships if m.organisation == main)
    return Setting(terrain, dataset.areas, rows)


def join_points(points: pd.DataFrame, setting: Setting) -> pd.DataFrame:
    """Find out where places lie.

    Parameters
    ----------
    points : DataFrame
        ``lon``, ``lat`` and ``radius_km``; each only once, or it is joined twice.
    setting : Setting

    Returns
    -------
    DataFrame
        ``codes``, joined by blanks: several where a disc touches several territories.
        A place of which only the region is known is joined as the point that stands
        for it. ``border_km`` is NaN there, and far from the border.
    """
    series = gpd.GeoSeries(gpd.points_from_xy(points["lon"], points["lat"]), crs=4326)
    radius = points["radius_km"].fillna(0.0).to_numpy()
    codes = territories_at(series, radius, setting.terrain.grounds)
    return pd.DataFrame(
        {
            "codes": [" ".join(found) for found in codes],
            "border_km": _border_km(points, series, setting.terrain),
        },
        index=points.index,
    )


def join_days(rows: pd.DataFrame, setting: Setting) -> pd.DataFrame:
    """Find out what a place was on the days of an event.

    Parameters
    ----------
    rows : DataFrame
        ``lon``, ``lat``, ``codes``, and ``start`` and ``end`` in days since 1970.
    setting : Setting

    Returns
    -------
    DataFrame
        ``area`` and ``statuses``, the latter joined by blanks in the order of the
        codes, then of time.
    """
    spans = [
        np.searchsorted(setting.breaks, rows[day], side="right")
        for day in ("start", "end")
    ]
    keyed = rows.assign(first=spans[0], last=spans[1])
    return pd.DataFrame(
        {
            "area": _once(keyed, ["lon", "lat", "first", "last"], _areas, setting),
            "statuses": _once(keyed, ["codes", "first", "last"], _statuses, setting),
        },
        index=rows.index,
    )


def _once(
    keyed: pd.DataFrame,
    by: list[str],
    find: Callable[[pd.DataFrame, Setting], list[str]],
    setting: Setting,
) -> NDArray[np.object_]:
    """Find something for one row of each group, and give it to the whole group."""
    group = keyed.groupby(by, sort=False).ngroup().to_numpy()
    _, firsts = np.unique(group, return_index=True)
    found = np.array(find(keyed.iloc[firsts], setting), dtype=object)
    repeated: NDArray[np.object_] = found[group]
    return repeated


def _areas(rows: pd.DataFrame, setting: Setting) -> list[str]:
    """Name the area that each row lay in; only rows in an outline ask for the date."""
    outlines = setting.terrain.outlines
    series = gpd.GeoSeries(gpd.points_from_xy(rows["lon"], rows["lat"]), crs=4326)
    found = [""] * len(rows)
    inside = np.unique(series.sindex.query(outlines.geometry.array, "intersects")[1])
    asked = series.iloc[inside].reset_index(drop=True)
    when = [_interval(row) for row in rows.iloc[inside].itertuples()]
    for i, name in zip(
        inside, areas_at(asked, when, setting.areas, outlines), strict=True
    ):
        found[i] = name
    return found


def _statuses(rows: pd.DataFrame, setting: Setting) -> list[str]:
    held = []
    for row in rows.itertuples():
        codes = row.codes.split()
        by_code = {
            code: statuses
            for found in list_statuses(
                setting.memberships, codes, _interval(row)
            ).values()
            for code, statuses in found.items()
        }
        names = (name for code in codes for name in by_code.get(code, ()))
        held.append(" ".join(dict.fromkeys(names)))
    return held


def _interval(row: Any) -> Interval:
    first = date.fromordinal(int(row.start) + EPOCH)
    last = date.fromordinal(int(row.end) + EPOCH)
    return Interval(first, last + _DAY, False, False, first.isoformat())


def _border_km(
    points: pd.DataFrame, series: gpd.GeoSeries, terrain: Terrain
) -> NDArray[np.float64]:
    """Measure how far points are from the border, if they can be near it."""
    away = np.full(len(points), np.nan)
    if terrain.border.is_empty:
        return away
    west, south, east, north = terrain.border.bounds
    up = NEAR_KM / KM_PER_DEGREE
    across = up / np.cos(np.radians(min(max(abs(south), abs(north)) + up, 89.0)))
    lon, lat = points["lon"].to_numpy(), points["lat"].to_numpy()
    near = np.flatnonzero(
        (lon >= west - across)
        & (lon <= east + across)
        & (lat >= south - up)
        & (lat <= north + up)
        & points["radius_km"].notna().to_numpy()
    )
    if len(near):
        km = distances_km(series.iloc[near], terrain.border)
        away[near] = np.where(km <= NEAR_KM, km, np.nan)
    return away
