"""The article of the guide, as an editor copies it: read it to its end by the wheel."""

import pytest

import build
from tests.browser.waiting import rest
from tests.faults.rounds import rounds

pytestmark = pytest.mark.browser
ARTICLE = (build.ROOT / "docs" / "article.html").read_text(encoding="utf-8")
PLACE = "https://maps.example.org/"
SIZES = [(360, 640), (390, 844), (768, 1024), (1200, 800)]
SHIFTS = """window.shift = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({type: "layout-shift", buffered: true});"""
# The steps of which all words are seen, and how much of the map is.
READ = """() => {
  const map = document.querySelector("iframe").getBoundingClientRect();
  const isSeen = step => {
    const range = document.createRange();
    range.selectNodeContents(step);
    const box = range.getBoundingClientRect();
    const isUnder = map.left < box.right && box.left < map.right;
    return box.top >= (isUnder ? map.bottom : 0) - 1 && box.bottom <= innerHeight + 1;
  };
  const steps = [...document.querySelectorAll("p[data-atlas-t]")].filter(isSeen);
  const told = steps.filter(step => step.ariaCurrent === "step");
  return {
    seen: steps.length,
    told: told.map(step => step.dataset.atlasT),
    map: (Math.min(map.bottom, innerHeight) - Math.max(map.top, 0)) / map.height,
  };
}"""

END = "scrollY + innerHeight > document.documentElement.scrollHeight - 2"


@pytest.fixture
def opened(open_page, atlas, tmp_path):
    """Return a function that opens the article in a window of a size."""

    def opened(width, height):
        path = tmp_path / "article.html"
        # A real article has text before and after its map.
        more = "<p style='height:1500px'>…</p>"
        text = ARTICLE.replace(PLACE, f"file://{atlas}/").replace("<h1>", f"{more}<h1>")
        path.write_text(text.replace("</html>", f"{more}</html>"), encoding="utf-8")
        return open_page(str(path), width=width, height=height, script=SHIFTS)

    return opened


@pytest.mark.parametrize("size", rounds([SIZES[0], SIZES[3]], SIZES), ids=str)
def test_every_step_is_read_beside_its_map(opened, size):
    page = opened(*size)
    ticks = page.eval_on_selector_all(
        "p[data-atlas-t]", "steps => steps.map(step => step.dataset.atlasT)"
    )
    page.mouse.move(size[0] / 2, size[1] * 0.9)
    read, ways = [], page.evaluate("history.length")
    while not page.evaluate(END):
        page.mouse.wheel(0, 60)
        rest(page, 60)
        found = page.evaluate(READ)
        if not found["told"]:
            continue
        tick = found["told"][0]
        page.frames[1].locator(f"html[data-tick='{tick}']").wait_for()
        assert found["map"] > 0.95, (tick, found)
        read.append(tick)
    assert list(dict.fromkeys(read)) == ticks
    assert page.evaluate("shift") <= 0.02
    assert page.evaluate("[location.hash, history.length]") == ["", ways]
    assert not page.problems


def test_a_link_of_the_article_steers(opened):
    page = opened(1200, 800)
    page.locator("a").scroll_into_view_if_needed()
    page.frames[1].locator("html[data-tick='2022-09']").wait_for()
    page.click("a")
    page.frames[1].locator("html[data-tick='2022-11']").wait_for()
    assert page.evaluate("location.hash") == ""
