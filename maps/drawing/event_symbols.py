"""The signs of events: where they stand, when, and how large."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from math import cos, pi, sin, sqrt
from typing import NamedTuple

import geopandas as gpd
import numpy as np
from numpy.typing import NDArray

from csto_atlas.events.records import Event
from csto_atlas.maps.labels.model import BAND

Floats = NDArray[np.float64]
KILLED = ("killed", "killed-or-missing", "civilians-killed")
STEP = 16.0  # pixels between the middles of two marks
ROOM = 0.75 * STEP  # pixels along an axis under which two marks cover each other
NEAR, RINGS_BACK = 2, 3  # the side of a square in steps, and its diagonal in rings
PIXELS_PER_ROOT = 0.65  # a circle's radius grows with the root of those it counts


class SignAnchor(NamedTuple):
    """Where a sign belongs, in drawing steps, and when."""

    x: float
    y: float
    span: tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """An event's sign.

    Attributes
    ----------
    event, kind : str
    precise : bool
        Whether the place is exact.
    x, y : float
        The place, in drawing steps.
    shifts : tuple of (float, float, float)
        From far to near: up to which scale (drawing steps a pixel), and how many pixels
        beside its place the sign stands there.
    size : tuple of float or None
        Radii in pixels of the smallest and the largest number of people killed.
    """

    event: str
    kind: str
    precise: bool
    x: float
    y: float
    shifts: tuple[tuple[float, float, float], ...]
    size: tuple[float, float] | None

    def shift(self, scale: float) -> tuple[float, float]:
        """Return the pixels beside its place at a scale."""
        last = [(dx, dy) for far, dx, dy in self.shifts if scale <= far]
        return last[-1] if last else self.shifts[0][1:]


def place_marks(
    placed: gpd.GeoDataFrame,
    spans: Mapping[str, tuple[int, int]],
    scales: Sequence[float],
    sizes: Mapping[str, tuple[float, float]],
) -> list[Mark]:
    """Stand marks that would cover each other around their places.

    Parameters
    ----------
    placed : GeoDataFrame
        ``event``, ``kind``, ``precise``, ``is_main`` and points in drawing steps.
    spans : mapping of (int, int)
        First and last tick of every event.
    scales : sequence of float
        Drawing steps a pixel, from far to near: at each of them, and down to the next,
        marks do not cover each other.
    sizes : mapping of tuple of float
        Radii by event (`find_sizes`); they go to the event's main place.

    Returns
    -------
    list of Mark
        In the order of the data: an earlier one is nearer to its place.
    """
    rows = list(placed.itertuples())
    spots = [
        SignAnchor(_short(r.geometry.x), _short(r.geometry.y), spans[r.event])
        for r in rows
    ]
    by_scale = [_spread(spots, scale) for scale in scales]
    return [
        Mark(
            event=row.event,
            kind=row.kind,
            precise=row.precise,
            x=spot.x,
            y=spot.y,
            shifts=_runs(scales, [shifts[number] for shifts in by_scale]),
            size=sizes.get(row.event) if row.is_main else None,
        )
        for number, (row, spot) in enumerate(zip(rows, spots, strict=True))
    ]


def _spread(spots: Sequence[SignAnchor], scale: float) -> list[tuple[float, float]]:
    """Find the pixels beside its place for every sign at one scale.

    A sign takes the first shift at which no earlier one covers it. Two signs of one
    place and one time meet the same signs, so the later begins with the ring where the
    earlier ended; in a crowd, a sign begins a few rings before the last one near it.
    """
    standing = _Standing(len(spots))
    side = NEAR * STEP * scale / BAND  # of squares, in drawing steps
    reached: dict[object, int] = {}
    found = []
    for spot in spots:
        square = (spot.x // side, spot.y // side, spot.span)
        first = max(reached.get(spot, 0), reached.get(square, 0) - RINGS_BACK)
        ring, shift = standing.find_free(spot, scale, first)
        standing.add(spot, shift)
        reached[spot] = reached[square] = ring
        found.append(shift)
    return found


class _Standing:
    """The signs that stand already at one scale, as arrays."""

    def __init__(self, number: int) -> None:
        self._rows = np.empty((number, 6))  # x, y, first and last tick, shift in pixels
        self._count = 0

    def add(self, spot: SignAnchor, shift: tuple[float, float]) -> None:
        """Note where a sign stands."""
        self._rows[self._count] = (spot.x, spot.y, *spot.span, *shift)
        self._count += 1

    def find_free(
        self, spot: SignAnchor, scale: float, first: int
    ) -> tuple[int, tuple[float, float]]:
        """Find the first shift, from a ring on, at which none of them covers a sign.

        Along each axis two signs are too near on one range of ``1 / scale``; they meet
        where both ranges overlap (`csto_atlas.maps.labels.collisions.meets`).

        Returns
        -------
        int
            The ring of the shift.
        tuple of float
        """
        rows = self._rows[: self._count]
        rows = rows[(rows[:, 2] <= spot.span[1]) & (rows[:, 3] >= spot.span[0])]
        gaps = (spot.x, spot.y) - rows[:, :2]
        ends = rows[:, 4:] - gaps / scale, rows[:, 4:] - gaps * BAND / scale
        low, high = np.minimum(*ends) - ROOM, np.maximum(*ends) + ROOM
        near = np.hypot(*np.maximum(np.maximum(low, -high), 0).T)
        far = np.hypot(*np.maximum(np.abs(low), np.abs(high)).T)
        for ring in count(first):
            touching = (near <= ring * STEP + 1) & (far >= ring * STEP - 1)
            shifts = _ring(ring)
            boxes = low[touching], high[touching]
            others = gaps[touching], rows[touching, 4:]
            covered = _cover(np.array(shifts), boxes, others, scale)
            if not covered.all():
                return ring, shifts[int(np.argmin(covered))]
        raise AssertionError("rings never end")


def _cover(
    shifts: Floats,
    boxes: tuple[Floats, Floats],
    others: tuple[Floats, Floats],
    scale: float,
) -> NDArray[np.bool_]:
    """Tell at which shifts one of the others covers a sign, down to the next scale.

    `boxes` hold what each of the others can cover; `others` are gaps and shifts.
    """
    x, y = shifts[:, 0, None], shifts[:, 1, None]
    (left, top), (right, bottom) = (corner.T for corner in boxes)
    inside = (x > left) & (x < right) & (y > top) & (y < bottom)
    shift, other = np.nonzero(inside)
    gaps = others[0][other]
    beside = shifts[shift] - others[1][other]
    with np.errstate(divide="ignore", invalid="ignore"):
        ends = (-ROOM - beside) / gaps, (ROOM - beside) / gaps
    same = gaps == 0  # the box decides
    start = np.where(same, -np.inf, np.minimum(*ends)).max(axis=1)
    end = np.where(same, np.inf, np.maximum(*ends)).min(axis=1)
    is_met = np.maximum(start, 1 / scale) < np.minimum(end, BAND / scale)
    covered = np.zeros(len(shifts), dtype=np.bool_)
    covered[shift[is_met]] = True
    return covered


def _runs(
    scales: Sequence[float], shifts: Sequence[tuple[float, float]]
) -> tuple[tuple[float, float, float], ...]:
    """Keep the scales at which a shift differs from the one before."""
    runs: list[tuple[float, float, float]] = []
    for scale, shift in zip(scales, shifts, strict=True):
        if not runs or runs[-1][1:] != shift:
            runs.append((round(scale, 2), *shift))
    return tuple(runs)


def count_killed(event: Event) -> tuple[float, float] | None:
    """Add up how many people an event killed, from the lowest to the highest figure.

    Parameters
    ----------
    event : Event

    Returns
    -------
    tuple of float or None
        Sum of the lowest and of the highest figures for the soldiers and for the
        civilians of each side, so that no side's own number decides alone; None if
        nobody counted.
    """
    groups: dict[tuple[str, bool], list[float]] = {}
    for figure in event.figures:
        if figure.measure in KILLED:
            ends = [end for end in (figure.low, figure.high) if end is not None]
            key = figure.side or "", figure.measure == "civilians-killed"
            groups.setdefault(key, []).extend(ends)
    if not groups:
        return None
    return sum(map(min, groups.values())), sum(map(max, groups.values()))


def find_sizes(events: Iterable[Event]) -> dict[str, tuple[float, float]]:
    """Return the radii in pixels, smallest and largest, by event."""
    counted = {event.id: count_killed(event) for event in events}
    return {
        name: (radius(killed[0]), radius(killed[1]))
        for name, killed in counted.items()
        if killed
    }


def radius(people: float) -> float:
    """Return the radius in pixels of a circle whose area stands for people."""
    return round(PIXELS_PER_ROOT * sqrt(people), 1)


def _short(number: float) -> float:
    """Round to a tenth of a step; a whole number is written without its fraction."""
    tenth = round(number, 1)
    return int(tenth) if tenth == int(tenth) else tenth


@lru_cache(maxsize=100)
def _ring(number: int) -> tuple[tuple[float, float], ...]:
    """Return the pixels from a place to spots on it (0) or on a circle around it."""
    if number == 0:
        return ((0.0, 0.0),)
    far = number * STEP
    turns = (step * pi / (3 * number) for step in range(6 * number))
    return tuple((round(far * cos(a), 1), round(far * sin(a), 1)) for a in turns)
