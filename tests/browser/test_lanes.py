"""The lanes behind the slider: on the first screen, whole, each mark within reach."""

import pytest

from tests.conftest import LANGUAGES, MAPS
from tests.faults.rounds import pairs, rounds

pytestmark = pytest.mark.browser
WIDTHS = (320, 360, 390, 768, 1024, 1280, 1920)
PAGES = pairs(MAPS, LANGUAGES, turn=1)
NARROW = {"width": 360, "height": 640}

# Texts of the picture that lie on each other, and labels of the axis on the thumb.
FAULTS = """() => {
  const texts = [...document.querySelectorAll("#graph text")].filter(n => n.textContent)
    .map(node => [node.textContent, node.getBoundingClientRect()]);
  const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  const pairs = texts.flatMap(([name, box], i) => texts.slice(i + 1)
    .filter(([, other]) => over(box, other)).map(([other]) => `${name} on ${other}`));
  const { bottom } = document.querySelector("#time").getBoundingClientRect();
  const axis = [...document.querySelectorAll("#graph .axis")]
    .map(node => node.getBoundingClientRect());
  const frame = innerWidth;
  return { pairs, under: axis.filter(box => box.top < bottom - 1).length,
    cut: axis.filter(box => box.left < 0 || box.right > frame).length,
    labels: axis.length };
}"""

MARKS = """() => {
  const marks = [...document.querySelectorAll("#marks button")];
  const boxes = marks.map(node => node.getBoundingClientRect());
  const small = boxes.filter(box => box.width < 23.9 || box.height < 23.9).length;
  const over = boxes.filter((box, i) => i && box.left < boxes[i - 1].right - 0.1)
    .length;
  const found = new Set();
  const list = document.querySelector("#listed");
  for (const mark of marks) {
    mark.click();
    if (list.hidden) {
      found.add(location.hash + document.documentElement.dataset.tick);
      continue;
    }
    if (+mark.textContent !== list.children.length) return `${mark.ariaLabel}: cut`;
    for (let at = 0; at < list.children.length; at++) {
      mark.click();
      list.children[at].click();
      found.add(mark.ariaLabel + at);
    }
  }
  return { small, over, found: found.size };
}"""


# Pixels from the mark of one event to the middle of the thumb on its tick.
APART = """() => [
  ...document.querySelectorAll("#marks button:has(span:empty)")
].map(mark => {
  mark.click();
  const time = document.querySelector("#time"), box = time.getBoundingClientRect();
  const share = (time.value - time.min) / (time.max - time.min);
  const isRtl = getComputedStyle(time).direction === "rtl";
  const thumb = box.left + 11 + (box.width - 22) * (isRtl ? 1 - share : share);
  const { left, width } = mark.querySelector("span").getBoundingClientRect();
  return Math.abs(left + width / 2 - thumb);
})"""


def open_lanes(open_page, address, **size):
    page = open_page(address, **size)
    page.wait_for_selector("#marks button")
    return page


@pytest.mark.parametrize(("name", "language"), PAGES)
def test_time_is_on_the_first_screen_of_a_phone(open_page, atlas, name, language):
    page = open_lanes(open_page, f"{atlas}/{language}/{name}.html", **NARROW)
    box = page.locator(".track").bounding_box()
    assert box["height"] <= 120
    assert box["y"] + box["height"] <= 640


@pytest.mark.parametrize(("name", "language", "width"), pairs(MAPS, LANGUAGES, WIDTHS))
def test_the_axis_has_labels_and_no_text_lies_on_another(
    open_page, atlas, name, language, width
):
    page = open_lanes(
        open_page, f"{atlas}/{language}/{name}.html", width=width, height=800
    )
    found = page.evaluate(FAULTS)
    assert found.pop("labels") >= 4
    assert found == {"pairs": [], "under": 0, "cut": 0}


@pytest.mark.parametrize("width", rounds((360,), WIDTHS))
@pytest.mark.parametrize("name", MAPS)
def test_every_event_is_behind_a_mark_of_a_fingers_size(open_page, atlas, name, width):
    page = open_lanes(open_page, f"{atlas}/ar/{name}.html", width=width, height=640)
    found = page.evaluate(MARKS)
    events = page.locator("#events [data-entry]").count()
    assert found == {"small": 0, "over": 0, "found": events}


