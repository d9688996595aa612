"""One command makes a data set and its pages from a sheet."""

import re
import shlex

import pytest
import xlsxwriter

import build

SHEET = (
    "الدولة\tتاريخ الانضمام\nالسعودية\t٢٥ أيار/مايو ١٩٨١\nالكويت\t٢٥ أيار/مايو ١٩٨١\n"
)


@pytest.fixture
def ecowas(tmp_path):
    path = tmp_path / "list.xlsx"
    rows = [
        ("Country", "Joined", "Left (effective)"),
        *((name, "1975-05-28", "") for name in ("Ivory Coast", "The Gambia", "Ghana")),
        *((name, "1975-05-28", "2025-01-29") for name in ("Mali", "Niger")),
    ]
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


@pytest.mark.build
@pytest.mark.slow
def test_a_workbook_becomes_a_page_whose_headline_tells_the_exits(
    ecowas, tmp_path, capsys
):
    folder = tmp_path / "data"
    words = ["--name", "ECOWAS", "--source", "Commission", "--as-of", "2025-12-31"]
    assert build.main(["new", str(folder), "--sheet", str(ecowas), *words]) == 0
    said = capsys.readouterr().out
    assert "Read 5 states, 5 periods (2 of them ended), from 1975-05-28 on." in said
    assert f"Open {folder / 'dist' / 'index.html'}" in said
    page = (folder / "dist" / "en" / "membership.html").read_text(encoding="utf-8")
    assert "Mali and Niger leave ECOWAS" in page
    assert build.main(["check", "--data", str(folder)]) == 0
    (again,) = re.findall("After a change: .*?(--data .*)", said)
    (folder / "dist" / "index.html").unlink()
    assert build.main(shlex.split(again)) == 0
    assert (folder / "dist" / "index.html").exists()


@pytest.mark.build
@pytest.mark.slow
def test_a_list_with_arabic_digits_becomes_an_arabic_page(tmp_path):
    (tmp_path / "list.tsv").write_text(SHEET, encoding="utf-8")
    folder = tmp_path / "حلف"
    words = ["--name", "مجلس التعاون", "--source", "الأمانة", "--lang", "ar"]
    assert (
        build.main(["new", str(folder), "--sheet", str(tmp_path / "list.tsv"), *words])
        == 0
    )
    assert (folder / "dist" / "ar" / "membership.html").is_file()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--sheet", "https://docs.google.com/spreadsheets/d/1"], "Download"),
        (["--sheet", "nowhere.xlsx"], "no file 'nowhere.xlsx'; expected a table"),
        (["--name", "X"], "no --sheet; expected the list"),
    ],
)
def test_what_cannot_be_a_sheet_is_refused_with_advice(
    tmp_path, capsys, words, complaint
):
    assert build.main(["new", str(tmp_path / "data"), *words]) == 2
    assert complaint in capsys.readouterr().err


def test_what_only_the_author_knows_is_named_in_a_pipe(ecowas, tmp_path, capsys):
    words = ["new", str(tmp_path / "data"), "--sheet", str(ecowas)]
    assert build.main(words) == 2
    assert "--name is missing; expected name of" in capsys.readouterr().err
    assert build.main([*words, "--name", "X"]) == 2
    assert "--source is missing; expected who" in capsys.readouterr().err


def test_a_wrong_sheet_leaves_nothing_behind(tmp_path, capsys):
    (tmp_path / "list.csv").write_text("Country,Joined\nFrnace,1949\n")
    words = ["--sheet", str(tmp_path / "list.csv"), "--name", "X", "--source", "Y"]
    assert build.main(["new", str(tmp_path / "data"), *words]) == 1
    assert "list.csv:2: unknown country 'Frnace'" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()
