"""What is wrong in the rows of a layer: every cell is counted, the first are named."""

import pytest

from tests.made.layer_files import HEADER, add_layer, write_rows


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"lat": "90.5"}, "bad latitude '90.5'; expected degrees from -90 to 90"),
        ({"lon": "1.045,3"},
         "bad longitude '1.045,3'; expected degrees from -180 to 180"),
        ({"best": "1,000"},
         "bad best '1,000' (its comma or point may part thousands or decimals); "
         "expected a whole number"),
        ({"from": "12-May-92"},
         "bad start '12-May-92' (its year has two digits, which two centuries have); "
         "expected a day such as 2021-05-12 or 12 May 2021"),
        ({"from": "05/06/1992", "to": ""},
         "'05/06/1992' may be two days; expected 'dates: day-first' or "
         "'dates: month-first' in the record of the layer"),
        ({"from": "1992-02-30"},
         "bad start '1992-02-30'; expected a day such as 2021-05-12 or 12 May 2021"),
        ({"to": "1992-05-14"}, "end before start; expected an end after it"),
        ({"where": "4"}, "bad place_precision '4'; expected one of 1, 2, 3"),
        ({"best": "many"}, "bad best 'many'; expected a whole number"),
        ({"high": "-1"}, "bad high '-1'; expected a whole number"),
        ({"low": "1.5"}, "bad low '1.5'; expected a whole number"),
        ({"number": " "}, "an empty id; expected one for each event"),
        ({"number": "1"}, "an id a second time; expected each only once"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_named_with_its_row(folder, change, problem):
    add_layer(folder, {}, change, {})
    assert folder.problems() == [f"layers/seen.csv:3: {problem}"]


def test_a_cell_cannot_break_the_line_of_its_problem(folder):
    (problem,) = add_layer(folder, {"lat": "1\n2\x1b[31m"}).problems()
    assert "\n" not in problem
    assert "\x1b" not in problem


def test_every_wrong_cell_is_counted_and_twenty_are_named(folder):
    rows = [{"lat": "x"} if n % 2 else {"best": "x", "from": ""} for n in range(60)]
    problems = add_layer(folder, *rows).problems()
    assert len(problems) == 21
    assert (
        "70 more wrong cells (all in all 30 in start, 30 in latitude, 30 in best)"
        in (problems[-1])
    )
    assert problems[-1].startswith("layers/seen.yml:6: ")


def test_the_files_of_people_are_read_as_they_save_them(folder):
    text = write_rows({}, {}).replace(",", ";").replace("\n", "\r\n")
    add_layer(folder).write("layers/seen.csv", "\ufeff" + text)
    assert folder.problems() == []


def test_a_file_in_another_encoding_is_refused(folder):
    add_layer(folder).write(
        "layers/seen.csv", write_rows({"what": "é"}).encode("cp1252")
    )
    (problem,) = folder.problems()
    assert problem == (
        "layers/seen.csv:2: byte 0xe9 is not UTF-8; expected UTF-8; the file may be "
        "windows-1252: save it again, or name it as its encoding"
    )


def test_an_empty_file_is_refused(folder):
    add_layer(folder).write("layers/seen.csv", "\n")
    (problem,) = folder.problems()
    assert problem == (
        "layers/seen.csv:1: no header; expected the names of the columns"
    )


def test_a_column_that_is_there_twice_is_refused(folder):
    text = write_rows({}).replace("not read", "low")
    add_layer(folder).write("layers/seen.csv", text)
    assert folder.problems() == [
        "layers/seen.yml:17: column 'low' twice in seen.csv; "
        "expected a column of the file (nearest: 'low')"
    ]


def test_a_row_with_more_cells_than_the_header_is_refused(folder):
    text = write_rows({}) + ",".join("x" * (len(HEADER) + 3)) + "\n"
    add_layer(folder).write("layers/seen.csv", text)
    assert folder.problems() != []


def test_a_layer_without_rows_is_no_problem(folder):
    add_layer(folder).write("layers/seen.csv", ",".join(HEADER) + "\n")
    assert folder.problems() == []


def test_parquet_without_its_library_says_what_to_install(folder, monkeypatch):
    import sys

    record = folder.path / "layers" / "seen.yml"
    add_layer(folder).write("layers/seen.parquet", "PAR1")
    record.write_text(record.read_text().replace("seen.csv", "seen.parquet"))
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert folder.problems() == [
        "layers/seen.yml:6: 'seen.parquet' needs the extra 'scale'; "
        "expected what 'make scale' installs"
    ]


def test_a_broken_parquet_file_is_refused(folder):
    record = folder.path / "layers" / "seen.yml"
    add_layer(folder).write("layers/seen.parquet", "PAR1")
    record.write_text(record.read_text().replace("seen.csv", "seen.parquet"))
    assert folder.problems() == [
        "layers/seen.yml:6: 'seen.parquet' is no Parquet file; expected a Parquet file"
    ]
