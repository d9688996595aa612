import json
import shutil
import threading
import time
from functools import partial
from http.client import HTTPConnection

import pytest

import build
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.preview.rebuild import PreviewSettings, rebuild_on_changes
from csto_atlas.maps.preview.supervise import listen

pytestmark = pytest.mark.build


@pytest.fixture
def data(tmp_path):
    return shutil.copytree(build.ROOT / "events" / "starter", tmp_path / "data")


def build_one(data, memory):
    return build.build(data, ["membership"], ["en"], Site(), memory=memory)


@pytest.fixture
def start(data):
    """Return a function that serves in a thread, and gives the port."""
    stop, threads = threading.Event(), []

    def start(make=build_one):
        listener, settings = listen(0), PreviewSettings(partial(make, data), data, None)
        port = listener.getsockname()[1]
        threads.append(
            threading.Thread(target=rebuild_on_changes, args=(settings, listener, stop))
        )
        threads[-1].start()
        return port

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


def page(port):
    link = HTTPConnection("127.0.0.1", port, timeout=20)
    link.request("GET", "/en/membership.html")
    return link.getresponse().read().decode("utf-8")


def problems(port):
    """Return what the preview says is wrong, once it says something."""
    link = HTTPConnection("127.0.0.1", port, timeout=60)
    link.request("GET", "/changes")
    answer = link.getresponse()
    while not (line := answer.readline()).startswith(b"data: "):
        assert line
    return json.loads(line.removeprefix(b"data: "))["problems"]


def save_as_editors_do(path, old, new):
    """Write beside the file and put that in its place."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    beside = path.with_name("4913")
    beside.write_text(text.replace(old, new), encoding="utf-8")
    beside.replace(path)


def test_a_change_is_built_and_leaves_the_folder_alone_without_out(start, data, capfd):
    port = start()
    wait(lambda: "Three states sign" in page(port))
    before = {path.name for path in data.parent.iterdir()}
    treaty = data / "events" / "benelux.yml"
    save_as_editors_do(treaty, "Three states sign", "Seven states sign")
    wait(lambda: "Seven states sign" in page(port))
    assert {path.name for path in data.parent.iterdir()} == before
    wait(lambda: "Built " in capfd.readouterr().out)


def test_a_change_during_the_first_build_is_not_missed(start, data):
    calls = []

    def build_slowly(data, memory):
        result = build_one(data, memory)
        if not calls:
            treaty = data / "events" / "benelux.yml"
            save_as_editors_do(treaty, "Three states sign", "Seven states sign")
        calls.append(1)
        return result

    port = start(build_slowly)
    wait(lambda: "Seven states sign" in page(port))


def test_a_build_that_crashes_is_survived(start, data, capfd):
    treaty, calls = data / "events" / "benelux.yml", []

    def build_badly(data, memory):
        calls.append(1)
        if len(calls) == 2:
            raise ZeroDivisionError("a template")
        return build_one(data, memory)

    port = start(build_badly)
    wait(lambda: "Three states sign" in page(port))
    save_as_editors_do(treaty, "Three states sign", "Seven states sign")
    (problem,) = wait(lambda: problems(port))
    assert "Three states sign" in page(port)
    assert problem.startswith("ZeroDivisionError: a template")
    assert "ZeroDivisionError" in capfd.readouterr().err
    save_as_editors_do(treaty, "Seven states sign", "Eight states sign")
    wait(lambda: "Eight states sign" in page(port))
