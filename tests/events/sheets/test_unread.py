"""A column that changes the map is read, or stops the build."""

import pytest


@pytest.mark.parametrize(
    "name",
    ["Left (effective)", '"Left\n(effective)"', "Left[1]", "Left / الانسحاب", "Left²"],
)
def test_a_name_is_known_without_what_stands_around_it(folder, name) -> None:
    read = folder.read(f"Country,Joined,{name}\nGreece,1952,1974\n")
    assert read.problems == read.warnings == []
    assert read.rows == [("nato", "GRC", "member", "1952", "1974")]


def test_a_column_of_dates_that_is_not_read_stops_the_build(folder) -> None:
    text = "Country,Joined,Withdrwal\nFrance,1949,\nGreece,1952,14-Aug-1974\n"
    assert folder.read(text).problems == [
        "found.csv:1: the column 'Withdrwal' has dates, and is not read; expected in "
        "dataset.yml 'columns: {end: ...}' or what else it holds, or 'ignore: [...]'"
    ]
    assert folder.read(text, ignore="[Withdrwal]").problems == []


def test_a_column_of_other_countries_that_is_not_read_stops_the_build(folder) -> None:
    read = folder.read("Country,Joined,Partner\nFrance,1949,Egypt\nItaly,1949,Togo\n")
    assert "the column 'Partner' has countries" in read.problems[0]


@pytest.mark.parametrize("cell", ["France", "Paris", "No", "12", "4 bn"])
def test_other_columns_are_only_worth_a_warning(folder, cell) -> None:
    read = folder.read(f"Country,Joined,Remark\nFrance,1949,{cell}\n")
    assert (read.problems, len(read.warnings)) == ([], 1)
