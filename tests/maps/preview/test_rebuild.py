import socket
import threading
import time
from functools import partial
from http.client import HTTPConnection

import pytest

from csto_atlas.maps.page.csp import add_policy
from csto_atlas.maps.preview import rebuild
from csto_atlas.maps.preview.state import Preview

PAGE = '<meta content="{policy}"><body>{text}</body>'
PATIENCE = 300  # seconds: only a test that hangs needs as long, on any machine


@pytest.fixture
def data(tmp_path):
    """Return a folder with one text, which is all that is built from it."""
    (tmp_path / "data" / "events").mkdir(parents=True)
    acts = tmp_path / "data" / "events" / "acts.yml"
    acts.write_text("Six states sign", encoding="utf-8")
    return tmp_path / "data"


def build_one(data):
    text = (data / "events" / "acts.yml").read_text(encoding="utf-8")
    return {"en/membership.html": add_policy(PAGE.replace("{text}", text))}


@pytest.fixture
def start(data, monkeypatch):
    """Return a function that serves in a thread, and gives what asks it for a page."""
    stop, threads, servers = threading.Event(), [], []
    listen = rebuild._listen

    def note(port, preview):
        servers.append(listen(port, preview))
        return servers[-1]

    monkeypatch.setattr(rebuild, "_listen", note)

    def start(make=build_one):
        job = rebuild.Job(partial(make, data), data, None, 0)
        threads.append(threading.Thread(target=rebuild.serve, args=(job, stop)))
        threads[-1].start()
        wait(lambda: servers)
        return servers[-1]

    yield start
    stop.set()
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive()


def wait(found):
    """Wait until something is found, and return it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := found():
            return answer
        time.sleep(0.02)
    raise AssertionError("nothing came")


def page(server):
    link = HTTPConnection("127.0.0.1", server.server_address[1], timeout=PATIENCE)
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


def test_a_change_during_the_first_build_is_not_missed(start, data):
    calls = []

    def build_slowly(data):
        files = build_one(data)
        if not calls:
            acts = data / "events" / "acts.yml"
            save_as_editors_do(acts, "Six states sign", "Seven states sign")
        calls.append(1)
        return files

    server = start(build_slowly)
    wait(lambda: "Seven states sign" in page(server))


def test_a_build_that_crashes_is_survived(start, data, capfd):
    acts, calls = data / "events" / "acts.yml", []

    def build_badly(data):
        calls.append(1)
        if len(calls) == 2:
            raise ZeroDivisionError("a template")
        return build_one(data)

    server = start(build_badly)
    wait(lambda: "Six states sign" in page(server))
    save_as_editors_do(acts, "Six states sign", "Seven states sign")
    wait(lambda: server.preview.shown.problems)
    assert "Six states sign" in page(server)
    (problem,) = server.preview.shown.problems
    assert problem.startswith("ZeroDivisionError: a template")
    assert "ZeroDivisionError" in capfd.readouterr().err
    save_as_editors_do(acts, "Seven states sign", "Eight states sign")
    wait(lambda: "Eight states sign" in page(server))


def test_a_changed_template_forgets_what_was_kept(start, tmp_path, monkeypatch):
    ours, forgotten = tmp_path / "templates", []
    ours.mkdir()
    monkeypatch.setattr(rebuild, "OURS", (ours,))
    monkeypatch.setattr(rebuild, "forget_files", lambda: forgotten.append(1))
    server = start()
    wait(lambda: "Six states sign" in page(server))
    assert not forgotten
    (ours / "page.html.jinja").write_text("new")
    wait(lambda: forgotten)


def test_what_kept_files_are_made_from_is_read_again(data):
    own = data.resolve()
    for name in ("events/acts.yml", "memberships.csv", "LEFT_OUT.md", "events/4913"):
        assert rebuild._is_read_anew(own / name, data), name
    ours = [folder / "x.csv" for folder in rebuild.OURS]
    for path in (own / "shapes.geojson", *ours):
        assert not rebuild._is_read_anew(path, data), path


def test_it_listens_on_this_machine_only():
    server = rebuild._listen(0, Preview())
    with server:
        assert server.server_address[0] == "127.0.0.1"
        assert server.socket.family == socket.AF_INET
