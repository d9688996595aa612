import itertools
from datetime import date

import pytest

from csto_atlas.events.dates import parse
from csto_atlas.maps.timeline.ticks import Segment, make_ticks, span, spans_of
from tests.made.worlds import make_event, make_ticks_of

AS_OF = date(2026, 3, 11)
YEARS = make_ticks([Segment("1992", "2026", "year")], AS_OF)


def test_a_year_stands_for_its_last_day():
    assert YEARS[0].id == "1992"
    assert YEARS[0].day == date(1992, 12, 31)


def test_the_last_year_ends_where_the_data_end():
    assert (YEARS[-1].id, YEARS[-1].day) == ("2026", AS_OF)


def test_years_months_and_days_follow_each_other():
    ticks = make_ticks(
        [
            Segment("2018", "2019", "year"),
            Segment("2020-01", "2020-03", "month"),
            Segment("2020-04-01", "2020-04-02", "day"),
        ],
        AS_OF,
    )
    assert [tick.id for tick in ticks] == [
        "2018", "2019", "2020-01", "2020-02", "2020-03", "2020-04-01", "2020-04-02",
    ]  # fmt: skip
    assert [tick.day.day for tick in ticks] == [31, 31, 31, 29, 31, 1, 2]


def test_ticks_leave_no_day_between_them():
    assert all(a.end == b.start for a, b in itertools.pairwise(YEARS))


@pytest.mark.parametrize(
    ("segments", "what"),
    [
        ([Segment("2020", "2019", "year")], "ends before it starts"),
        ([Segment("2020", "2020", "month")], "is not a month"),
        (
            [Segment("2019", "2020", "year"), Segment("2020-06", "2020-07", "month")],
            "overlap",
        ),
    ],
)
def test_a_wrong_segment_is_refused(segments, what):
    with pytest.raises(ValueError, match=what):
        make_ticks(segments, AS_OF)


def test_an_event_belongs_to_every_tick_it_touches():
    assert span(YEARS, parse("1996-23/1998-22")) == (4, 6)
    assert span(YEARS, parse("2012-06-28")) == (20, 20)


def test_an_event_outside_the_timeline_belongs_to_no_tick():
    assert span(YEARS, parse("1991-12-21")) is None


def test_events_have_their_first_and_last_tick_and_those_outside_have_none():
    events = [
        make_event("long", date="1993/1995"),
        make_event("short", date="1992-05-15"),
        make_event("before", date="1991"),
    ]
    assert spans_of(events, make_ticks_of("1992", "1996", "year")) == {
        "long": (1, 3),
        "short": (0, 0),
    }
