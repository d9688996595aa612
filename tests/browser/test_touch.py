"""A finger on the map: it means the nearest mark, and the panel answers."""

import pytest

from tests.conftest import LANGUAGES, MAPS
from tests.faults.rounds import pairs

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 640, "has_touch": True, "is_mobile": True}
# Middles of the marks that are seen, by event.
MARKS = """() => {
  const signs = [...document.querySelectorAll("#scene .marks [data-event] use")];
  return signs.map(sign => {
    const { x, y, width, height } = sign.getBoundingClientRect();
    const { event } = sign.closest("[data-event]").dataset;
    return [event, x + width / 2, y + height / 2, width];
  }).filter(([,,, width]) => width);
}"""


def alone(marks, reach=44):
    """Return the first mark with no other within reach."""
    return next(
        (event, x, y)
        for event, x, y, _ in marks
        if all(
            other == event or (x - u) ** 2 + (y - v) ** 2 > reach**2
            for other, u, v, _ in marks
        )
        and 60 < x < 300
    )


def test_a_finger_beside_a_mark_chooses_it_and_leaves_no_label(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#t=2010", **PHONE)
    event, x, y = alone(page.evaluate(MARKS))
    page.touchscreen.tap(x + 14, y + 10)
    page.wait_for_function("document.querySelector('#panel article.chosen')")
    chosen = page.get_attribute("#panel article.chosen", "data-entry")
    assert chosen == event
    assert page.locator("#tip").is_hidden()
    top = page.eval_on_selector("#panel", "node => node.getBoundingClientRect().top")
    assert 0 <= top < 640 - 90
    page.locator("#clear").click()
    assert page.locator("#panel article.chosen").count() == 0


def test_several_marks_under_a_finger_are_a_list(open_page, atlas):
    page = open_page(f"{atlas}/en/border.html#t=2022-09", **PHONE)
    marks = page.evaluate(MARKS)
    (x, y), near = next(
        ((x, y), near)
        for _, x, y, _ in marks
        if len(near := {e for e, u, v, _ in marks if (x - u) ** 2 + (y - v) ** 2 < 400})
        > 1
        and 0 < x < 360
    )
    page.touchscreen.tap(x, y)
    listed = page.locator("#listed button")
    listed.first.wait_for()
    assert listed.count() >= len(near)
    listed.first.tap()
    assert page.locator("#panel article.chosen").count() == 1
    assert page.locator("#listed").is_hidden()


SIZES = """() => [...document.querySelectorAll("button, input, select, summary, nav a")]
  .filter(node => node.checkVisibility() && !node.closest("th, .leaflet-container"))
  .map(node => [node.id || node.textContent.trim(), node.className,
    node.getBoundingClientRect().width, node.getBoundingClientRect().height,
    !!node.closest(".presets, .key, #marks")])"""


@pytest.mark.parametrize(("language", "name"), pairs(LANGUAGES, MAPS))
def test_what_a_finger_presses_is_44_pixels_high_where_there_is_room(
    open_page, atlas, language, name
):
    """The map has no room for more, the axis shares its width among its marks."""
    page = open_page(f"{atlas}/{language}/{name}.html", **PHONE)
    for what, kind, width, height, is_close in page.evaluate(SIZES):
        assert width >= 24, (what, kind)
        assert height >= (24 if is_close else 44), (what, kind, height)
