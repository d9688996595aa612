"""Layers of many events: what every tick draws and lists."""

import gzip
import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from csto_atlas.maps.layers.hexagons import CellLayer
from tests.browser.faults import find_faults
from tests.browser.policy import VIOLATIONS
from tests.conftest import LANGUAGES
from tests.faults.rounds import PROOF, pairs, rounds
from tests.made.drawn_layers import make_layer
from tests.made.layer_pages import (
    TICK,
    TICKS,
    cite,
    make_events,
    write_few,
    write_imported,
    write_many,
    write_page,
)
from tests.maps.page.test_render import HOSTILE

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def border(all_facts):
    return all_facts["border"]


@pytest.fixture(scope="session")
def cited(border):
    return cite(border)


@pytest.fixture(scope="session")
def few(border, tmp_path_factory):
    """Return pages, by language, with 340 events, 300 of them on one point."""
    folder = tmp_path_factory.mktemp("few")
    return {language: write_few(folder, border, language) for language in LANGUAGES}


@pytest.fixture(scope="session")
def many(border, tmp_path_factory):
    """Return pages, by language, with 1,500 cells and 60,000 tallies."""
    folder = tmp_path_factory.mktemp("many")
    return {language: write_many(folder, border, language) for language in LANGUAGES}


@pytest.fixture(scope="session")
def imported(border, tmp_path_factory):
    """Return a page with a file of 100,000 events, read, joined and counted."""
    return {"en": write_imported(tmp_path_factory.mktemp("imported"), border)}


def open_at(open_page, pages, language="en", tick="2022-09", **options):
    path, content = pages[language]
    return open_page(f"{path}#t={tick}", script=VIOLATIONS, **options), content


# Ticks forwards and then backwards: what the layer shows there.
WALK = """async (ticks) => {
  const input = document.getElementById("time");
  const read_ = eval(read);
  const seen = {};
  for (const tick of [...ticks, ...ticks.toReversed()]) {
    input.value = tick;
    input.dispatchEvent(new Event("input", {bubbles: true}));
    await null;
    const now = JSON.stringify(read_());
    if (tick in seen && seen[tick] !== now) return [tick, seen[tick], now];
    seen[tick] = now;
  }
  return ticks.map(tick => JSON.parse(seen[tick]));
}"""
PATHS = """() => [...document.querySelectorAll("[data-layer=many] [data-shade]")]
  .map(n => [Number(n.dataset.shade), n.getAttribute("d")])"""
MARKS = """() => [...document.querySelectorAll("[data-layer=few] [data-spot]")]
  .filter(n => getComputedStyle(n).display !== "none")
  .map(n => [Number(n.dataset.spot), Number(n.dataset.events),
             n.querySelector("text").textContent,
             ...["least", "most", "dot"].map(name =>
               Number(n.querySelector(`.${name}`).getAttribute("r")))])"""


def walk(page, read, ticks=range(TICKS)):
    assert page.evaluate("Number(document.getElementById('time').max)") == TICKS - 1
    # The page's policy forbids eval; the test's own world has none.
    return page.evaluate(WALK.replace("eval(read)", read), [*ticks])


# A file as it is read has the same cells: 13 s of a processor.
@pytest.mark.parametrize(
    ("name", "every"), rounds([("many", 4)], [("many", 1), ("imported", 1)])
)
def test_every_tick_shows_the_cells_that_python_counts(open_page, request, name, every):
    page, content = open_at(open_page, request.getfixturevalue(name))
    (layer,) = content.view.scene.layers
    ticks = [*range(0, TICKS, every), TICKS - 1]
    seen = walk(page, PATHS, ticks)
    for tick, paths in zip(ticks, seen, strict=True):
        assert [tuple(pair) for pair in paths] == layer.paths(tick), tick
    assert not page.problems


def test_every_tick_shows_the_marks_that_python_counts(open_page, few):
    page, content = open_at(open_page, few)
    (layer,) = content.view.scene.layers
    for tick, marks in enumerate(walk(page, MARKS)):
        looks = [(n, spot.look(tick)) for n, spot in enumerate(layer.spots)]
        assert [tuple(mark) for mark in marks] == [
            (n, look.count, str(look.count) if look.count > 1 else "",
             look.least, look.most, look.dot)
            for n, look in looks if look.count
        ], tick  # fmt: skip
    assert not page.problems


def test_rings_are_true_to_the_ground_at_every_zoom(open_page, few):
    page, content = open_at(open_page, few, width=320)
    (layer,) = content.view.scene.layers
    kinds = set()
    while True:
        scale = float(
            page.evaluate("document.getElementById('scene').style.cssText.match("
                          "/--u:\\s*([\\d.]+)/)[1]")
        )  # fmt: skip
        seen = page.eval_on_selector_all(
            "[data-layer=few] [data-spot]:not([data-events='0'])",
            "ns => ns.map(n => [Number(n.dataset.spot), n.dataset.ring])",
        )
        rings = [[n, layer.spots[n].look(TICK).ring(scale)] for n, _ in seen]
        assert seen == rings
        kinds |= {ring for _, ring in seen}
        if page.locator(".leaflet-control-zoom-in.leaflet-disabled").count():
            break
        page.locator(".leaflet-control-zoom-in").click()
        page.wait_for_function(
            "u => document.getElementById('scene').style.getPropertyValue('--u') != u",
            arg=scale,
        )
    assert kinds == {"exact", "near", "ground", "region"}


