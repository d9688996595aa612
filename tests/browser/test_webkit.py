"""The way through each map in a second engine: WebKit, which Safari has too."""

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.support.ui import WebDriverWait

from csto_atlas.maps.i18n.messages import capitalise
from csto_atlas.maps.timeline.changes import state_at
from tests.browser.smoke import USE_PARTS, assert_parts
from tests.browser.webkit import find_webkit
from tests.conftest import MAPS

pytestmark = pytest.mark.browser

STEP = """
const input = document.getElementById("time");
input.value = arguments[0];
input.dispatchEvent(new Event("input", {bubbles: true}));
return {
  tick: document.documentElement.dataset.tick,
  said: input.getAttribute("aria-valuetext"),
  headline: document.getElementById("headline").textContent,
  states: Object.fromEntries([...document.querySelectorAll("#scene [data-code]")].map(
    node => [node.dataset.code, node.dataset.state])),
};
"""
# WebDriver runs no script before those of a page, so a copy gets one of its own.
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
WATCH = """<script>
window.problems = [];
addEventListener("error", event => problems.push(event.message));
</script>"""


@pytest.fixture(scope="module")
def screen():
    """Return the name of a display, a virtual one if there is none."""
    if display := os.environ.get("DISPLAY"):
        yield display
        return
    if not shutil.which("Xvfb"):
        pytest.skip("no display: Xvfb cannot be installed here (see webkit.py)")
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24"]
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    yield f":{server.stdout.readline().strip()}"
    server.terminate()
    server.wait()


@pytest.fixture(scope="module")
def webkit(screen):
    """Return a running WebKit."""
    found = find_webkit()
    if found is None:
        pytest.skip("no WebKit: webkit2gtk-driver cannot be installed here")
    driver, browser = found
    options = webdriver.WebKitGTKOptions()
    options.binary_location = browser
    options.add_argument("--automation")
    service = webdriver.WebKitGTKService(driver, env={**os.environ, "DISPLAY": screen})
    running = webdriver.WebKitGTK(options=options, service=service)
    yield running
    running.quit()


def open_file(webkit, path):
    """Open a page and wait for its scripts: a driver on a busy machine does not."""
    webkit.get(Path(path).as_uri())
    alive = """return location.href.startsWith(arguments[0]) &&
      document.documentElement.classList.contains("live")"""
    WebDriverWait(webkit, 60).until(
        lambda engine: engine.execute_script(alive, Path(path).as_uri())
    )


def watched(path, folder):
    """Copy a page with a script that notes errors in place of the page's policy."""
    html, found = POLICY.subn(WATCH, path.read_text(encoding="utf-8"))
    assert found == 1
    copy = folder / path.name
    copy.write_text(html, encoding="utf-8")
    return copy


@pytest.mark.parametrize("name", MAPS)
def test_webkit_opens_a_file_and_steps_through_time(webkit, atlas, all_facts, name):
    facts = all_facts[name]
    open_file(webkit, f"{atlas}/en/{name}.html")
    opened = webkit.execute_script("return document.documentElement.dataset.tick")
    assert opened == facts.ticks[facts.start].id
    for index in (0, len(facts.ticks) // 2, len(facts.ticks) - 1):
        seen = webkit.execute_script(STEP, index)
        assert seen["tick"] == facts.ticks[index].id
        assert seen["headline"].startswith(capitalise(f"{seen['said']}: "))
        assert seen["states"] == {
            code: state_at(facts.state_changes.states[code], index)
            for code in seen["states"]
        }


@pytest.mark.parametrize("name", MAPS)
def test_webkit_meets_no_script_error(webkit, atlas, tmp_path, name):
    open_file(webkit, watched(atlas / "ar" / f"{name}.html", tmp_path))
    for button in ("next-change", "previous", "play", "play"):
        webkit.execute_script(f"document.getElementById('{button}').click()")
    webkit.execute_script("document.querySelector('[data-select]').click()")
    webkit.execute_script("document.querySelector('.folium-map').focus()")
    time.sleep(0.5)
    assert webkit.execute_script("return problems") == []
    assert "live" in webkit.execute_script("return document.documentElement.className")


def test_webkit_shows_calls_finds_comparisons_and_pictures(webkit, atlas, tmp_path):
    open_file(webkit, watched(atlas / "ar" / "membership.html", tmp_path))
    webkit.set_script_timeout(60)
    run = f"({USE_PARTS})().then(arguments[0], error => arguments[0](`${{error}}`))"
    found = webkit.execute_async_script(run)
    assert isinstance(found, dict), found
    assert_parts(found)
    assert webkit.execute_script("return problems") == []
