"""Reading without a mouse, without sight, without colours, without script, on paper."""

import io

import pytest
from pypdf import PdfReader

from tests.browser.faults import find_faults
from tests.conftest import LANGUAGES, MAPS
from tests.faults.rounds import PROOF, pairs, rounds

pytestmark = pytest.mark.browser
MAP = ".folium-map"
PAGES = [
    "membership.html#t=2024&select=ARM",
    "almaty.html#t=2022-01-09&select=RUS",
    "border.html#t=2022-09&view=control",
]
ACTIVE = "document.activeElement.id || document.activeElement.className"


def focus_map(page):
    """Come to the map as a reader does who has only a keyboard."""
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.folium-map')"):
            return
    raise AssertionError("the map is not among the first stops")


def spoken(page):
    return page.text_content("#spoken")


def go_to(page, tick):
    """Move the slider to a tick by its index."""
    page.eval_on_selector(
        "#time",
        "(input, tick) => { input.value = tick;"
        " input.dispatchEvent(new Event('input')) }",
        tick,
    )


@pytest.mark.parametrize(("name", "language"), pairs(MAPS, LANGUAGES))
def test_a_skip_link_leads_to_the_slider(open_page, atlas, language, name):
    page = open_page(f"{atlas}/{language}/{name}.html#t=2012")
    before = page.evaluate("location.hash")
    page.keyboard.press("Tab")
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate(ACTIVE) == "time"
    assert page.evaluate("location.hash") == before


@pytest.mark.parametrize(("name", "language"), pairs(MAPS, LANGUAGES, turn=1))
def test_the_slider_is_the_third_stop_of_the_tab_key(open_page, atlas, language, name):
    page = open_page(f"{atlas}/{language}/{name}.html")
    stops = []
    for _ in range(3):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.className || 'time'"))
    assert "skip" in stops[0]
    assert "folium-map" in stops[1]
    assert page.evaluate(ACTIVE) == "time"


@pytest.mark.parametrize("name", MAPS)
def test_the_map_is_one_stop_of_the_tab_key(open_page, atlas, name):
    page = open_page(f"{atlas}/ar/{name}.html")
    focus_map(page)
    page.keyboard.press("Tab")
    assert not page.evaluate("!!document.activeElement.closest('.folium-map')")


@pytest.mark.parametrize("language", LANGUAGES)
def test_left_is_left_in_every_language(open_page, atlas, language):
    page = open_page(f"{atlas}/{language}/border.html")
    focus_map(page)
    start = page.locator(".ring path").first.bounding_box()
    page.keyboard.press("ArrowRight")
    end = page.locator(".ring path").first.bounding_box()
    assert end["x"] + end["width"] / 2 > start["x"] + start["width"] / 2


