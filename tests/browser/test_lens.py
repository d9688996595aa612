"""The lens of the map by years: larger, and in time with the map."""

import pytest

from tests.browser.waiting import rest

pytestmark = pytest.mark.browser
BOX = """selector => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return [box.x, box.y, box.right, box.bottom];
}"""
SCALES = """() => {
  const [lens, scene] = [".lens", "#scene"].map((name) => document.querySelector(name));
  const scale = (svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return scale(lens) / scale(scene);
}"""


@pytest.mark.parametrize(
    ("width", "is_there"), [(1280, True), (1000, False), (390, False)]
)
def test_only_a_wide_frame_has_a_lens(open_page, atlas, width, is_there):
    page = open_page(f"{atlas}/en/membership.html", width=width)
    assert page.locator(".lens").is_visible() is is_there


@pytest.mark.parametrize("width", [1280, 1920])
def test_a_lens_is_three_times_as_large_as_the_map(open_page, atlas, width):
    page = open_page(f"{atlas}/ar/membership.html", width=width, height=900)
    assert page.evaluate(SCALES) >= 3


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_lens_lies_inside_the_frame_and_over_no_button(open_page, atlas, language):
    page = open_page(f"{atlas}/{language}/membership.html")
    left, top, right, bottom = page.evaluate(BOX, ".lens")
    frame = page.evaluate(BOX, ".frame")
    assert frame[0] <= left and right <= frame[2] and bottom <= frame[3]
    credit = page.evaluate(BOX, ".credit")
    assert bottom <= credit[1] or right <= credit[0]
    assert top > page.evaluate(BOX, ".presets")[3]


def test_a_lens_follows_every_tick(open_page, atlas, facts):
    page = open_page(f"{atlas}/en/membership.html")
    pictures = []
    states = facts.state_changes.states.values()
    changes = sorted({index for runs in states for index, _ in runs})
    for tick in [facts.ticks[index].id for index in changes[:: len(changes) // 2]]:
        page.evaluate(f"location.hash = '#t={tick}'")
        page.wait_for_selector(f"html[data-tick='{tick}']")
        pictures.append(page.locator(".lens").screenshot())
    assert len(set(pictures)) == len(pictures) >= 2


def test_a_lens_is_gone_while_the_reader_looks_closer(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html")
    page.click(".leaflet-control-zoom-in")
    page.locator(".lens").wait_for(state="hidden")
    page.click('[data-preset="region"]')
    page.locator(".lens").wait_for(state="visible")
    rest(page, 50)
    assert not page.problems
