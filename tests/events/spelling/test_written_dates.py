"""Dates as people write them become EDTF."""

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.events.spelling.months import read_month_in_words
from csto_atlas.events.spelling.written_dates import find_order, read_date

DAYS = st.dates(date(1800, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("1949", "1949"),
        ("1949.0", "1949"),
        ("1949-08", "1949-08"),
        ("1949-08-24", "1949-08-24"),
        ("1949-08-24 00:00:00", "1949-08-24"),
        ("1949-08-24T00:00:00Z", "1949-08-24"),
        ("1949/8/24", "1949-08-24"),
        ("1949.08.24", "1949-08-24"),
        ("24/08/1949", "1949-08-24"),
        ("24.8.1949", "1949-08-24"),
        ("٢٤/٠٨/١٩٤٩", "1949-08-24"),
        ("1949-08~", "1949-08~"),
        ("1949?", "1949?"),
        ("1996-23/1998-22", "1996-23/1998-22"),
        ("24 August 1949", "1949-08-24"),
        ("August 24, 1949", "1949-08-24"),
        ("Aug. 1949", "1949-08"),
        ("24 августа 1949 г.", "1949-08-24"),
        ("24 août 1949", "1949-08-24"),
        ("1er janvier 1958", "1958-01-01"),
        ("24 أغسطس 1949", "1949-08-24"),
        ("٢٤ آب ١٩٤٩", "1949-08-24"),
        ("1949[b]", "1949"),
        ("1949²", "1949"),
        ("24-Aug-1949", "1949-08-24"),
        ("24/Aug/1949", "1949-08-24"),
        ("Aug-1949", "1949-08"),
        ("1949-Aug-24", "1949-08-24"),
        ("24 авг. 1949", "1949-08-24"),
        ("24-août-1949", "1949-08-24"),
        ("24.08.1949 г.", "1949-08-24"),
        ("١٩٤٩ م", "1949"),
        ("24 آب/أغسطس 1949", "1949-08-24"),
        ("24 أغسطس/آب 1949", "1949-08-24"),
        ("٢٤ آب (أغسطس) ١٩٤٩", "1949-08-24"),
        ("كانون الثاني/يناير 1949", "1949-01"),
        ("1949-08-24 10:30", "1949-08-24"),
        ("1949 (founder)", "1949"),
        ("c. 1949", "1949~"),
        ("[..1949-08-24]", "[..1949-08-24]"),
    ],
)
def test_a_date_is_read(cell, edtf) -> None:
    assert read_date(cell, "day-first") == edtf


def test_month_first_dates_are_read_so() -> None:
    assert read_date("08/24/1949", "month-first") == "1949-08-24"


@pytest.mark.parametrize(
    "cell",
    [
        *("", "-", "x", "49", "24/08/49", "18134", "1949-13", "31/04/1999", "0000-00"),
        *("24 Augst 1949", "31 June 1999", "24 August", "1" * 10**6, "1949-1950", "²"),
    ],
)
def test_what_is_no_date_is_refused(cell) -> None:
    with pytest.raises(ValueError, match=r"bad date .*; expected a year, a date"):
        read_date(cell, "day-first")


@pytest.mark.parametrize(
    ("cell", "guess"),
    [
        ("24-Aug-49", "two digits"),
        ("24/08/49", "two digits"),
        ("24 آب/يوليو 1949", "two months"),
        ("18134", "day 18134 of a spreadsheet is 1949-08-24"),
        ("1949-08-23T22:00:00.000Z", "time zone"),
        ("1949-08-23 23:00:00", "time zone"),
    ],
)
def test_a_date_that_is_refused_is_said_to_be_what_it_looks_like(cell, guess) -> None:
    with pytest.raises(ValueError, match=rf"bad date .* \(.*{guess}.*\); expected"):
        read_date(cell, "day-first")


@pytest.mark.parametrize("cell", ["1949 (left 1966)", "1949 (66)x", "24 آب/X 1949"])
def test_a_remark_with_a_figure_is_no_mere_remark(cell) -> None:
    with pytest.raises(ValueError, match="bad date"):
        read_date(cell, None)


@given(DAYS)
def test_a_day_is_the_same_in_every_writing(day) -> None:
    assert read_date(f"{day.day}/{day.month}/{day.year}", "day-first") == str(day)
    assert read_date(f"{day.month}/{day.day}/{day.year}", "month-first") == str(day)
    assert read_date(f"{day:%Y/%m/%d}", None) == str(day)


@given(DAYS, st.sampled_from(["en", "ar", "ar_SY", "ru", "fr"]))
def test_a_day_in_words_is_read_in_every_language(day, locale) -> None:
    words = format_date(day, "d MMMM y", locale=locale)
    assert read_date(words, None) == str(day)


def test_words_that_are_no_month_are_left() -> None:
    assert read_month_in_words("24 Brumaire 1799") is None


@pytest.mark.parametrize(
    ("cells", "order", "doubtful"),
    [
        (["24/08/1949", "01/02/1950"], "day-first", ()),
        (["01/02/1950", "08/24/1949"], "month-first", ()),
        (["13.01.1950"], "day-first", ()),
        (["1949", "1949-08-24"], None, ()),
        (["05/05/1955"], None, ()),
        (["01/02/1950", "1949"], None, ("01/02/1950",)),
        (
            ["01/02/1950", "24/08/1949", "08/24/1949"],
            None,
            ("24/08/1949", "08/24/1949"),
        ),
    ],
)
def test_a_day_above_twelve_decides(cells, order, doubtful) -> None:
    assert find_order(cells) == (order, doubtful)
