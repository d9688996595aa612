"""CSV as spreadsheets and people save it."""

from pathlib import Path

import pytest

from csto_atlas.events.errors import DataError
from csto_atlas.events.files import tables
from csto_atlas.events.files.items import Items
from csto_atlas.events.files.tables import Columns, read_table

COLUMNS = Columns(plain=("code", "sources"), texts=("note",))
PLAIN = 'code,note_en,note_ar,sources\nNO,"one, two",واحد,a b\nRU,,,c\n'


@pytest.fixture
def table(tmp_path: Path):
    path = tmp_path / "t.csv"

    def read(content: str | bytes) -> Items:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_table(path, COLUMNS)

    return read


def said(table, content: str | bytes) -> list[str]:
    try:
        problems = table(content).problems
    except DataError as error:
        problems = error.problems
    return [str(problem).rpartition("/")[2] for problem in problems]


def test_texts_are_gathered_by_language_and_empty_cells_left_out(table) -> None:
    first, second = table(PLAIN).items
    assert first.fields == {
        "code": "NO",
        "note": {"en": "one, two", "ar": "واحد"},
        "sources": "a b",
    }
    assert second.fields == {"code": "RU", "sources": "c"}
    assert [item.origin.line for item in (first, second)] == [2, 3]


def test_names_beside_codes_are_allowed_and_not_read(tmp_path) -> None:
    columns = Columns(plain=("code",), texts=("note",), names={"code": "country"})
    path = tmp_path / "t.csv"
    path.write_text("code,country_en,country_ar,note_en\nNO,Norway,,x\n")
    (item,) = read_table(path, columns).items
    assert item.fields == {"code": "NO", "note": {"en": "x"}}
    path.write_text("code,country\nNO,Norway\n")
    with pytest.raises(DataError, match="unknown column 'country'"):
        read_table(path, columns)


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode("utf-8-sig"),
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        PLAIN.removesuffix("\n"),
        PLAIN + "\n\n,,,\n",
        PLAIN.replace("\n", ",,\n"),
        PLAIN.replace("code,", " code ,").replace("NO,", "NO  ,"),
        PLAIN.replace(",", ";").replace("one; two", "one, two"),
        PLAIN.replace(",", "\t").replace("one\t two", "one, two"),
    ],
)
def test_a_table_in_any_dress_has_the_same_rows(table, content) -> None:
    assert table(content) == table(PLAIN)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_break_in_quotes_counts_as_a_line(table, end: str) -> None:
    text = 'code,note_en,sources\nA,"one\ntwo\nthree",x\n\nB,"",y\n'
    found = table(text.replace("\n", end))
    assert [item.origin.line for item in found.items] == [2, 6]
    assert found.items[0].fields["note"]["en"].split() == ["one", "two", "three"]


def test_hostile_cells_are_text(table) -> None:
    text = """{{ 7*7 }}</script><img onerror=x>'\u202eabc\u202c=1+1"""
    found = table(f'code,note_en,sources\nA,"{text}",x\n')
    assert found.items[0].fields["note"]["en"] == text


def test_a_missing_column_is_named_with_all_other_faults_of_the_header(table) -> None:
    assert said(table, "code,code,source,,x_y,note_en\n1,2,3,4,5,6\n") == [
        "t.csv:1: column 'code' twice; expected each column once",
        "t.csv:1: unknown column 'source'; "
        "expected a column of this table (nearest: 'sources')",
        "t.csv:1: column 4 without a name; expected a name",
        "t.csv:1: unknown column 'x_y'; expected a column of this table",
        "t.csv:1: no column 'sources'; expected the columns code, sources",
    ]


def test_a_ragged_row_is_reported_and_the_others_are_read(table) -> None:
    found = table("code,sources\nA,b,c\nD\nE,f\n")
    assert [item.fields["code"] for item in found.items] == ["E"]
    assert found.lost == {"A", "b", "c", "D"}
    assert said(table, "code,sources\nA,b,c\nD\nE,f\n") == [
        "t.csv:2: cells in the row: 3; expected 2, as in the header",
        "t.csv:3: cells in the row: 1; expected 2, as in the header",
    ]


def test_a_quote_that_stays_open_is_reported_where_its_row_begins(table) -> None:
    assert said(table, 'code,sources\nA,b\nC,"d\nE,f\nG,h\n') == [
        "t.csv:3: a quotation mark that is never closed; expected rows of a table"
    ]


def test_a_stray_quote_inside_a_cell_is_text(table) -> None:
    assert table('code,sources\nA,5" gun\n').items[0].fields["sources"] == '5" gun'


def test_a_table_of_nothing_but_commas_has_no_header(table) -> None:
    assert said(table, ",,,\n") == ["t.csv:1: no header; expected rows of a table"]


def test_a_cell_beyond_all_measure_is_reported(table) -> None:
    assert said(table, f"code,sources\nA,b\nC,{'x' * 200_000}\n") == [
        "t.csv:3: field larger than field limit (131072); expected rows of a table"
    ]


def test_a_further_language_is_welcome(table) -> None:
    found = table("code,sources,note_en,note_ru\nA,b,one,один\n")
    assert found.items[0].fields["note"] == {"en": "one", "ru": "один"}


def test_a_table_that_no_person_wrote_is_refused_where_it_gets_too_long(
    table, monkeypatch
) -> None:
    monkeypatch.setattr(tables, "MAX_ROWS", 2)
    assert said(table, PLAIN + "a\n" * 1000) == [
        "t.csv:4: more than 2 rows; expected fewer; many events belong in a layer"
    ]


def test_a_table_with_columns_without_end_is_refused(table) -> None:
    header = ",".join(f"c{number}" for number in range(100_000))
    assert said(table, header) == [
        "t.csv:1: more than 200 columns; expected fewer; many events belong in a layer"
    ]
