import pytest

from csto_atlas.events.errors import DataError
from csto_atlas.events.files import delimited_frames
from csto_atlas.events.files.delimited_frames import read_frames


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("a;b\n1;NA\n;x\n3;\n", encoding="utf-8")
    return path


def test_rows_come_in_frames_of_at_most_so_many(path):
    frames = list(read_frames(path, 2))
    assert [len(frame) for frame in frames] == [2, 1]
    assert [list(frame["b"]) for frame in frames] == [["NA", "x"], [""]]


def test_only_the_columns_that_are_asked_for_are_read(path):
    (frame,) = read_frames(path, 9, ["b"])
    assert list(frame) == ["b"]


def test_excel_may_name_the_separator_above_the_header(path):
    path.write_text("sep=;\na;b\n1;2,5\n", encoding="utf-8")
    (frame,) = read_frames(path, 9)
    assert frame.to_dict("list") == {"a": ["1"], "b": ["2,5"]}


def test_a_file_may_have_another_encoding(path):
    path.write_bytes("a;b\n1;é\n".encode("windows-1252"))
    (frame,) = read_frames(path, 9, encoding="windows-1252")
    assert list(frame["b"]) == ["é"]


def test_what_is_not_utf_8_is_told(path):
    path.write_bytes(b"a;b\n" + b"1;2\n" * 10_000 + b"\xff;1\n")
    with pytest.raises(DataError, match=r"t\.csv:10002: byte 0xff is not UTF-8"):
        list(read_frames(path, 9))


def test_memory_is_bounded_by_the_bytes_of_a_frame(path, monkeypatch):
    monkeypatch.setattr(delimited_frames, "MOST_BYTES", 1_000_000)
    monkeypatch.setattr(delimited_frames, "BLOCK", 10_000)
    path.write_text("a\n" + "x\n" * 1_000_000)
    assert sum(len(frame) for frame in read_frames(path, 10_000)) == 1_000_000
    path.write_text("a\n" + "x" * 2_000_000)
    with pytest.raises(DataError, match="would not fit into memory"):
        list(read_frames(path, 100))
