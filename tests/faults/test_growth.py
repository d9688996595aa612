"""Twice the items take at most three times the processor's time."""

import time

import geopandas as gpd
import pytest

from csto_atlas.maps.drawing.event_symbols import place_marks
from csto_atlas.maps.labels.model import bands
from tests.faults.rounds import PROOF

pytestmark = pytest.mark.skipif(not PROOF, reason="takes seconds: make proof")
SCALES = [far for _, far in bands(1, 16)]


def seconds(work, number):
    """Return the least of three times that the work takes for so many items."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        work(number)
        taken.append(time.process_time() - start)
    return min(taken)


def mark_one_place(number):
    frame = gpd.GeoDataFrame(
        {
            "event": [f"e{n}" for n in range(number)],
            "kind": "incident",
            "precise": True,
            "is_main": True,
        },
        geometry=gpd.points_from_xy([100.0] * number, [100.0] * number),
    )
    spans = {f"e{n}": (n % 5, n % 5) for n in range(number)}
    return place_marks(frame, spans, SCALES, {})


def test_events_at_one_place():
    assert seconds(mark_one_place, 1200) < 3 * seconds(mark_one_place, 600)