@pytest.mark.parametrize(("name", "language"), [("border", "en"), ("membership", "ar")])
def test_the_mark_of_an_event_is_where_its_step_is(open_page, atlas, name, language):
    page = open_lanes(open_page, f"{atlas}/{language}/{name}.html", width=1280)
    apart = page.evaluate(APART)
    assert apart and max(apart) < 2


def test_an_event_of_a_list_is_chosen_and_the_list_closes(open_page, atlas):
    page = open_lanes(open_page, f"{atlas}/en/membership.html", **NARROW)
    page.locator("#marks button", has_text="1").first.click()
    entry = page.locator("#listed button").nth(1)
    title = entry.inner_text()
    entry.click()
    assert page.locator("#listed").is_hidden()
    assert page.locator("#panel .chosen h3").inner_text() in title


def test_a_list_closes_with_escape(open_page, atlas):
    page = open_lanes(open_page, f"{atlas}/en/border.html", **NARROW)
    page.locator("#marks button", has_text="2").first.click()
    page.keyboard.press("Escape")
    assert page.locator("#listed").is_hidden()


def test_arrow_keys_walk_along_the_marks(open_page, atlas):
    page = open_lanes(open_page, f"{atlas}/en/almaty.html")
    assert page.locator("#marks [tabindex='0']").count() == 1
    page.focus("#marks [tabindex='0']")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(
        "document.activeElement === document.querySelectorAll('#marks button')[1]"
    )


def test_a_break_is_drawn_where_the_step_of_time_changes(open_page, atlas):
    breaks = {}
    for name in MAPS:
        page = open_lanes(open_page, f"{atlas}/en/{name}.html")
        runs = page.evaluate(
            "JSON.parse(document.querySelector('#payload').textContent).clock.runs.length"
        )
        breaks[name] = (page.locator("#graph [data-break]").count(), runs - 1)
    assert all(drawn == wanted for drawn, wanted in breaks.values())
    assert any(wanted for _, wanted in breaks.values())


def test_a_call_is_filled_where_troops_came(open_page, atlas):
    page = open_lanes(open_page, f"{atlas}/en/membership.html")
    calls = page.evaluate(
        "JSON.parse(document.querySelector('#payload').textContent).calls"
    )
    drawn = page.eval_on_selector_all(
        "#graph [data-call]", "ns => ns.map(n => [n.dataset.call, n.dataset.sent])"
    )
    assert dict(drawn) == {
        event: str(sent).lower() for event, (_, sent) in calls.items()
    }
    fills = page.eval_on_selector_all(
        "#graph [data-call]", "ns => ns.map(n => getComputedStyle(n).fill)"
    )
    assert len({*fills}) == 2


def test_the_bubble_names_the_tick_at_the_pointer(open_page, atlas):
    page = open_lanes(open_page, f"{atlas}/en/membership.html")
    spot = page.locator("#graph .axis", has_text="2010").bounding_box()
    lanes = page.locator("#time").bounding_box()
    page.mouse.move(spot["x"] + spot["width"] / 2, lanes["y"] + 20)
    assert page.locator("#bubble").inner_text().startswith("2010: ")
    page.mouse.move(5, 5)
    assert page.locator("#bubble").is_hidden()


def test_a_map_is_played_within_fifty_seconds(open_page, atlas):
    page = open_lanes(open_page, f"{atlas}/en/border.html#t=1991")
    page.clock.install()
    page.click("#play")
    page.clock.run_for(50_000)
    assert page.get_attribute("#play", "aria-label") == "Play"
    assert page.get_attribute("#time", "max") == page.input_value("#time")


def test_a_reader_plays_faster(open_page, atlas):
    page = open_lanes(open_page, f"{atlas}/en/almaty.html#t=2022-01-02")
    page.clock.install()
    page.click("#speed")
    assert page.inner_text("#speed") == "2×"
    page.click("#play")
    page.clock.run_for(17 * 1100 // 2 + 100)
    assert page.get_attribute("#play", "aria-label") == "Play"
