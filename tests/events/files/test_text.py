"""Encodings: UTF-8 in every dress is read, others are named."""

import os
from pathlib import Path

import pytest

from csto_atlas.events.errors import DataError
from csto_atlas.events.files import text as files
from csto_atlas.events.files.text import list_files, read_text

ARABIC = "العنوان\nسطر من سطرين\n"


def refusal(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(DataError) as caught:
        read_text(path)
    return str(caught.value).removeprefix(path.as_posix())


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(ARABIC.encode("utf-8-sig"))
    assert read_text(path) == ARABIC


def test_line_ends_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a\r\nb\rc\n")
    assert read_text(path) == "a\r\nb\rc\n"


def test_an_arabic_file_of_an_old_spreadsheet_is_named(tmp_path: Path) -> None:
    data = b"title\r\nx," + ARABIC.encode("windows-1256")
    assert refusal(tmp_path / "a.csv", data) == (
        ":2: byte 0xc7 (byte 3 of the line) is not UTF-8; expected UTF-8; "
        "the file may be Windows-1256 (Arabic): save it as UTF-8"
    )


def test_a_western_file_is_named(tmp_path: Path) -> None:
    said = refusal(tmp_path / "a.csv", "a\rb\rcafé\r".encode("windows-1252"))
    assert said.startswith(":3: byte 0xe9 (byte 4 of the line) is not UTF-8")
    assert "Windows-1252" in said


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(tmp_path: Path, encoding: str) -> None:
    said = refusal(tmp_path / "a.csv", "claim,article\n".encode(encoding))
    assert said == ":1: the file looks like UTF-16 or is no text; expected UTF-8"


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\r\n \r\n"])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    said = refusal(tmp_path / "a.csv", data)
    assert said == ":1: the file is empty; expected at least one line of data"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such file or directory; expected"):
        read_text(tmp_path / "none.csv")


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is a directory; expected a readable file"):
        read_text(tmp_path)


def test_a_file_that_is_too_large_is_not_read_further(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1000)
    (tmp_path / "a.csv").write_text("a" * 1000)
    assert read_text(tmp_path / "a.csv") == "a" * 1000
    (tmp_path / "a.csv").write_text("a" * 1001)
    with pytest.raises(DataError, match=r"a.csv:1: the file is larger than 0.001 MB"):
        read_text(tmp_path / "a.csv")


def test_a_link_is_no_file_of_a_data_set(tmp_path) -> None:
    (tmp_path / "a.csv").write_text("a")
    (tmp_path / "b.csv").symlink_to("a.csv")
    with pytest.raises(DataError, match=r"b.csv:1: a link to a.csv; expected what it"):
        read_text(tmp_path / "b.csv")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_a_pipe_is_not_waited_for(tmp_path) -> None:
    os.mkfifo(tmp_path / "a.csv")
    with pytest.raises(DataError, match=r"a.csv:1: this is no file; expected"):
        read_text(tmp_path / "a.csv")


def test_the_files_of_a_folder_are_sorted_and_a_link_to_one_is_not_entered(
    tmp_path,
) -> None:
    folder = tmp_path / "events"
    folder.mkdir()
    for name in ("b.yml", "a.yml", "c.md"):
        (folder / name).touch()
    (tmp_path / "link").symlink_to(folder)
    assert list_files(folder) == [folder / "a.yml", folder / "b.yml"]
    assert list_files(tmp_path / "link") == [tmp_path / "link"]
