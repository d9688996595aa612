import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from argparse import Namespace
from http.client import HTTPConnection

import pytest

import build
from maps.commands import serving


@pytest.fixture
def data(tmp_path):
    return shutil.copytree(build.DATA, tmp_path / "data")


@pytest.fixture
def start(data, monkeypatch):
    """Return a function that serves in a thread, and gives what asks it for a page."""
    stop, threads, servers = threading.Event(), [], []
    listen = serving._listen

    def note(port, preview):
        servers.append(listen(port, preview))
        return servers[-1]

    monkeypatch.setattr(serving, "_listen", note)

    def start(**more):
        options = Namespace(
            data=data, out=None, port=0, map=["membership"], lang=["en"]
        )
        vars(options).update(more)
        threads.append(threading.Thread(target=serving.serve, args=(options, stop)))
        threads[-1].start()
        wait(lambda: servers)
        return servers[-1]

    yield start
    stop.set()
    for thread in threads:
        thread.join(30)
        assert not thread.is_alive()


def wait(found):
    """Wait until something is found, and return it."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if answer := found():
            return answer
        time.sleep(0.02)
    raise AssertionError("nothing came")


def page(server):
    link = HTTPConnection("127.0.0.1", server.server_address[1], timeout=20)
    link.request("GET", "/en/membership.html")
    return link.getresponse().read().decode("utf-8")


def save_as_editors_do(path, old, new):
    """Write beside the file and put that in its place."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    beside = path.with_name("4913")
    beside.write_text(text.replace(old, new), encoding="utf-8")
    beside.replace(path)


def test_a_change_is_built_and_leaves_the_folder_alone_without_out(start, data, capfd):
    server = start()
    wait(lambda: "Six states sign" in page(server))
    before = {path.name for path in data.parent.iterdir()}
    acts = data / "events" / "acts.yml"
    save_as_editors_do(acts, "Six states sign", "Seven states sign")
    wait(lambda: "Seven states sign" in page(server))
    assert {path.name for path in data.parent.iterdir()} == before
    wait(lambda: "Built " in capfd.readouterr().out)


def test_a_change_during_the_first_build_is_not_missed(start, data, monkeypatch):
    acts, make, calls = data / "events" / "acts.yml", serving.make, []

    def make_slowly(options):
        files = make(options)
        if not calls:
            save_as_editors_do(acts, "Six states sign", "Seven states sign")
        calls.append(1)
        return files

    monkeypatch.setattr(serving, "make", make_slowly)
    server = start()
    wait(lambda: "Seven states sign" in page(server))


def test_a_build_that_crashes_is_survived(start, data, monkeypatch, capfd):
    acts, make, calls = data / "events" / "acts.yml", serving.make, []

    def make_badly(options):
        calls.append(1)
        if len(calls) == 2:
            raise ZeroDivisionError("a template")
        return make(options)

    monkeypatch.setattr(serving, "make", make_badly)
    server = start()
    wait(lambda: "Six states sign" in page(server))
    save_as_editors_do(acts, "Six states sign", "Seven states sign")
    wait(lambda: "ZeroDivisionError" in capfd.readouterr().err)
    assert "Six states sign" in page(server)
    (problem,) = server.preview.shown.problems
    assert problem.startswith("ZeroDivisionError: a template")
    save_as_editors_do(acts, "Seven states sign", "Eight states sign")
    wait(lambda: "Eight states sign" in page(server))


def test_an_output_inside_the_data_set_would_be_built_for_ever(data, capsys):
    out = data / "dist"
    assert build.main(["serve", "--data", str(data), "--out", str(out)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"--out: {str(out)!r} is inside the data set; expected ")
    assert not out.exists()


def test_what_kept_files_are_made_from_is_read_again(data):
    own = data.resolve()
    for name in ("events/acts.yml", "memberships.csv", "LEFT_OUT.md", "events/4913"):
        assert serving._is_read_anew(own / name, data), name
    for path in (
        own / "shapes.geojson",
        *(folder / "x.csv" for folder in serving.OURS),
    ):
        assert not serving._is_read_anew(path, data), path


def test_a_port_that_is_taken_is_told_with_one_that_is_free(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert build.main(["serve", "--port", str(port)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"--port: {port} is not to be had (Address already in use)")
    other = int(said.split("--port ")[1])
    with socket.create_server(("127.0.0.1", other)):
        pass


@pytest.mark.parametrize("port", ["-1", "65536", "http", "٨٠٠٠", ""])
def test_what_is_no_port_is_refused(port, capsys):
    with pytest.raises(SystemExit) as stop:
        build.main(["serve", f"--port={port}"])
    assert stop.value.code == 2
    assert "expected a number from 0 to 65535" in capsys.readouterr().err


def test_it_listens_on_this_machine_only():
    server = serving._listen(0, serving.Preview())
    with server:
        assert server.server_address[0] == "127.0.0.1"
        assert server.socket.family == socket.AF_INET


def test_progress_shows_on_a_terminal_and_not_in_a_pipe(tmp_path):
    command = [sys.executable, "build.py", "--map", "membership", "--lang", "en"]
    words = [*command, "--out", tmp_path / "dist"]
    done = subprocess.run(words, cwd=build.ROOT, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
    pty, termios = (pytest.importorskip(name) for name in ("pty", "termios"))
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(ours, (24, 80))
    process = subprocess.Popen(words, cwd=build.ROOT, stdout=theirs, stderr=theirs)
    os.close(theirs)
    seen = b""
    try:
        while part := os.read(ours, 4096):
            seen += part
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(ours)
    assert process.wait(30) == 0
    assert b"maps: 100%" in seen
    assert b"1/1" in seen
