import numpy as np
import pytest
import shapely

from csto_atlas.maps.labels.leaders import (
    give_way,
    lead_all,
    make_crowd,
)
from csto_atlas.maps.labels.model import Label

EVERYWHERE = shapely.box(-1e4, -1e4, 1e4, 1e4)
NO_MARKS = np.empty((0, 2))
BELOW, ABOVE = (0, 22), (0, -22)  # the nearest spots; of two that cost the same, below


def start(code="AAA", x=0.0, y=0.0, half=(20, 3), nearest=1.0, farthest=1.6):
    return Label(code, code, x, y, half, nearest, farthest)


def lead(*starts, others=(), marks=NO_MARKS, home=EVERYWHERE, **countries):
    own = {one.code: shapely.Point(one.x, one.y).buffer(1) for one in starts}
    crowd = make_crowd({**own, **countries})
    return lead_all(starts, others, crowd, np.array(marks), home)


def test_alone_a_text_takes_the_nearest_spot():
    (found,) = lead(start())
    assert found.offset == BELOW
    assert (found.nearest, found.farthest) == (1, 1.6)


@pytest.mark.parametrize(
    "obstacle",
    [
        {"marks": [(0, 25.0)]},
        {"home": shapely.box(-200, -200, 200, 38)},
        {"BBB": shapely.box(-90, 15, 90, 60)},
        {"AAA": shapely.box(-12, -9, 12, 60)},
        {"BBB": shapely.box(-60, 3, 60, 17)},
        {"others": [Label("X", "X", -60, 8, (5, 2), 0, 9, offset=(120, 0))]},
        {"others": [Label("X", "X", 0, 30, (5, 4), 0, 9)]},
    ],
    ids=[
        "a mark", "the edge of the view", "a neighbour", "the country itself",
        "a line over a neighbour", "a line over a line", "another text",
    ],
)  # fmt: skip
def test_a_text_keeps_off(obstacle):
    (found,) = lead(start(), **obstacle)
    assert found.offset == ABOVE


def test_a_text_farther_than_an_obstacle_costs_counts_less_than_the_obstacle():
    # Above and below lies a neighbour; to the sides the way is longer, but free.
    around = shapely.box(-15, -300, 15, 300).difference(shapely.box(-20, -9, 20, 9))
    (found,) = lead(start(half=(5, 3)), BBB=around)
    assert abs(found.offset[0]) > abs(found.offset[1])


def test_a_label_of_the_same_country_is_no_obstacle():
    own = Label("AAA", "AAA", 0, 25, (20, 8), 0, 9)
    (found,) = lead(start(), others=[own])
    assert found.offset == BELOW


def test_a_label_at_other_scales_is_no_obstacle():
    far = Label("X", "X", 0, 30, (20, 8), 1.7, 9)
    (found,) = lead(start(), others=[far])
    assert found.offset == BELOW


def test_a_text_for_which_every_spot_is_taken_is_left_out():
    taken = Label("X", "X", 0, 0, (500, 500), 0, 9)
    assert lead(start(), others=[taken]) == []


def test_a_text_is_shown_only_as_far_as_it_lies_in_the_view():
    home = shapely.box(-26, -27, 26, 27)
    (found,) = lead(start(), home=home)
    assert found.farthest < 1.6
    assert home.contains(shapely.box(*found.box(found.farthest)))
    assert lead(start(), home=shapely.box(-5, -5, 5, 5)) == []


def test_who_finds_no_spot_chooses_first_the_next_time():
    # In the given order and in the next one a text is left over; in a third all stand.
    places = np.random.default_rng(16).integers(-40, 40, (7, 2)).astype(float)
    starts = [start(f"C{n}", *at, half=(28, 9)) for n, at in enumerate(places)]
    found = lead(*starts, home=shapely.box(-140, -75, 140, 75))
    assert len(found) == len(starts)


def test_texts_of_one_view_never_touch():
    starts = [start(f"C{n}", 25 * (n % 4), 25 * (n // 4)) for n in range(12)]
    found = lead(*starts)
    assert len(found) == 12
    for scale in np.geomspace(1.001, 1.6, 12):
        boxes = [shapely.box(*label.box(scale)) for label in found]
        pairs = shapely.STRtree(boxes).query(boxes, predicate="intersects")
        assert pairs.shape[1] == len(boxes)


def test_a_crowd_has_all_countries_and_for_each_the_others():
    one, two = shapely.box(0, 0, 90, 90), shapely.box(100, 0, 190, 90)
    crowd = make_crowd({"AAA": one, "BBB": two})
    anyone, others = crowd.meet("AAA", np.array([one, two, one.union(two)]))
    assert anyone.tolist() == [True, True, True]
    assert others.tolist() == [False, True, True]
    nowhere = shapely.box(500, 500, 501, 501)
    assert [found.tolist() for found in crowd.meet("BBB", np.array([nowhere]))] == [
        [False],
        [False],
    ]


INSIDE = Label("AAA", "AAA", 0, 0, (20, 8), 0, 8)


def test_a_label_that_no_leader_meets_stays_as_it_is():
    leader = Label("B", "B", 500, 0, (5, 5), 0, 8, offset=(10, 10))
    assert give_way(INSIDE, [leader], 1) == INSIDE
    assert give_way(INSIDE, [], 1) == INSIDE


@pytest.mark.parametrize(
    "leader",
    [
        Label("B", "B", 100, 0, (5, 5), 0, 8, offset=(0, 40)),
        Label("B", "B", 60, 90, (5, 5), 0, 8, offset=(0, -20)),
    ],
    ids=["its line", "its text"],
)
def test_a_label_shows_only_from_as_near_as_no_leader_meets_it(leader):
    found = give_way(INSIDE, [leader], 1)
    assert 1 <= found.farthest < 8
    for scale in np.geomspace(1.001, found.farthest, 20):
        box = shapely.box(*INSIDE.box(scale))
        assert not box.intersects(shapely.LineString(leader.line(scale)))
        assert not box.intersects(shapely.box(*leader.box(scale)))
    closer = found.farthest * 1.13
    lead_there = shapely.LineString(leader.line(closer)).union(
        shapely.box(*leader.box(closer))
    )
    assert shapely.box(*INSIDE.box(closer)).buffer(1.5 * closer).intersects(lead_there)


def test_a_label_in_the_way_at_every_scale_is_left_out():
    leader = Label("B", "B", 0, 0, (5, 5), 0, 8, offset=(10, 0))
    assert give_way(INSIDE, [leader], 1) is None
