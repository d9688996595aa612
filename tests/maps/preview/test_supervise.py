import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection

import pytest
from watchfiles import Change

import build
from csto_atlas.maps.preview import supervise
from csto_atlas.maps.preview.rebuild import PreviewSettings
from csto_atlas.maps.preview.supervise import OWN, OwnFiles, listen

pytestmark = pytest.mark.slow  # starts processes

SERVE = """
import sys
from functools import partial
from pathlib import Path
from tests.maps.preview.made import make
from csto_atlas.maps.preview.rebuild import PreviewSettings
from csto_atlas.maps.preview.supervise import serve
data, own = Path(sys.argv[1]), Path(sys.argv[2])
serve(PreviewSettings(partial(make, own), data, None), 0, [own])
"""


@contextmanager
def serving(data, own):
    """Serve the text of a file of our own; yield the process and its port."""
    command = [sys.executable, "-c", SERVE, data, own]
    process = subprocess.Popen(
        command, cwd=build.ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        address = process.stdout.readline().split()[1]
        yield process, int(address.rstrip("/").rpartition(":")[2])
    finally:
        process.kill()
        process.communicate()


def read(port):
    link = HTTPConnection("127.0.0.1", port, timeout=60)
    link.request("GET", "/text.txt")
    return link.getresponse().read().decode()


@pytest.fixture
def folders(tmp_path):
    data, own = tmp_path / "data", tmp_path / "own"
    data.mkdir()
    own.mkdir()
    (own / "template.txt").write_text("old")
    return data, own


def test_only_a_change_of_our_own_files_starts_a_new_process(folders):
    data, own = folders
    with serving(data, own) as (process, port):
        process.stdout.readline()
        first = read(port)
        (data / "events.yml").write_text("more")
        assert process.stdout.readline().startswith("Built 1 files")
        assert read(port) == first
        (own / "template.txt").write_text("new")
        assert process.stdout.readline().startswith("Our own files changed")
        assert process.stdout.readline().endswith(f":{port}/ (Ctrl+C ends)\n")
        assert process.stdout.readline().startswith("Built 1 files")
        (old, former), (new, later) = first.split(), read(port).split()
    assert (old, new) == ("old", "new")
    assert former != later


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_the_preview_ends_however_the_command_ends(folders, end):
    with serving(*folders) as (process, _):
        process.stdout.readline()
        process.send_signal(end)
        process.communicate(timeout=60)  # till the last process with its output ends


def test_the_data_set_that_is_served_is_not_one_of_our_own_files(tmp_path):
    is_own = OwnFiles(build.DATA)
    (events, *_) = OWN
    assert is_own(Change.modified, str(events / "load.py"))
    assert not is_own(Change.modified, str(build.DATA.resolve() / "sources.yml"))
    assert not is_own(Change.modified, str(events / "__pycache__" / "load.pyc"))


def test_it_listens_on_this_machine_only():
    with listen(0) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"
        assert listener.family == socket.AF_INET


def test_a_browser_is_opened_only_if_it_is_asked_for(monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr(supervise, "run_process", lambda *_, **__: None)
    monkeypatch.setattr(supervise.webbrowser, "open", opened.append)
    settings = PreviewSettings(lambda memory: None, tmp_path, None)
    for is_opened in (False, True):
        assert supervise.serve(settings, 0, [], is_opened=is_opened) == 0
    (address,) = opened
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
