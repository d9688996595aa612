"""Rows that are no memberships: said, never dropped in silence."""

import pytest

TABLE = "Country,Joined,Until\nFrance,1949,\nGreece,1952,1974\n"


@pytest.mark.parametrize(
    "name",
    [
        *("Total", "World", "EU-27", "All members", "Average", "Africa"),
        *("المجموع", "الإجمالي", "العالم", "Итого", "Всего:", "Ensemble", "Monde"),
    ],
)
@pytest.mark.parametrize("cells", [",30,", ",", "", ",1949,2020", ",1,2,3,4"])
def test_a_row_of_many_countries_is_left_out_and_said(folder, name, cells) -> None:
    read = folder.read(f"{TABLE}{name}{cells}\n")
    assert [row[1] for row in read.rows] == ["FRA", "GRC"]
    assert read.problems == []
    assert read.warnings == [
        f"found.csv:4: the row '{name}' is of no single country and was left out; "
        "expected rows of countries"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Source: the depositary, 2024, Washington",
        "Note: dates are those of deposit",
        "* Withdrew from the military structure",
        "المصدر: جهة الإيداع",
        "Источник: депозитарий",
        "Remarque : dates de dépôt",
        "The dates are those on which the instruments were deposited.",
    ],
)
def test_a_remark_below_the_table_is_left_out_and_said(folder, line) -> None:
    read = folder.read(f"{TABLE}\n{line}\n")
    assert [row[1] for row in read.rows] == ["FRA", "GRC"]
    assert read.problems == []
    first = line.partition(",")[0]
    shown = first if len(first) <= 60 else f"{first[:57]}..."
    assert read.warnings == [
        f"found.csv:5: the line '{shown}' was left out; "
        "expected remarks in dataset.yml rather than in the sheet"
    ]


def test_a_heading_among_the_rows_is_not_taken_for_a_remark(folder) -> None:
    assert folder.read(f"{TABLE}Founding members,,\nItaly,1949,\n").problems == [
        "found.csv:4: unknown country 'Founding members'; "
        "expected a name or an ISO 3166 code"
    ]


def test_the_same_row_twice_is_read_once_and_said(folder) -> None:
    read = folder.read(f"{TABLE}France,1949,\nFrance,1949,\n")
    assert (len(read.rows), read.problems) == (2, [])
    assert read.warnings == [
        "found.csv:4: the row is that of line 2 again and was left out "
        "(and in 1 more row); expected each row once"
    ]


def test_columns_that_nothing_reads_are_said_unless_ignored(folder) -> None:
    text = "Country,Joined,Capital,Withdrwal\nFrance,1949,Paris,\n"
    assert folder.read(text).warnings == [
        "found.csv:1: columns that are not read: 'Capital', 'Withdrwal'; "
        "expected names that tell what they hold, 'columns:' or 'ignore:'"
    ]
    assert folder.read(text, ignore="[capital, Withdrwal]").warnings == []


def test_unknown_and_ambiguous_countries_come_with_candidates(folder) -> None:
    read = folder.read(
        "Country,Joined\nFrnace,1949\nKorea,1950\nGeorgia (US),1951\nFrnace,1952\n"
    )
    assert read.rows == []
    assert read.problems == [
        "found.csv:2: unknown country 'Frnace' (and in 1 more row); "
        "expected a name or an ISO 3166 code (nearest: FRA (France))",
        "found.csv:3: ambiguous country 'Korea'; "
        "expected one of KOR (South Korea), PRK (North Korea)",
        "found.csv:4: unknown country 'Georgia (US)'; "
        "expected a name or an ISO 3166 code (nearest: GEO (Georgia))",
    ]


def test_a_row_without_a_country_is_refused(folder) -> None:
    assert folder.read(f"{TABLE},1999,\n").problems == [
        "found.csv:4: a row without a country; expected its name or code, or in "
        "dataset.yml 'fill: down' (merged cells)"
    ]


def test_merged_cells_are_filled_down_where_the_author_says_so(folder) -> None:
    read = folder.read(f"{TABLE},1999,\n", fill="down")
    assert (read.problems, read.rows[-1][1]) == ([], read.rows[-2][1])


def test_a_sheet_can_say_what_its_names_mean(folder) -> None:
    text = "Country,Joined\nCzechoslovakia,1955\nEast Germany,1956\nSoviet Union,1955\n"
    assert folder.read(text).problems[1] == (
        "found.csv:3: 'East Germany' is no territory of today; expected in dataset.yml "
        "'countries: {East Germany: ...}' with some of DEU (Germany), or none"
    )
    said = "{Czechoslovakia: [CZE, SVK], East Germany: none, Soviet Union: RUS}"
    read = folder.read(text, countries=said)
    assert [row[1] for row in read.rows] == ["CZE", "SVK", "RUS"]
    assert read.problems == []
    assert "unknown code 'XXX'" in folder.read(text, countries="{a: XXX}").problems[0]


def test_footnotes_below_a_table_are_no_rows(folder) -> None:
    read = folder.read(f"{TABLE}[1] then Upper Volta,,\n2) suspended,,\n")
    assert (read.problems, len(read.warnings)) == ([], 2)


def test_code_and_name_must_agree(folder) -> None:
    read = folder.read(
        "iso3,Country,Joined\nFRA,France,1949\nGRC,Turkey,1952\n,Italy,1949\n"
        "PRK,Korea,1950\nXKX,Republika,2008\n"
    )
    assert [row[1] for row in read.rows] == ["FRA", "ITA", "PRK", "XKX"]
    assert read.problems == [
        "found.csv:3: 'GRC' and 'Turkey' are two countries; "
        "expected one country in a row"
    ]