def test_arrow_keys_walk_and_say_what_and_since_when(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=1994")
    focus_map(page)
    disputed = "Something happened, held by hill: disputed"
    assert spoken(page) == f"Barbados: no status; {disputed}"  # for it has the code BB
    page.keyboard.press("ArrowLeft")
    assert spoken(page) == "AAA: frozen, since 1994"
    assert page.inner_text("#tip") == "AAA: frozen"
    assert page.get_attribute("html", "data-tick") == "1994"
    assert not page.problems


def test_the_territory_has_the_ring_only_while_the_map_has_the_focus(open_page, made):
    page = open_page(f"{made}/en/membership.html")
    ring = page.locator(".ring path").first
    assert ring.get_attribute("d") is None
    page.locator("[data-code=AAA]").click()
    assert ring.get_attribute("d") is None
    page.keyboard.press("ArrowRight")
    path = page.get_attribute("[data-code=BBB]", "d")
    assert ring.get_attribute("d") == path
    page.keyboard.press("Escape")
    assert ring.get_attribute("d") is None
    assert page.evaluate(ACTIVE) == ""


@pytest.mark.parametrize("key", ["Enter", " "])
def test_enter_and_space_choose_as_a_click_does(open_page, made, key):
    page = open_page(f"{made}/en/membership.html")
    focus_map(page)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press(key)
    assert page.text_content("#panel h2 >> nth=0") == "AAA"
    assert "chosen" in page.get_attribute("[data-code=AAA]", "class")
    page.keyboard.press(key)
    assert page.locator(".chosen").count() == 0


def test_keys_zoom_and_bring_what_is_walked_to_into_view(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html", reduced_motion="reduce")
    focus_map(page)
    width = page.locator("[data-code=KAZ]").bounding_box()["width"]
    page.keyboard.press("+")
    assert page.locator("[data-code=KAZ]").bounding_box()["width"] > 1.5 * width
    frame = page.locator(MAP).bounding_box()
    for _ in range(6):
        page.keyboard.press("ArrowLeft")
        box = page.locator(".ring path").first.bounding_box()
        assert box["x"] < frame["x"] + frame["width"]
        assert box["x"] + box["width"] > frame["x"]
    before = page.locator("[data-code=KAZ]").bounding_box()["x"]
    page.keyboard.press("Shift+ArrowRight")
    moved = before - page.locator("[data-code=KAZ]").bounding_box()["x"]
    assert moved == pytest.approx(80, abs=2)


def test_the_hint_names_the_keys(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html")
    hint = page.get_attribute(MAP, "aria-describedby")
    assert "Arrow keys" in page.text_content(f"#{hint}")


# The first, the middle and the last tick: all of them by `make proof`, else one each.
@pytest.mark.parametrize(
    ("name", "look"),
    pairs(MAPS, [("ar", "dark", 0), ("en", "light", 0.5), ("ru", "dark", 1)]),
)
def test_axe_finds_nothing_at_any_time(open_page, atlas, all_facts, name, look):
    language, scheme, part = look
    page = open_page(f"{atlas}/{language}/{name}.html", color_scheme=scheme)
    page.click("#share > summary")
    last = len(all_facts[name].ticks) - 1
    for tick in [int(last * p) for p in rounds((part,), (0, 0.5, 1))]:
        go_to(page, tick)
        assert find_faults(page) == [], tick


LOOKS = [("ar", 360, "light"), ("en", 1280, "dark"), ("ru", 360, "light")]


@pytest.mark.parametrize(
    ("address", "look"),
    pairs(PAGES, LOOKS),
)
def test_axe_finds_nothing_in_a_page_with_all_its_text(open_page, atlas, address, look):
    language, width, scheme = look
    page = open_page(f"{atlas}/{language}/{address}", width=width, color_scheme=scheme)
    page.evaluate("document.getElementById('reading').open = true")
    assert find_faults(page, is_whole=PROOF) == []


TARGETS = """() => [...document.querySelectorAll("a, button, select, input, summary")]
  .filter(node => node.checkVisibility() && node.tabIndex >= 0)
  .map(node => ({ node, box: node.getBoundingClientRect() }))
  .filter(({ node, box }) => Math.min(box.width, box.height) < 24
    && getComputedStyle(node).display !== "inline")
  .map(({ node }) => node.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("name", MAPS)
def test_what_is_no_link_in_a_text_is_a_target_of_24_pixels(open_page, atlas, name):
    page = open_page(f"{atlas}/ar/{name}.html", width=360)
    page.click("#reading > summary")
    assert page.evaluate(TARGETS) == []


FOCUSED = """() => {
  const node = document.activeElement;
  const style = getComputedStyle(node);
  const ring = document.querySelector(".ring path").hasAttribute("d");
  return [node.id || node.outerHTML.slice(0, 60),
    style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || ring];
}"""


@pytest.mark.parametrize("name", MAPS)
def test_every_stop_shows_that_it_has_the_focus(open_page, atlas, name):
    page = open_page(f"{atlas}/en/{name}.html")
    for _ in range(25):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break  # the last stop was the one before
        what, is_visible = page.evaluate(FOCUSED)
        assert is_visible, what


LINKS = "#panel article:not([hidden]) a"
# What is around the links of the panel and draws nothing beyond its own edge.
CUTTING = """links => links.flatMap(link => {
  const around = [];
  for (let node = link.parentElement; node.id !== "panel"; node = node.parentElement) {
    const { contain, contentVisibility, overflow } = getComputedStyle(node);
    const cuts = /paint|content|strict/.test(contain) || overflow !== "visible";
    if (cuts || contentVisibility !== "visible") around.push(node.className);
  }
  return around;
})"""


def test_nothing_cuts_the_ring_of_a_link_at_the_edge_of_the_panel(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#t=2022")
    assert page.locator(LINKS).count() > 5
    assert page.eval_on_selector_all(LINKS, CUTTING) == []


def test_nothing_moves_for_who_asked_for_less_motion(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html", reduced_motion="reduce")
    page.locator(".leaflet-control-zoom-in").click()
    page.click("#previous")
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.locator(".leaflet-zoom-anim").count() == 0


FILLS = """() => Object.fromEntries(
  [...document.querySelectorAll(".legend svg.swatch")].map(swatch => {
    const { fill } = getComputedStyle(swatch.querySelector("path"));
    return [swatch.dataset.state, fill];
  }))"""


@pytest.mark.parametrize(("name", "scheme"), pairs(MAPS, ["light", "dark"]))
def test_forced_colours_keep_the_states_apart(open_page, atlas, name, scheme):
    page = open_page(
        f"{atlas}/en/{name}.html", forced_colors="active", color_scheme=scheme
    )
    fills = page.evaluate(FILLS)
    if name == "border":
        del fills["frozen"]  # a member's fill: a band along the border tells it
    assert len({*fills.values()}) == len(fills) > 3
    canvas = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    for button in ("#play", "#previous"):
        ink = page.eval_on_selector(button, "node => getComputedStyle(node).color")
        paper = page.eval_on_selector(
            button, "node => getComputedStyle(node).backgroundColor"
        )
        assert ink not in (paper, canvas if button == "#previous" else paper)
    border = "node => getComputedStyle(node).stroke"
    assert page.eval_on_selector("[data-code=KAZ], [data-code=ARM]", border) != canvas


@pytest.mark.parametrize(("name", "language"), pairs(MAPS, LANGUAGES, turn=2))
def test_zoomed_to_400_per_cent_everything_can_be_reached(
    open_page, atlas, language, name
):
    page = open_page(f"{atlas}/{language}/{name}.html", width=320, height=256)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    before = page.get_attribute("html", "data-tick")
    page.locator("#time").scroll_into_view_if_needed()
    box = page.locator("#time").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 256
    page.mouse.click(box["x"] + box["width"] * 0.3, box["y"] + box["height"] / 2)
    assert page.get_attribute("html", "data-tick") != before
    assert page.locator(MAP).bounding_box()["height"] <= 256


@pytest.mark.parametrize(("name", "language"), pairs(MAPS, LANGUAGES))
def test_without_script_a_strip_shows_all_states(
    open_page, atlas, all_facts, language, name
):
    page = open_page(f"{atlas}/{language}/{name}.html", java_script_enabled=False)
    strip = page.locator("svg.strip[role=img]")
    assert strip.is_visible()
    heads = page.locator("#data thead th").all_inner_texts()[1:-1]
    names = strip.locator("text").all_text_contents()
    assert names[-len(heads) :] == heads
    fills = strip.locator(".swatch path").evaluate_all(
        "paths => paths.map(path => getComputedStyle(path).fill)"
    )
    assert len(fills) >= 3
    assert "none" not in fills


def count_pages(page):
    """Print a page and return what is on each sheet."""
    return PdfReader(io.BytesIO(page.pdf(format="A4"))).pages


@pytest.mark.parametrize(
    ("language", "name"),
    pairs(LANGUAGES, MAPS),
)
def test_a_map_prints_on_one_page(open_page, atlas, language, name):
    page = open_page(f"{atlas}/{language}/{name}.html", color_scheme="dark")
    width = page.locator(".frame").bounding_box()["width"]
    (sheet,) = count_pages(page)
    text = sheet.extract_text()
    assert f"{name}.html#t=" in text
    assert "file:" not in text
    assert "OpenStreetMap" in text
    assert page.locator(".frame").bounding_box()["width"] == width
    assert page.locator("#scene").bounding_box()["width"] >= width


def test_the_busiest_day_prints_on_one_page(open_page, atlas, all_facts):
    facts = all_facts["almaty"]
    held = [range(first, last + 1) for first, last in facts.spans.values()]
    busiest = max(
        range(len(facts.ticks)), key=lambda tick: sum(tick in days for days in held)
    )
    page = open_page(f"{atlas}/ar/almaty.html#t={facts.ticks[busiest].id}")
    assert len(count_pages(page)) == 1


def test_print_has_title_headline_map_key_and_events_and_no_controls(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#t=2012&select=UZB")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    card = "#panel article:not([hidden]) h3"  # others are made ready, and hidden
    shown = (".kicker", "#headline", "#scene", ".legend", card, ".credit")
    assert page.locator("#graph .now").count() == 1
    for part in (*shown, "#graph"):
        assert page.locator(part).first.is_visible(), part
    for part in ("#time", ".leaflet-control-zoom", "nav", "#view", "#panel .source"):
        assert not page.locator(part).first.is_visible(), part
    assert not page.locator("#reading").is_visible()


def test_an_open_reading_section_is_printed_after_the_first_page(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html")
    page.click("#reading > summary")
    first, *others = count_pages(page)
    assert len(others) > 3
    assert "Sources" not in first.extract_text()
    assert "Sources" in "".join(sheet.extract_text() for sheet in others)
    page.emulate_media(media="print")
    assert page.locator(".sources li").last.is_visible()
