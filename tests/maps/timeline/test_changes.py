import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.events.dates import Interval, contains, period
from csto_atlas.maps.timeline.changes import (
    NONE,
    append_change,
    phase,
    says_something,
    slice_states,
    state_at,
)
from csto_atlas.maps.timeline.ticks import Segment, make_ticks

FIRST, LAST = date(1990, 1, 1), date(2030, 1, 1)
TICKS = make_ticks([Segment("1992", "2026", "year")], date(2026, 3, 11))


@st.composite
def histories(draw):
    """States of one item: sorted, not overlapping, with or without gaps."""
    cuts = draw(st.lists(st.dates(FIRST, LAST), unique=True, max_size=12))
    cuts.sort()
    held = []
    for start, end in zip(cuts, [*cuts[1:], None], strict=False):
        if draw(st.booleans()):
            state = draw(st.sampled_from(["member", "party", "lapsed"]))
            held.append((Interval(start, end, False, False, "made"), state))
    return held


@given(histories())
def test_every_tick_equals_a_direct_query_of_the_intervals(held):
    changes = slice_states(held, TICKS)
    for index, tick in enumerate(TICKS):
        direct = [state for interval, state in held if contains(interval, tick.day)]
        assert state_at(changes, index) == (direct[0] if direct else NONE)


@given(histories())
def test_only_changes_are_kept(held):
    changes = slice_states(held, TICKS)
    assert changes[0][0] == 0
    assert all(a[1] != b[1] for a, b in itertools.pairwise(changes))


@given(histories(), st.integers(2, 40))
def test_more_ticks_without_changes_cost_nothing(held, more):
    last = max([interval.start for interval, _ in held], default=FIRST)
    start = max(last, date(2026, 3, 11)) + timedelta(days=1)
    if any(i.end and i.end > start for i, _ in held):
        return
    longer = make_ticks(
        [Segment("1992", str(start.year + more), "year")], start.replace(year=9000)
    )
    base = make_ticks(
        [Segment("1992", str(start.year + 1), "year")], start.replace(year=9000)
    )
    assert slice_states(held, longer) == slice_states(held, base)


@pytest.mark.parametrize("start", ["[..1994-05-15]", "../1994-05-15"])
def test_an_open_start_is_no_change(start):
    changes = slice_states([(period(start, "1996"), "member")], TICKS)
    assert changes == ((0, "member"), (4, NONE))


def test_a_status_that_ends_on_31_december_is_over_that_day():
    changes = slice_states([(period("1992-05-15", "1993-12-31"), "member")], TICKS)
    assert changes == ((0, "member"), (1, NONE))


def test_two_states_on_one_day_are_refused():
    held = [(period("1992"), "member"), (period("1999"), "lapsed")]
    with pytest.raises(ValueError, match="two states on 1999-12-31"):
        slice_states(held, TICKS)


@pytest.mark.parametrize(
    ("tick", "name"),
    [(2, "future"), (3, "now"), (4, "now"), (5, "now"), (6, "past")],
)
def test_an_event_is_now_from_its_first_tick_to_its_last(tick, name):
    assert phase((3, 5), tick) == name


def test_an_item_that_is_always_none_says_nothing():
    assert not says_something(((0, NONE),))
    assert says_something(((0, NONE), (2, "member"), (3, NONE)))
    assert says_something(((0, "member"),))


def test_a_value_is_added_only_if_it_is_another():
    changes = []
    for index, value in enumerate([0, 0, 2, 2, 0]):
        append_change(changes, index, value)
    assert changes == [(0, 0), (2, 2), (4, 0)]


@pytest.mark.parametrize(
    ("index", "state"), [(0, NONE), (2, NONE), (3, "member"), (4, "left"), (9, "left")]
)
def test_a_state_holds_from_its_tick_to_the_next_change(index, state):
    assert state_at(((0, NONE), (3, "member"), (4, "left")), index) == state
