"""The maps in a third engine: Firefox, opened from files as a reader opens them."""

import time

import pytest

from csto_atlas.maps.timeline.changes import phase
from tests.browser.bidi import Firefox
from tests.browser.firefox import find_firefox
from tests.browser.policy import VIOLATIONS
from tests.browser.smoke import USE_PARTS, assert_parts
from tests.browser.test_embed import HOST, SCRIPT
from tests.browser.test_long_life import DICE, LOOKS, STEPS, WALK, rest_at
from tests.browser.test_states import READ, assert_shown
from tests.browser.waiting import rest
from tests.conftest import MAPS
from tests.faults.rounds import pairs, rounds

pytestmark = pytest.mark.browser
READERS = ("ar", "en")
TICK = "() => document.documentElement.dataset.tick"
SHOWN = "#panel [data-entry]:not([hidden])"
LISTED = f"() => [...document.querySelectorAll('{SHOWN}')].map(n => n.dataset.entry)"
# A frame that is only being opened may have no document yet.
SHOWS = "tick => document.documentElement?.dataset.tick === tick"
# The largest state with a status whose middle nothing covers.
OPEN = """() => {
  const found = [];
  for (const node of document.querySelectorAll("[data-code]:not([data-state=none])")) {
    const { left, top, width, height } = node.getBoundingClientRect();
    const middle = document.elementFromPoint(left + width / 2, top + height / 2);
    if (middle === node) found.push([width * height, node.dataset.code]);
  }
  return found.sort((one, other) => other[0] - one[0])[0][1];
}"""
# What about:memory says of a page, after all that can be freed is freed.
MEMORY = """async name => {
  const manager = Cc["@mozilla.org/memory-reporter-manager;1"].getService(
    Ci.nsIMemoryReporterManager);
  const add = (process, path, kind, units, amount) => {
    if (path.startsWith("explicit/window-objects/") && path.includes(name))
      found += amount;
  };
  let found = 0;
  await new Promise(done => manager.minimizeMemoryUsage(done));
  await new Promise(done => manager.getReports(add, null, done, null, false));
  return found;
}"""


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    """Return a running Firefox that reports errors and requests of pages."""
    found = find_firefox()
    if found is None:
        pytest.skip("no Firefox: firefox-esr cannot be installed here (see firefox.py)")
    running = Firefox(found, tmp_path_factory.mktemp("profile"))
    running.call(
        "session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"]
    )
    running.call(
        "script.addPreloadScript", functionDeclaration=f"() => {{ {VIOLATIONS} }}"
    )
    yield running
    running.close()


@pytest.fixture
def open_tab(firefox):
    """Return a function that opens an address in a new tab."""
    tabs = []
    firefox.events.clear()

    def open_tab(address, **size):
        address = address if "://" in address else f"file://{address}"
        tabs.append(firefox.open(address, **size))
        return tabs[-1]

    yield open_tab
    for tab in tabs:
        tab.close()


def trouble(tab):
    """Return the errors, the requests that leave, and the violations of a policy."""
    errors, requests, violations = [], [], []
    for frame in (tab, *tab.frames()):
        violations += frame.evaluate("() => violations")
    for event in tab.firefox.events:
        said = event["params"]
        if event["method"] == "log.entryAdded" and said["level"] == "error":
            errors.append(said["text"])
        if event["method"] == "network.beforeRequestSent":
            requests.append(said["request"]["url"])
    left = [url for url in requests if not url.startswith(("file:", "data:"))]
    return errors, left, violations


CALM = ([], [], [])


def test_the_watch_sees_what_is_wrong(open_tab, tmp_path):
    """Or else the tests below would hold of any page."""
    policy = "script-src 'unsafe-inline'"
    path = tmp_path / "wrong.html"
    path.write_text(
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<img src="http://127.0.0.1:65535/left.png">'
        '<script src="http://127.0.0.1:65535/not-mine.js"></script>'
        '<script>console.error("said"); throw new Error("thrown")</script>'
    )
    tab = open_tab(str(path))
    rest(tab, 300)
    errors, left, violations = trouble(tab)
    assert {"said", "Error: thrown"} <= {*errors}
    assert left == ["http://127.0.0.1:65535/left.png"]
    assert violations == ["http://127.0.0.1:65535/not-mine.js"]