@pytest.mark.parametrize(("name", "language"), pairs(["few", "many"], LANGUAGES))
def test_a_page_with_layers_keeps_its_own_policy(open_page, request, name, language):
    page, _ = open_at(open_page, request.getfixturevalue(name), language)
    page.locator("#found .busiest button >> nth=0").click()
    page.click("#next")
    page.locator("#found [data-back]").click()
    page.locator("[data-layer-switch]").click()
    page.locator("[data-layer-switch]").click()
    assert page.evaluate("violations") == []
    assert len([url for url in page.requests if not url.startswith("data:")]) == 1
    assert not page.problems


@pytest.mark.parametrize(
    ("name", "width", "scheme", "language", "is_chosen"),
    [("few", 1280, "light", "ar", True), ("few", 320, "dark", "en", False),
     ("many", 1280, "dark", "ar", True), ("many", 768, "light", "en", False)],
)  # fmt: skip
def test_axe_finds_nothing_and_nothing_sticks_out(
    open_page, request, name, width, scheme, language, is_chosen
):
    page, _ = open_at(
        open_page, request.getfixturevalue(name), language,
        width=width, color_scheme=scheme,
    )  # fmt: skip
    if is_chosen:
        page.locator("#found .busiest button >> nth=0").click()
    else:
        page.evaluate("document.getElementById('reading').open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert find_faults(page, is_whole=PROOF) == []


def test_a_click_on_a_mark_lists_its_events(open_page, few):
    page, content = open_at(open_page, few)
    (layer,) = content.view.scene.layers
    town = next(n for n, spot in enumerate(layer.spots) if len(spot.events) == 300)
    page.locator(f"[data-spot='{town}'] .dot").click()
    rows = page.locator("#found .rows article")
    assert rows.count() == 50
    assert page.inner_text("#found h3 >> nth=0").startswith("Azerbaijan, Armenia")
    assert page.locator(f"[data-spot='{town}'].chosen").count() == 1
    first = rows.first
    assert first.locator("h3").text_content() == "Something happened 40"
    assert first.locator(".figures li").count() == 3
    assert "Exact location. " in first.text_content()
    assert "12 km from the border" in first.text_content()
    cite = first.locator(".source cite").text_content()
    titles = {source.id: source.title for source in content.citations.sources}
    assert cite == titles[layer.layer.source]
    for expected in (100, 150, 200, 250, 300):
        page.click("#found [data-rest]")
        expect(rows).to_have_count(expected)
    assert not page.locator("#found [data-rest]").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".chosen").count() == 0
    assert page.locator("#found .busiest").is_visible()


def test_the_events_of_all_times_can_be_listed(open_page, few):
    page, content = open_at(open_page, few)
    (layer,) = content.view.scene.layers
    place = layer.place_of[0]  # in September
    page.locator("#found .busiest button >> nth=0").wait_for()
    while page.locator("#found [data-more]").is_visible():
        page.click("#found [data-more]")
    names = page.locator("#found .busiest bdi").all_text_contents()
    assert len(names) == sum(spot.look(TICK).count > 0 for spot in layer.spots)
    wanted = json.loads(page.text_content("#layer-data"))["layers"][0]["names"][place]
    page.locator("#found .busiest button", has_text=wanted).click()
    assert page.locator("#found .rows article").count() == 1
    page.focus("#time")
    page.keyboard.press("Home")
    assert page.inner_text("#found .rows") == "No event is recorded for this step."
    page.check("#found [data-always]")
    assert page.locator("#found .rows article").count() == 1


def test_a_cell_says_what_it_counts(open_page, many):
    page, content = open_at(open_page, many)
    (layer,) = content.view.scene.layers
    number, tally = max(layer.at(TICK), key=lambda pair: pair[1].events)
    middle = page.evaluate(
        "([x, y]) => { const p = new DOMPoint(x, y).matrixTransform("
        "document.getElementById('scene').getScreenCTM()); return [p.x, p.y] }",
        list(layer.cells[number].middle),
    )
    page.mouse.click(*middle)
    page.locator("#found dl").wait_for()
    terms = page.locator("#found dt").all_text_contents()
    said = page.locator("#found dd").all_text_contents()
    assert dict(zip(terms, said, strict=True)) == {
        "Events": f"{tally.events:,}",
        "Killed, lowest estimate": f"{tally.low:,}",
        "Killed, best estimate": f"{tally.best:,}",
        "Killed, highest estimate": f"{tally.high:,}",
        "Of which: approximate location": f"{tally.vague_places:,}",
        "Of which: approximate date": f"{tally.vague_dates:,}",
    }
    ring = page.get_attribute("[data-layer=many] .chosen", "d")
    assert ring == layer.cells[number].path(5)


