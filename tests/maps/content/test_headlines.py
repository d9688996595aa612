from csto_atlas.events.dates import parse
from csto_atlas.maps.content.headlines import (
    count_bound,
    leading_count,
    write_calendar,
    write_headline,
    write_headlines,
    write_summaries,
)
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.spec.selection import events_of
from csto_atlas.maps.timeline.changes import slice_states, state_at
from csto_atlas.maps.timeline.ticks import make_ticks, spans_of
from tests.made.worlds import COUNTRIES, both, make_spec, make_status, make_world

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
    lines = write_headlines(EVENTS, spans_of(EVENTS, TICKS), ["x"] * 5, ENGLISH)
    assert lines[0] == (0, "A pact is signed")
    assert write_headline(lines, 0, TICKS, ENGLISH) == "1992: A pact is signed"


def test_a_year_without_weight_says_what_it_is_given():
    fallbacks = [f"nothing {number}" for number in range(5)]
    first = EVENTS[:1]
    lines = write_headlines(first, spans_of(first, TICKS), fallbacks, ENGLISH)
    assert lines[1:] == (
        (1, "nothing 1"),
        (2, "nothing 2"),
        (3, "nothing 3"),
        (4, "nothing 4"),
    )


def told(*dated, goes_on=True):
    """Return the headline of every year, of events given by date, rank and text."""
    events = [
        EVENTS[0].model_copy(
            update={
                "id": text,
                "date": parse(when),
                "rank": rank,
                "headline": both(text),
            }
        )
        for when, rank, text in dated
    ]
    lines = write_headlines(
        events, spans_of(events, TICKS), ["-"] * 5, ENGLISH, goes_on=goes_on
    )
    return [state_at(lines, tick) for tick in range(5)]


def test_a_year_whose_event_has_no_headline_says_its_title():
    event = EVENTS[0].model_copy(update={"headline": None, "title": both("It met")})
    lines = write_headlines([event], spans_of([event], TICKS), ["-"] * 5, ENGLISH)
    assert lines[0] == (0, "It met")


def test_what_holds_after_an_event_is_told_until_another_says_what_does():
    events = [
        EVENTS[0].model_copy(update={"id": text, "date": parse(when), "holds": holds})
        for when, text, holds in (
            ("1992", "war", both("truce")),
            ("1993", "talks", None),
            ("1995", "treaty", both("peace")),
        )
    ]
    spans = spans_of(events, TICKS)
    lines = write_headlines(events, spans, ["-"] * 5, ENGLISH)
    told = [state_at(lines, tick) for tick in (2, 4)]
    assert told == ["truce", "peace"]


def test_an_event_that_lasts_is_told_again_while_nothing_else_begins():
    dated = [("1992/1996", 1, "siege"), ("1994", 3, "talks")]
    assert told(*dated) == ["siege", "siege", "talks", "siege", "siege"]
    assert told(*dated, goes_on=False) == ["siege", "-", "talks", "-", "-"]


def test_an_event_that_lasts_is_told_once_unless_told_to_go_on():
    events = [EVENTS[0].model_copy(update={"date": parse("1992/1994")})]
    lines = write_headlines(events, spans_of(events, TICKS), ["-"] * 5, ENGLISH)
    assert lines == ((0, "A pact is signed"), (1, "-"))


def test_an_event_is_not_told_after_its_last_year():
    assert told(("1993/1994", 1, "siege")) == ["-", "siege", "siege", "-", "-"]


def test_of_two_that_begin_together_the_weightier_is_told_and_then_the_first():
    dated = [("1993", 2, "talks"), ("1993", 1, "war"), ("1993", 1, "vote")]
    assert told(*dated)[1] == "war"


def test_of_two_that_last_the_weightier_is_told():
    dated = [("1992/1995", 2, "siege"), ("1993/1996", 1, "war")]
    assert told(*dated) == ["siege", "war", "war", "war", "war"]


def test_a_country_that_left_on_the_last_day_of_the_year_is_not_counted():
    assert count_bound(STATES, DATA.statuses, TICKS) == ((0, 1),)


def test_a_frozen_member_is_counted():
    assert leading_count({"member": 1, "frozen": 1}, DATA.statuses, ENGLISH) == (
        "two members"
    )


def test_the_counts_are_told_when_they_change():
    lines = write_summaries(STATES, DATA.statuses, TICKS, ENGLISH)
    assert lines == ((0, "One member"), (2, "One frozen"))


def test_the_calendar_lists_an_event_on_every_tick_it_touches():
    events = [event for event in EVENTS if event.id in spans_of(EVENTS, TICKS)]
    assert write_calendar(events, spans_of(events, TICKS), TICKS) == [
        [1],
        [],
        [],
        [2],
        [2],
    ]


FOUR = [
    make_status("lapsed", counts=False),
    make_status("member"),
    make_status("frozen"),
    make_status("left", counts=False),
]


def summary(*states, statuses=FOUR):
    """Return what is said of territories that are in these states all the time."""
    changes = [((0, state),) for state in states]
    ((first, line),) = write_summaries(changes, statuses, TICKS, ENGLISH)
    assert first == 0
    return line


def test_other_members_are_told_as_a_part_and_those_who_do_not_count_beside():
    held = ["member"] * 3 + ["frozen"] * 2 + ["lapsed"] * 2 + ["left", "none"]
    assert summary(*held) == (
        "Five members, including two frozens · two lapseds · one left"
    )
    assert summary("member", "lapsed") == "One member · one lapsed"


def test_the_count_has_the_name_of_what_most_are():
    assert (
        summary("member", "frozen", "frozen") == "Three frozens, including one member"
    )


def test_where_nobody_counts_that_is_said():
    assert summary("left", "none") == "No members · one left"
    assert summary("left", statuses=FOUR[:1] + FOUR[3:]) == "No members · one left"
