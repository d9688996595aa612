"""A sheet becomes memberships, joined to those of the data set, each with its line."""

import pytest

from csto_atlas.events.load import load_dataset
from tests.events.sheets.conftest import REGISTER

LONG = """\
Country,Accession,Withdrawal,Status
United States,1949-08-24,,Full member
Greece,1952,1974-08-14,Full member
GRC,1980-10-20,present,Full member
Finland,1994~,2023,Observer
"""


def test_a_row_is_a_membership_and_keeps_its_line(folder) -> None:
    read = folder.read(LONG, statuses="{Full member: member}")
    assert read.problems == read.warnings == []
    assert read.rows == [
        ("nato", "USA", "member", "1949-08-24", ""),
        ("nato", "GRC", "member", "1952", "1974-08-14"),
        ("nato", "GRC", "member", "1980-10-20", ""),
        ("nato", "FIN", "observer", "1994~", "2023"),
    ]
    assert read.lines == [2, 3, 4, 5]


def test_a_sheet_is_joined_to_the_memberships_of_the_data_set(folder) -> None:
    (folder.path / "memberships.csv").write_text(
        "organisation,code,status,start,end,certainty,basis_en,basis_ar,sources,claims\n"
        "eu,FRA,member,1958-01-01,,high,Signed,وقعت,depositary,\n"
        "nato,FRA,member,1955,,high,Signed,وقعت,depositary,\n"
    )
    read = folder.read("country,start,end\nFrance,1949,\n")
    assert [row[:2] for row in read.rows] == [
        *(("eu", "FRA"), ("nato", "FRA"), ("nato", "FRA"))
    ]
    assert read.problems == [
        "memberships.csv:3: FRA in nato is 'member' from 1955 while 'member' at "
        "found.csv:2; expected the earlier row to end by 1955"
    ]


def test_memberships_csv_is_still_needed_without_a_sheet(folder) -> None:
    folder.read("country,start\nFrance,1949\n")
    text = (folder.path / "dataset.yml").read_text(encoding="utf-8")
    text = text.partition("sheets:")[0]
    (folder.path / "dataset.yml").write_text(text, encoding="utf-8")
    _, problems = load_dataset(folder.path)
    assert [problem.where.rpartition("/")[2] for problem in problems] == [
        "memberships.csv:1"
    ]


def test_a_sheet_needs_the_register_of_countries(folder) -> None:
    folder.read("country,start\nFrance,1949\n")
    with pytest.raises(ValueError, match="register of countries"):
        load_dataset(folder.path)


def test_what_a_sheet_says_once_is_complained_of_once_in_dataset_yml(folder) -> None:
    read = folder.read(
        "country,start\nFrance,1949\nItaly,1949\n",
        sources="[depository]",
        basis="{en: Acceded}",
        organisation="nata",
        status="membre",
    )
    assert read.problems == [
        "dataset.yml:8: unknown status 'membre'; "
        "expected one of statuses.yml (nearest: 'member')",
        "dataset.yml:9: unknown source 'depository'; "
        "expected one of sources.yml (nearest: 'depositary')",
        "dataset.yml:10: basis has no 'ar'; expected a text in en, ar",
        "dataset.yml:11: unknown organisation 'nata'; "
        "expected one of organisations.yml (nearest: 'nato')",
    ]


def test_an_unknown_status_of_marks_is_that_of_the_sheet(folder) -> None:
    read = folder.read("country,2025,2026\nFrance,1,1\nItaly,x,1\n", status="membre")
    assert read.problems == [
        "dataset.yml:8: unknown status 'membre'; "
        "expected one of statuses.yml (nearest: 'member')"
    ]


