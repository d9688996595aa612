"""Layers with time on folium's own maps, beside folium's own layers."""

from html import escape

import folium
import pytest
import shapely
from folium.plugins import DualMap

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.notebook.atlas import SceneTimeLayer
from csto_atlas.maps.notebook.slider import Dated, TimeSlider
from tests.browser.folium_pages import bring_leaflet, open_folium
from tests.made.worlds import COUNTRIES, make_world
from tests.maps.notebook.made import PACT, make_slices
from tests.maps.notebook.test_atlas import MERCATOR

pytestmark = pytest.mark.browser

GO = """([slider, tick]) => {
  const input = document.querySelectorAll(".time-slider input")[slider];
  input.value = tick;
  input.dispatchEvent(new Event("input"));
}"""
SHOWN = """() => [...document.querySelectorAll(".time-layer")].map(
  svg => svg.querySelectorAll("path[data-value]").length)"""


def make_map(**options):
    return folium.Map([44, 54], zoom_start=5, tiles=None, **options)


@pytest.fixture
def opened(browser):
    """Return a function that opens the page of a map."""
    pages = []

    def opened(html, **options):
        pages.append(open_folium(browser, html, **options))
        return pages[-1]

    yield opened
    for page in pages:
        page.close()


def make_scene_layer(language="en", **options):
    return SceneTimeLayer(make_world(**MERCATOR), Texts(language, COUNTRIES), **options)


def test_one_slider_drives_layers_of_ours_and_of_folium(opened):
    atlas = make_map()
    group = folium.FeatureGroup("Towns")
    folium.CircleMarker([44, 44]).add_to(group)
    box = folium.GeoJson(shapely.box(60, 40, 62, 45).__geo_interface__)
    dated = [Dated(group, 1992, 1995), Dated(box, 1994)]
    slider = TimeSlider([make_slices(), make_slices(PACT[:1], name="Two"), *dated])
    slider.add_to(atlas)
    page = opened(atlas.get_root().render())
    for tick, folium_s in (("1993", 1), ("1994", 2), ("1996", 1)):
        page.evaluate(GO, [0, [t.id for t in slider.ticks].index(tick)])
        drawn = page.locator(".leaflet-overlay-pane svg:not(.time-layer) path")
        assert drawn.count() == folium_s, tick
    assert page.problems == []


def test_a_layer_that_is_switched_off_is_off_the_key_and_not_read_out(opened):
    atlas = make_map()
    TimeSlider([make_slices(), make_slices(PACT[2:], name="Two")]).add_to(atlas)
    folium.LayerControl(collapsed=False).add_to(atlas)
    page = opened(atlas.get_root().render())
    assert page.locator(".time-slider ul:visible").count() == 2
    page.click(".leaflet-control-layers-overlays label >> nth=1")
    assert page.locator(".time-slider ul:visible").count() == 1
    page.click(".time-slider button >> nth=1")
    page.wait_for_function("document.querySelector('.said').textContent[3] === '2'")
    assert page.inner_text(".said") == "2002; member 2; Beland: member"
    page.click(".leaflet-control-layers-overlays label >> nth=1")
    assert page.evaluate(SHOWN) == [2, 1]


def test_what_a_reader_switched_off_stays_off_while_its_time_lasts(opened):
    atlas = make_map()
    marker = folium.CircleMarker([44, 44])
    group = folium.FeatureGroup("Town")
    marker.add_to(group)
    TimeSlider([make_slices(), Dated(group, 1992)], start=1993).add_to(atlas)
    folium.LayerControl(collapsed=False).add_to(atlas)
    page = opened(atlas.get_root().render())
    drawn = page.locator(".leaflet-overlay-pane svg:not(.time-layer) path")
    assert drawn.count() == 1
    page.click(".leaflet-control-layers-overlays label >> nth=1")
    page.evaluate(GO, [0, 4])
    assert drawn.count() == 0


def test_two_maps_of_a_dual_map_show_two_times(opened):
    both = DualMap([44, 54], zoom_start=4, tiles=None)
    TimeSlider([make_slices()]).add_to(both)
    page = opened(both.m1.get_root().render())
    page.evaluate(GO, [0, 0])
    assert page.evaluate(SHOWN) == [2, 1]
    assert page.problems == []


