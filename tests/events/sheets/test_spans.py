"""Dates and ends of sheets as EDTF."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.events.dates import parse
from csto_atlas.events.sheets.spans import (
    Span,
    after,
    is_still,
    read_end,
    read_periods,
)

DAYS = st.dates(date(1800, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "cell",
    [
        *("", "9999", "9999-12-31", "9999-12-31 00:00:00", "31/12/9999", "٩٩٩٩"),
        *("present", "Present", "now", "ongoing", "current", "-", "–", "NA", "n/a"),
        *("حتى الآن", "الآن", "حتى الان", "по настоящее время", "н.в.", "по н. в."),
        *("à ce jour", "A ce jour", "à présent", "still"),
    ],
)
def test_an_end_that_has_not_come_is_open(cell) -> None:
    assert is_still(cell)
    assert read_end(cell, None, "last") is read_end(cell, None, "left") is None


@pytest.mark.parametrize("cell", ["2004", "?", "unknown", "0", "1", "soon"])
def test_another_end_is_not_open(cell) -> None:
    assert not is_still(cell)


@pytest.mark.parametrize(
    ("cell", "last", "left"),
    [
        ("1999", "2000", "1999"),
        ("1999~", "2000~", "1999~"),
        ("1999-12", "2000-01", "1999-12"),
        ("1999-12-31", "2000-01-01", "1999-12-31"),
        ("31/12/1999", "2000-01-01", "1999-12-31"),
        ("1999-04-20?", "1999-04-21?", "1999-04-20?"),
        ("1999-23", "1999-12", "1999-23"),
    ],
)
def test_an_end_is_the_last_time_or_the_first_without(cell, last, left) -> None:
    assert read_end(cell, "day-first", "last") == last
    assert read_end(cell, "day-first", "left") == left


@given(DAYS, st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_after_a_date_nothing_of_it_is_left(day, form) -> None:
    text = day.strftime(form)
    assert parse(after(text)).start == parse(text).end
    assert len(after(text)) == len(text)


@given(DAYS)
def test_the_day_after_is_a_day_later(day) -> None:
    assert after(f"{day}~") == f"{day + timedelta(days=1)}~"


@pytest.mark.parametrize(
    ("cell", "spans"),
    [
        ("1949", [("1949", None)]),
        ("24 August 1949", [("1949-08-24", None)]),
        ("2004-06", [("2004-06", None)]),
        ("1949–", [("1949", None)]),
        ("1949-present", [("1949", None)]),
        ("1949 to 1966", [("1949", "1967")]),
        ("1949–1966, 2009–present", [("1949", "1967"), ("2009", None)]),
        ("١٩٤٩–١٩٦٦؛ ٢٠٠٩–الآن", [("1949", "1967"), ("2009", None)]),
        ("1999/2004", [("1999", "2005")]),
        ("1999?–2004~", [("1999?", "2005~")]),
    ],
)
def test_a_cell_can_hold_a_period_or_several(cell, spans) -> None:
    assert read_periods(cell, None, "last") == [Span(*span) for span in spans]


def test_a_period_can_end_in_the_year_of_leaving() -> None:
    assert read_periods("1949–1966", None, "left") == [Span("1949", "1966")]


@pytest.mark.parametrize(
    ("cell", "short", "span"),
    [
        ("1949-66", "doubt", ("1949", "1967")),
        ("1999–04", "doubt", ("1999", "2005")),
        ("1999-04", "years", ("1999", "2005")),
        ("1999-04", "months", ("1999-04", None)),
    ],
)
def test_the_second_year_of_a_span_may_be_short(cell, short, span) -> None:
    assert read_periods(cell, None, "last", short=short) == [Span(*span)]


def test_a_month_that_may_be_a_span_is_refused_with_both_readings() -> None:
    with pytest.raises(ValueError, match="a month or the years to 2004; expected"):
        read_periods("1999-04", None, "last", short="doubt")


@pytest.mark.parametrize("cell", ["", "1949–x", "1949, soon", "x"])
def test_what_is_no_period_is_refused(cell) -> None:
    with pytest.raises(ValueError, match="bad date"):
        read_periods(cell, None, "last")
