"""One file, readable by everybody, asking for nothing."""

import gzip
import json

import pytest

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.page.line_breaks import keep_dates_together
from csto_atlas.maps.timeline.changes import state_at
from tests.browser.policy import VIOLATIONS
from tests.browser.waiting import rest
from tests.conftest import LANGUAGES, MAPS
from tests.faults.rounds import pairs
from tests.made.worlds import COUNTRIES

pytestmark = pytest.mark.browser
SIZES = [(320, 640), (768, 1024), (1280, 900)]


@pytest.mark.parametrize(("name", "language"), pairs(MAPS, LANGUAGES))
def test_the_page_is_one_request_under_its_own_policy(open_page, atlas, language, name):
    page = open_page(f"{atlas}/{language}/{name}.html", script=VIOLATIONS)
    page.focus("#time")
    page.keyboard.press("Home")
    page.click("#next-change")
    page.click("#previous")
    page.locator(".leaflet-control-zoom-in").click()
    rest(page, 400)
    remote = [url for url in page.requests if not url.startswith("data:")]
    assert len(remote) == 1
    assert page.evaluate("violations") == []
    assert not page.problems


@pytest.mark.parametrize(("name", "language"), pairs(MAPS, LANGUAGES, turn=1))
def test_nothing_sticks_out_sideways(open_page, atlas, language, name):
    page = open_page(f"{atlas}/{language}/{name}.html")
    page.evaluate("document.getElementById('reading').open = true")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        rest(page, 50)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("name", "language"), pairs(MAPS, LANGUAGES, turn=2))
def test_the_first_screen_of_a_phone_has_headline_map_and_slider(
    open_page, atlas, name, language
):
    page = open_page(f"{atlas}/{language}/{name}.html", width=360, height=640)
    for part in ("#headline", ".frame", "#time", "#play"):
        box = page.locator(part).bounding_box()
        assert box["y"] + box["height"] <= 640, part
    # The key of what is present is the first thing after them.
    line = page.locator(".legend li:visible").first.bounding_box()
    assert line["y"] + line["height"] <= 640


@pytest.mark.parametrize("name", MAPS)
def test_buttons_are_big_enough_for_a_finger(open_page, atlas, name):
    page = open_page(f"{atlas}/en/{name}.html", width=320)
    sizes = page.eval_on_selector_all(
        "button, select, input, nav a, summary, .leaflet-control-zoom a",
        "ns => ns.filter(n => n.checkVisibility()).map(n => {"
        " const b = n.getBoundingClientRect(); return Math.min(b.width, b.height)})",
    )
    assert min(sizes) >= 24


@pytest.mark.parametrize(("name", "language"), pairs(MAPS, LANGUAGES, turn=1))
def test_without_script_the_map_and_all_texts_are_there(
    open_page, atlas, all_facts, language, name
):
    facts = all_facts[name]
    page = open_page(f"{atlas}/{language}/{name}.html", java_script_enabled=False)
    assert page.locator("#scene").bounding_box()["width"] > 600
    state = state_at(facts.state_changes.states["ARM"], facts.start)
    assert page.get_attribute('[data-code="ARM"]', "data-state") == state
    last = Texts(language, COUNTRIES).tick(facts.ticks[-1])
    shown = page.locator("#data tbody th").last.inner_text()
    assert keep_dates_together(last) in keep_dates_together(shown)
    assert page.locator("#events [data-entry]").count() == len(facts.spans)
    assert page.locator("#events [data-entry] >> nth=0").is_visible()
    assert not page.locator("#time").is_visible()


