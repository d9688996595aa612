"""Layers of many events: what every tick draws and lists, and how quickly."""

import gzip
import json
from pathlib import Path

import pytest

from maps.cells import CellLayer
from tests.browser.faults import find_faults
from tests.browser.layered import (
    MIDDLE,
    TICK,
    TICKS,
    import_layer,
    make_events,
    write_page,
)
from tests.browser.policy import VIOLATIONS
from tests.browser.stepping import time_steps
from tests.browser.test_payload import declared_keys
from tests.conftest import LANGUAGES
from tests.faults.rounds import rounds
from tests.maps.many import make_cells, make_ground, make_layer
from tests.maps.test_page import HOSTILE

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def border(all_facts):
    return all_facts["border"]


@pytest.fixture(scope="session")
def cited(border):
    return border.world.dataset.sources[0].id


@pytest.fixture(scope="session")
def few(border, cited, tmp_path_factory):
    """Return pages, by language, with 340 events, 300 of them on one point."""
    layer = make_layer(
        id="few", events=make_events(), source=cited, total=352, outside=8, undated=4
    )
    folder = tmp_path_factory.mktemp("few")
    return {lang: write_page(folder, border, [layer], lang) for lang in LANGUAGES}


@pytest.fixture(scope="session")
def many(border, cited, tmp_path_factory):
    """Return pages, by language, with 1,500 cells and 60,000 tallies."""
    cells = make_cells(1500, 60_000, TICKS, middle=MIDDLE)
    grounds = tuple(make_ground(tick, codes=("ARM",)) for tick in range(TICKS))
    layer = make_layer(id="many", cells=cells, source=cited, grounds=grounds)
    folder = tmp_path_factory.mktemp("many")
    return {lang: write_page(folder, border, [layer], lang) for lang in LANGUAGES}


@pytest.fixture(scope="session")
def imported(border, cited, tmp_path_factory):
    """Return a page with a file of 100,000 events, read, joined and counted."""
    folder = tmp_path_factory.mktemp("imported")
    layer = import_layer(folder, border, cited)
    assert layer.total == 100_000
    return {"en": write_page(folder, border, [layer])}


def open_at(open_page, pages, language="en", tick="2022-09", **options):
    path, drawn = pages[language]
    return open_page(f"{path}#t={tick}", script=VIOLATIONS, **options), drawn


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


@pytest.mark.parametrize(("name", "every"), [("many", 1), ("imported", rounds(5, 1))])
def test_every_tick_shows_the_cells_that_python_counts(open_page, request, name, every):
    page, drawn = open_at(open_page, request.getfixturevalue(name))
    (layer,) = drawn.scene.layers
    ticks = [*range(0, TICKS, every), TICKS - 1]
    seen = walk(page, PATHS, ticks)
    for tick, paths in zip(ticks, seen, strict=True):
        assert [tuple(pair) for pair in paths] == layer.paths(tick), tick
    assert not page.problems


def test_every_tick_shows_the_marks_that_python_counts(open_page, few):
    page, drawn = open_at(open_page, few)
    (layer,) = drawn.scene.layers
    for tick, marks in enumerate(walk(page, MARKS)):
        looks = [(n, spot.look(tick)) for n, spot in enumerate(layer.spots)]
        assert [tuple(mark) for mark in marks] == [
            (n, look.count, str(look.count) if look.count > 1 else "",
             look.least, look.most, look.dot)
            for n, look in looks if look.count
        ], tick  # fmt: skip
    assert not page.problems


def test_rings_are_true_to_the_ground_at_every_zoom(open_page, few):
    page, drawn = open_at(open_page, few, width=320)
    (layer,) = drawn.scene.layers
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


@pytest.mark.parametrize("name", ["few", "many"])
@pytest.mark.parametrize("language", LANGUAGES)
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
    # Rows of a list are alike, and axe takes its time for each.
    page.evaluate(
        "document.querySelectorAll('#reading [data-item]:nth-of-type(n+30)')"
        ".forEach(row => row.remove())"
    )
    assert find_faults(page) == []


@pytest.mark.parametrize(("name", "kind"), [("few", "SpotData"), ("many", "CellData")])
def test_the_declared_keys_are_those_of_the_layer_data(request, name, kind):
    html = Path(request.getfixturevalue(name)["en"][0]).read_text(encoding="utf-8")
    data = json.loads(html.split('id="layer-data">')[1].split("</script>")[0])
    (layer,) = data["layers"]
    assert list(data) == declared_keys("LayerData")
    assert list(data["texts"]) == declared_keys("LayerTexts")
    assert list(layer) == declared_keys(kind)
    if kind == "CellData":
        assert list(layer["tallies"]) == declared_keys("Tallies")