def test_a_row_can_say_its_own_basis_sources_certainty_and_claims(
    folder, countries
) -> None:
    folder.read(
        "country,start,basis_en,sources,certainty,claims\n"
        "France,1949,Signed,depositary,low,\n"
        "Italy,1949,,,,\n"
    )
    dataset, _ = load_dataset(folder.path, REGISTER)
    first, second = dataset.memberships
    assert first.basis == {"en": "Signed", "ar": "انضمت"}
    assert (first.certainty, second.certainty) == ("low", "high")
    assert second.basis == {"en": "Acceded", "ar": "انضمت"}


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (
            {"basis": None},
            "dataset.yml:7: 'found.csv' has no basis; "
            "expected 'basis: {...}', a text that says why its rows hold",
        ),
        (
            {"sources": None},
            "dataset.yml:7: sheets 1 sources is missing; expected a value",
        ),
        (
            {"status": None},
            "found.csv:2: no status for a row without one; "
            "expected 'status: ...' of the sheet in dataset.yml",
        ),
        (
            {"columns": "{start: Joind}"},
            "dataset.yml:11: no column 'Joind'; "
            "expected a column of found.csv (nearest: 'Joined')",
        ),
        (
            {"columns": "{begin: Joined}"},
            "dataset.yml:11: sheets 1 columns: unknown kind of column 'begin'; "
            "expected one of country, organisation, status, start, end, period, year, "
            "certainty, sources, claims, basis_en",
        ),
        (
            {"statuses": "{full: membr}"},
            "dataset.yml:11: unknown id 'membr'; "
            "expected 'none' or one of statuses.yml (nearest: 'member')",
        ),
        (
            {"organisations": "{pact: natoo}"},
            "dataset.yml:11: unknown id 'natoo'; "
            "expected 'none' or one of organisations.yml (nearest: 'nato')",
        ),
        (
            {"encoding": "ascii"},
            "dataset.yml:11: unknown sheets 1 encoding 'ascii'; expected one of utf-8, "
            "utf-16, utf-16-le, utf-16-be, windows-1251, windows-1252, windows-1256",
        ),
    ],
)
def test_a_description_that_is_wrong_is_refused(folder, options, problem) -> None:
    read = folder.read("Country,Joined\nFrance,1949\n", **options)
    assert problem in read.problems


def test_a_file_that_is_not_there_is_named_with_the_nearest(folder) -> None:
    (folder.path / "fuond.csv").write_text("country,start\nFrance,1949\n")
    assert folder.load().problems == [
        "dataset.yml:7: no file 'found.csv'; "
        "expected a file beside dataset.yml (nearest: 'fuond.csv')"
    ]


@pytest.mark.parametrize("name", ["../found.csv", "/etc/hosts", "a\\b.csv"])
def test_a_sheet_lies_beside_dataset_yml(folder, name) -> None:
    read = folder.load(file_=None)
    text = (folder.path / "dataset.yml").read_text(encoding="utf-8")
    text = text.replace("file: found.csv", f"file: '{name}'")
    (folder.path / "dataset.yml").write_text(text, encoding="utf-8")
    dataset, problems = load_dataset(folder.path)
    assert dataset is None
    assert "sheets 1 file" in str(problems[0])
    assert read.rows == []


def test_a_broken_status_or_organisation_is_complained_of_in_its_file_only(
    folder,
) -> None:
    folder.read("Country,Org,Joined,Status\nFrance,EU,1958,observer\n")
    for name, word in (("statuses.yml", "observer"), ("organisations.yml", "eu")):
        path = folder.path / name
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f"- id: {word}", f"- id: {word}\n  x: y"))
    dataset, problems = load_dataset(folder.path, REGISTER)
    assert dataset.memberships == ()
    assert {problem.where.rpartition("/")[2] for problem in problems} == {
        "statuses.yml:7",
        "organisations.yml:6",
    }


def test_what_was_left_out_is_a_warning_of_the_data_set(folder) -> None:
    read = folder.read("country,start\nFrance,1949\nTotal,1\n")
    assert (len(read.rows), read.problems) == (1, [])
    dataset, _ = load_dataset(folder.path, REGISTER)
    (warning,) = dataset.warnings
    assert warning.where.endswith("found.csv:3")
