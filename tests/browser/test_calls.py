"""The calls for help on one screen, in place of the map."""

import io
import shutil

import pytest
from PIL import Image

from csto_atlas.maps.stills.raster.cards import draw_calls
from tests.browser.faults import find_faults
from tests.browser.waiting import rest
from tests.conftest import LANGUAGES
from tests.faults.rounds import pairs

pytestmark = pytest.mark.browser
SIZES = [(360, 640), (1280, 860)]
LAST = """() => Math.max(...[...document.querySelectorAll("#board li strong")]
  .map(node => node.getBoundingClientRect().bottom))"""
SHOWN = """() => [document.documentElement.dataset.tick,
  document.querySelector("#scene .chosen, #panel .chosen") !== null,
  document.querySelector("#board").hidden,
  new URLSearchParams(location.hash.slice(1)).get("select")]"""


@pytest.mark.parametrize(("language", "size"), pairs(LANGUAGES, SIZES))
def test_all_calls_and_their_results_are_on_the_first_screen(
    open_page, atlas, language, size
):
    page = open_page(
        f"{atlas}/{language}/membership.html", width=size[0], height=size[1]
    )
    page.click("#asked")
    calls = page.locator("#calls tr[data-call]").count()
    assert calls == page.locator("#board li").count() > 5
    assert page.locator("#board li.came").count() == 1
    assert page.evaluate(LAST) <= size[1]
    assert page.locator("#board svg:empty").count() == 0
    assert page.evaluate("document.activeElement.id") == "back"
    assert find_faults(page) == []
    page.click("#back")
    assert page.locator("#headline").is_visible()
    assert page.evaluate("document.activeElement.id") == "asked"


def test_each_call_opens_the_map_at_its_tick_with_its_event_selected(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#board=calls")
    links = page.locator("#board li a")
    for number in range(links.count()):
        words = links.nth(number).get_attribute("href")
        links.nth(number).click()
        rest(page, 250)  # the address follows
        tick, is_chosen, is_away, event = page.evaluate(SHOWN)
        assert is_chosen
        assert is_away
        assert words == f"#t={tick}&select={event}"
        page.click("#asked")


def test_who_asks_for_a_tick_of_the_map_sees_the_map(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#board=calls")
    assert page.locator(".stage").is_hidden()
    page.evaluate("location.hash = 't=2012'")
    page.wait_for_selector("html[data-tick='2012'] .stage", state="visible")


def test_a_map_with_fewer_than_two_calls_has_no_board(open_page, made):
    page = open_page(f"{made}/en/membership.html#board=calls")
    assert page.locator("#asked, #board").count() == 0
    assert page.locator(".stage").is_visible()


def test_the_calls_make_a_picture_for_previews_of_links(browser, atlas, tmp_path):
    (tmp_path / "ar").mkdir()
    (tmp_path / "stills" / "ar").mkdir(parents=True)
    for name in ("membership", "almaty"):
        shutil.copy(atlas / "ar" / f"{name}.html", tmp_path / "ar")
    small, large = draw_calls(browser, tmp_path / "ar" / "membership.html")
    assert small.relative_to(tmp_path).as_posix() == "stills/ar/membership-calls.png"
    sizes = [Image.open(io.BytesIO(path.read_bytes())).size for path in (small, large)]
    assert sizes == [(1200, 630), (2400, 1260)]
    colours = Image.open(small).convert("RGB").getcolors(1 << 24)
    assert any(colour == (140, 42, 28) and n > 9000 for n, colour in colours)
    assert draw_calls(browser, tmp_path / "ar" / "almaty.html") == []
