import os
import shutil
import threading

import pytest

from csto_atlas.maps.output import write as output
from csto_atlas.maps.output.write import OutputError, write
from tests.faults.folders import beside, contents

FORMER = {"en/page.html": "former", "en/other.html": "other"}
NEW = {"en/page.html": "new", "ar/page.html": "\u062c\u062f\u064a\u062f"}


@pytest.fixture(params=["in one step", "in two steps"])
def out(tmp_path, monkeypatch, request):
    """Return the place of an output, where folders can change places or cannot."""
    if request.param == "in two steps":
        monkeypatch.setattr(output, "swap", lambda one, other: False)
    return tmp_path / "dist"


def texts(folder):
    return {name: data.decode() for name, data in contents(folder).items()}


def test_files_of_the_former_output_stay_and_nothing_is_left_beside(out):
    write(FORMER, out)
    write(NEW, out)
    assert texts(out) == FORMER | NEW
    assert beside(out) == ["dist"]


def test_an_output_that_cannot_be_replaced_is_put_back(out, monkeypatch):
    write(FORMER, out)
    rename = output.Path.rename

    def fail_for_the_new_one(path, target):
        if path.name.endswith("new"):
            raise OSError(5, "Input/output error")
        return rename(path, target)

    monkeypatch.setattr(output.Path, "rename", fail_for_the_new_one)
    monkeypatch.setattr(output, "swap", lambda one, other: False)
    with pytest.raises(OutputError, match=r"not written.*Input/output error"):
        write(NEW, out)
    assert texts(out) == FORMER
    assert beside(out) == ["dist"]


def test_what_a_killed_build_left_is_put_back_or_removed(out):
    write(FORMER, out)
    out.rename(out.with_name(".dist.atlas-former"))
    half = out.with_name(".dist.atlas-new")
    half.mkdir()
    (half / "half.html").write_text("half")
    out.with_name(".dist.atlas-lock").touch()
    write(NEW, out)
    assert texts(out) == FORMER | NEW
    assert beside(out) == ["dist"]


def test_a_link_to_a_folder_stays_one(out, tmp_path):
    served = tmp_path / "served"
    write(FORMER, served)
    out.symlink_to(served)
    write(NEW, out)
    assert out.is_symlink()
    assert texts(served) == FORMER | NEW
    assert beside(out) == ["dist", "served"]


def test_links_inside_the_output_are_kept_and_not_followed(out, tmp_path):
    write(FORMER, out)
    (out / "loop").symlink_to(".")
    (out / "lost").symlink_to("nowhere")
    write(NEW, out)
    assert (out / "loop").readlink().name == ""
    assert (out / "lost").readlink().name == "nowhere"


def test_a_file_is_no_link_to_somewhere_else_after_a_build(out, tmp_path):
    mine = tmp_path / "mine.html"
    mine.write_text("mine")
    write(FORMER, out)
    (out / "en" / "page.html").unlink()
    (out / "en" / "page.html").symlink_to(mine)
    write(NEW, out)
    assert mine.read_text() == "mine"
    assert (out / "en" / "page.html").read_text() == "new"


def test_a_file_where_a_folder_must_be_is_a_clear_word(out):
    write({"en": "a file"}, out)
    with pytest.raises(OutputError, match="not written, it is as it was"):
        write(NEW, out)
    assert texts(out) == {"en": "a file"}
    assert beside(out) == ["dist"]


def test_the_root_is_no_output(tmp_path):
    with pytest.raises(OutputError, match="no folder to replace"):
        write(NEW, type(tmp_path)(tmp_path.anchor))


def test_a_reader_finds_the_output_at_every_moment(tmp_path):
    out = tmp_path / "dist"
    probe = [tmp_path / "one", tmp_path / "two"]
    for folder in probe:
        folder.mkdir()
    if not output.swap(*probe):
        pytest.skip("folders cannot change places here")
    write(FORMER, out)
    lost, stop = [], threading.Event()

    def read():
        while not stop.is_set():
            if not os.path.exists(out / "en" / "page.html"):  # noqa: PTH110
                lost.append(1)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(60):
        write({"en/page.html": str(number)}, out)
    stop.set()
    reader.join()
    assert not lost


def test_writers_at_once_write_one_after_the_other(out):
    names = [f"{number}.html" for number in range(8)]
    writers = [
        threading.Thread(target=write, args=({name: name}, out)) for name in names
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert texts(out) == {name: name for name in names}
    assert beside(out) == ["dist"]


def test_a_writer_does_not_wait_for_ever(out, monkeypatch):
    write(FORMER, out)
    monkeypatch.setattr(output, "PATIENCE", 0.1)
    with (
        output.hold(out.with_name(".dist.atlas-lock"), 1),
        pytest.raises(OutputError, match="another build is writing there"),
    ):
        write(NEW, out)
    assert texts(out) == FORMER
    shutil.rmtree(out)
    write(NEW, out)
    assert texts(out) == NEW