def test_every_event_cites_a_source_with_publisher_and_title(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html")
    page.click("#reading > summary")
    page.wait_for_selector("#events sup a")
    bad = page.evaluate(
        """() => [...document.querySelectorAll("#events [data-entry]")]
        .filter(entry => {
          const cites = [...entry.querySelectorAll("sup a")];
          return !cites.length || cites.some(cite => {
            const source = document.getElementById(cite.hash.slice(1));
            return !source?.querySelector("bdi") || !source.querySelector("cite");
          });
        }).map(entry => entry.dataset.entry)"""
    )
    assert bad == []


def test_the_table_says_what_the_map_says(open_page, made):
    page = open_page(f"{made}/en/membership.html", java_script_enabled=False)
    heads = page.locator("#data thead th").all_inner_texts()
    row = page.locator("#data tbody tr", has_text="1992").first
    cells = dict(zip(heads, row.locator("th, td").all_inner_texts(), strict=True))
    assert (cells["AAA"], cells["Events"]) == ("member", "1")
    row.locator("a").click()
    assert (
        page.locator("#events article:target .when").inner_text().startswith("15 May")
    )


def test_the_panel_writes_citations_in_full(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=1992")
    card = page.locator("#panel [data-entry]:not([hidden])").first
    source = card.locator(".source span").first.text_content()
    assert source == "Something happened: Something happened (Something happened)"
    page.click("#reading > summary")
    page.wait_for_selector("#events sup a")
    page.click("#next")
    assert page.locator("#panel sup").count() == 0


LABELS = """() => {
  const shown = [...document.querySelectorAll("#scene .label")]
    .filter(label => getComputedStyle(label).display !== "none");
  const boxes = shown.map(label => {
    const text = label.querySelector("text") ?? label;
    const { left, top, right, bottom } = text.getBoundingClientRect();
    const code = label.dataset.label ?? text.textContent;
    // A name with a line, of a town or that overhangs its country (see names.js).
    const lead = text !== label || !label.dataset.label || label.matches(".out");
    return { code, lead, left, top, right, bottom };
  });
  const meet = (a, b) => a.left < b.right && b.left < a.right
    && a.top < b.bottom && b.top < a.bottom;
  const covering = boxes.flatMap((a, i) => boxes.slice(i + 1)
    .filter(b => meet(a, b)).map(b => `${a.code} ${b.code}`));
  const svg = document.getElementById("scene");
  const into = svg.getScreenCTM().inverse();
  const outside = boxes.filter(box => !box.lead).filter(box => {
    const path = svg.querySelector(`[data-code="${CSS.escape(box.code)}"]`);
    const middle = (box.top + box.bottom) / 2;
    const isOut = part => {
      const point = new DOMPoint(box.left + (box.right - box.left) * part, middle);
      return !path.isPointInFill(point.matrixTransform(into));
    };
    return [.06, .28, .5, .72, .94].filter(isOut).length > 1;
  }).map(box => box.code);
  return { count: boxes.length, covering, outside };
}"""


@pytest.mark.parametrize(("name", "language", "size"), pairs(MAPS, LANGUAGES, SIZES))
def test_labels_stay_in_their_countries_and_off_each_other_at_every_zoom(
    open_page, atlas, language, name, size
):
    width, height = size
    page = open_page(
        f"{atlas}/{language}/{name}.html",
        width=width,
        height=height,
        reduced_motion="reduce",  # zooms at once
    )
    # Only whole names are seen: on a phone, few of them, and none far inside a country.
    assert page.evaluate(LABELS)["count"] >= 3
    for _ in range(5):
        seen = page.evaluate(LABELS)
        assert seen["covering"] == []
        assert seen["outside"] == []
        if not page.locator(".leaflet-control-zoom-in.leaflet-disabled").count():
            page.locator(".leaflet-control-zoom-in").click()
            rest(page, 30)


def test_strokes_and_marks_keep_their_size_when_zoomed(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=1992")
    mark = page.locator('[data-event="signed"] use')
    before = mark.bounding_box()["width"]
    page.locator(".leaflet-control-zoom-in").click()
    rest(page, 400)
    assert mark.bounding_box()["width"] == pytest.approx(before, rel=0.05)
    effect = "n => getComputedStyle(n).vectorEffect"
    assert page.eval_on_selector('[data-code="AAA"]', effect) == "non-scaling-stroke"


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_weighs_at_most_90_kb(atlas, language, name, weighed):
    page = (atlas / language / f"{name}.html").read_bytes()
    weight = len(gzip.compress(page, 9))
    weighed(f"{language}/{name}.html, gzip -9", weight, 90_000, "bytes")


def test_the_payload_is_json_that_cannot_end_its_element(made):
    html = (made / "en" / "membership.html").read_text()
    text = html.split('id="payload">')[1].split("</script>")[0]
    assert "<" not in text
    assert json.loads(text)["clock"]["runs"] == [[[1992], [35]]]


MARKS = """() => [...document.querySelectorAll("#scene [data-phase=now] use")].map(
  mark => { const {x, y, width, height} = mark.getBoundingClientRect();
            return [x + width / 2, y + height / 2]; })"""


@pytest.mark.parametrize(("name", "width"), pairs(MAPS, [320, 1280]))
def test_marks_of_a_tick_do_not_cover_each_other(
    open_page, atlas, all_facts, name, width
):
    page = open_page(f"{atlas}/en/{name}.html", width=width)
    page.focus("#time")
    page.keyboard.press("End")
    for _ in all_facts[name].ticks:
        middles = page.evaluate(MARKS)
        for i, (x, y) in enumerate(middles):
            for x2, y2 in middles[:i]:
                assert max(abs(x - x2), abs(y - y2)) >= 11
        page.keyboard.press("ArrowLeft")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_of_the_key_are_in_one_piece(open_page, atlas, language):
    page = open_page(f"{atlas}/{language}/border.html", width=320)
    heights = page.eval_on_selector_all(
        ".size + span",
        """spans => spans.map(span => span.getBoundingClientRect().height
          / parseFloat(getComputedStyle(span).lineHeight))""",
    )
    assert len(heights) == 3
    assert all(height < 1.5 for height in heights)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


# What is laid out is what no script asks for first.
WATCH = """
  self.early = [];
  addEventListener("load", () => { self.isOver = true; });
  const { get } = Object.getOwnPropertyDescriptor(Element.prototype, "clientWidth");
  Object.defineProperty(Element.prototype, "clientWidth", { get() {
    if (!self.isOver) self.early.push([
      !!document.querySelector("#reading[open]"), document.documentElement.className]);
    return get.call(this);
  } });
"""


@pytest.mark.parametrize("name", MAPS)
def test_the_long_text_is_folded_before_anything_is_laid_out(open_page, atlas, name):
    page = open_page(f"{atlas}/en/{name}.html", script=WATCH)
    asked = page.evaluate("early")
    assert asked, "the map asks for its size"
    assert all(not is_open and "live" in names for is_open, names in asked)


def test_a_panel_that_was_scrolled_shows_the_first_event_of_the_next_tick(
    open_page, atlas
):
    page = open_page(f"{atlas}/en/membership.html#t=2022", height=500)
    page.eval_on_selector("#panel", "panel => panel.scrollTo(0, 200)")
    page.wait_for_function("document.getElementById('panel').scrollTop === 200")
    rest(page, 50)
    page.click("#previous")
    assert page.eval_on_selector("#panel", "panel => panel.scrollTop") == 0
