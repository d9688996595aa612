"""Who holds disputed areas, in the view of control: on the map and in the key."""

import pytest

from tests.browser.names import ask
from tests.browser.waiting import rest
from tests.faults.rounds import rounds

pytestmark = pytest.mark.browser
# Names of holders on the map, each with whether it is whole, clear of other names, and
# at most twice as wide as the largest area.
NAMES = """() => {
  const boxes = (selector) => [...document.querySelectorAll(selector)]
    .map(node => node.getBoundingClientRect()).filter(({width}) => width);
  const [frame] = boxes(".leaflet-container");
  const meets = (a, b) => a.left < b.right && b.left < a.right &&
    a.top < b.bottom && b.top < a.bottom;
  const others = boxes(".label:not(.off) text, text.label:not(.off)");
  const areas = boxes("[data-held]:not([data-state=none])");
  const widest = 2 * Math.max(...areas.map(({width}) => width));
  return [...document.querySelectorAll(".holders text")].map(node => {
    const box = node.getBoundingClientRect();
    const isGood = box.left >= frame.left && box.right <= frame.right &&
      !others.some(one => meets(box, one)) && box.width <= widest;
    return [node.textContent, isGood];
  });
}"""
KEY = """() =>
  [...document.querySelectorAll("#holders li")].map(node => node.textContent)"""
# Whether areas are held by a party that is not in the key, and whether the key says so.
OTHERS = """() => [
  !!document.querySelector("#scene [data-held][data-state=other]"),
  document.querySelector(".swatch[data-state=other]").checkVisibility(),
]"""


def open_control(open_page, atlas, language, name, tick, width=1280):
    address = f"{atlas}/{language}/{name}.html#t={tick}&view=control"
    page = open_page(address, width=width, height=860, reduced_motion="reduce")
    rest(page, 150)
    return page


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "held by Armenian forces"), ("ar", "تحت سيطرة القوات الأرمينية")],
)
def test_the_map_and_its_key_say_who_held_karabakh(open_page, atlas, language, words):
    page = open_control(open_page, atlas, language, "border", "2020-08")
    assert any(words in one for one in page.evaluate(KEY))
    assert any(words in name for name, _ in page.evaluate(NAMES))


@pytest.mark.parametrize(
    ("name", "tick"),
    [("border", "2021-06"), ("border", "2020-08"), ("membership", 2023)],
)
def test_names_of_holders_are_whole_and_cover_no_name(open_page, atlas, name, tick):
    for language in rounds(["en"], ["ar", "en", "ru"]):
        page = open_control(open_page, atlas, language, name, tick)
        assert [one for one in page.evaluate(NAMES) if not one[1]] == []


def test_a_holder_without_room_is_named_closer(open_page, atlas):
    page = open_control(open_page, atlas, "en", "membership", 2023)
    before = {name for name, _ in page.evaluate(NAMES)}
    page.click('[data-preset="caucasus"]')
    rest(page, 150)
    named = page.evaluate(NAMES)
    assert {name for name, _ in named} - before
    assert all(is_good for _, is_good in named)


def test_the_key_names_another_party_only_where_one_holds_an_area(
    open_page, atlas, all_facts
):
    ids = [tick.id for tick in all_facts["border"].ticks]
    page = open_control(open_page, atlas, "en", "border", "2020-08")
    assert page.evaluate(OTHERS) == [True, True]
    page.evaluate(
        "for (const area of document.querySelectorAll('[data-held]'))"
        " area.dataset.state = 'none'"
    )
    ask(page, "go", ids.index("2020-07"))
    assert page.evaluate(OTHERS) == [False, False]
