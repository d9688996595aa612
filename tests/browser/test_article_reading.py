"""What one reads of the article and what its maps show, wherever one scrolls to."""

from itertools import product

import pytest

from tests.browser.test_article import READ
from tests.browser.waiting import rest
from tests.faults.rounds import rounds

pytestmark = pytest.mark.browser

SIZES = [(360, 640), (390, 844), (768, 1024), (1280, 800), (1920, 1080)]
STRIDE = rounds(331, 97)  # pixels between two positions, a prime
FURNITURE = 0.15  # of the frame: key, credit and time

# The steps of which all words are seen, not under a map that stands over the text; in
# which chapter; and which one is marked as told.
READABLE = """() => [...document.querySelectorAll(".steps article")].flatMap((step) => {
  const frame = step.closest(".pair").querySelector("iframe").getBoundingClientRect();
  const words = document.createRange();
  words.setStart(step.querySelector("h3"), 0);
  words.setEndAfter(step.querySelector("p").lastChild);
  const box = words.getBoundingClientRect();
  const isUnder = frame.left < box.right && box.left < frame.right;
  const top = isUnder ? Math.max(frame.bottom, 0) : 0;
  if (box.top < top - 0.5 || box.bottom > innerHeight + 0.5) return [];
  const { atlasFor, atlasT, atlasSelect } = step.dataset;
  return [[atlasFor, atlasT, atlasSelect, step.ariaCurrent === "step"]];
})"""
# From where the first step of a chapter is read to where the last one is.
CHAPTERS = """() => [...document.querySelectorAll(".steps")].map((steps) => {
  const y = (step) => scrollY + step.getBoundingClientRect().top;
  const frame = steps.parentElement.querySelector("iframe").getBoundingClientRect();
  const isOver = frame.left < steps.getBoundingClientRect().right &&
    frame.right > steps.getBoundingClientRect().left;
  const over = isOver ? frame.height : 0;
  return [y(steps.firstElementChild) - over, y(steps.lastElementChild) - over];
})"""
SHOWN = """() => {
  const { map, tick } = document.documentElement.dataset;
  const chosen = document.querySelector("#panel .chosen");
  return [map, tick, chosen?.dataset.entry ?? ""];
}"""


def look(page, y):
    """Return the steps that are read at a position, and what the maps show there."""
    page.evaluate("y => scrollTo({top: y, behavior: 'instant'})", y)
    rest(page, 60)
    for _ in range(9):  # the map is told by a message, which a busy machine delays
        shown = {tuple(frame.evaluate(SHOWN)) for frame in page.frames[1:]}
        readable = page.evaluate(READABLE)
        told = [tuple(step[:3]) for step in readable if step[3]]
        if not readable or (told and told[0] in shown):
            break
        rest(page, 60)
    return readable, shown


def wait_for_maps(page):
    """Have every map loaded: a frame is not before it is near."""
    for frame in page.locator("iframe").all():
        frame.scroll_into_view_if_needed()
        frame.content_frame.locator("#panel h2").first.wait_for(state="attached")


FRAME = """() => {
  const area = ({width, height}) => width * height;
  const parts = [".key", ".credit", ".time", ".presets", ".buttons", "nav", "footer"];
  const boxes = parts.flatMap((part) => [...document.querySelectorAll(part)])
    .map((node) => node.getBoundingClientRect());
  return {
    furniture: boxes.map(area).reduce((sum, one) => sum + one, 0) /
      (innerWidth * innerHeight),
    scrolls: document.documentElement.scrollHeight > innerHeight,
    key: [...document.querySelectorAll(".legend li")]
      .filter((entry) => entry.checkVisibility()).length,
    head: document.querySelector("#headline").textContent,
  };
}"""


@pytest.mark.parametrize("size", rounds([SIZES[0], SIZES[3]], SIZES), ids=str)
def test_a_step_s_map_has_key_and_headline_and_little_else(
    open_page, atlas, facts, size
):
    page = open_page(f"{atlas}/en/article.html", width=size[0], height=size[1])
    wait_for_maps(page)
    titles = {event.id: event.title["en"] for event in facts.world.dataset.events}
    (article,) = facts.world.dataset.article
    for n, part in enumerate(article.sections):
        steps = page.locator(f".chapter >> nth={n} >> article")
        frame = next(f for f in page.frames if f"/{part.map}.html" in f.url)
        for m in {0, len(part.steps) // 2, len(part.steps) - 1}:
            steps.nth(m).evaluate(READ)
            chosen = f"#panel [data-entry='{part.steps[m].select}'].chosen"
            frame.locator(chosen).wait_for(state="attached")
            found = frame.evaluate(FRAME)
            assert found["head"].endswith(titles[part.steps[m].select])
            assert found["furniture"] <= FURNITURE, (part.steps[m].select, found)
            assert found["key"] > 0
            assert not found["scrolls"]


@pytest.mark.parametrize(
    ("language", "size"),
    rounds([("ar", SIZES[0]), ("en", SIZES[3])], [*product(["ar", "en"], SIZES)]),
    ids=str,
)
def test_the_map_shows_what_one_reads(open_page, atlas, language, size, weighed):
    page = open_page(f"{atlas}/{language}/article.html", width=size[0], height=size[1])
    wait_for_maps(page)
    seen, other = [], []
    for first, last in page.evaluate(CHAPTERS):
        for y in range(int(first), int(last), STRIDE):
            readable, shown = look(page, y)
            seen.append(bool(readable))
            told = [tuple(step[:3]) for step in readable if step[3]]
            if readable and not (told and told[0] in shown):
                other.append((y, readable, sorted(shown)))
    what = f"article, {language}, {size[0]} px wide: another map than one reads"
    weighed(what, len(other), 0, f"of {len(seen)} positions")
    assert sum(seen) >= 0.9 * len(seen), f"{sum(seen)} of {len(seen)}"
