from itertools import combinations
from math import hypot

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from csto_atlas.maps.drawing.event_symbols import place_marks
from csto_atlas.maps.joins.records import join_events
from csto_atlas.maps.labels.model import bands
from csto_atlas.maps.labels.placement import phone_scale

APART = 11  # pixels
SCALES = [far for _, far in bands(1, 16)]


def put(spots, scales=SCALES, sizes=None):
    """Place marks at (x, y, first tick, last tick)."""
    names = [f"e{number}" for number in range(len(spots))]
    frame = gpd.GeoDataFrame(
        {"event": names, "kind": "incident", "precise": True, "is_main": True},
        geometry=gpd.points_from_xy([s[0] for s in spots], [s[1] for s in spots]),
    )
    spans = {name: tuple(s[2:]) for name, s in zip(names, spots, strict=True)}
    return place_marks(frame, spans, scales, sizes or {})


def nearest(marks, spans, scale):
    """Return the pixels between the two nearest marks that meet in time."""
    at = {}
    for mark, span in zip(marks, spans, strict=True):
        dx, dy = mark.shift(scale)
        at[mark] = (mark.x / scale + dx, mark.y / scale + dy, span)
    return min(
        (
            hypot(x - u, y - v)
            for (x, y, one), (u, v, other) in combinations(at.values(), 2)
            if one[0] <= other[1] and other[0] <= one[1]
        ),
        default=np.inf,
    )


spans = st.tuples(st.integers(0, 5), st.integers(0, 5)).map(sorted)
spots = st.tuples(st.integers(0, 300), st.integers(0, 300), spans).map(
    lambda s: (*s[:2], *s[2])
)


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(st.lists(spots, min_size=2, max_size=12, unique=True))
def test_at_no_scale_do_marks_cover_each_other(rows):
    marks = put(rows)
    for scale in np.geomspace(1, 16, 40):
        assert nearest(marks, [row[2:] for row in rows], scale) >= APART


def test_ten_incidents_within_30_km_stay_apart_on_a_phone(all_facts):
    spec = all_facts["border"].spec
    scale = phone_scale(spec)
    rng = np.random.default_rng(1)
    turn, far = rng.uniform(0, 2 * np.pi, 10), rng.uniform(0, 15 / spec.unit, 10)
    rows = [
        (3000 + r * np.cos(t), 3000 + r * np.sin(t), 0, 0)
        for t, r in zip(turn, far, strict=True)
    ]
    scales = [far for _, far in bands(spec.closest / spec.unit, scale)]
    marks = put(rows, scales)
    assert nearest(marks, [(0, 0)] * 10, scale) >= APART
    assert max(hypot(*mark.shift(scale)) for mark in marks) < 80


@pytest.mark.parametrize("name", ["almaty", "border", "membership"])
def test_the_signs_of_a_map_never_cover_each_other(all_facts, name):
    facts = all_facts[name]
    spec, spans = facts.spec, facts.spans
    events = [event for event in facts.events if event.id in spans]
    frame = spec.plane.to_drawing(join_events(events, facts.world.places))
    edges = spec.closest / spec.unit, phone_scale(spec)
    marks = place_marks(frame, spans, [far for _, far in bands(*edges)], {})
    held = [spans[mark.event] for mark in marks]
    for scale in np.geomspace(*edges, 25):
        assert nearest(marks, held, scale) >= APART


def test_marks_of_different_times_stand_at_the_same_place():
    marks = put([(10, 10, 0, 1), (10, 10, 2, 3)])
    assert [mark.shifts for mark in marks] == [((16, 0, 0),)] * 2


def test_an_earlier_event_stands_at_its_place_and_a_later_one_beside_it():
    first, later = put([(10, 10, 0, 1), (10, 10, 1, 1)])
    assert first.shift(4) == (0, 0)
    assert hypot(*later.shift(4)) == pytest.approx(16, abs=0.1)


def test_a_mark_returns_to_its_place_when_there_is_room():
    _, mark = put([(0, 0, 0, 0), (60, 0, 0, 0)])
    assert mark.shift(16) != (0, 0)
    assert mark.shift(1) == (0, 0)


def test_only_the_main_place_of_an_event_has_a_circle():
    frame = gpd.GeoDataFrame(
        {"event": "war", "kind": "incident", "precise": True, "is_main": [True, False]},
        geometry=[shapely.Point(0, 0), shapely.Point(100, 0)],
    )
    marks = place_marks(frame, {"war": (0, 0)}, SCALES, {"war": (1.0, 2.0)})
    assert [mark.size for mark in marks] == [(1.0, 2.0), None]
