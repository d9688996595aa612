import pytest

from csto_atlas.maps.slicing.events import default_tick, events_of, spans_of
from tests.maps.worlds import make_event, make_spec, make_ticks_of, make_world

DATA = make_world().dataset
YEARS = make_ticks_of("1992", "1996", "year")


def shown(*events, **changes):
    data = DATA.model_copy(update={"events": events})
    return [event.id for event in events_of(make_spec(**changes), data)]


def test_a_map_shows_its_own_events_of_enough_weight():
    events = [
        make_event("light", rank=3),
        make_event("enough", rank=2),
        make_event("elsewhere", maps=("border",)),
    ]
    assert shown(*events) == ["enough"]
    assert shown(*events, least_rank=3) == ["enough", "light"]


def test_events_stand_by_their_last_day_then_by_weight_then_by_name():
    events = [
        make_event("year", date="1993"),
        make_event("late", date="1993-06-01"),
        make_event("b", date="1993-05-05"),
        make_event("a", date="1993-05-05"),
        make_event("weighty", date="1993-05-05", rank=1),
    ]
    assert shown(*events) == ["weighty", "a", "b", "late", "year"]


def test_an_event_without_an_end_stands_last():
    events = [make_event("open", date="1993/.."), make_event("late", date="1996")]
    assert shown(*events) == ["late", "open"]


def test_the_event_that_only_gives_figures_of_the_border_is_not_shown():
    border = {"codes": ["AAA", "BBB"], "parts": {}, "figures": "lengths"}
    events = [make_event("lengths"), make_event("clash")]
    assert shown(*events, border=border) == ["clash"]
    assert shown(*events) == ["clash", "lengths"]


@pytest.mark.parametrize(("default", "index"), [("last", 4), ("1992", 0), ("1994", 2)])
def test_a_page_opens_on_the_tick_that_its_spec_names(default, index):
    assert default_tick(make_spec(default=default), YEARS) == index


def test_a_tick_that_the_timeline_has_not_is_an_error():
    with pytest.raises(ValueError, match="1999"):
        default_tick(make_spec(default="1999"), YEARS)


def test_events_have_their_first_and_last_tick_and_those_outside_have_none():
    events = [
        make_event("long", date="1993/1995"),
        make_event("short", date="1992-05-15"),
        make_event("before", date="1991"),
    ]
    assert spans_of(events, YEARS) == {"long": (1, 3), "short": (0, 0)}
