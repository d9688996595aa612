"""Separators and rows, and the same table through every door."""

import csv
import io
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csto_atlas.events.errors import DataError
from csto_atlas.events.files.delimited import (
    MalformedError,
    choose_separator,
    read_header,
    split_rows,
    trim,
)
from csto_atlas.events.files.tables import Columns, read_table
from csto_atlas.events.layers.rows import read_chunks
from csto_atlas.events.sheet_record import Sheet
from csto_atlas.events.sheets.grid import read_grid
from csto_atlas.events.sheets.shape import read_sheet_header
from csto_atlas.events.sheets.text import read_sheet_text
from tests.made.layer_files import HEADER, ROW, add_layer

SHEET = Sheet(
    file="t.csv", sources=("list",), columns={"country": "what", "start": "when"}
)
CELLS = st.text("aZé жЯ ع١٢7,;\t|\"'\n-=#", min_size=1, max_size=9)
ROWS = st.lists(
    st.tuples(*[CELLS.map(str.strip).filter(bool)] * 2), min_size=1, max_size=5
)


def write(rows, separator, quoting, end):
    """Write a table whose columns `what` and `when` have the cells of some rows."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=separator, quoting=quoting, lineterminator=end)
    writer.writerow(HEADER)
    for what, when in rows:
        writer.writerow((ROW | {"what": what, "when": when})[name] for name in HEADER)
    return file.getvalue()


def through_table(path):
    items = read_table(path, Columns(plain=HEADER)).items
    return [(item.fields["what"], item.fields["when"]) for item in items]


def through_layer(layer):
    return [
        pair
        for chunk in read_chunks(layer, 2)
        for pair in zip(chunk.frame["what"], chunk.frame["when"], strict=True)
    ]


def through_sheet(path):
    text, _ = read_sheet_text(path, None, bool)
    roles = partial(read_sheet_header, sheet=SHEET, organisations={})
    places = HEADER.index("what"), HEADER.index("when")
    rows = read_grid(path.name, text, roles).rows
    return [tuple(row.cells[place] for place in places) for row in rows]


@pytest.mark.slow
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    rows=ROWS,
    separator=st.sampled_from(",;\t"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig"]),
)
def test_a_table_reads_back_the_same_through_every_door(
    folder, rows, separator, quoting, end, encoding
):
    (layer,) = add_layer(folder).load().layers
    path = layer.path
    path.write_bytes(write(rows, separator, quoting, end).encode(encoding))
    assert through_table(path) == rows
    assert through_layer(layer) == rows
    assert through_sheet(path) == rows


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    rows=ROWS,
    separator=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-16-be"]),
)
def test_a_sheet_may_have_more_separators_and_encodings(
    tmp_path, rows, separator, encoding
):
    path = tmp_path / "t.csv"
    text = write(rows, separator, csv.QUOTE_MINIMAL, "\n")
    path.write_bytes(text.encode(encoding))
    assert through_sheet(path) == rows


@pytest.mark.parametrize(
    ("header", "separator"),
    [
        ("code;name,x;year", ";"),  # known names decide
        ("a,b;c,d", ","),  # or else the sign that stands most often
        ('a;"b,c,d,e"', ";"),  # outside of quotation marks
        ("alone", ","),
        (f"code{';x' * 100_000}", ";"),  # which leaves no name too long
    ],
)
def test_the_separator_is_what_separates_known_names(header, separator):
    assert choose_separator(header, {"code", "year"}.__contains__) == separator


def test_a_row_knows_the_line_it_begins_on():
    rows = [*split_rows('a,b\n\n"1\n2",3\n , \n4,5\n', ",")]
    assert [(row.line, row.cells[0]) for row in rows] == [
        (1, "a"),
        (3, "1\n2"),
        (6, "4"),
    ]


@pytest.mark.parametrize("is_strict", [True, False])
def test_a_quotation_mark_that_is_never_closed_is_malformed_where_it_begins(is_strict):
    with pytest.raises(MalformedError) as caught:
        list(split_rows('a,b\n1,2\n3,"4\n5,6\n', ",", is_strict=is_strict))
    assert (caught.value.line, caught.value.is_open_quote) == (3, True)


def test_signs_after_a_quotation_mark_are_only_refused_if_asked():
    text = 'a\n"b"c\n'
    assert [row.cells for row in split_rows(text, ",", is_strict=False)][1] == ("bc",)
    with pytest.raises(MalformedError) as caught:
        list(split_rows(text, ","))
    assert (caught.value.line, caught.value.is_open_quote) == (2, False)


def test_empty_cells_at_the_end_are_dropped():
    assert trim(["a", "", "b", "", ""]) == ("a", "", "b")
    assert trim(["", ""]) == ()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "t.csv:1: no header; expected the names of the columns"),
        (b",,\n", "t.csv:1: no header; expected the names of the columns"),
        (b"\xff\xfe", "the file may be utf-16"),
        (b"x" * 200_000, "t.csv:1: field larger than field limit (131072)"),
    ],
)
def test_a_header_that_cannot_be_read_is_told(tmp_path, content, problem):
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(DataError) as caught:
        read_header(path)
    assert problem in str(caught.value)
