"""The text below the map comes later, and the panel shows of it what is of now."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.browser.waiting import rest
from tests.conftest import MAPS

TEXT = "<details id=reading"


@pytest.fixture
def slow_page(atlas):
    """Serve pages of which the long text is not sent before somebody lets it go."""
    let_go = Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            page = Path(f"{atlas}{self.path}").read_bytes()
            first, mark, text = page.partition(TEXT.encode())
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(first)
            self.wfile.flush()
            let_go.wait(30)
            self.wfile.write(mark + text)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", let_go
        let_go.set()
        server.shutdown()


@pytest.mark.parametrize("name", MAPS)
def test_the_map_does_not_wait_for_the_long_text(open_page, slow_page, name):
    address, let_go = slow_page
    page = open_page(f"{address}/en/{name}.html", until="commit")
    page.wait_for_selector(".leaflet-overlay-pane #scene")
    before = page.get_attribute("html", "data-tick")
    page.focus("#time")
    page.keyboard.press("Home" if name == "membership" else "End")
    tick = page.get_attribute("html", "data-tick")
    assert tick != before
    assert page.evaluate("document.readyState") == "loading"
    assert page.locator("#reading").count() == 0
    let_go.set()
    page.wait_for_load_state("load")
    assert page.get_attribute("html", "data-tick") == tick
    assert page.locator("#panel h2").first.is_visible()
    assert page.evaluate("document.getElementById('reading').open") is False
    rest(page, 300)
    assert f"t={tick}" in page.url
    assert not page.problems


def test_a_choice_of_the_address_waits_for_its_event(open_page, slow_page, facts):
    address, let_go = slow_page
    event = next(name for name, (first, _) in facts.spans.items() if first == 0)
    page = open_page(f"{address}/en/membership.html#select={event}", until="commit")
    page.wait_for_selector(".leaflet-overlay-pane #scene")
    assert page.get_attribute("html", "data-tick") == facts.ticks[0].id
    let_go.set()
    page.wait_for_load_state("load")
    assert page.get_attribute("#panel .chosen", "data-entry") == event


def test_events_of_other_ticks_are_neither_seen_nor_spoken_nor_printed(
    open_page, atlas
):
    page = open_page(f"{atlas}/en/membership.html#t=2022")
    gone = page.locator("#panel article:not([hidden]) h3").all_inner_texts()
    page.click("#previous")
    now = page.locator("#panel article:not([hidden]) h3").all_inner_texts()
    assert len(gone) > 2
    assert set(now).isdisjoint(gone)
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        assert [text for text in gone if text in page.inner_text("#panel")] == []
        seen = [h3 for h3 in page.locator("#panel h3").all() if h3.is_visible()]
        assert [h3.inner_text() for h3 in seen] == now
    page.emulate_media(media="screen")
    spoken = page.locator("#panel").aria_snapshot()
    assert [text for text in now if text not in spoken] == []
    assert [text for text in gone if text in spoken] == []
    # They take no room.
    heights = page.eval_on_selector_all(
        "#panel article[hidden]", "nodes => nodes.map(node => node.offsetHeight)"
    )
    assert set(heights) == {0}
    assert not page.problems


# How far to the right of its number the first letter of a foreign title stands, of each
# that begins with a number.
BEHIND = """
() => {
  document.getElementById("reading").open = true;
  const titles = [...document.querySelectorAll("cite[lang] > a")];
  const left = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect().left;
  };
  return titles.map((a) => a.firstChild).filter((text) => /^\\d/.test(text.data))
    .map((text) => left(text, text.data.search(/\\p{L}/u)) - left(text, 0));
}
"""


def test_a_number_that_begins_a_foreign_title_stays_before_it(open_page, atlas):
    page = open_page(f"{atlas}/ar/border.html", width=1280)
    found = page.evaluate(BEHIND)
    assert found and all(0 < behind < 80 for behind in found), found
