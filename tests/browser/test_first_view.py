"""What a map is about lies in its first view, beside buttons and credit."""

import pytest

from csto_atlas.maps.spec.distortion import find_lean
from csto_atlas.maps.spec.projection_choice import STEEPEST
from tests.conftest import LANGUAGES, MAPS
from tests.faults.rounds import pairs, rounds

pytestmark = pytest.mark.browser
SIZES = [(320, 568), (360, 640), (390, 844), (768, 1024), (800, 450), (1024, 720)]
SIZES += [(1280, 860), (1920, 1080)]
# The corners of a box of the payload on the screen, and what covers the map.
COVERED = """() => {
  const payload = JSON.parse(document.querySelector("#payload").textContent);
  const scene = document.querySelector("#scene"), matrix = scene.getScreenCTM();
  const height = scene.viewBox.baseVal.height;
  const frame = document.querySelector(".frame").getBoundingClientRect();
  const at = ([lat, lng]) => new DOMPoint(lng, height - lat).matrixTransform(matrix);
  const [one, other] = payload[frame.width >= 700 ? "wide" : "narrow"].map(at);
  const box = [one.x, other.y, other.x, one.y];
  const inside = box[0] > frame.left - 1 && box[1] > frame.top - 1
    && box[2] < frame.right + 1 && box[3] < frame.bottom + 1;
  const furniture = ".presets, .leaflet-control-zoom, .credit";
  const over = [...document.querySelectorAll(furniture)]
    .map((node) => [node.className, node.getBoundingClientRect()])
    .filter(([, r]) => r.width && r.left < box[2] - 1 && r.right > box[0] + 1
      && r.top < box[3] - 1 && r.bottom > box[1] + 1)
    .map(([name]) => name);
  return { inside, over };
}"""


@pytest.mark.parametrize("size", rounds([(360, 640), (800, 450), (1920, 1080)], SIZES))
@pytest.mark.parametrize("name", MAPS)
def test_the_first_view_is_whole_and_nothing_covers_it(open_page, atlas, name, size):
    page = open_page(f"{atlas}/en/{name}.html", width=size[0], height=size[1])
    assert page.evaluate(COVERED) == {"inside": True, "over": []}


def test_the_first_view_of_an_example_is_whole_at_every_size(open_page, example):
    path = f"{example.atlas}/{example.languages[0]}/membership.html"
    for width, height in rounds([(360, 640), (800, 450)], SIZES):
        page = open_page(path, width=width, height=height)
        assert page.evaluate(COVERED) == {"inside": True, "over": []}, width


@pytest.mark.parametrize("name", MAPS)
def test_a_low_frame_shows_map_time_and_key_at_once(open_page, atlas, name):
    page = open_page(f"{atlas}/en/{name}.html", width=800, height=450)
    bottoms = page.evaluate("""[".frame", "#play", ".key li"].map(
      (part) => document.querySelector(part).getBoundingClientRect().bottom)""")
    assert max(bottoms) <= 450


@pytest.mark.parametrize(
    ("name", "language", "width"), pairs(MAPS, LANGUAGES, [320, 360], turn=1)
)
def test_the_buttons_of_parts_leave_room_for_those_of_the_zoom(
    open_page, atlas, name, language, width
):
    page = open_page(f"{atlas}/{language}/{name}.html", width=width, height=640)
    parts = page.locator(".presets").bounding_box()
    zoom = page.locator(".leaflet-control-zoom").bounding_box()
    assert parts["x"] + parts["width"] < zoom["x"]


@pytest.mark.parametrize("name", MAPS)
def test_north_is_up_in_the_first_views(all_facts, name):
    spec = all_facts[name].spec
    assert find_lean(spec.projection, spec.views.wide) < STEEPEST
    assert find_lean(spec.projection, spec.views.narrow) < STEEPEST


def test_a_button_shows_all_of_russia(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html", width=1280)
    page.click('[data-preset="russia"]')
    frame = page.locator(".frame").bounding_box()
    russia = page.locator('#scene [data-code="RUS"]').bounding_box()
    assert russia["x"] >= frame["x"] - 1
    assert russia["y"] >= frame["y"] - 1
    assert russia["x"] + russia["width"] <= frame["x"] + frame["width"] + 1
    assert russia["y"] + russia["height"] <= frame["y"] + frame["height"] + 1


def test_the_part_of_the_first_view_is_the_narrow_one_on_a_phone(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html", width=360, height=640)
    page.click('[data-preset="caucasus"]')
    page.click('[data-preset="region"]')
    assert page.evaluate(COVERED) == {"inside": True, "over": []}


def test_a_map_uses_the_width_of_a_large_screen(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html", width=1920, height=1080)
    assert page.locator(".frame").bounding_box()["width"] > 1500


# Russian headlines and counts take up to eight lines at this width.
@pytest.mark.parametrize(("name", "language"), pairs(MAPS, ["ar", "en"]))
def test_on_a_phone_the_key_begins_on_the_first_screen(
    open_page, atlas, name, language
):
    page = open_page(f"{atlas}/{language}/{name}.html", width=360, height=640)
    box = page.locator(".key li:visible").first.bounding_box()
    assert box["y"] + box["height"] <= 640
