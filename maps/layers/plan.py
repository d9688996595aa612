"""The plan by which the rows of a layer are read, joined and counted for one map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pyproj import CRS, Transformer

from csto_atlas.events.layers.cells import EPOCH
from csto_atlas.events.layers.model import Layer
from csto_atlas.maps.joins.row_coverage import Setting
from csto_atlas.maps.spec.placed import PlacedMap
from csto_atlas.maps.spec.plane import Bounds
from csto_atlas.maps.timeline.ticks import Tick

# Our own choice.
ACROSS = 90  # most cells across a map: smaller cells cannot be seen
FINEST = 9  # finest H3 resolution: edges of about 0.2 km


@dataclass(frozen=True)
class Plan:
    """How to read, join and count rows; it can be pickled for other processes.

    Attributes
    ----------
    layer : Layer
    setting : Setting
    starts, ends : ndarray of int, shape (n,)
        First day of each tick, and the day after its last day, in days since 1970.
    crs : str
        Projection of the map.
    frame : tuple of float
        Left, bottom, right and top of the map, in the units of `crs`.
    resolutions : tuple of int
        H3 resolutions to count in, the coarsest first; empty if the library for cells
        is missing.
    """

    layer: Layer
    setting: Setting
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    crs: str
    frame: Bounds
    resolutions: tuple[int, ...]


def make_plan(
    layer: Layer, spec: PlacedMap, ticks: Sequence[Tick], setting: Setting
) -> Plan:
    """Make the plan for the rows of a layer on one map.

    Parameters
    ----------
    layer : Layer
    spec : PlacedMap
    ticks : sequence of Tick
    setting : Setting

    Returns
    -------
    Plan
    """
    starts, ends = (
        np.array([getattr(t, name).toordinal() - EPOCH for t in ticks], np.int64)
        for name in ("start", "end")
    )
    grids = find_resolutions(spec.projection, spec.frame)
    return Plan(layer, setting, starts, ends, spec.projection, spec.frame, grids)


def find_resolutions(crs: str, frame: Bounds) -> tuple[int, ...]:
    """List the resolutions of H3 grids whose cells can be seen on a map.

    Parameters
    ----------
    crs : str
        Projection of the map.
    frame : tuple of float
        Left, bottom, right and top of the map, in the units of `crs`.

    Returns
    -------
    tuple of int
        The coarsest first: those with at most `ACROSS` cells across the map, or 0 if
        there are none. Empty if the library for cells is missing.

    Examples
    --------
    >>> find_resolutions("+proj=laea +lat_0=48 +lon_0=72 +units=km", (0, 0, 900, 900))
    (0, 1, 2, 3, 4, 5)
    """
    try:
        from h3 import average_hexagon_edge_length
    except ImportError:
        return ()
    unit = CRS.from_user_input(crs).axis_info[0].unit_conversion_factor
    width_km = (frame[2] - frame[0]) * unit / 1000
    seen = [
        grid
        for grid in range(FINEST + 1)
        if 2 * average_hexagon_edge_length(grid, "km") * ACROSS >= width_km
    ]
    return tuple(seen) or (0,)


def locate_ticks(
    start: NDArray[np.int64], end: NDArray[np.int64], plan: Plan
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Find the first and the last tick that events fall in.

    Parameters
    ----------
    start, end : ndarray of int, shape (n,)
        First and last day of each event, in days since 1970.
    plan : Plan

    Returns
    -------
    first, last : ndarray of int, shape (n,)
        Indexes of ticks; `last` is less than `first` for an event in no tick.
    """
    first = np.searchsorted(plan.ends, start, side="right")
    last = np.searchsorted(plan.starts, end, side="right") - 1
    return first, last


def is_inside(points: pd.DataFrame, plan: Plan) -> NDArray[np.bool_]:
    """Tell which points lie within the frame of the map.

    Parameters
    ----------
    points : DataFrame
        ``lon`` and ``lat``, in degrees; n rows.
    plan : Plan

    Returns
    -------
    ndarray of bool, shape (n,)
    """
    there = Transformer.from_crs(4326, plan.crs, always_xy=True)
    x, y = there.transform(points["lon"].to_numpy(), points["lat"].to_numpy())
    left, bottom, right, top = plan.frame
    inside: NDArray[np.bool_]
    inside = (x >= left) & (x <= right) & (y >= bottom) & (y <= top)
    return inside
