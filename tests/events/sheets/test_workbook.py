"""Workbooks are read like tables of text, in bounded time and memory."""

import zipfile
from datetime import datetime

import pytest
import xlsxwriter
import xlwt

from csto_atlas.events.errors import DataError
from csto_atlas.events.sheets.workbook import read_workbook
from csto_atlas.events.sheets.workbook_process import MOST_MEMORY

OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
MANIFEST = f'<m:manifest xmlns:m="{OFFICE}:manifest:1.0"/>'
CONTENT = f"""<office:document-content xmlns:office="{OFFICE}:office:1.0"
 xmlns:table="{OFFICE}:table:1.0" xmlns:text="{OFFICE}:text:1.0"><office:body>
<office:spreadsheet><table:table table:name="Members">
<table:table-row><table:table-cell office:value-type="string"><text:p>Country</text:p>
</table:table-cell><table:table-cell office:value-type="string"><text:p>Joined</text:p>
</table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>France</text:p>
</table:table-cell><table:table-cell office:value-type="date"
 office:date-value="1949-08-24"><text:p>24/08/49</text:p></table:table-cell>
</table:table-row></table:table></office:spreadsheet></office:body>
</office:document-content>""".replace("\n", "")


@pytest.fixture
def make(tmp_path):
    def write(**sheets):
        path = tmp_path / "found.xlsx"
        with xlsxwriter.Workbook(path) as workbook:
            day = workbook.add_format({"num_format": "yyyy-mm-dd"})
            for name, rows in sheets.items():
                sheet = workbook.add_worksheet(name)
                for number, row in enumerate(rows):
                    for column, cell in enumerate(row):
                        style = day if isinstance(cell, datetime) else None
                        sheet.write(number, column, cell, style)
        return path

    return write


def test_a_line_is_a_row_and_cells_are_as_typed(make):
    rows = [
        ["Country", "Left\n(effective)"],
        [],
        ["Mali", datetime(2025, 1, 29)],
        ["Togo", 1961],
    ]
    (text,) = read_workbook(make(List=rows)).values()
    assert text.split("\n") == [
        *("Country,Left\u2028(effective)", "", "Mali,2025-01-29", "Togo,1961", "")
    ]


def test_a_workbook_is_a_sheet_of_memberships(folder, make):
    path = make(Notes=[["Made by hand"]], List=[["Country", "Joined"], ["Mali", 1975]])
    path.rename(folder.path / "found.xlsx")
    read = folder.load(file="found.xlsx")
    assert (read.rows, read.problems) == ([("nato", "MLI", "member", "1975", "")], [])


def test_a_problem_names_the_sheet_and_the_row(folder, make):
    path = make(List=[["Country", "Joined"], [], ["Frnace", 1975]])
    path.rename(folder.path / "found.xlsx")
    (problem,) = folder.load(file="found.xlsx").problems
    assert problem.startswith("found.xlsx:List:3: unknown country 'Frnace'")


def test_two_sheets_with_a_table_must_be_told_apart(folder, make):
    rows = [["Country", "Joined"], ["Mali", 1975]]
    make(One=rows, Two=rows).rename(folder.path / "found.xlsx")
    (problem,) = folder.load(file="found.xlsx").problems
    assert "tables in the sheets 'One', 'Two'; expected 'sheet: ...'" in problem
    assert len(folder.load(file="found.xlsx", sheet="Two").rows) == 1


def test_a_sheet_of_libreoffice_is_read(folder):
    with zipfile.ZipFile(folder.path / "found.ods", "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("META-INF/manifest.xml", MANIFEST)
        file.writestr("content.xml", CONTENT)
    read = folder.load(file="found.ods")
    assert read.rows == [("nato", "FRA", "member", "1949-08-24", "")]


def write_excel_97(path, *, since_1904=False):
    """Write a workbook of Excel 97 to 2003, with a country in two rows."""
    workbook = xlwt.Workbook()
    workbook.dates_1904 = since_1904
    sheet = workbook.add_sheet("الأعضاء")
    rows = [["Country", "Joined", "Left"], ["مصر", datetime(1945, 3, 22), 1979]]
    for number, row in enumerate([*rows, ["", datetime(1989, 5, 23), None]]):
        for column, cell in enumerate(row):
            style = xlwt.easyxf(num_format_str="DD/MM/YYYY" if column == 1 else "0")
            if (number, column) == (1, 0):
                sheet.write_merge(1, 2, 0, 0, cell)
            elif (number, column) != (2, 0):
                sheet.write(number, column, cell, style)
    workbook.save(str(path))


@pytest.mark.parametrize("since_1904", [False, True])
def test_a_workbook_of_excel_97_is_read(folder, since_1904):
    write_excel_97(folder.path / "found.xls", since_1904=since_1904)
    assert folder.load(file="found.xls").rows == [
        ("nato", "EGY", "member", "1945-03-22", "1979"),
        ("nato", "EGY", "member", "1989-05-23", ""),
    ]


def test_a_workbook_of_excel_97_that_is_cut_off_is_refused(tmp_path):
    path = tmp_path / "found.xls"
    write_excel_97(path)
    path.write_bytes(path.read_bytes()[:2_000])
    with pytest.raises(
        DataError, match=r"cannot be read .*; expected an \.xlsx, \.xls"
    ):
        read_workbook(path)


def test_a_broken_workbook_is_refused(tmp_path):
    path = tmp_path / "found.xlsx"
    path.write_bytes(b"PK\3\4 no workbook")
    with pytest.raises(DataError, match=r"cannot be read .*; expected an \.xlsx"):
        read_workbook(path)


@pytest.mark.slow
def test_a_hundred_thousand_rows_are_refused(make):
    path = make(List=[["Mali", 1975]] * 100_000)
    with pytest.raises(DataError, match=r"has 100000 rows .*; expected at most 20000"):
        read_workbook(path)


@pytest.mark.slow
def test_cells_a_million_rows_apart_take_no_memory_here(make):
    path = make(List=[["Country", "Joined"], ["Mali", 1975]])
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    name = "xl/worksheets/sheet1.xml"
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    parts[name] = parts[name].replace(b"</sheetData>", far)
    with zipfile.ZipFile(path, "w") as new:
        for part, data in parts.items():
            new.writestr(part, data)
    with pytest.raises(DataError, match="expected at most 20000 rows"):
        read_workbook(path)


@pytest.mark.slow
def test_a_bomb_is_refused(make, tmp_path):
    path, bomb = make(List=[["Country", "Joined"], ["Mali", 1975]]), tmp_path / "b.xlsx"
    packed = {"compression": zipfile.ZIP_DEFLATED, "compresslevel": 1}
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(bomb, "w", **packed) as new:
        for name in old.namelist():
            before, end, after = old.read(name).partition(b"</sst>")
            with new.open(name, "w") as part:
                part.write(before + b"<si><t>" * bool(end))
                for _ in range(MOST_MEMORY // 10**6 if end else 0):
                    part.write(b"x" * 10**6)
                part.write(b"</t></si>" * bool(end) + end + after)
    with pytest.raises(DataError, match="does not fit into memory"):
        read_workbook(bomb)