def test_a_click_on_a_mark_lists_its_events(open_page, few):
    page, drawn = open_at(open_page, few)
    (layer,) = drawn.scene.layers
    town = next(n for n, spot in enumerate(layer.spots) if len(spot.events) == 300)
    page.locator(f"[data-spot='{town}'] .dot").click()
    rows = page.locator("#found .rows article")
    assert rows.count() == 50
    assert page.inner_text("#found h3 >> nth=0").startswith("Azerbaijan, Armenia")
    assert page.locator(f"[data-spot='{town}'].chosen").count() == 1
    first = rows.first
    assert first.locator("h3").text_content() == "Something happened 40"
    assert first.locator(".figures li").count() == 3
    assert "The place is exact. " in first.inner_text()
    assert "12 km from the border" in first.inner_text()
    cite = first.locator(".source cite").text_content()
    assert cite == drawn.context["references"][
        next(n for n, source in enumerate(drawn.context["references"])
             if source.id == layer.layer.source)
    ].title  # fmt: skip
    for expected in (100, 150, 200, 250, 300):
        page.click("#found [data-rest]")
        assert rows.count() == expected
    assert not page.locator("#found [data-rest]").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".chosen").count() == 0
    assert page.locator("#found .busiest").is_visible()


def test_the_events_of_all_times_can_be_listed(open_page, few):
    page, drawn = open_at(open_page, few)
    (layer,) = drawn.scene.layers
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
    assert page.inner_text("#found .rows") == "No event is recorded here."
    page.check("#found [data-always]")
    assert page.locator("#found .rows article").count() == 1


def test_a_cell_says_what_it_counts(open_page, many):
    page, drawn = open_at(open_page, many)
    (layer,) = drawn.scene.layers
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
        "Of them with a place that is not exact": f"{tally.vague_places:,}",
        "Of them with a date that is not exact": f"{tally.vague_dates:,}",
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
    page, drawn = open_at(open_page, few)
    (layer,) = drawn.scene.layers
    town = next(n for n, spot in enumerate(layer.spots) if len(spot.events) == 300)
    names = json.loads(page.text_content("#layer-data"))["layers"][0]["names"]
    page.locator(f"[data-spot='{town}'] .dot").hover()
    assert page.inner_text("#tip") == names[town]
    page.mouse.move(2, 2)
    assert not page.locator("#tip").is_visible()


def test_the_keyboard_reaches_the_busiest_places_and_comes_back(open_page, many):
    page, drawn = open_at(open_page, many)
    (layer,) = drawn.scene.layers
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
    page, drawn = open_at(open_page, many)
    (layer,) = drawn.scene.layers
    page.uncheck("[data-layer-switch]")
    assert not page.locator("[data-layer=many]").is_visible()
    assert not page.locator("[data-found=many]").is_visible()
    page.focus("#time")
    page.keyboard.press("End")
    page.check("[data-layer-switch]")
    assert [tuple(pair) for pair in page.evaluate(PATHS)] == layer.paths(TICKS - 1)


@pytest.mark.parametrize("name", ["few", "many"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_the_file_covers_and_cites_it(
    open_page, request, name, language
):
    page, drawn = open_at(open_page, request.getfixturevalue(name), language)
    (words,) = drawn.context["layers"]
    about = page.inner_text(f"[data-about={name}] p")
    assert words.covers in about
    assert words.rows in about
    assert words.licence in about
    assert page.locator(f"[data-about={name}] sup a").count() == 1


@pytest.mark.parametrize("name", ["few", "many"])
def test_without_script_the_layer_of_the_first_tick_is_there(open_page, request, name):
    path, drawn = request.getfixturevalue(name)["ar"]
    page = open_page(path, java_script_enabled=False)
    (layer,) = drawn.scene.layers
    start = drawn.context["start"]
    if isinstance(layer, CellLayer):
        seen = page.locator("[data-shade][d]:not([d=''])").count()
        used = [path for _, path in layer.paths(start) if path]
        assert seen - len(layer.shades) == len(used)  # the key has one of each
    else:
        events = page.locator(".layer-text article").count()
        assert events == len(layer.place_of)
    (words,) = drawn.context["layers"]
    heads = page.locator("#data thead th").all_inner_texts()
    column = heads.index(words.name)
    rows = page.locator("#data tbody tr")
    said = [rows.nth(row).locator("th, td").nth(column) for row in range(rows.count())]
    assert [cell.inner_text() for cell in said] == [
        row.cells[column - 1] for row in drawn.context["rows"]
    ]


@pytest.mark.parametrize("text", HOSTILE)
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
    assert page.text_content("[data-found=few] h2").startswith(text)
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


@pytest.mark.parametrize("name", ["few", "many", "imported"])
def test_a_step_with_a_layer_takes_at_most_eight_milliseconds(
    open_page, request, name, measured
):
    page, _ = open_at(open_page, request.getfixturevalue(name))
    p95, median = time_steps(page, passes=20)
    measured(f"layer {name}: step, script and layout, p95", p95, 8, "ms")
    measured(f"layer {name}: step, script and layout, median", median, 8, "ms")


@pytest.mark.parametrize("name", ["many", "imported"])
def test_the_first_paint_of_a_page_with_many_cells(open_page, request, name, measured):
    paints = []
    for _ in range(5):
        page, _ = open_at(open_page, request.getfixturevalue(name))
        page.wait_for_function(
            "() => performance.getEntriesByName('first-paint').length"
        )
        paints.append(
            page.evaluate("performance.getEntriesByName('first-paint')[0].startTime")
        )
    measured(f"layer {name}: first paint", min(paints), 1000, "ms")
