"""The signs of events: where they stand, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

import geopandas as gpd

STEP = 15.0  # pixels between the middles of two marks


@dataclass(frozen=True)
class Mark:
    """An event's sign: where, in drawing steps, and how many pixels beside it."""

    event: str
    kind: str
    precise: bool
    x: int
    y: int
    dx: float
    phase: str


def phase(span: tuple[int, int], tick: int) -> str:
    """Tell whether an event is ``past``, ``now`` or ``future`` at a tick."""
    if tick < span[0]:
        return "future"
    return "now" if tick <= span[1] else "past"


def place_marks(
    placed: gpd.GeoDataFrame,
    spans: Mapping[str, tuple[int, int]],
    tick: int,
    scale: float,
) -> list[Mark]:
    """Stand marks that would cover each other side by side, in the order of the data.

    Parameters
    ----------
    placed : GeoDataFrame
        ``event``, ``kind``, ``precise`` and points in drawing steps.
    spans : mapping of (int, int)
        First and last tick of every event.
    tick : int
        The tick that is drawn.
    scale : float
        Drawing steps a pixel at which marks must not cover each other.

    Returns
    -------
    list of Mark
    """
    marks: list[Mark] = []
    for row in placed.itertuples():
        span = spans[row.event]
        x, y = round(row.geometry.x), round(row.geometry.y)
        others = [m for m in marks if _meet(spans[m.event], span)]
        shift = next(
            shift for shift in _shifts() if not _covered(x, y, shift, others, scale)
        )
        marks.append(
            Mark(row.event, row.kind, row.precise, x, y, shift, phase(span, tick))
        )
    return marks


def _shifts() -> Iterator[float]:
    """Count pixels away from a place: 0, right, left, further right..."""
    yield 0.0
    for number in count(1):
        yield from (number * STEP, -number * STEP)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _covered(
    x: int, y: int, shift: float, others: Iterable[Mark], scale: float
) -> bool:
    return any(
        abs(x / scale + shift - mark.x / scale - mark.dx) < STEP
        and abs(y - mark.y) / scale < STEP
        for mark in others
    )
