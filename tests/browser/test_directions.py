"""A text of the data turns nothing beside it: not a number, a bracket nor a dot."""

from pathlib import Path

import pytest

from tests.browser.test_hostile_data import USE, build_hostile
from tests.faults.hostile import Hostile
from tests.faults.rounds import rounds

pytestmark = pytest.mark.browser
RTL = "\u0642\u0645\u0629"  # "summit"
PAGES = ["membership", "almaty", "border", "article"]
SAMPLE = ["en/border.html", "ar/border.html", "en/article.html", "ar/article.html"]
ALL = [f"{lang}/{name}.html" for lang in ("en", "ar", "ru") for name in PAGES]

TURNED = Path(__file__).with_name("directions.js").read_text(encoding="utf-8")


# Steps to a headline of the data, and shows the tip of a part of the map.
SHOW = """
(part) => {
  const time = document.getElementById("time");
  for (time.value = 0; ; time.value = +time.value + 1) {
    time.dispatchEvent(new Event("input", { bubbles: true }));
    const isOf = /z\\d+z/.test(document.getElementById("headline").textContent);
    if (isOf || time.value === time.max) break;
  }
  const node = document.querySelector(part);
  const { left, top } = node?.getBoundingClientRect() ?? {};
  const at = { clientX: left + 2, clientY: top + 2, pointerType: "mouse" };
  node?.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, ...at }));
}
"""
PARTS = ["[data-held]", "[data-line]", "[data-object]", "[data-contingent]"]


class Mixed(Hostile):
    """Gives each text a number between two directions: the page's own first."""

    def text(self, where):
        if where not in self.given:
            mark = f"z{len(self.given)}z"
            is_arabic = any(str(part).endswith("ar") for part in where[1:])
            self.given[where] = f"{RTL} 7 {mark}" if is_arabic else f"{mark} 7 {RTL}"
        return self.given[where]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """Return the folder of an atlas whose every text has two directions."""
    folder = tmp_path_factory.mktemp("mixed")
    return build_hostile(folder, hostile=Mixed())[0]


@pytest.mark.parametrize("name", rounds(SAMPLE, ALL))
def test_no_text_turns_what_stands_beside_it(open_page, mixed, name):
    page = open_page(f"{mixed}/{name}", width=1280)
    page.evaluate(USE)
    is_map = "article" not in name
    for part in PARTS if is_map else ["p"]:
        if is_map:
            page.evaluate(SHOW, part)
        found = page.evaluate(TURNED)
        assert found["looked"] > 20
        assert not found["wrong"], found["wrong"][:5]


def test_no_text_of_the_gallery_turns_what_stands_beside_it(open_page, mixed):
    page = open_page(f"{mixed}/index.html", width=1280)
    page.evaluate(USE)
    found = page.evaluate(TURNED)
    assert found["looked"] > 5
    assert not found["wrong"], found["wrong"][:5]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_measure_finds_a_text_that_turns_its_neighbours(
    open_page, tmp_path, language
):
    text = f"{RTL} 7 z1z" if language == "ar" else f"z1z 7 {RTL}"
    path = tmp_path / "page.html"
    isolated = f"<p>1994: <bdi>{text}</bdi> 1996</p>"
    side = "rtl" if language == "ar" else "ltr"
    html = f"<meta charset=utf-8><body dir={side}>{isolated}<p>1994: {text} 1996</p>"
    path.write_text(html, encoding="utf-8")
    found = open_page(str(path)).evaluate(TURNED)
    assert (found["count"], found["looked"], len(found["wrong"])) == (2, 4, 1)
