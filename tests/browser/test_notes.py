"""A step's note on the map: beside what it is about, whole, and only in a story."""

import pytest

pytestmark = pytest.mark.browser
STEP = "t=2022-09&select=armenia-article-4-appeal-2022&at=east"
MARK = "[data-event='armenia-article-4-appeal-2022']"
SEEN = """mark => {
  const box = css => document.querySelector(css).getBoundingClientRect();
  const [text, frame, about] = [".note text", ".frame", mark].map(box);
  const line = document.querySelector(".note path");
  const [x, y] = line.getAttribute("d").split("L")[1].split("M")[0].split(" ");
  const [middle, centre] = [about.x + about.width / 2, about.y + about.height / 2];
  const nearest = Math.hypot(middle - x, centre - y);
  return {
    lines: [...document.querySelectorAll(".note tspan")].map(one => one.textContent),
    isInside: text.left >= frame.left && text.right <= frame.right
      && text.top >= frame.top && text.bottom <= frame.bottom,
    isOver: text.left < about.right && text.right > about.left
      && text.top < about.bottom && text.bottom > about.top,
    nearest,
    colours: [getComputedStyle(line).stroke, getComputedStyle(line.nextSibling).fill],
  };
}"""


@pytest.mark.parametrize(
    ("language", "theme", "ink"),
    [("ar", "dark", "rgb(236"), ("en", "light", "rgb(2")],
)
def test_a_note_stands_beside_its_mark(open_page, atlas, language, theme, ink):
    address = f"{atlas}/{language}/border.html#{STEP}&chrome=story&theme={theme}"
    page = open_page(address, width=360, height=330)
    page.locator(".note text").wait_for()
    seen = page.evaluate(SEEN, MARK)
    assert len(seen["lines"]) == 2
    assert seen["isInside"]
    assert not seen["isOver"]
    assert seen["nearest"] < 12
    page.set_viewport_size({"width": 700, "height": 500})
    page.wait_for_timeout(100)
    assert page.evaluate(SEEN, MARK)["nearest"] < 12
    assert not page.problems


def test_a_note_goes_with_its_step(open_page, atlas):
    page = open_page(f"{atlas}/en/border.html#{STEP}&chrome=story")
    page.locator(".note text").wait_for()
    page.evaluate("location.hash = 't=2022-09&chrome=story'")
    page.locator(".note text").wait_for(state="detached")


def test_a_whole_page_has_no_note(open_page, atlas):
    page = open_page(f"{atlas}/en/border.html#{STEP}")
    page.locator("#panel .chosen[data-entry]").wait_for()
    assert page.locator(".note").count() == 0