@pytest.mark.parametrize("is_nested", [False, True])
def test_maps_of_a_notebook_stand_in_sandboxed_frames(opened, is_nested):
    """In Colab and VS Code the output of a cell is in a frame of its own as well."""
    maps = []
    for _ in range(2):
        maps.append(make_map())
        TimeSlider([make_slices(), make_scene_layer()]).add_to(maps[-1])
    cells = "".join(one._repr_html_() for one in maps)
    assert cells.count("<iframe srcdoc=") == 2
    sandbox = '<iframe sandbox="allow-scripts" '
    output = bring_leaflet(cells).replace("<iframe ", sandbox)
    page = opened(f'{sandbox} srcdoc="{escape(output)}">' if is_nested else output)
    outer = page.frame_locator("iframe") if is_nested else page
    for number in range(2):
        frame = outer.frame_locator("iframe").nth(number)
        frame.locator(".time-slider input").press("Home")
        assert frame.locator(".time-layer path[data-value]").count() > 0
        assert frame.locator('.atlas-scene [data-code="AAA"]').count() == 1
    assert page.problems == []


def test_two_languages_of_an_atlas_keep_their_own_patterns(opened):
    atlas = make_map()
    layers = [make_scene_layer("en"), make_scene_layer("ar")]
    TimeSlider(layers).add_to(atlas)
    page = opened(atlas.get_root().render())
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    assert page.problems == []


def test_tiles_stay_visible_below_an_atlas_unless_its_ground_is_drawn(opened):
    grounds = {}
    for ground in (False, True):
        atlas = make_map()
        TimeSlider([make_scene_layer(ground=ground, opacity=0.5)]).add_to(atlas)
        page = opened(atlas.get_root().render())
        grounds[ground] = page.evaluate(
            """() => ["[data-code=CCC]", "[data-code=AAA]", ".atlas-scene"].map(
            name => {
              const { fill, fillOpacity, backgroundColor } =
                getComputedStyle(document.querySelector(name));
              return name[0] === "." ? backgroundColor : `${fill} ${fillOpacity}`;
            })"""
        )
    assert grounds[False][0].startswith("none")
    assert not grounds[True][0].startswith("none")
    assert grounds[False][1].endswith(" 0.5")
    assert grounds[False][2] == "rgba(0, 0, 0, 0)" != grounds[True][2]


def test_arrow_keys_walk_the_states_of_an_atlas(opened):
    atlas = make_map()
    layer = make_scene_layer()
    TimeSlider([layer]).add_to(atlas)
    page = opened(atlas.get_root().render())
    page.focus(".atlas-scene .land")
    page.keyboard.press("ArrowRight")
    assert layer.counts().iloc[-1].sum() == 1
    assert page.inner_text(".time-tip div >> nth=0") == "AAA: frozen"


def test_a_dark_system_leaves_colours_and_key_alike(opened):
    atlas = make_map()
    TimeSlider([make_scene_layer()], start=1992).add_to(atlas)
    page = opened(atlas.get_root().render())
    page.emulate_media(color_scheme="dark")
    fill, key = page.evaluate(
        """() => [getComputedStyle(document.querySelector("[data-state=member]")).fill,
          getComputedStyle(document.querySelector(".time-slider ul :nth-child(2)"),
            "::before").backgroundColor]"""
    )
    assert fill == key


LAYERS = {
    "atlas": (make_scene_layer, "[data-code=AAA]", "AAA: frozen"),
    "frame": (make_slices, ".time-layer path[data-value]", "Aland: member"),
}


@pytest.mark.parametrize("name", LAYERS)
def test_what_a_finger_touched_stays_named_until_the_next_touch(opened, name):
    make, shape, said = LAYERS[name]
    atlas = make_map()
    TimeSlider([make()]).add_to(atlas)
    page = opened(atlas.get_root().render(), has_touch=True)
    box = page.locator(shape).first.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 5, box["y"] + box["height"] / 5)
    assert page.inner_text(".time-tip:visible div >> nth=0") == said
    page.touchscreen.tap(5, 690)
    assert page.locator(".time-tip:visible").count() == 0
    sizes = page.locator(".time-slider button").all()
    assert all(size.bounding_box()["height"] >= 44 for size in sizes)


# How long what belongs to a layer or its slider moves after a step, in seconds.
MOVES = """() => [...document.querySelectorAll(
    ".time-layer *, .atlas-scene *, .time-slider *")]
  .flatMap(node => getComputedStyle(node).transitionDuration.split(", "))
  .concat(document.getAnimations().map(one => one.effect.getTiming().duration / 1000))
  .map(parseFloat)"""


@pytest.mark.parametrize("name", LAYERS)
def test_a_step_moves_nothing_for_readers_who_asked_for_less_motion(opened, name):
    atlas = make_map()
    TimeSlider([LAYERS[name][0]()]).add_to(atlas)
    page = opened(atlas.get_root().render(), reduced_motion="reduce")
    page.evaluate(GO, [0, 0])
    moves = page.evaluate(MOVES)
    assert len(moves) > 10 and not any(moves)
