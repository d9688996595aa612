"""Made jobs: as many ticks, territories and events as are asked for."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from string import ascii_uppercase
from typing import Any

import numpy as np

from tests.bench.job import COLOURS, Job, Mark

END = date(2026, 3, 11)  # the last tick
STATES = ("member", "frozen", "lapsed")
PERIODS = ("none", "member", "frozen", "lapsed")  # of a territory that changes
CHANGING = 5  # every fifth territory changes
CELL = (2.0, 1.5)  # degrees
CORNER = (24.0, 30.0)
COLUMNS = 24
VERTICES = 12  # on each side of a territory
SEED = 19920515


def make_job(ticks: int, territories: int, marks: int) -> Job:
    """Make a job: days as ticks, and a grid of territories with wavy sides.

    Changes stay where they are as shares of the whole time, so that more ticks are
    nothing but more ticks.
    """
    days = [(END - timedelta(days=back)).isoformat() for back in range(ticks)][::-1]
    codes = make_codes(territories)
    return Job(
        ticks=tuple(days),
        days=tuple(days),
        states={code: _states(index, ticks) for index, code in enumerate(codes)},
        colours=dict(zip(STATES, COLOURS, strict=False)),
        territories=_grid(codes),
        marks=tuple(_mark(index, marks, ticks, territories) for index in range(marks)),
    )


def make_codes(number: int) -> list[str]:
    """List codes that no state has: ISO 3166-1 keeps QMA to QZZ and XAA on free."""
    free = (f"{a}{b}{c}" for a, b, c in product("X", ascii_uppercase, ascii_uppercase))
    return [code for code, _ in zip(free, range(number), strict=False)]


def _states(index: int, ticks: int) -> tuple[str, ...]:
    if index % CHANGING:
        return ("none",) * ticks
    late = index % 3 / 12  # not all of them on the same tick
    shares = np.arange(ticks) / ticks
    found = np.searchsorted(np.array([0.2, 0.4, 0.6]) + late, shares, side="right")
    return tuple(PERIODS[period] for period in found)


def _mark(index: int, marks: int, ticks: int, territories: int) -> Mark:
    first = index * ticks // marks
    lon, lat = _corner(index % territories)
    lift = 0.2 + 0.6 * (index // territories % 7) / 7
    return Mark(
        first, first, lon + CELL[0] / 2, lat + lift * CELL[1], f"Event {index + 1}"
    )


def _corner(index: int) -> tuple[float, float]:
    return (
        CORNER[0] + index % COLUMNS * CELL[0],
        CORNER[1] + index // COLUMNS * CELL[1],
    )


def _grid(codes: list[str]) -> dict[str, Any]:
    """Draw the territories; neighbours share their sides."""
    features = [
        {
            "type": "Feature",
            "id": code,
            "properties": {"code": code},
            "geometry": {"type": "Polygon", "coordinates": [_ring(index)]},
        }
        for index, code in enumerate(codes)
    ]
    return {"type": "FeatureCollection", "features": features}


def _ring(index: int) -> list[list[float]]:
    lon, lat = _corner(index)
    width, height = CELL
    sides = [
        (_side(lon, lat, 0), 1),
        (_side(lon + width, lat, 1), 1),
        (_side(lon, lat + height, 0), -1),
        (_side(lon, lat, 1), -1),
    ]
    # Counter-clockwise so far.
    ring = [point for side, way in sides for point in side[::way][:-1]]
    return [*ring, ring[0]][::-1]


def _side(lon: float, lat: float, axis: int) -> list[list[float]]:
    """Draw a side from a corner on, east (0) or north (1): the same for both sides."""
    random = np.random.default_rng([SEED, axis, int(lon * 10), int(lat * 10)])
    along = np.linspace(0, CELL[axis], VERTICES + 1)
    aside = np.r_[0, random.uniform(-0.1, 0.1, VERTICES - 1), 0]
    pair = (lon + along, lat + aside) if axis == 0 else (lon + aside, lat + along)
    return np.round(np.column_stack(pair), 4).tolist()
