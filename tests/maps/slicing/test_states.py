from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.events.dates import contains, parse
from csto_atlas.events.records import Line
from csto_atlas.maps.slicing.states import (
    OTHER,
    slice_held,
    slice_lines,
    slice_members,
    slice_terms,
)
from csto_atlas.maps.timeline.changes import NONE, state_at
from csto_atlas.maps.timeline.ticks import Segment, make_ticks
from tests.made.worlds import ORIGIN, both, make_membership, make_world
from tests.maps.timeline.test_changes import histories

YEARS = make_ticks([Segment("1992", "1996", "year")], date(1996, 6, 1))


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


def test_a_holder_whose_status_begins_later_is_another_until_then():
    rows = make_world().dataset.areas
    states = {"hill": ((0, NONE), (2, "member"))}
    assert slice_held(rows, states, YEARS) == {
        "valley": ((0, NONE), (1, OTHER), (2, "member"), (3, NONE))
    }


def test_areas_are_sliced_by_name_whatever_the_order_of_their_rows():
    valley = make_world().dataset.areas[0]
    later = valley.model_copy(update={"start": parse("1995-06-01"), "end": None})
    brook = valley.model_copy(update={"area": "brook"})
    found = slice_held([later, brook, valley], {}, YEARS)
    assert list(found) == ["brook", "valley"]
    assert found["valley"] == ((0, NONE), (1, OTHER))


@pytest.mark.parametrize("states", [{}, {"hill": ((0, NONE),)}])
def test_a_holder_without_status_is_another(states):
    rows = make_world().dataset.areas
    assert slice_held(rows, states, YEARS) == {
        "valley": ((0, NONE), (1, OTHER), (3, NONE))
    }


def test_a_line_is_drawn_while_it_holds():
    line = Line(
        origin=ORIGIN, line="front", start="1993", end="1995", certainty="high",
        name=both("Front"), sources=("daily",),
    )  # fmt: skip
    assert slice_lines([line], YEARS) == {"front": ((0, NONE), (1, "drawn"), (3, NONE))}


def test_other_organisations_are_not_mixed_in():
    rows = [make_membership("AAA", "member", "1992", organisation="pact")]
    assert slice_members(["club"], rows, YEARS) == {}
