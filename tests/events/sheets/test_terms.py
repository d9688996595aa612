"""Tables with dates: a row, or a column of an organisation, for each membership."""

import pytest


def test_one_country_can_have_several_rows(folder) -> None:
    read = folder.read(
        "Country,From,To\nGreece,1952-02-18,1974-08-13\nGreece,1980-10-20,present\n"
    )
    assert read.problems == []
    assert read.rows == [
        ("nato", "GRC", "member", "1952-02-18", "1974-08-14"),
        ("nato", "GRC", "member", "1980-10-20", ""),
    ]


@pytest.mark.parametrize(
    ("header", "end", "options", "expected"),
    [
        ("Until", "1974", {}, "1975"),
        ("Left", "1974", {}, "1974"),
        ("Until", "1974-08", {}, "1974-09"),
        ("Left", "1974-08", {}, "1974-08"),
        ("Until", "1974-08-14", {}, "1974-08-15"),
        ("Left", "1974-08-14", {}, "1974-08-14"),
        ("Until", "1974", {"ends": "left"}, "1974"),
        ("Left", "1974", {"ends": "last"}, "1975"),
        ("Left", "н.в.", {}, ""),
        ("Until", "9999", {"ends": "left"}, ""),
    ],
)
def test_an_end_means_what_its_column_or_dataset_yml_says(
    folder, header, end, options, expected
) -> None:
    read = folder.read(f"Country,Joined,{header}\nGreece,1952,{end}\n", **options)
    assert read.problems == []
    assert read.rows == [("nato", "GRC", "member", "1952", expected)]


def test_leaving_in_the_year_of_joining_is_refused_and_so_is_leaving_before(
    folder,
) -> None:
    read = folder.read("Country,Joined,Left\nGreece,1952,1952\nItaly,1952,1951\n")
    assert read.problems == [
        "found.csv:2: end '1952' is not after start '1952'; "
        "expected an end after 1952-01-01",
        "found.csv:3: end '1951' is not after start '1952'; "
        "expected an end after 1952-01-01",
    ]


def test_rows_that_overlap_are_refused_with_their_lines(folder) -> None:
    read = folder.read("Country,Joined,Until\nGreece,1952,1975\nGreece,1974,\n")
    assert read.problems == [
        "found.csv:3: GRC in nato is 'member' from 1974 while 'member' at found.csv:2; "
        "expected the earlier row to end by 1974"
    ]


def test_everything_wrong_with_a_row_is_said(folder) -> None:
    read = folder.read(
        "Country,Organisation,Status,Joined,Until\n"
        "France,NATO,member,soon,later\n"
        "Italy,NTAO,membr,1949,\n"
        "Spain,NATO,member,,\n"
    )
    bad = "expected a year, a date such as 1949-08-24 or 24.08.1949, or an EDTF date"
    assert read.rows == []
    assert [problem[: len(bad) + 40] for problem in read.problems] == [
        text[: len(bad) + 40]
        for text in (
            f"found.csv:2: bad date 'soon'; {bad} such as 1949-08~",
            f"found.csv:2: bad date 'later'; {bad} such as 1949-08~",
            "found.csv:3: unknown organisation 'NTAO'; expected one of "
            "organisations.yml (nearest: 'nato'), or its id (or 'none') under "
            "'organisations:' in dataset.yml",
            "found.csv:3: unknown status 'membr'; expected a status (nearest: "
            "'member'), or 'statuses: {\"membr\": ...}' in dataset.yml ('none' for "
            "none)",
            f"found.csv:4: a row without start; {bad} such as 1949-08~",
        )
    ]


@pytest.mark.parametrize(
    ("word", "status"),
    [
        *(("member", "member"), ("Observer", "observer"), ("عضو", "member")),
        *(("مراقب", "observer"), ("1", "member"), ("x", "member"), ("", "member")),
        *(("Full member", "member"), ("obs.", "observer"), ("yes", "member")),
        *(("0", None), ("no", None), ("applicant", None), ("нет", None)),
    ],
)
def test_a_status_is_an_id_a_label_a_mark_or_a_word_of_dataset_yml(
    folder, word, status
) -> None:
    read = folder.read(
        f"Country,Joined,Status\nFrance,1949,\nItaly,1950,{word}\n",
        statuses="{full member: member, Obs: observer, Applicant: none}",
    )
    assert read.problems == []
    assert [row[2] for row in read.rows if row[1] == "ITA"] == [status] * bool(status)


def test_an_organisation_is_an_id_a_name_or_a_word_of_dataset_yml(folder) -> None:
    read = folder.read(
        "Country,Alliance,Joined\nFrance,nato,1949\nItaly,European Union,1958\n"
        "Spain,الناتو,1982\nMalta,E.U.,2004\nMalta,Commonwealth,1964\nNorway,,1949\n",
        organisations="{Commonwealth: none, the E.U.: eu}",
    )
    assert read.problems == []
    assert [(row[1], row[0]) for row in read.rows] == [
        *(("FRA", "nato"), ("ITA", "eu"), ("ESP", "nato"), ("MLT", "eu")),
        ("NOR", "nato"),
    ]


