from csto_atlas.maps.slicing.deployments import group_movements, slice_routes
from csto_atlas.maps.timeline.changes import NONE, state_at
from tests.made.worlds import make_movement, make_ticks_of

DAYS = make_ticks_of("1993-01-01", "1993-01-08")


def test_movements_along_one_way_are_put_together():
    one, again = make_movement("one"), make_movement("again", when="1993-01-05")
    home = make_movement("home", direction="home")
    around = make_movement("around", via=("pass",))
    assert group_movements([one, home, around, again]) == {
        "one": [one, again],
        "home": [home],
        "around": [around],
    }


CONTINGENT = {
    "AAA": (
        (0, NONE),
        (1, "preparing"),
        (2, "arriving"),
        (4, "deployed"),
        (5, "leaving"),
        (7, "gone"),
    )
}


def states_of(*movements, contingents=CONTINGENT):
    (changes,) = slice_routes(movements, contingents, DAYS).values()
    return [state_at(changes, index) for index in range(len(DAYS))]


def test_a_way_out_is_planned_travelled_and_gone_when_the_contingent_leaves():
    assert states_of(make_movement("out", when="1993-01-03/1993-01-04")) == [
        NONE, "planned", "moving", "moving", "done", NONE, NONE, NONE,
    ]  # fmt: skip


def test_between_two_movements_along_a_way_it_is_done():
    ways = [make_movement(when, when=when) for when in ("1993-01-03", "1993-01-05")]
    assert states_of(*ways)[1:6] == ["planned", "moving", "done", "moving", NONE]


def test_a_way_home_is_not_planned_and_stays():
    way = make_movement("home", direction="home", when="1993-01-06")
    assert states_of(way) == [*[NONE] * 5, "moving", "done", "done"]


def test_a_way_of_a_contingent_without_states_is_moving_and_done():
    way = make_movement("out", when="1993-01-03")
    assert states_of(way, contingents={}) == [NONE, NONE, "moving", *["done"] * 5]


def test_a_way_outside_the_timeline_is_not_drawn():
    assert slice_routes([make_movement("x", when="1999")], CONTINGENT, DAYS) == {}


def test_a_way_is_one_of_a_contingent_a_direction_and_a_means():
    rows = [
        make_movement("one"),
        make_movement("two", contingent="BBB"),
        make_movement("road", mode="road"),
    ]
    assert list(group_movements(rows)) == ["one", "two", "road"]


def test_a_way_out_is_not_drawn_before_its_contingent_prepares():
    way = make_movement("out", when="1993-01-05")
    contingents = {"AAA": ((0, NONE), (2, "preparing"), (4, "arriving"))}
    assert states_of(way, contingents=contingents) == [
        NONE, NONE, "planned", "planned", "moving", "done", "done", "done",
    ]  # fmt: skip


def test_after_those_who_left_are_gone_the_way_out_stays_away():
    way = make_movement("out", when="1993-01-02")
    contingents = {"AAA": ((0, "preparing"), (1, "arriving"), (3, "gone"))}
    assert states_of(way, contingents=contingents) == [
        "planned", "moving", "done", *[NONE] * 5,
    ]  # fmt: skip


def test_ways_home_with_aircraft_of_their_own_are_told_apart():
    rows = [
        make_movement(name, direction="home", when=day, aircraft=number)
        for name, day, number in (("four", "1993-01-13", 4), ("more", "1993-01-15", 18))
    ]
    assert list(group_movements(rows)) == ["four", "more"]
