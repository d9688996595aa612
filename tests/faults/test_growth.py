"""Twice the items take at most three times the processor's time."""

import time
from datetime import date, timedelta
from itertools import product

import geopandas as gpd
import numpy as np
import pytest

import build
from csto_atlas.events.records import Deployment
from csto_atlas.events.rules.known_names import KnownNames
from csto_atlas.events.rules.validate import validate
from csto_atlas.maps.drawing.event_symbols import place_marks
from csto_atlas.maps.labels.model import bands
from tests.faults.rounds import PROOF
from tests.made.worlds import ORIGIN, both, make_event, make_movement, make_world

pytestmark = pytest.mark.skipif(not PROOF, reason="takes seconds: make proof")
CODES = {*build.load_territories(build.GEODATA / "territories.csv")}
SIZES = 1000, 2000  # events or movements of a data set
SCALES = [far for _, far in bands(1, 16)]


def seconds(work, number):
    """Return the least of three times that the work takes for so many items."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        work(number)
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("width", [0, 50, 500])
def test_signs_of_events_at_one_place_or_near_each_other(width):
    def mark(number):
        random = np.random.default_rng(1)
        points = gpd.points_from_xy(*random.uniform(100, 100 + width, (2, number)))
        names = [f"e{n}" for n in range(number)]
        fields = {"event": names, "kind": "act", "precise": True, "is_main": True}
        frame = gpd.GeoDataFrame(fields, geometry=points)
        spans = {name: (n % 5, n % 5) for n, name in enumerate(names)}
        place_marks(frame, spans, SCALES, {})

    assert seconds(mark, 600) < 3 * seconds(mark, 300)


def make_terms(number):
    """Make ten contingents that come and go, each as often as the number asks for."""
    days = [date(1900, 1, 1) + timedelta(7 * n) for n in range(number // 10)]
    for code, day in product(sorted(CODES)[:10], days):
        yield Deployment.model_validate({
            "origin": ORIGIN, "contingent": code, "state": "arriving",
            "start": str(day), "end": str(day + timedelta(3)), "basis": both("made"),
            "certainty": "high", "sources": ["daily"],
        })  # fmt: skip


def make_moved(number):
    deployments = (*make_terms(number),)
    movements = (
        make_movement(f"m{n}", row.contingent, when=row.start.text)
        for n, row in enumerate(deployments)
    )
    return {"deployments": deployments, "movements": (*movements,)}


def make_events(number):
    return {"events": tuple(make_event(f"e{n}") for n in range(number))}


@pytest.mark.parametrize("make", [make_moved, make_events])
def test_rules_of_a_data_set(make):
    sets = {
        number: make_world().dataset.model_copy(update=make(number)) for number in SIZES
    }
    known = KnownNames(CODES, {"town", "city"}, maps={"membership"})
    assert all(not validate(dataset, known)[99:] for dataset in sets.values())
    few, many = (
        seconds(lambda number: validate(sets[number], known), number)
        for number in SIZES
    )
    assert many < 3 * few
