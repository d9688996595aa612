"""Tables that say year by year who belonged."""

import pytest

WIDE = "Country,2022,2023,2024,2025,2026\n"


def test_years_that_follow_each_other_are_one_membership(folder) -> None:
    read = folder.read(
        f"{WIDE}France,1,1,1,1,1\nGreece,x,,x,x,\nItaly,Observer,observer,member,0,1\n"
        "Spain,,no,-,0,\nMalta,нет,да,yes,✓,TRUE\n"
    )
    assert (read.problems, read.warnings) == ([], [])
    assert read.rows == [
        ("nato", "FRA", "member", "2022", ""),
        ("nato", "GRC", "member", "2022", "2023"),
        ("nato", "GRC", "member", "2024", "2026"),
        ("nato", "ITA", "observer", "2022", "2024"),
        ("nato", "ITA", "member", "2024", "2025"),
        ("nato", "ITA", "member", "2026", ""),
        ("nato", "MLT", "member", "2023", ""),
    ]
    assert read.lines == [2, 3, 3, 4, 4, 4, 6]


@pytest.mark.parametrize("form", ["y{}", "X{}", "{}.0", " {} "])
def test_years_may_have_a_letter(folder, form) -> None:
    header = ",".join(form.format(year) for year in range(2024, 2027))
    read = folder.read(f"country,{header}\nFrance,,1,1\n")
    assert (read.rows, read.problems) == (
        [("nato", "FRA", "member", "2025", "")],
        [],
    )


def test_the_order_of_the_columns_is_no_matter(folder) -> None:
    read = folder.read("Country,2026,2025,2024\nFrance,1,1,0\n")
    assert read.rows == [("nato", "FRA", "member", "2025", "")]


def test_a_word_of_a_cell_that_nobody_knows_is_refused_once(folder) -> None:
    read = folder.read(f"{WIDE}France,1,2,2,2,1\nGreece,2,1,1,1,1\n")
    assert read.problems == [
        "found.csv:2: unknown status '2' (and in 3 more rows); expected a status, "
        "or 'statuses: {\"2\": ...}' in dataset.yml ('none' for none)"
    ]
    read = folder.read(
        f"{WIDE}France,1,2,2,-9,1\n", statuses='{"2": observer, "-9": none}'
    )
    assert read.problems == []
    assert [row[2:] for row in read.rows] == [
        ("member", "2022", "2023"),
        ("observer", "2023", "2025"),
        ("member", "2026", ""),
    ]


@pytest.mark.parametrize(
    ("after", "ends"), [("open", ["", "2021"]), ("closed", ["2023", "2021"])]
)
def test_a_table_that_stops_early_must_say_what_came_after(folder, after, ends) -> None:
    text = "Country,2020,2021,2022\nFrance,1,1,1\nGreece,1,0,0\nItaly,0,0,1\n"
    assert folder.read(text).problems == [
        "found.csv:2: the sheet stops at 2022, and the data set speaks of 2026 (and in "
        "1 more row); expected in dataset.yml 'after: open' if memberships went on, "
        "'after: closed' if they ended with the sheet"
    ]
    read = folder.read(text, after=after)
    assert read.problems == []
    assert [row[4] for row in read.rows[:2]] == ends


def test_a_table_that_jumps_over_years_is_refused(folder) -> None:
    read = folder.read("Country,1990,1995,2000,2002,2026\nFrance,1,1,1,1,1\n")
    assert read.problems == [
        "found.csv:2: the sheet says nothing of 1991 to 1994; "
        "expected every year, or a row for each membership",
        "found.csv:2: the sheet says nothing of 1996 to 1999; "
        "expected every year, or a row for each membership",
        "found.csv:2: the sheet says nothing of 2001; "
        "expected every year, or a row for each membership",
        "found.csv:2: the sheet says nothing of 2003 to 2025; "
        "expected every year, or a row for each membership",
    ]


def test_a_wide_table_can_have_a_column_of_organisations(folder) -> None:
    read = folder.read("Country,Org,2025,2026\nFrance,NATO,1,1\nFrance,EU,,1\n")
    assert read.rows == [
        ("nato", "FRA", "member", "2025", ""),
        ("eu", "FRA", "member", "2026", ""),
    ]


def test_a_row_for_each_country_and_year_is_read(folder) -> None:
    read = folder.read(
        "code,year,member\nFRA,2023,0\nFRA,2024,1\nFRA,2025,1\nGRC,2023,1\nGRC,2024,1\n"
        "GRC,2025,0\nGRC,2026,1\nFRA,2026,1\nITA,2023,0\n"
    )
    assert (read.problems, read.warnings) == ([], [])
    assert read.rows == [
        ("nato", "FRA", "member", "2024", ""),
        ("nato", "GRC", "member", "2023", "2025"),
        ("nato", "GRC", "member", "2026", ""),
    ]
    assert read.lines == [3, 5, 8]


def test_without_a_status_every_row_is_a_year_of_membership(folder) -> None:
    read = folder.read(
        "Country,Year,Organization\nFrance,2024,NATO\nFrance,2025,NATO\n"
        "France,2026,NATO\nFrance,2025,EU\nMalta,2024,EU\n"
    )
    assert read.problems == []
    assert read.rows == [
        ("nato", "FRA", "member", "2024", ""),
        ("eu", "FRA", "member", "2025", "2026"),
        ("eu", "MLT", "member", "2024", "2025"),
    ]


def test_a_year_alone_may_be_that_of_joining_so_dataset_yml_must_say(folder) -> None:
    text = "Country,Year\nFrance,2025\nGreece,2026\n"
    assert folder.read(text).problems == [
        "found.csv:2: every country has one year only; expected in dataset.yml "
        "'columns: {start: ...}' if it is the year of joining, 'columns: {year: ...}' "
        "if it is a year of membership"
    ]
    assert [row[3:] for row in folder.read(text, columns="{start: Year}").rows] == [
        ("2025", ""),
        ("2026", ""),
    ]
    assert [row[3:] for row in folder.read(text, columns="{year: Year}").rows] == [
        ("2025", "2026"),
        ("2026", ""),
    ]


def test_two_statuses_in_one_year_are_refused(folder) -> None:
    read = folder.read(
        "Country,Year,Status\nFrance,2025,member\nFrance,2025,observer\n"
        "France,2026,member\n"
    )
    assert read.problems == [
        "found.csv:3: FRA is 'observer' in 2025, and 'member' on line 2; "
        "expected one status in a year, or a row for each with its dates"
    ]


def test_a_bad_year_is_refused(folder) -> None:
    read = folder.read(
        "Country,Year,Member\nFrance,2025,1\nFrance,26,1\nFrance,,1\nFrance,2026.0,1\n"
    )
    assert read.problems == [
        "found.csv:3: bad year '26'; expected a year such as 1949",
        "found.csv:4: bad year ''; expected a year such as 1949",
    ]


def test_a_row_for_a_year_can_have_a_column_for_each_organisation(folder) -> None:
    read = folder.read(
        "statenme,year,NATO,EU,AALCO\nFrance,2024,1,0,\nFrance,2025,1,1,0\n"
        "Malta,2024,0,1,0\nMalta,2025,0,-9,\n",
        statuses='{"-9": none}',
        ignore="[AALCO]",
        after="open",
    )
    assert (read.problems, read.warnings) == ([], [])
    assert read.rows == [
        ("nato", "FRA", "member", "2024", ""),
        ("eu", "FRA", "member", "2025", ""),
        ("eu", "MLT", "member", "2024", "2025"),
    ]
