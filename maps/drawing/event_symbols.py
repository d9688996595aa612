"""The signs of events: where they stand, when, and how large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from math import cos, pi, sin, sqrt
from typing import NamedTuple

import geopandas as gpd
import numpy as np

from csto_atlas.events.records import Event
from csto_atlas.maps.labels.model import BAND

KILLED = ("killed", "killed-or-missing", "civilians-killed")
STEP = 16.0  # pixels between the middles of two marks
ROOM = 0.75 * STEP  # pixels along an axis under which two marks cover each other
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
    place and one time meet the same signs, so the later begins where the earlier
    ended: time grows with the number of signs, not with its cube.
    """
    standing = _Standing(len(spots))
    tried: dict[SignAnchor, Iterator[tuple[float, float]]] = {}
    found = []
    for spot in spots:
        shifts = tried.setdefault(spot, _shifts())
        shift = next(s for s in shifts if not standing.cover(spot, s, scale))
        standing.add(spot, shift)
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

    def cover(self, spot: SignAnchor, shift: tuple[float, float], scale: float) -> bool:
        """Tell whether one of them would cover a sign, from a scale down to the next.

        Along each axis two signs are too near on one range of ``1 / scale``; they meet
        where both ranges overlap (`csto_atlas.maps.labels.collisions.meets`).
        """
        x, y, first, last, dx, dy = self._rows[: self._count].T
        low, high = np.full(self._count, 1 / scale), np.full(self._count, BAND / scale)
        high[(first > spot.span[1]) | (last < spot.span[0])] = -np.inf  # another time
        for gap, beside in ((spot.x - x, shift[0] - dx), (spot.y - y, shift[1] - dy)):
            with np.errstate(divide="ignore", invalid="ignore"):
                ends = (-ROOM - beside) / gap, (ROOM - beside) / gap
            same = gap == 0
            start, end = np.minimum(*ends), np.maximum(*ends)
            low = np.where(same, low, np.maximum(low, start))
            high = np.where(same, high, np.minimum(high, end))
            high[same & (np.abs(beside) >= ROOM)] = -np.inf
        return bool((low < high).any())


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


def _shifts() -> Iterator[tuple[float, float]]:
    """Count pixels away from a place: on it, then hexagons ever wider around it."""
    yield 0.0, 0.0
    for ring in count(1):
        for step in range(6 * ring):
            turn = step * pi / (3 * ring)
            yield round(ring * STEP * cos(turn), 1), round(ring * STEP * sin(turn), 1)
