"""The article in a browser: its steps move its maps, on a desk and on a phone."""

from itertools import product

import pytest

from tests.browser.faults import find_faults
from tests.browser.policy import VIOLATIONS
from tests.conftest import LANGUAGES
from tests.faults.rounds import rounds

pytestmark = pytest.mark.browser
PHONE, DESK = (360, 740), (1280, 800)
LOOKS = [(320, "light"), (1280, "dark")]
# A step is read in the middle of what is left to read in, which may be below the map.
READ = """step => {
  const frame = step.closest(".pair").querySelector("iframe").getBoundingClientRect();
  const {top, left} = step.getBoundingClientRect();
  const over = frame.left <= left && left < frame.right ? frame.height : 0;
  const line = over + (innerHeight - over) * 0.4;
  scrollTo({top: scrollY + top - line, behavior: "instant"});
}"""


def frame_of(page, name):
    return page.frame_locator(f"iframe[data-atlas='{name}']")


@pytest.mark.parametrize(
    ("language", "size"),
    rounds([("ar", PHONE), ("en", DESK)], [*product(LANGUAGES, [PHONE, DESK])]),
    ids=str,
)
def test_every_step_moves_its_map(open_page, atlas, facts, language, size):
    page = open_page(
        f"{atlas}/{language}/article.html",
        width=size[0], height=size[1], script=VIOLATIONS,
    )  # fmt: skip
    (article,) = facts.world.dataset.article
    for n, part in enumerate(article.sections):
        steps = page.locator(f".chapter >> nth={n} >> article")
        for m, step in enumerate(part.steps):
            steps.nth(m).evaluate(READ)
            inner = frame_of(page, part.map)
            inner.locator(f"html[data-tick='{step.at}']").wait_for()
            # An event without a place has no mark.
            chosen = inner.locator(f"#panel .chosen[data-entry='{step.select}']")
            chosen.wait_for(state="attached")
    assert page.evaluate("violations") == []
    assert not page.problems
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_map_that_comes_late_still_shows_the_step(open_page, atlas):
    page = open_page(f"{atlas}/en/article.html")
    # Straight to the end of the last map, past everything between.
    page.locator(".chapter >> nth=2 >> article").last.evaluate(READ)
    frame_of(page, "membership").locator("html[data-tick='2026']").wait_for()


@pytest.mark.parametrize(
    ("language", "look"),
    rounds([("ar", LOOKS[0]), ("ru", LOOKS[1])], [*product(LANGUAGES, LOOKS)]),
)
def test_axe_finds_nothing(open_page, atlas, language, look):
    width, scheme = look
    address = f"{atlas}/{language}/article.html"
    page = open_page(address, width=width, color_scheme=scheme)
    # The maps in the frames have tests of their own.
    assert find_faults(page, iframes=False) == []


def test_without_script_pictures_tell_the_steps(open_page, atlas):
    page = open_page(f"{atlas}/ar/article.html", java_script_enabled=False)
    pictures = page.locator(".steps img")
    assert pictures.count() > 15
    pictures.nth(3).scroll_into_view_if_needed()
    assert pictures.nth(3).bounding_box()["height"] > 100
    assert page.locator("iframe").count() == 3


def test_in_print_there_is_the_text_without_empty_frames(open_page, atlas):
    page = open_page(f"{atlas}/en/article.html")
    page.emulate_media(media="print")
    assert not page.locator(".stick").first.is_visible()
    assert page.locator(".steps article").first.bounding_box()["height"] < 250


def test_the_language_leads_to_the_same_article(open_page, atlas):
    page = open_page(f"{atlas}/en/article.html")
    page.click('nav a[hreflang="ar"]')
    page.wait_for_selector("html[lang='ar'][dir='rtl']")
    assert page.title() == "من طلب المساعدة، ومن نالها"
