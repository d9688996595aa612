"""The workbook: every table, nothing that runs, the same bytes each time."""

import io
import re
import time
from datetime import date
from zipfile import ZipFile

import pytest
from lxml import etree

from csto_atlas.maps.downloads import workbook
from csto_atlas.maps.downloads.tables import Field, Table
from csto_atlas.maps.downloads.workbook import write_workbook
from csto_atlas.maps.i18n.texts import Texts

SPACE = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
DAY = date(2020, 5, 17)
TEXTS = {language: Texts(language, {}) for language in ("en", "ar")}
FIELDS = (Field("code", ""), Field("name_en", ""), Field("name_ar", ""))
MADE = Table("made", FIELDS, [("AAA", "=1+1", "سلام"), ("BBB", None, "http://a")])
PLAIN = Table("plain", (Field("n", "", "number"),), [(-1.5,), (None,)])


def read(content):
    """Return every sheet of a workbook by its name, as XML."""
    with ZipFile(io.BytesIO(content)) as book:
        names = etree.fromstring(book.read("xl/workbook.xml")).xpath(
            "//x:sheet/@name", namespaces=SPACE
        )
        return {
            name: etree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            for number, name in enumerate(names, 1)
        }


def read_strings(content):
    with ZipFile(io.BytesIO(content)) as book:
        tree = etree.fromstring(book.read("xl/sharedStrings.xml"))
        return tree.xpath("//x:t/text()", namespaces=SPACE)


def count(sheet, path):
    return len(sheet.xpath(path, namespaces=SPACE))


def test_each_table_is_a_sheet_and_arabic_texts_have_one_of_their_own():
    sheets = read(write_workbook([MADE, PLAIN], TEXTS, DAY))
    assert [*sheets] == ["made", "made (ar)", "plain"]
    rtl = [name for name, sheet in sheets.items() if count(sheet, "//*[@rightToLeft]")]
    assert rtl == ["made (ar)"]
    assert count(sheets["made"], "//x:row[1]/x:c") == 3
    assert count(sheets["made (ar)"], "//x:row[1]/x:c") == 2


def test_a_workbook_in_arabic_alone_runs_from_right_to_left():
    sheets = read(write_workbook([MADE, PLAIN], {"ar": TEXTS["ar"]}, DAY))
    assert [*sheets] == ["made", "plain"]
    assert all(count(sheet, "//*[@rightToLeft]") for sheet in sheets.values())


def test_no_cell_is_a_formula_or_a_link_and_numbers_are_numbers():
    content = write_workbook([MADE, PLAIN], TEXTS, DAY)
    sheets = read(content)
    assert not any(count(sheet, "//x:f|//x:hyperlink") for sheet in sheets.values())
    assert {"=1+1", "http://a", "سلام"} <= {*read_strings(content)}
    assert sheets["plain"].xpath("//x:row[2]//x:v/text()", namespaces=SPACE) == ["-1.5"]


def test_two_workbooks_of_the_same_tables_are_the_same_bytes(monkeypatch):
    first = write_workbook([MADE], TEXTS, DAY)
    monkeypatch.setattr(time, "time", lambda: 4e9)
    assert write_workbook([MADE], TEXTS, DAY) == first
    with ZipFile(io.BytesIO(first)) as book:
        days = re.findall(r"\d{4}-\d\d-\d\d", book.read("docProps/core.xml").decode())
    assert {*days} == {"2020-05-17"}


def test_a_text_that_no_cell_can_hold_ends_in_dots():
    table = Table("made", FIELDS[:1], [("a" * 40_000,)])
    assert max(map(len, read_strings(write_workbook([table], TEXTS, DAY)))) == 32_767


@pytest.mark.parametrize(("most", "names"), [(1, ["plain"]), (2, ["made", "plain"])])
def test_a_table_with_too_many_rows_is_left_out(monkeypatch, most, names):
    monkeypatch.setattr(workbook, "MOST_ROWS", most)
    small = Table("plain", PLAIN.fields, PLAIN.rows[:1])
    found = read(write_workbook([MADE, small], {"en": TEXTS["en"]}, DAY))
    assert [*found] == names


def test_the_workbook_of_the_real_data_has_every_table(atlas):
    sheets = read((atlas / "data" / "atlas.xlsx").read_bytes())
    tables = {path.stem for path in (atlas / "data").glob("*.csv")}
    assert {name for name in sheets if "(" not in name} == tables
    assert {name for name in sheets if "(" in name} == {f"{t} (ar)" for t in tables}
