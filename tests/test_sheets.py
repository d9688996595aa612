"""A table as it was found makes the same pages as the data set's own table."""

import csv
import shutil
from io import StringIO

import pytest
from babel import Locale

import build
from tests.events.sheets.conftest import REGISTER

pytestmark = pytest.mark.build

STARTER = build.ROOT / "events" / "starter"
SHEET = """
sheets:
  - file: found.csv
    sources: [uia]
"""
HEADER = [
    "الدولة",
    "الوضع",
    "من",
    "Left",
    "certainty",
    "basis_en",
    "basis_ar",
    "sources",
]


@pytest.fixture
def found(tmp_path):
    """Return the starter with its memberships as an Arabic table of old software."""
    data = shutil.copytree(STARTER, tmp_path / "data")
    table = data / "memberships.csv"
    names = Locale.parse("ar").territories
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerows([["الدول الأعضاء"], [], HEADER])
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            start, end = ("/".join(row[c].split("-")[::-1]) for c in ("start", "end"))
            cells = [names[REGISTER[row["code"]]], row["status"], start, end or "الآن"]
            writer.writerow([*cells, *(row[column] for column in HEADER[4:])])
    writer.writerow(["المجموع", "6"])
    text = (data / "dataset.yml").read_text(encoding="utf-8")
    more = "    dates: day-first\n    encoding: windows-1256\n"
    (data / "dataset.yml").write_text(text + SHEET + more, encoding="utf-8")
    (data / "found.csv").write_bytes(stream.getvalue().encode("windows-1256"))
    table.unlink()
    return data


def test_the_pages_are_the_same_and_what_was_left_out_is_said(
    found, tmp_path, capsys
) -> None:
    for data, name in ((STARTER, "own"), (found, "found")):
        assert build.main(["--data", str(data), "--out", str(tmp_path / name)]) == 0
    warnings = [
        line for line in capsys.readouterr().err.splitlines() if "warning" in line
    ]
    assert len(warnings) == 1
    assert "found.csv:10: warning: the row 'المجموع' is of no single" in warnings[0]
    own, ours = (
        {
            p.relative_to(tmp_path / n): p.read_bytes()
            for p in (tmp_path / n).rglob("*.*")
        }
        for n in ("own", "found")
    )
    assert len(own) > 5
    assert own == ours


def test_a_warning_is_not_passed_by_a_strict_check(found, capsys) -> None:
    assert build.main(["check", "--data", str(found)]) == 0
    assert build.main(["check", "--data", str(found), "--strict"]) == 1
    assert capsys.readouterr().out.count("1 warning") == 2
