"""The signs of events: where they stand, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd

STEP = 15.0  # pixels between marks that share a place and a tick


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
    placed: gpd.GeoDataFrame, spans: Mapping[str, tuple[int, int]], tick: int
) -> list[Mark]:
    """Stand marks of one place and tick side by side, in the order of the data.

    Parameters
    ----------
    placed : GeoDataFrame
        ``event``, ``kind``, ``precise`` and points in drawing steps.
    spans : mapping of (int, int)
        First and last tick of every event.
    tick : int
        The tick that is drawn.

    Returns
    -------
    list of Mark
    """
    rows = [
        (row.event, row.kind, row.precise, round(row.geometry.x), round(row.geometry.y))
        for row in placed.itertuples()
    ]
    crowd = Counter((x, y, spans[event][0]) for event, _, _, x, y in rows)
    seen: Counter[tuple[int, int, int]] = Counter()
    marks = []
    for event, kind, precise, x, y in rows:
        spot = (x, y, spans[event][0])
        dx = (seen[spot] - (crowd[spot] - 1) / 2) * STEP
        seen[spot] += 1
        marks.append(Mark(event, kind, precise, x, y, dx, phase(spans[event], tick)))
    return marks