def test_a_column_of_an_organisation_holds_dates_or_periods(folder) -> None:
    read = folder.read(
        "Country,NATO,European Union,Commonwealth\n"
        "France,1949-08-24,1958,no\nNorway,1949,,\n"
        'United Kingdom,24/08/1949,1973–2019,-\nGreece,"1952–1973, 1980–",-,\n',
        ignore="[Commonwealth]",
    )
    assert (read.problems, read.warnings) == ([], [])
    assert read.rows == [
        ("nato", "FRA", "member", "1949-08-24", ""),
        ("eu", "FRA", "member", "1958", ""),
        ("nato", "NOR", "member", "1949", ""),
        ("nato", "GBR", "member", "1949-08-24", ""),
        ("eu", "GBR", "member", "1973", "2020"),
        ("nato", "GRC", "member", "1952", "1974"),
        ("nato", "GRC", "member", "1980", ""),
    ]


def test_a_mark_instead_of_a_date_is_refused(folder) -> None:
    read = folder.read("Country,NATO,EU\nFrance,x,1958\n")
    assert read.rows == [("eu", "FRA", "member", "1958", "")]
    assert read.problems[0].startswith("found.csv:2: bad date 'x'; expected a year")


def test_a_word_can_name_the_column_of_an_organisation(folder) -> None:
    read = folder.read(
        "Country,Atlantic pact\nFrance,1949\n",
        organisations="{Atlantic pact: nato}",
        organisation="eu",
    )
    assert read.rows == [("nato", "FRA", "member", "1949", "")]


def test_a_period_has_a_column_of_its_own(folder) -> None:
    read = folder.read("Country,Years\nFrance,1949–\nGreece,1952–1973; 1980–present\n")
    assert read.problems == []
    assert [row[3:] for row in read.rows] == [
        *(("1949", ""), ("1952", "1974"), ("1980", ""))
    ]


@pytest.mark.parametrize(
    ("dates", "options", "days"),
    [
        (["04/03/1949", "24/08/1949"], {}, ["1949-03-04", "1949-08-24"]),
        (["04/03/1949", "08/24/1949"], {}, ["1949-04-03", "1949-08-24"]),
        (["04.03.1949", "24.08.1949"], {}, ["1949-03-04", "1949-08-24"]),
        (["04/03/1949", "1949"], {"dates": "day-first"}, ["1949-03-04", "1949"]),
        (["04/03/1949", "1949"], {"dates": "month-first"}, ["1949-04-03", "1949"]),
        (["05/05/1949", "1949"], {}, ["1949-05-05", "1949"]),
    ],
)
def test_a_day_above_twelve_or_dataset_yml_tells_days_from_months(
    folder, dates, options, days
) -> None:
    read = folder.read(
        f"Country,Joined\nFrance,{dates[0]}\nItaly,{dates[1]}\n", **options
    )
    assert (read.problems, [row[3] for row in read.rows]) == ([], days)


@pytest.mark.parametrize("second", ["1949", "05/06/1949"])
def test_dates_that_nothing_decides_are_refused(folder, second) -> None:
    read = folder.read(f"Country,Joined\nFrance,04/03/1949\nItaly,{second}\n")
    assert read.rows == []
    assert read.problems == [
        "found.csv:2: '04/03/1949' may be two dates, and no other shows which; "
        "expected dates such as 1949-03-04, or in dataset.yml 'dates: day-first' or "
        "'dates: month-first'"
    ]


def test_dates_that_contradict_each_other_are_refused(folder) -> None:
    read = folder.read("Country,Joined\nFrance,24/08/1949\nItaly,08/24/1949\n")
    assert read.problems == [
        "found.csv:2: '24/08/1949' (line 2) has the day first, '08/24/1949' (line 3) "
        "the month; expected dates such as 1949-03-04, or in dataset.yml 'dates: "
        "day-first' or 'dates: month-first'"
    ]
    read = folder.read(
        "Country,Joined\nFrance,24/08/1949\nItaly,08/24/1949\n", dates="day-first"
    )
    assert read.problems[0].startswith("found.csv:3: bad date '08/24/1949'")


def test_one_country_has_not_hundreds_of_periods(folder) -> None:
    rows = "".join(f"France,{1600 + 2 * n},{1600 + 2 * n}\n" for n in range(150))
    read = folder.read(f"Country,Joined,Until\n{rows}")
    assert len(read.rows) == 100
    assert read.problems == [
        "found.csv:102: FRA has more than 100 periods in nato (and in 49 more rows); "
        "expected a row for each membership"
    ]