def test_choosing_a_country_leaves_the_ring_around_a_cell(open_page, many):
    page, _ = open_at(open_page, many)
    page.locator("#found .busiest button >> nth=0").click()
    page.evaluate("location.hash = '#t=2022-09&select=ARM'")
    page.wait_for_selector("[data-code=ARM].chosen")
    assert page.locator("[data-layer=many] .chosen").count() == 1


def test_the_tip_names_the_mark_under_the_mouse_until_it_leaves(open_page, few):
    page, content = open_at(open_page, few)
    (layer,) = content.view.scene.layers
    town = next(n for n, spot in enumerate(layer.spots) if len(spot.events) == 300)
    names = json.loads(page.text_content("#layer-data"))["layers"][0]["names"]
    page.locator(f"[data-spot='{town}'] .dot").hover()
    assert page.inner_text("#tip") == names[town]
    page.mouse.move(2, 2)
    assert not page.locator("#tip").is_visible()


def test_the_keyboard_reaches_the_busiest_places_and_comes_back(open_page, many):
    page, content = open_at(open_page, many)
    (layer,) = content.view.scene.layers
    counts = sorted((tally.events for _, tally in layer.at(TICK)), reverse=True)
    shown = page.locator("#found .busiest b").all_text_contents()
    assert shown == [f"{count:,}" for count in counts[:10]]
    page.focus("#found")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    second = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    heading = page.evaluate("document.activeElement.textContent")
    assert second.startswith(heading)
    assert page.evaluate("document.activeElement.localName") == "h3"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == second


def test_a_tick_says_its_events_by_territory(open_page, many):
    page, _ = open_at(open_page, many)
    assert page.inner_text("#found .grounds") == "Armenia; That day: member 3".replace(
        " 3", "\n3"
    )


def test_a_layer_can_be_hidden_and_comes_back_as_it_is_now(open_page, many):
    page, content = open_at(open_page, many)
    (layer,) = content.view.scene.layers
    page.uncheck("[data-layer-switch]")
    assert not page.locator("[data-layer=many]").is_visible()
    assert not page.locator("[data-found=many]").is_visible()
    page.focus("#time")
    page.keyboard.press("End")
    page.check("[data-layer-switch]")
    assert [tuple(pair) for pair in page.evaluate(PATHS)] == layer.paths(TICKS - 1)


@pytest.mark.parametrize(
    ("name", "language"), pairs(["few", "many"], LANGUAGES, turn=1)
)
def test_the_page_says_what_the_file_covers_and_cites_it(
    open_page, request, name, language
):
    page, content = open_at(open_page, request.getfixturevalue(name), language)
    (words,) = content.view.legend.layers
    about = page.inner_text(f"[data-about={name}] p")
    assert words.covers in about
    assert words.rows in about
    assert words.licence in about
    assert page.locator(f"[data-about={name}] sup a").count() == 1


@pytest.mark.parametrize("name", ["few", "many"])
def test_without_script_the_layer_of_the_first_tick_is_there(open_page, request, name):
    path, content = request.getfixturevalue(name)["ar"]
    page = open_page(path, java_script_enabled=False)
    (layer,) = content.view.scene.layers
    start = content.view.start
    if isinstance(layer, CellLayer):
        seen = page.locator("[data-shade][d]:not([d=''])").count()
        used = [path for _, path in layer.paths(start) if path]
        assert seen - len(layer.shades) == len(used)  # the key has one of each
    else:
        events = page.locator(".layer-text article").count()
        assert events == len(layer.place_of)
    (words,) = content.view.legend.layers
    heads = page.locator("#data thead th").all_inner_texts()
    column = heads.index(words.name)
    rows = page.locator("#data tbody tr")
    said = [rows.nth(row).locator("th, td").nth(column) for row in range(rows.count())]
    assert [cell.inner_text() for cell in said] == [
        row.cells[column - 1] for row in content.reading.table.rows
    ]


@pytest.mark.parametrize("text", rounds(HOSTILE[::3], HOSTILE))
def test_hostile_words_of_a_source_are_shown_and_never_run(
    open_page, tmp_path, border, cited, text
):
    layer = make_layer(
        id="few", events=make_events(310, text), source=cited,
        name={"en": text}, covers={"en": text}, licence={"en": text},
    )  # fmt: skip
    path, _ = write_page(tmp_path, border, [layer])
    page = open_page(f"{path}#t=2022-09")
    page.locator("#found .busiest button >> nth=0").click()
    first = page.locator("#found article >> nth=0")
    assert first.locator("h3").text_content() == f"{text} 10"
    assert first.locator("p[dir=auto]").text_content() == text
    assert first.locator(".source bdi >> nth=0").text_content() == text
    assert text in page.text_content("[data-found=few] h2")
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0
    assert len([url for url in page.requests if not url.startswith("data:")]) == 1
    assert not page.problems


@pytest.mark.parametrize("name", ["few", "many"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_with_a_layer_weighs_at_most_250_kb(request, name, language, weighed):
    path, _ = request.getfixturevalue(name)[language]
    weight = len(gzip.compress(Path(path).read_bytes(), 9))
    weighed(f"{language}, layer {name}, gzip -9", weight, 250_000, "bytes")
