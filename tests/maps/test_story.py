from maps.slices import slice_states
from maps.story import bound, calendar, headlines, leading_count, spans_of, summaries
from maps.texts import Texts
from maps.timeline import make_ticks
from maps.world import events_of
from tests.maps.worlds import COUNTRIES, make_spec, make_world

SPEC, DATA = make_spec(), make_world("A pact is signed").dataset
TICKS = make_ticks(SPEC.timeline, DATA.meta.as_of)
ENGLISH = Texts("en", COUNTRIES)
EVENTS = events_of(SPEC, DATA)
STATES = [
    slice_states(
        [
            (m.period, m.status)
            for m in DATA.memberships
            if m.code == code and m.organisation == "pact"
        ],
        TICKS,
    )
    for code in COUNTRIES
]


def test_the_first_event_of_weight_is_the_headline_of_its_year():
    lines = headlines(EVENTS, spans_of(EVENTS, TICKS), ["x"] * 5, TICKS, ENGLISH)
    assert lines[0] == (0, "1992: A pact is signed")


def test_a_year_without_weight_says_how_many_there_are():
    counts = ["one member"] * 5
    lines = headlines(EVENTS, spans_of(EVENTS, TICKS), counts, TICKS, ENGLISH)
    assert lines[1] == (1, "1993: one member, no change")


def test_a_country_that_left_on_the_last_day_of_the_year_is_not_counted():
    assert bound(STATES, DATA.statuses, TICKS) == ((0, 1),)


def test_a_frozen_member_is_counted():
    assert leading_count({"member": 1, "frozen": 1}, DATA.statuses, ENGLISH) == (
        "two members"
    )


def test_the_counts_are_told_when_they_change():
    lines = summaries(STATES, DATA.statuses, TICKS, ENGLISH)
    assert lines == ((0, "One member"), (2, "One frozen"))


def test_the_calendar_lists_an_event_on_every_tick_it_touches():
    events = [event for event in EVENTS if event.id in spans_of(EVENTS, TICKS)]
    assert calendar(events, spans_of(events, TICKS), TICKS) == [[1], [], [], [2], [2]]
