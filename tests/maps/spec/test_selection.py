"""What a spec chooses of a data set."""

import pytest

from csto_atlas.maps.spec.selection import default_tick, events_of, members_of
from tests.made.worlds import (
    both,
    make_event,
    make_spec,
    make_ticks_of,
    make_world,
)

DATA = make_world().dataset
BORDER = {"codes": ["AAA", "BBB"], "parts": {"main": both("Main")}, "figures": "signed"}


def ids(spec, *events):
    data = DATA.model_copy(update={"events": events or DATA.events})
    return [event.id for event in events_of(spec, data)]


def test_a_map_is_about_those_with_a_status_that_it_draws():
    assert members_of(make_spec(), DATA) == ["AAA", "BBB"]
    without = {"frozen": {"colour": "strong", "pattern": "hatch"}}
    assert members_of(make_spec(states=without), DATA) == ["AAA"]


def test_a_map_is_about_the_states_it_speaks_of():
    assert members_of(make_spec(speaks_of=["CCC"]), DATA) == ["AAA", "BBB", "CCC"]


def test_a_map_shows_its_own_events():
    assert ids(make_spec()) == ["signed", "met"]
    assert ids(make_spec(id="border")) == ["elsewhere"]


def test_the_event_of_the_border_s_figures_is_left_out():
    assert ids(make_spec(border=BORDER)) == ["met"]


def test_events_too_light_for_a_map_are_left_out():
    assert ids(make_spec(least_rank=1)) == ["signed"]


def test_events_of_a_day_come_before_those_of_its_year():
    dated = {"year": "1993", "day": "1993-12-31", "open": "1992/..", "month": "1993-02"}
    events = [make_event(name, date=when) for name, when in dated.items()]
    assert ids(make_spec(), *events) == ["month", "day", "year", "open"]


def test_an_unknown_default_tick_is_refused():
    with pytest.raises(ValueError, match="1990"):
        default_tick(make_spec(default="1990"), make_ticks_of("1992", "1993", "year"))


def test_events_stand_by_their_last_day_then_by_weight_then_by_name():
    events = [
        make_event("year", date="1993"),
        make_event("late", date="1993-06-01"),
        make_event("b", date="1993-05-05"),
        make_event("a", date="1993-05-05"),
        make_event("weighty", date="1993-05-05", rank=1),
    ]
    assert ids(make_spec(), *events) == ["weighty", "a", "b", "late", "year"]


@pytest.mark.parametrize(("default", "index"), [("last", 4), ("1992", 0), ("1994", 2)])
def test_a_page_opens_on_the_tick_that_its_spec_names(default, index):
    assert (
        default_tick(make_spec(default=default), make_ticks_of("1992", "1996", "year"))
        == index
    )