@pytest.mark.parametrize(("name", "language"), pairs(MAPS, READERS))
def test_every_tick_shows_what_the_data_say(open_tab, atlas, all_facts, name, language):
    facts = all_facts[name]
    tab = open_tab(f"{atlas}/{language}/{name}.html")
    assert tab.evaluate(TICK) == facts.ticks[facts.start].id
    last = len(facts.ticks) - 1
    for index in [*range(last + 1), *range(last, -1, -3), last // 2, 0]:
        assert_shown(facts, index, tab.evaluate(READ, index))
    rest(tab, 300)
    assert trouble(tab) == CALM


@pytest.mark.parametrize(
    ("language", "later", "earlier"),
    [("ar", "ArrowLeft", "ArrowRight"), ("en", "ArrowRight", "ArrowLeft")],
)
def test_arrows_move_the_slider_as_the_language_is_read(
    open_tab, atlas, facts, language, later, earlier
):
    first, second, third = (tick.id for tick in facts.ticks[10:13])
    tab = open_tab(f"{atlas}/{language}/membership.html#t={first}")
    tab.evaluate("() => document.getElementById('time').focus()")
    seen = []
    for key in (later, later, earlier):
        tab.press(key)
        seen.append(tab.evaluate(TICK))
    assert seen == [second, third, second]
    now = {event for event, span in facts.spans.items() if phase(span, 11) == "now"}
    assert set(tab.evaluate(LISTED)) == now
    rest(tab, 300)
    assert tab.url.endswith(f"#t={second}")


@pytest.mark.parametrize(("language", "width"), pairs(READERS, [320, 1280]))
def test_mouse_and_text_work(open_tab, atlas, facts, language, width):
    tab = open_tab(f"{atlas}/{language}/membership.html", width=width)
    tab.click("#previous")
    tab.until(SHOWS, facts.ticks[facts.start - 1].id)
    code = tab.evaluate(OPEN)
    tab.click(f'[data-code="{code}"]')
    tab.until(f"() => document.querySelector('#panel [data-country={code}]')")
    shown = "() => [...document.querySelectorAll('#calls tbody tr')].filter("
    shown += "row => row.checkVisibility()).length"
    assert tab.evaluate(shown) == 0
    tab.click("#reading > summary")
    tab.until("() => document.getElementById('reading').open")
    asked = (atlas / "data" / "requests.csv").read_text(encoding="utf-8-sig")
    assert tab.evaluate(shown) == len(asked.splitlines()) - 1
    assert trouble(tab) == CALM


def test_calls_finds_comparisons_and_pictures_work(open_tab, atlas):
    tab = open_tab(f"{atlas}/ar/membership.html")
    tab.until("() => document.getElementById('find').checkVisibility()")
    assert_parts(tab.evaluate(USE_PARTS))
    assert trouble(tab) == CALM


@pytest.mark.parametrize(("name", "language"), pairs(MAPS, READERS, turn=1))
def test_nothing_is_wider_than_a_phone(open_tab, atlas, language, name):
    tab = open_tab(f"{atlas}/{language}/{name}.html", width=320)
    tab.evaluate("() => document.querySelectorAll('details').forEach(n => n.open = 1)")
    widths = "({scrollWidth, clientWidth}) => scrollWidth - clientWidth"
    assert tab.evaluate(f"() => ({widths})(document.documentElement)") <= 0


HEIGHTS = "() => document.querySelector('iframe').getBoundingClientRect().height"


def test_a_host_sizes_and_steers_its_map(open_tab, atlas, all_facts, tmp_path):
    ticks = [tick.id for tick in all_facts["border"].ticks]
    script = SCRIPT.replace("{atlas}", f"file://{atlas}").replace(
        "membership", "border"
    )
    gap = "<div style='height:1500px'></div>"
    step = f"{gap}<p data-atlas-t='{ticks[-1]}'>Later</p>{gap}"
    link = f"<a href='#t={ticks[5]}'>Sooner</a>"
    host = tmp_path / "host.html"
    high = 'data-atlas-lang="ar" data-atlas-height="auto"'
    host.write_text(HOST.format(body=f"{link}{script}{high}></script>{step}"))
    tab = open_tab(str(host))
    tab.until("() => document.querySelector('iframe').style.height !== '700px'")
    (frame,) = tab.frames()
    rest(tab, 150)
    whole = frame.evaluate("() => document.body.offsetHeight")
    assert tab.evaluate(HEIGHTS) == pytest.approx(whole, abs=1)
    tab.click("a")
    frame.until(SHOWS, ticks[5])
    tab.evaluate("() => document.querySelector('p').scrollIntoView({block: 'center'})")
    frame.until(SHOWS, ticks[-1])
    assert trouble(tab) == CALM


def frame_of(tab, name):
    """Return the frame of a map, once it has come: it is asked for when it is near."""
    end = time.monotonic() + 8
    while time.monotonic() < end:
        for frame in tab.frames():
            if name in frame.url:
                return frame
        rest(tab, 50)
    raise AssertionError(f"no frame of {name}")


@pytest.mark.parametrize("language", READERS)
def test_the_article_moves_its_maps(open_tab, atlas, facts, language):
    tab = open_tab(f"{atlas}/{language}/article.html")
    (article,) = facts.world.dataset.article
    for section in article.sections[:2]:
        name, tick = section.map, section.steps[1].at
        tab.evaluate(
            "tick => document.querySelector(`[data-atlas-t='${tick}']`)"
            ".scrollIntoView({block: 'center'})",
            tick,
        )
        frame_of(tab, f"/{name}.html").until(SHOWS, tick)
    assert trouble(tab) == CALM


@pytest.mark.parametrize("name", ["membership", "border"][: rounds(1, 2)])
def test_random_steps_leak_nothing_and_end_in_the_right_state(open_tab, atlas, name):
    tab = open_tab(f"{atlas}/ar/{name}.html")

    def memory():
        rest_at(tab, 3)
        return tab.firefox.evaluate_as_browser(MEMORY, f"{name}.html")

    tab.evaluate(DICE)
    tab.evaluate(WALK, [1, 600])  # what a page keeps for later, it has then
    before = memory()
    tab.evaluate(WALK, [2, STEPS])
    # A busy machine frees later what is no longer used; what leaks stays.
    grown = min(memory() for _ in range(3)) - before
    assert before > 1_000_000
    assert grown < 200_000
    # Any state must look as it does in a page that has just been opened.
    tab.evaluate(WALK, [3, 50])
    rest(tab, 600)
    assert open_tab(tab.url).evaluate(LOOKS) == tab.evaluate(LOOKS)
    assert trouble(tab) == CALM
