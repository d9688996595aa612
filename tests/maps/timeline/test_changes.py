import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.events.dates import Interval, contains, period
from csto_atlas.maps.timeline.changes import NONE, slice_states, state_at
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
    slices = slice_states(held, TICKS)
    for index, tick in enumerate(TICKS):
        direct = [state for interval, state in held if contains(interval, tick.day)]
        assert state_at(slices, index) == (direct[0] if direct else NONE)


@given(histories())
def test_only_changes_are_kept(held):
    slices = slice_states(held, TICKS)
    assert slices[0][0] == 0
    assert all(a[1] != b[1] for a, b in itertools.pairwise(slices))


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
    slices = slice_states([(period(start, "1996"), "member")], TICKS)
    assert slices == ((0, "member"), (4, NONE))


def test_a_status_that_ends_on_31_december_is_over_that_day():
    slices = slice_states([(period("1992-05-15", "1993-12-31"), "member")], TICKS)
    assert slices == ((0, "member"), (1, NONE))


def test_two_states_on_one_day_are_refused():
    held = [(period("1992"), "member"), (period("1999"), "lapsed")]
    with pytest.raises(ValueError, match="two states on 1999-12-31"):
        slice_states(held, TICKS)
