import os
import threading
import time
from hashlib import sha256

import pytest

from csto_atlas.maps.output import exchange
from csto_atlas.maps.output import write as output
from csto_atlas.maps.output.errors import ForeignOutputError, OutputError
from csto_atlas.maps.output.folder import LOCK, MARKER, WORK, write_marker
from csto_atlas.maps.output.write import write, write_into
from tests.faults.folders import beside, pages

FORMER = {"en/page.html": "former", "en/other.html": "other"}
NEW = {"en/page.html": "new", "ar/page.html": "\u062c\u062f\u064a\u062f"}


@pytest.fixture(params=["with hard links", "without hard links"])
def out(tmp_path, monkeypatch, request):
    """Return the place of an output, where files can be linked or cannot."""

    def cannot(*arguments, **options):
        raise OSError(95, "Operation not supported")

    if request.param == "without hard links":
        monkeypatch.setattr(exchange.os, "link", cannot)
    return tmp_path / "dist"


def texts(folder):
    return {name: data.decode() for name, data in pages(folder).items()}


def fail_at(monkeypatch, number):
    """Let the exchange fail at its nth rename."""
    rename, count = exchange.Path.replace, iter(range(1, 1000))

    def replace(path, target):
        if "new" in path.parts and WORK in path.parts and next(count) == number:
            raise OSError(5, "Input/output error")
        return rename(path, target)

    monkeypatch.setattr(exchange.Path, "replace", replace)


def test_a_file_that_is_no_text_is_written_byte_for_byte(out):
    content = b"PK\x03\x04\r\n\xff"
    write({"data/atlas.xlsx": content, "a.txt": "a\n"}, out)
    assert pages(out) == {"data/atlas.xlsx": content, "a.txt": b"a\n"}
    write({"data/atlas.xlsx": content}, out, is_whole=True)
    assert [*pages(out)] == ["data/atlas.xlsx"]


def test_files_of_former_builds_stay_and_nothing_is_left_beside(out):
    write(FORMER, out)
    write(NEW, out)
    assert texts(out) == FORMER | NEW
    assert beside(out) == ["dist"]
    assert not (out / WORK).exists()


def test_a_whole_build_removes_what_former_builds_left_and_nothing_else(out):
    write(FORMER | {"ru/gone.html": "gone", "en/edited.html": "made"}, out)
    (out / "en" / "edited.html").write_text("edited by hand")
    (out / "en" / "mine.txt").write_text("mine")
    write({"en/page.html": "new"}, out, is_whole=True)
    expected = {"page.html": "new", "edited.html": "edited by hand", "mine.txt": "mine"}
    assert texts(out) == {f"en/{name}": text for name, text in expected.items()}
    assert not (out / "ru").exists()


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_exchange_that_fails_is_undone(out, monkeypatch, number):
    write(FORMER, out)
    with monkeypatch.context() as patch:
        fail_at(patch, number)
        with pytest.raises(OutputError, match=r"it is as it was \(Input/output error"):
            write(NEW, out)
    assert texts(out) == FORMER
    assert not (out / "ar").exists()
    assert not (out / WORK).exists()
    write(NEW, out)
    assert texts(out) == FORMER | NEW


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_exchange_that_is_killed_is_finished_by_the_next_build(
    out, monkeypatch, number
):
    write(FORMER, out)
    with monkeypatch.context() as patch:
        fail_at(patch, number)
        patch.setattr(exchange, "_undo", killed)
        with pytest.raises(KeyboardInterrupt):
            write(NEW, out)
    (out / WORK / "journal.json").write_text(
        (out / WORK / "journal.json").read_text().replace("true", "false")
    )
    write({"more.html": "more"}, out)
    assert texts(out) == FORMER | NEW | {"more.html": "more"}


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_undo_that_is_killed_is_finished_by_the_next_build(out, monkeypatch, number):
    write(FORMER, out)
    with monkeypatch.context() as patch:
        fail_at(patch, number)
        patch.setattr(exchange, "_undo", killed)
        with pytest.raises(KeyboardInterrupt):
            write(NEW, out)
    write({"more.html": "more"}, out)
    assert texts(out) == FORMER | {"more.html": "more"}


def killed(*arguments):
    raise KeyboardInterrupt


def test_what_a_build_that_was_killed_early_left_is_removed(out):
    write(FORMER, out)
    (out / WORK / "new" / "en").mkdir(parents=True)
    (out / WORK / "new" / "en" / "half.html").write_text("half")
    write(NEW, out)
    assert texts(out) == FORMER | NEW
    assert not (out / WORK).exists()


def test_a_journal_cannot_name_files_elsewhere(out, tmp_path):
    write(FORMER, out)
    (tmp_path / "mine.txt").write_text("mine")
    (out / WORK).mkdir()
    gone = [str(tmp_path / "mine.txt"), "../mine.txt"]
    journal = {"write": [], "remove": gone, "existed": gone, "undo": False}
    (out / WORK / "journal.json").write_text(exchange.json.dumps(journal))
    write(NEW, out)
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_folder_with_files_of_others_is_refused_before_anything_is_written(out):
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    with pytest.raises(ForeignOutputError, match=r"no build made, such as 'mine.txt'"):
        write(NEW, out)
    assert texts(out) == {"mine.txt": "mine"}


def test_overwriting_keeps_files_that_are_not_in_the_way(out):
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    (out / "en").mkdir()
    (out / "en" / "page.html").write_text("mine, too")
    write(NEW, out, overwrite=True)
    assert texts(out) == NEW | {"mine.txt": "mine"}


