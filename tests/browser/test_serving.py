"""The local preview in a browser: pages follow the data as they are edited."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest

import build
from tests.browser.policy import VIOLATIONS

pytestmark = pytest.mark.browser
TITLE = "Three states sign the treaty of the Benelux Economic Union"


@contextmanager
def serving(data, *words):
    """Run the preview as a reader would; yield its address and its process."""
    command = [sys.executable, "build.py", "serve", "--data", data, "--port", "0"]
    process = subprocess.Popen(
        [*command, "--map", "membership", "--lang", "en", *words],
        cwd=build.ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        # A shell that starts it in the background would have it ignore Ctrl+C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        yield process.stdout.readline().split()[1], process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def data(tmp_path):
    return shutil.copytree(build.ROOT / "events" / "starter", tmp_path / "data")


def test_a_page_follows_edits_mistakes_and_their_mending(open_page, data, tmp_path):
    treaty, out = data / "events" / "benelux.yml", tmp_path / "dist"
    with serving(data, "--out", out) as (url, process):
        assert process.stdout.readline().startswith("Built ")
        page = open_page(f"{url}en/membership.html#t=1958", script=VIOLATIONS)
        page.set_default_timeout(40_000)
        page.get_by_text(TITLE).first.wait_for()
        edit(treaty, TITLE, "Seven states sign")
        page.get_by_text("Seven states sign").first.wait_for()
        assert page.url.endswith("#t=1958")

        edit(treaty, "kind: act\n", "kind: <b>ackt</b>\n")
        alert = page.get_by_role("alert")
        alert.wait_for()
        assert "benelux.yml:4: unknown kind '<b>ackt</b>'" in alert.inner_text()
        assert page.get_by_text("Seven states sign").first.is_visible()

        edit(treaty, "kind: <b>ackt</b>\n", "kind: act\n")
        alert.wait_for(state="detached")
        edit(treaty, "Seven states sign", TITLE)
        page.get_by_text(TITLE).first.wait_for()
        assert page.evaluate("violations") == []
        assert not page.problems
        assert all(u.startswith((url, "data:", "blob:")) for u in page.requests)

        process.send_signal(signal.SIGINT)
        said, complained = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "Traceback" not in complained
    assert complained.count("benelux.yml:4: ") == 1
    built = [line for line in said.splitlines() if line.startswith("Built ")]
    assert len(built) >= 3
    # What is kept on the disk has neither the script nor its permission.
    kept = (out / "en" / "membership.html").read_text(encoding="utf-8")
    assert TITLE in kept
    assert "EventSource" not in kept
    assert "connect-src" not in kept


def test_a_preview_of_broken_data_waits_until_they_are_mended(open_page, data):
    treaty = data / "events" / "benelux.yml"
    edit(treaty, "kind: act\n", "kind: ackt\n")
    with serving(data) as (url, _):
        page = open_page(f"{url}en/membership.html", script=VIOLATIONS)
        page.set_default_timeout(40_000)
        page.get_by_role("alert").wait_for()
        assert "no good build yet" in page.inner_text("p")
        assert "unknown kind 'ackt'" in page.get_by_role("alert").inner_text()
        edit(treaty, "kind: ackt\n", "kind: act\n")
        page.locator("#scene").wait_for()
        assert page.evaluate("violations") == []


def test_hidden_tabs_hold_no_stream(open_page, data):
    with serving(data) as (url, process):
        process.stdout.readline()
        opened = """
          window.streams = [];
          const Own = EventSource;
          window.EventSource = function (at) {
            const made = new Own(at);
            streams.push(made);
            return made;
          };
          window.open_ = () => streams.filter(s => s.readyState !== 2).length;
          Object.defineProperty(
            document, "hidden", {get: () => window.isHidden ?? false});
          window.hide = (hidden) => {
            window.isHidden = hidden;
            document.dispatchEvent(new Event("visibilitychange"));
          };"""
        page = open_page(f"{url}en/membership.html", script=opened)
        assert page.evaluate("open_()") == 1
        page.evaluate("hide(true)")
        assert page.evaluate("open_()") == 0
        page.evaluate("hide(false)")
        assert page.evaluate("open_()") == 1
