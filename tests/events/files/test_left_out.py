"""The tables of claims that are not data."""

from pathlib import Path

import pytest

from csto_atlas.events.errors import DataError
from csto_atlas.events.files.left_out import read_left_out


def test_the_rows_of_every_table_are_read(tmp_path: Path) -> None:
    path = tmp_path / "LEFT_OUT.md"
    path.write_text(
        "# Left out\n\n| claim | reason |\n|---|---|\n| `a-1` | an \\| opinion |\n"
        "\nSome | words.\n\n| claim | why | note |\n| :-- | --: | - |\n"
        "| b | no date | x |\n",
        newline="\r\n",
    )
    found = read_left_out(path)
    assert [(item.origin.line, item.fields) for item in found.items] == [
        (5, {"claim": "a-1", "reason": "an | opinion"}),
        (11, {"claim": "b", "reason": "no date"}),
    ]
    assert found.problems == ()


def test_a_row_without_a_reason_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "LEFT_OUT.md"
    path.write_text("| claim | reason |\n|---|---|\n| a | |\n")
    (problem,) = read_left_out(path).problems
    assert str(problem).endswith(":3: the row '| a | |'; expected | claim | reason |")


def test_a_file_without_a_table_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "LEFT_OUT.md"
    path.write_text("Nothing is left out.\n")
    with pytest.raises(DataError, match=r"no table; expected \| claim \| reason \|"):
        read_left_out(path)