def test_a_file_of_others_in_the_way_is_refused(out):
    write(FORMER, out)
    (out / "ar").mkdir()
    (out / "ar" / "page.html").write_text("mine")
    with pytest.raises(ForeignOutputError, match=r"page.html.*no build made"):
        write(NEW, out)
    assert texts(out) == FORMER | {"ar/page.html": "mine"}
    assert not (out / WORK).exists()


def test_a_marker_of_somebody_else_makes_no_folder_ours(out):
    out.mkdir()
    (out / MARKER).write_text('{"atlas": 1, "files": "all"}')
    with pytest.raises(ForeignOutputError, match="not readable"):
        write(NEW, out)


def test_what_a_file_manager_leaves_does_not_matter(out):
    out.mkdir()
    (out / ".DS_Store").write_text("")
    write(NEW, out)
    assert (out / "en" / "page.html").exists()


def test_an_open_file_of_others_goes_on(out):
    write(FORMER, out)
    with (out / "access.log").open("a") as log:
        log.write("one\n")
        log.flush()
        write(NEW, out)
        log.write("two\n")
    assert (out / "access.log").read_text() == "one\ntwo\n"


def test_the_folder_itself_stays_the_same_one(out):
    write(FORMER, out)
    before = out.stat().st_ino
    write(NEW, out)
    assert out.stat().st_ino == before


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_replaced_file_keeps_its_mode(out):
    write(FORMER, out)
    (out / "en" / "page.html").chmod(0o640)
    write(NEW, out)
    assert (out / "en" / "page.html").stat().st_mode & 0o777 == 0o640


def test_a_link_to_a_folder_stays_one(out, tmp_path):
    served = tmp_path / "served"
    write(FORMER, served)
    out.symlink_to(served)
    write(NEW, out)
    assert out.is_symlink()
    assert texts(served) == FORMER | NEW
    assert beside(out) == ["dist", "served"]


def test_links_of_others_are_left_alone(out):
    write(FORMER, out)
    (out / "loop").symlink_to(".")
    (out / "lost").symlink_to("nowhere")
    write(NEW, out)
    assert (out / "loop").readlink().name == ""
    assert (out / "lost").readlink().name == "nowhere"


def test_a_linked_folder_on_the_way_is_refused(out, tmp_path):
    write(FORMER, out)
    elsewhere = tmp_path / "site"
    elsewhere.mkdir()
    (elsewhere / "page.html").write_text("mine")
    (out / "ar").symlink_to(elsewhere)
    with pytest.raises(OutputError, match="ar: is a link; expected a folder"):
        write(NEW, out)
    assert (elsewhere / "page.html").read_text() == "mine"
    assert (out / "en" / "page.html").read_text() == "former"


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
    with pytest.raises(OutputError, match="en: is a file; expected a folder"):
        write(NEW, out)
    assert texts(out) == {"en": "a file"}


def test_a_folder_where_a_file_must_be_is_a_clear_word(out):
    write(FORMER, out)
    (out / "ar" / "page.html").mkdir(parents=True)
    with pytest.raises(OutputError, match=r"page\.html: is a folder; expected"):
        write(NEW, out)
    assert texts(out) == FORMER


@pytest.mark.slow
def test_a_reader_finds_every_file_at_every_moment(out):
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


def test_the_first_build_in_progress_is_not_taken_for_somebody_else_s_files(out):
    out.mkdir()
    with output.acquire_lock(out / LOCK, 1):
        (out / "0.html").write_text("0")  # its marker is the last of its files
        second = threading.Thread(target=write, args=(NEW, out))
        second.start()
        time.sleep(0.2)
        (out / MARKER).write_text(write_marker({"0.html": sha256(b"0").hexdigest()}))
    second.join()
    assert texts(out) == {"0.html": "0"} | NEW


def test_a_writer_does_not_wait_for_ever(out, monkeypatch):
    write(FORMER, out)
    monkeypatch.setattr(output, "PATIENCE", 0.1)
    with (
        output.acquire_lock(out / LOCK, 1),
        pytest.raises(OutputError, match="another build is writing there"),
    ):
        write(NEW, out)
    assert texts(out) == FORMER
    write(NEW, out)
    assert texts(out) == FORMER | NEW


def test_a_lock_that_another_build_removes_at_that_moment_is_no_fault(out, monkeypatch):
    write(FORMER, out)
    (out / LOCK).touch()
    look = exchange.Path.stat

    def remove_after_look(path, **options):
        found = look(path, **options)
        if path.name == LOCK:
            path.unlink()
        return found

    monkeypatch.setattr(exchange.Path, "stat", remove_after_look)
    write(NEW, out)
    assert texts(out) == FORMER | NEW


def test_a_folder_in_place_of_the_lock_is_refused_by_name(out):
    write(FORMER, out)
    (out / LOCK).mkdir()
    with pytest.raises(ForeignOutputError, match=rf"{LOCK}: it is a folder; expected"):
        write(NEW, out)
    assert texts(out) == FORMER


def test_the_same_files_leave_the_same_marker(out, tmp_path):
    write(FORMER, out)
    write(NEW, out)
    write(dict(reversed((FORMER | NEW).items())), tmp_path / "other")
    assert (out / MARKER).read_text() == (tmp_path / "other" / MARKER).read_text()


def test_a_folder_of_the_user_gets_files_and_keeps_its_own(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    write_into({"sub/new.json": "{}"}, tmp_path)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert (tmp_path / "sub" / "new.json").read_text() == "{}"
    with pytest.raises(OutputError, match="not all is written"):
        write_into({"mine.txt/new.json": "{}"}, tmp_path)
