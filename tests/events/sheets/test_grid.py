"""Rows, wherever the header stands and whatever splits cells and lines."""

import pytest

from csto_atlas.events.sheets import grid

ROWS = [
    ("nato", "FRA", "member", "1949", ""),
    ("nato", "GRC", "member", "1952", "1975"),
]
TABLE = "Country,Joined,Until\nFrance,1949,\nGreece,1952,1974\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    ("before", "lines"),
    [
        ("", [2, 3]),
        ("Members of the alliance\n", [3, 4]),
        ("Members, as of 2024\nFrom the treaty; see below\n\n\n", [6, 7]),
        ('"A title\nof two lines"\n', [4, 5]),
    ],
)
def test_a_table_is_read_with_its_lines(folder, end, delimiter, before, lines) -> None:
    text = before + TABLE.replace(",", delimiter)
    read = folder.read(text.replace("\n", end))
    assert (read.rows, read.problems, read.warnings) == (ROWS, [], [])
    assert read.lines == lines


@pytest.mark.parametrize(
    "table",
    [
        "Country,Joined,Until,,\nFrance,1949,,,\nGreece,1952,1974,,\n",
        "Country,Joined,Until\nFrance,1949,,\nGreece,1952,1974,\n\n,,\n",
        " Country , Joined , Until \n France , 1949 ,\n Greece , 1952 , 1974 \n",
        '"Country","Joined","Until"\n"France","1949",""\n"Greece","1952","1974"\n',
        "Country;Joined;Until\nFrance;1949,0;\nGreece;1952,0;1974,0\n",
        ",Country,Joined,Until\n0,France,1949,\n1,Greece,1952,1974\n",
        TABLE.replace("Greece", "Country,Joined,Until\nGreece"),
    ],
)
def test_what_spreadsheets_add_does_no_harm(folder, table) -> None:
    read = folder.read(table)
    assert (read.rows, read.problems, read.warnings) == (ROWS, [], [])


HEADER = "Member,Accession,,Withdrawal,\n,Signed,In force,Notified,Effective\n"


def test_a_header_of_two_rows_is_one(folder) -> None:
    text = f"{HEADER}France,1949-04-04,1949-08-24,,\n"
    assert folder.read(text).problems == [
        "found.csv:1: more than one column for start: 'Accession / Signed' and "
        "'Accession / In force'; expected 'columns: {start: ...}' in dataset.yml, the "
        "rest as 'ignore'",
        "found.csv:1: more than one column for end: 'Withdrawal / Notified' and "
        "'Withdrawal / Effective'; expected 'columns: {end: ...}' in dataset.yml, the "
        "rest as 'ignore'",
    ]
    chosen = folder.read(
        text,
        columns='{start: "Accession / In force", end: "Withdrawal / Effective"}',
        ignore='["Accession / Signed", "Withdrawal / Notified"]',
    )
    assert chosen.rows == [("nato", "FRA", "member", "1949-08-24", "")]


def test_a_header_may_stand_there_in_two_languages(folder) -> None:
    read = folder.read("Country,Joined\nالدولة,تاريخ الانضمام\nFrance,1949\n")
    assert (len(read.rows), read.problems) == (1, [])


@pytest.mark.parametrize(
    "table",
    [
        "Land,von,bis\n#country+name,#date+start,#date+end\nFrance,1949,\n"
        "Greece,1952,1974\n",
        "Title\n\nLand,von,bis\n#country,#date+start,#date+end\nFrance,1949,\n"
        "Greece,1952,1974\n",
        "#country+name,#date+start,#date+end\nFrance,1949,\nGreece,1952,1974\n",
        "Country,Joined,Until\n#country,#date+start,\nFrance,1949,\nGreece,1952,1974\n",
    ],
)
def test_tags_on_the_second_line_name_the_columns(folder, table) -> None:
    read = folder.read(table)
    assert (read.rows, read.problems) == (ROWS, [])


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("Italy,1949", "cells in the row: 2"),
        ("Italy", "cells in the row: 1"),
        ("Italy,1949,,x", "cells in the row: 4"),
        ("Korea, South,1949,", "cells in the row: 4"),
    ],
)
def test_a_ragged_row_is_refused(folder, row, what) -> None:
    read = folder.read(f"{TABLE}{row}\n")
    assert read.rows == ROWS
    assert read.problems == [
        f"found.csv:4: {what}; "
        "expected 3, as in the header; quotes around a cell with a comma"
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "Mitglied,Beitritt\nFrance,1949\n",
            "found.csv:1: no column for the country among 'Mitglied', 'Beitritt'; "
            "expected a known name, or 'columns: {country: ..., start: ...}' in "
            "dataset.yml",
        ),
        (
            "A title\nCountry,Capital\nFrance,Paris\n",
            "found.csv:2: no column for when a membership began (nor years, nor "
            "organisations) among 'Country', 'Capital'; expected a known name, or "
            "'columns: {country: ..., start: ...}' in dataset.yml",
        ),
        (
            "ccode,year,member\n2,1949,1\n",
            "found.csv:1: 'ccode' has the codes of the Correlates of War project; "
            "expected ISO 3166 codes or names of countries",
        ),
        (
            "Country,Joined\nMali,1960\nFrance,1949\nCountry,Left\nMali,1970\n",
            None,
        ),
        (
            "Mitglied,Ende\nFrance,1949\n\nCountry,Joined\nMali,1960\n",
            "found.csv:2: a row of a country above the header; "
            "expected rows below the header (line 4); one table in a sheet",
        ),
        (
            'Country,Joined\nFrance,"1949\nMali,1960\n',
            "found.csv:2: a quotation mark that is never closed; "
            "expected its closing one",
        ),
        (
            'Country,Joined\n"Fra"nce,1949\n',
            "found.csv:2: a quotation mark inside a quoted cell; expected it doubled",
        ),
        ("|", "found.csv:1: nothing but empty cells; expected rows of a table"),
        (",,\n,\n", "found.csv:1: nothing but empty cells; expected rows of a table"),
        (
            "Country,Joined\n",
            "found.csv:1: no membership below the header; expected at least one row",
        ),
        (
            f"Country,Joined\nFrance,{'9' * 200_000}\n",
            "found.csv:2: a cell of more than 131072 signs; "
            "expected short cells, and every quotation mark closed",
        ),
    ],
)
def test_a_table_that_cannot_be_told_is_refused(folder, text, problem) -> None:
    read = folder.read(text)
    if problem is None:  # the second table has other columns: its header is a row
        assert "found.csv:4: unknown country 'Country'" in read.problems[0]
    else:
        assert read.problems == [problem]


def test_a_sheet_of_too_many_rows_is_refused(folder, monkeypatch) -> None:
    monkeypatch.setattr(grid, "MOST_ROWS", 3)
    assert folder.read(TABLE + "Italy,1949,\nSpain,1982,\n").problems == [
        "found.csv:4: more than 3 rows; expected a smaller sheet"
    ]
