"""Twice the items take at most three times the processor's time."""

import time
from datetime import date, timedelta
from itertools import product

import geopandas as gpd
import numpy as np
import pytest

import build
from csto_atlas.events.records import Deployment
from csto_atlas.events.rules.bounds import MOST_TOGETHER, share_bounds
from csto_atlas.events.rules.known_names import KnownNames
from csto_atlas.events.rules.validate import validate
from csto_atlas.maps.content.map_view import draw_map
from csto_atlas.maps.drawing.event_symbols import place_marks
from csto_atlas.maps.drawing.keyboard_steps import find_neighbours
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.labels.model import bands
from tests.bench.limits import CROWDS
from tests.faults.rounds import PROOF
from tests.made.crowded import Crowd, write_crowded
from tests.made.worlds import ORIGIN, both, make_event, make_movement, make_world

pytestmark = pytest.mark.skipif(not PROOF, reason="takes seconds: make proof")
COUNTRIES = build.load_territories(build.GEODATA / "territories.csv")
CODES = {*COUNTRIES}
SIZES = 1000, 2000  # events or movements of a data set
SCALES = [far for _, far in bands(1, 16)]


def seconds(work, number, times=3):
    """Return the least of some times that the work takes for so many items."""
    taken = []
    for _ in range(times):
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


@pytest.mark.parametrize(
    "crowd",
    [
        {"members": 60},
        {"periods": 25},
        {"areas": 500},
        {"contingents": 240, "movements": 240, "ticks": 365},
        {"contingents": 10, "objects": 250, "ticks": 365},
        {"organisations": 12},
        {"events": 500, "places": 500},
        {"ticks": 1000},
    ],
    ids=lambda crowd: next(name for name in crowd if name != "contingents"),
)
def test_the_check_and_the_page_of_a_map(tmp_path, crowd):
    fixed = {"ticks"} if len(crowd) > 1 else set()
    crowds = [
        Crowd(**{n: v if n in fixed else v * times for n, v in crowd.items()})
        for times in (1, 2)
    ]
    folders = [
        write_crowded(tmp_path / f"{number}", one) for number, one in enumerate(crowds)
    ]

    def draw(number):
        spec = inputs[number].specs["membership"]
        world = build.make_map_inputs(inputs[number], spec)
        draw_map(world, Texts("en", COUNTRIES), {"ar": "Arabic"})

    inputs = [build.load_data_set(folder, COUNTRIES) for folder in folders]
    for work in (draw, lambda number: build.load_data_set(folders[number], COUNTRIES)):
        few, many = (seconds(work, number, 1) for number in (0, 1))
        assert many < 3 * few


def test_the_arrow_keys_from_one_territory_to_its_neighbours():
    shapes = gpd.read_file(build.GEODATA / "world.geojson").geometry
    # Every second one: the list begins with islands.
    few, many = (seconds(lambda n: find_neighbours(shapes[::n]), n) for n in (2, 1))
    assert many < 3 * few


@pytest.mark.parametrize("what", CROWDS)
def test_the_bench_builds_what_takes_nearly_all_of_the_bounds(tmp_path, what):
    data = write_crowded(tmp_path, CROWDS[what])
    dataset = build.load_data_set(data, COUNTRIES).dataset
    assert MOST_TOGETHER - 0.2 < sum(share_bounds(dataset).values()) <= MOST_TOGETHER
