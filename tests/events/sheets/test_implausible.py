"""Dates that cannot be meant are refused, with what they look like."""

import pytest

RIGHT = "'calendar: gregorian' in dataset.yml if they are right"


def test_years_that_became_days_of_1905_are_refused(folder) -> None:
    read = folder.read(
        "Country,Joined\nFrance,1905-05-02\nItaly,04/06/1905\n", dates="day-first"
    )
    assert read.problems == [
        "found.csv:2: '1905-05-02' is day 1949 of a spreadsheet; "
        f"expected the year 1949 if that is meant, or {RIGHT}",
        "found.csv:3: '04/06/1905' is day 1982 of a spreadsheet; "
        f"expected the year 1982 if that is meant, or {RIGHT}",
    ]


def test_days_of_1905_among_others_are_warned_of(folder) -> None:
    read = folder.read("Country,Joined\nFrance,1905-05-02\nItaly,1949-04-04\n")
    assert read.problems == []
    assert len(read.warnings) == 1


def test_the_author_may_say_that_days_of_1905_are_meant(folder) -> None:
    read = folder.read("Country,Joined\nFrance,1905-06-07\n", calendar="gregorian")
    assert (len(read.rows), read.problems, read.warnings) == (1, [], [])


@pytest.mark.parametrize("cell", ["1899-12-30", "1900-01-00"])
def test_an_empty_cell_that_became_a_day_is_refused(folder, cell) -> None:
    read = folder.read(f"Country,Joined,Until\nFrance,1949,{cell}\n")
    assert f"'{cell}' is day 0 of a spreadsheet" in read.problems[0]


@pytest.mark.parametrize(
    ("cell", "guess"),
    [
        ("1401", "Hijri: 1980; Persian: 2022"),
        ("١٤٠١", "Hijri: 1980; Persian: 2022"),
        ("1401-07-21", "Hijri: 1980; Persian: 2022"),
        ("2510", "Buddhist: 1967"),
    ],
)
def test_years_of_other_calendars_are_refused(folder, cell, guess) -> None:
    read = folder.read(f"Country,Joined\nFrance,{cell}\n")
    assert read.problems[0] == (
        f"found.csv:2: '{cell}' is no year of the Gregorian calendar ({guess}); "
        f"expected Gregorian dates, or {RIGHT}"
    )


def test_columns_of_years_of_another_calendar_are_refused(folder) -> None:
    read = folder.read("الدولة,1401,1402\nفرنسا,1,1\n", after="open")
    assert "'1401' is no year of the Gregorian calendar" in read.problems[0]
