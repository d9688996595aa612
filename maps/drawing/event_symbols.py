"""Event symbols: their positions and their ticks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from math import cos, pi, sin
from typing import NamedTuple

import geopandas as gpd
import numpy as np
from numpy.typing import NDArray

from csto_atlas.maps.labels.model import BAND

Floats = NDArray[np.float64]
# Pixels between two rings of positions: our choice. The largest symbol of
# `maps.drawing.glyphs` is 15 pixels high.
STEP = 16.0
# Pixels: two symbols overlap if their centres are closer than this along both axes.
# Our choice: their corners may overlap a little.
ROOM = 0.75 * STEP
# Symbols are grouped into squares with a side of NEAR steps; the diagonal of a square,
# 2 * sqrt(2) steps, is RINGS_BACK rings, rounded up.
NEAR, RINGS_BACK = 2, 3


class SignAnchor(NamedTuple):
    """The position of an event in drawing steps, and its first and last tick."""

    x: float
    y: float
    span: tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """The symbol of an event.

    Attributes
    ----------
    event, kind : str
        Id and kind of the event.
    precise : bool
        Whether the position is exact.
    x, y : float
        Position in drawing steps.
    shifts : tuple of (float, float, float)
        Largest scale (drawing steps per pixel) at which a shift applies, and the shift
        of the symbol from its position along x and y in pixels. Sorted by scale, the
        largest first.
    size : tuple of float or None
        Radii in pixels for the lowest and the highest number of people killed.
    """

    event: str
    kind: str
    precise: bool
    x: float
    y: float
    shifts: tuple[tuple[float, float, float], ...]
    size: tuple[float, float] | None

    def shift(self, scale: float) -> tuple[float, float]:
        """Return the shift along x and y in pixels.

        Parameters
        ----------
        scale : float
            Drawing steps per pixel.
        """
        last = [(dx, dy) for far, dx, dy in self.shifts if scale <= far]
        return last[-1] if last else self.shifts[0][1:]


def place_marks(
    placed: gpd.GeoDataFrame,
    spans: Mapping[str, tuple[int, int]],
    scales: Sequence[float],
    sizes: Mapping[str, tuple[float, float]],
) -> list[Mark]:
    """Place symbols so that they do not overlap.

    Symbols that would overlap are shifted to rings around their positions.

    Parameters
    ----------
    placed : GeoDataFrame
        Columns ``event``, ``kind``, ``precise``, ``is_main``, and points in drawing
        steps.
    spans : mapping of (int, int)
        First and last tick of every event, by event.
    scales : sequence of float
        Drawing steps per pixel, the largest first. Symbols do not overlap at any of
        these scales, nor between one and the next.
    sizes : mapping of tuple of float
        Radii in pixels by event (`find_sizes`), used at the main place of an event.

    Returns
    -------
    list of Mark
        In the order of `placed`; earlier symbols are closer to their positions.
    """
    rows = list(placed.itertuples())
    spots = [
        SignAnchor(round(r.geometry.x), round(r.geometry.y), spans[r.event])
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
    """Find the shift in pixels of every symbol at one scale.

    A symbol gets the first shift at which it overlaps no earlier symbol. To save time,
    the search does not always start at ring 0: a symbol with the position and the ticks
    of an earlier one starts at the ring of the earlier one; other symbols in the same
    square start a few rings before the ring last used there.
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
    """The symbols that are already placed at one scale, as arrays."""

    def __init__(self, number: int) -> None:
        self._rows = np.empty((number, 6))  # x, y, first and last tick, shift in pixels
        self._count = 0

    def add(self, spot: SignAnchor, shift: tuple[float, float]) -> None:
        """Add a placed symbol."""
        self._rows[self._count] = (spot.x, spot.y, *spot.span, *shift)
        self._count += 1

    def find_free(
        self, spot: SignAnchor, scale: float, first: int
    ) -> tuple[int, tuple[float, float]]:
        """Find the first shift at which a symbol overlaps no placed symbol.

        Along each axis, two symbols are too close on one interval of ``1 / scale``;
        they overlap where both intervals intersect
        (`csto_atlas.maps.labels.collisions.meets`).

        Parameters
        ----------
        spot : SignAnchor
        scale : float
            Drawing steps per pixel.
        first : int
            The ring to start with.

        Returns
        -------
        int
            The ring of the shift.
        tuple of float
            The shift along x and y in pixels.
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
    """Return which shifts make a symbol overlap another at any scale of a band.

    Parameters
    ----------
    shifts : ndarray of shape (m, 2)
        Candidate shifts in pixels.
    boxes : tuple of ndarray of shape (n, 2)
        Lower and upper corners, in pixels, of the shifts that each of the other symbols
        can overlap; used to discard most pairs quickly.
    others : tuple of ndarray of shape (n, 2)
        Offsets from the other symbols in drawing steps, and their shifts in pixels.
    scale : float
        Drawing steps per pixel; the band goes down to ``scale / BAND``.

    Returns
    -------
    ndarray of bool of shape (m,)
    """
    x, y = shifts[:, 0, None], shifts[:, 1, None]
    (left, top), (right, bottom) = (corner.T for corner in boxes)
    inside = (x > left) & (x < right) & (y > top) & (y < bottom)
    shift, other = np.nonzero(inside)
    gaps = others[0][other]
    beside = shifts[shift] - others[1][other]
    with np.errstate(divide="ignore", invalid="ignore"):
        ends = (-ROOM - beside) / gaps, (ROOM - beside) / gaps
    same = gaps == 0  # no limit along this axis: inside the box at every scale
    start = np.where(same, -np.inf, np.minimum(*ends)).max(axis=1)
    end = np.where(same, np.inf, np.maximum(*ends)).min(axis=1)
    is_met = np.maximum(start, 1 / scale) < np.minimum(end, BAND / scale)
    covered = np.zeros(len(shifts), dtype=np.bool_)
    covered[shift[is_met]] = True
    return covered


def _runs(
    scales: Sequence[float], shifts: Sequence[tuple[float, float]]
) -> tuple[tuple[float, float, float], ...]:
    """Return scales with their shifts, where a shift differs from the previous one."""
    runs: list[tuple[float, float, float]] = []
    for scale, shift in zip(scales, shifts, strict=True):
        if not runs or runs[-1][1:] != shift:
            runs.append((round(scale, 2), *shift))
    return tuple(runs)


@lru_cache(maxsize=100)
def _ring(number: int) -> tuple[tuple[float, float], ...]:
    """Return the shifts of a ring in pixels: the position itself (0) or a circle.

    Ring n has 6 n shifts, so that neighbours on it are about one STEP apart.
    """
    if number == 0:
        return ((0.0, 0.0),)
    far = number * STEP
    turns = (step * pi / (3 * number) for step in range(6 * number))
    return tuple((round(far * cos(a), 1), round(far * sin(a), 1)) for a in turns)
