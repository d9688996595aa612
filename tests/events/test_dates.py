"""Dates: the forms that are read, and the laws that intervals obey."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.events.dates import (
    Interval,
    _from_library,
    _from_plain,
    contains,
    is_open,
    overlaps,
    parse,
    period,
)

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
marks = st.sampled_from(["", "?", "~", "%"])
cuts = st.sampled_from([4, 7, 10])


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start = draw(st.dates(date(1992, 1, 1), date(1992, 3, 1)))
    length = draw(st.none() | st.integers(1, 40))
    end = None if length is None else start + timedelta(days=length)
    return Interval(start, end, False, False, "made")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1992", "1992-01-01", "1993-01-01"),
        ("1991-12", "1991-12-01", "1992-01-01"),
        ("1992-02-29", "1992-02-29", "1992-03-01"),
        ("2020-09-27/2020-11-10", "2020-09-27", "2020-11-11"),
        ("1996-23/1998-22", "1996-09-01", "1998-09-01"),
        ("2021-21", "2021-03-01", "2021-06-01"),
        ("2021-24", "2021-12-01", "2022-01-01"),
        ("199X", "1990-01-01", "2000-01-01"),
        ("{2021-05-01,2021-06-02}", "2021-05-01", "2021-06-03"),
        ("[2021-05-01,2021-06-02]", "2021-05-01", "2021-06-03"),
        ("2021-08-15T10:00:00Z", "2021-08-15", "2021-08-16"),
        ("../1991", "0001-01-01", "1992-01-01"),
    ],
)
def test_an_edtf_text_covers_these_days(text: str, start: str, end: str) -> None:
    interval = parse(text)
    assert (interval.start, interval.end) == tuple(
        map(date.fromisoformat, (start, end))
    )


@pytest.mark.parametrize("text", ["[..1992-05-15]", "../1992-05-15", "/1992-05-15"])
def test_a_period_with_an_open_start_is_open_to_the_past(text: str) -> None:
    term = period(text, "1994-04-20")
    assert is_open(term) and not is_open(period("1992-05-15"))
    assert contains(term, date.min) and contains(term, date(1994, 4, 19))
    assert not contains(term, date(1994, 4, 20))


@pytest.mark.parametrize("text", ["1991/..", "1991/", "[1991..]"])
def test_an_open_or_unknown_end_is_no_end(text: str) -> None:
    assert parse(text).end is None


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2021-08-15", False, False),
        ("2021-08-15~", True, False),
        ("2022-01-06?", False, True),
        ("2022-01-06%", True, True),
        ("2021-?07", False, True),
        ("2020-09~/2020-11?", True, True),
        ("[1992,1993]", False, True),
        ("{1992~,1993}", True, False),
        ("1991/", False, True),
        ("1991/..", False, False),
    ],
)
def test_marks_become_flags(text: str, approximate: bool, uncertain: bool) -> None:
    interval = parse(text)
    assert (interval.approximate, interval.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "15 May 1992",
        "1992-13",
        "2021-02-29",
        "0000",
        "9999-12-31",
        "Y20000",
        "1992-05-15 or so",
        "1992..1995",
        "/",
        "../..",
        "1991/1992/1993",
        "2021-07-1X",
        "1999-1XX",
        "١٩٩٢",
    ],
)
def test_a_bad_date_is_refused_by_name(text: str) -> None:
    with pytest.raises(
        ValueError, match=r"bad date '.*'; expected an EDTF date such as"
    ):
        parse(text)


def test_an_interval_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(
        ValueError, match="'2021-07-15/2021-07-01' ends before it begins"
    ):
        parse("2021-07-15/2021-07-01")


def test_a_wrong_date_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError):
        parse("1999-X1X")
    assert capsys.readouterr() == ("", "")


@given(days, cuts, marks)
def test_the_plain_reading_is_that_of_the_library(
    day: date, cut: int, mark: str
) -> None:
    text = day.isoformat()[:cut] + mark
    assert _from_plain(text) == _from_library(text)


@given(st.text("0129-/.,X?~%[]{}YEST^", max_size=12))
def test_any_text_is_an_interval_or_a_value_error(text: str) -> None:
    try:
        interval = parse(text)
    except ValueError:
        return
    assert interval.end is None or interval.start < interval.end


@given(days)
def test_a_day_is_not_an_empty_interval(day: date) -> None:
    interval = parse(day.isoformat())
    assert interval.end is not None
    assert interval.end - interval.start == timedelta(days=1)


@given(days, cuts, days)
def test_an_interval_contains_a_day_if_it_is_in_range(
    day: date, cut: int, other: date
) -> None:
    interval = parse(day.isoformat()[:cut])
    assert interval.end is not None
    assert contains(interval, other) == (interval.start <= other < interval.end)


@given(intervals(), intervals())
def test_intervals_overlap_if_they_share_a_day(one: Interval, other: Interval) -> None:
    around = [date(1992, 1, 1) + timedelta(days=n) for n in range(200)]
    shared = any(contains(one, day) and contains(other, day) for day in around)
    assert overlaps(one, other) == overlaps(other, one) == shared


@given(st.lists(days, min_size=3, max_size=3, unique=True), days)
def test_adjacent_periods_share_no_day_and_leave_none_out(
    ends: list[date], day: date
) -> None:
    first, middle, last = (end.isoformat() for end in sorted(ends))
    before, after = period(first, middle), period(middle, last)
    assert not overlaps(before, after)
    assert contains(period(first, last), day) == (
        contains(before, day) != contains(after, day)
    )


@given(days, days)
def test_a_period_without_an_end_never_ends(start: date, day: date) -> None:
    assert contains(period(start.isoformat()), day) == (start <= day)


def test_a_period_runs_from_first_day_to_first_day() -> None:
    months = period("1994-04", "1999-04~")
    assert (months.start, months.end) == (date(1994, 4, 1), date(1999, 4, 1))
    assert months.approximate
    assert not months.uncertain


def test_a_period_of_no_day_is_refused() -> None:
    with pytest.raises(ValueError, match="expected an end after 1999-04-20"):
        period("1999-04-20", "1999-04")
