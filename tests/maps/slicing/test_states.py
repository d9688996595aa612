from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.events.dates import contains
from csto_atlas.events.records import Line
from csto_atlas.maps.slicing.deployments import group_movements, slice_routes
from csto_atlas.maps.slicing.states import (
    OTHER,
    slice_held,
    slice_lines,
    slice_members,
    slice_terms,
)
from csto_atlas.maps.timeline.changes import NONE, state_at
from csto_atlas.maps.timeline.ticks import Segment, make_ticks
from tests.maps.timeline.test_changes import histories
from tests.maps.worlds import ORIGIN, both, make_membership, make_movement, make_world

YEARS = make_ticks([Segment("1992", "1996", "year")], date(1996, 6, 1))
DAYS = make_ticks([Segment("1993-01-01", "1993-01-08", "day")], date(1996, 6, 1))


@given(st.dictionaries(st.sampled_from("abc"), histories()))
def test_every_name_has_at_every_tick_the_state_that_its_rows_say(rows):
    flat = [(name, when, state) for name, held in rows.items() for when, state in held]
    ticks = make_ticks([Segment("1992", "2026", "year")], date(2026, 3, 11))
    sliced = slice_terms(reversed(flat), ticks)
    assert list(sliced) == sorted(name for name, held in rows.items() if held)
    for name, changes in sliced.items():
        for index, tick in enumerate(ticks):
            direct = [state for i, state in rows[name] if contains(i, tick.day)]
            assert state_at(changes, index) == (direct or [NONE])[0]


def test_an_organisation_without_rows_cannot_be_outlined():
    rows = make_world().dataset.memberships
    members = slice_members(["club", "nobody"], rows, YEARS)
    assert members == {"club": {"CCC": ((0, NONE), (3, "member"))}}


def test_an_area_has_the_status_of_whoever_holds_it():
    valley = make_world().dataset.areas[0]
    rows = [valley.model_copy(update={"controlled_by": "AAA"})]
    states = {"AAA": ((0, "member"), (2, "frozen"))}
    assert slice_held(rows, states, YEARS) == {
        "valley": ((0, NONE), (1, "member"), (2, "frozen"), (3, NONE))
    }


@pytest.mark.parametrize("states", [{}, {"hill": ((0, NONE),)}])
def test_a_holder_without_status_is_another(states):
    rows = make_world().dataset.areas
    assert slice_held(rows, states, YEARS) == {
        "valley": ((0, NONE), (1, OTHER), (3, NONE))
    }


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


def test_a_line_is_drawn_while_it_holds():
    line = Line(
        origin=ORIGIN, line="front", start="1993", end="1995", certainty="high",
        name=both("Front"), sources=("daily",),
    )  # fmt: skip
    assert slice_lines([line], YEARS) == {"front": ((0, NONE), (1, "drawn"), (3, NONE))}


def test_other_organisations_are_not_mixed_in():
    rows = [make_membership("AAA", "member", "1992", organisation="pact")]
    assert slice_members(["club"], rows, YEARS) == {}
