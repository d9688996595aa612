"""Layers with time: the page shows at every tick what the rows say."""

import geopandas as gpd
import pytest
import shapely

from csto_atlas.events.dates import contains
from csto_atlas.maps.notebook.offline import write_page
from csto_atlas.maps.notebook.slices import Slices
from tests.browser.faults import find_faults
from tests.browser.waiting import rest
from tests.maps.notebook.made import PACT, make_slices

pytestmark = pytest.mark.browser

SHOWN = """tick => {
  const input = document.querySelector(".time-slider input");
  input.value = tick;
  input.dispatchEvent(new Event("input"));
  const shown = [...document.querySelectorAll(".time-layer path[data-value]")];
  return {
    said: input.getAttribute("aria-valuetext"),
    values: shown.map(path => Number(path.dataset.value)).sort(),
    key: Object.fromEntries([...document.querySelectorAll(".time-slider li")]
      .filter(row => !row.hidden && row.querySelector("span"))
      .map(row => [row.firstChild.data, +row.querySelector("span").textContent])),
  };
}"""


@pytest.fixture
def opened(open_page, tmp_path):
    """Return a function that opens the page of a layer."""

    def opened(layer, lang="en", **options):
        file = tmp_path / "page.html"
        file.write_text(write_page(layer, "A pact <b>", lang), encoding="utf-8")
        return open_page(str(file), **options)

    return opened


@pytest.mark.parametrize("step", ["year", "month"])
def test_every_tick_shows_the_rows_that_hold(opened, step):
    layer = make_slices(step=step)
    page = opened(layer)
    for index, tick in enumerate(layer.ticks):
        held = [row for row in layer.rows if contains(row.period, tick.day)]
        seen = page.evaluate(SHOWN, index)
        values = [layer.values.index(row.value) for row in held]
        assert seen["values"] == sorted(values), tick.id
        assert sum(seen["key"].values()) == len(held)
    assert page.problems == []
    assert page.requests == [page.url]


def test_arrow_keys_walk_the_shapes_that_are_there(opened):
    page = opened(make_slices())
    page.evaluate(SHOWN, 2)  # 1994
    page.focus(".time-layer g")
    texts = []
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        texts.append(page.inner_text(".time-tip div >> nth=0"))
    assert texts == ["Aland: party", "Beland: member", "Celand: party"]
    page.keyboard.press("Escape")
    assert not page.is_visible(".time-tip")


def test_a_step_is_spoken_once_at_rest(opened):
    page = opened(make_slices())
    page.evaluate(SHOWN, 1)
    rest(page, 400)
    page.click(".time-slider button >> nth=2")
    rest(page, 400)
    said = page.inner_text(".time-slider .said")
    assert said == "1994; member 1; party 2; Beland: member"


def test_in_arabic_time_runs_from_right_to_left(opened):
    page = opened(make_slices(), "ar")
    assert page.get_attribute("html", "dir") == "rtl"
    box = page.locator(".time-slider input").bounding_box()
    year = page.locator(".time-slider output").bounding_box()
    assert year["x"] < box["x"]


def test_texts_of_the_data_stay_texts(opened):
    name = "<img src=x onerror=alert(1)>"
    hostile = [(name, 1992, 1999, "</script><b>", 0), *PACT[2:]]
    page = opened(make_slices(hostile, tooltip=["name"]))
    page.evaluate(SHOWN, 0)
    page.focus(".time-layer g")
    page.keyboard.press("ArrowRight")
    assert name in page.inner_text(".time-tip")
    assert page.locator(".time-slider b, .time-tip img").count() == 0
    assert page.problems == []


@pytest.mark.parametrize(
    "shape", [shapely.Point(45, 45), shapely.LineString([(40, 40), (48, 48)])]
)
def test_points_and_lines_are_seen(opened, shape):
    frame = gpd.GeoDataFrame(
        {"from": [1992, 1996], "to": [1996, 2000]}, geometry=[shape, shape], crs=4326
    )
    page = opened(Slices(frame, "from", "to"))
    assert page.evaluate(SHOWN, 0)["values"] == [0]
    box = page.locator(".time-layer path[data-value]").bounding_box()
    assert box is not None


@pytest.mark.parametrize("wish", ["reduce", "no-preference"])
def test_a_page_of_layers_zooms_at_once_for_readers_who_wish_it(opened, wish):
    page = opened(make_slices(), reduced_motion=wish)
    zooms = page.evaluate("map_slices.options.zoomAnimation")
    assert zooms is (wish == "no-preference")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_page_breaks_no_rule_of_access(opened, lang):
    assert find_faults(opened(make_slices(), lang)) == []
