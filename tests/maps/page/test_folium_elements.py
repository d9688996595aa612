import re

import folium
import pytest
from branca.element import Figure

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.page.folium_elements import OfflineMap, Raw, SceneLayer
from csto_atlas.maps.scene.assemble import make_scene
from tests.made.worlds import COUNTRIES, make_world

TEXTS = Texts("en", COUNTRIES)
MERCATOR = make_world(
    projection="EPSG:3857",
    unit=1000,
    closest=1000,
    frame=[6.8e6, 5.4e6, 9.2e6, 6.9e6],
    views={"wide": [6.9e6, 5.5e6, 9.1e6, 6.8e6], "narrow": [6.9e6, 5.5e6, 9e6, 6.8e6]},
)


def test_raw_text_is_not_run_as_a_template():
    figure = Figure()
    figure.html.add_child(Raw("{{ 7*7 }} {% raw %}", "hostile"))
    assert "{{ 7*7 }} {% raw %}" in figure.render()


def test_an_offline_map_links_nothing():
    atlas = OfflineMap("atlas")
    html = atlas.get_root().render()
    assert "http" not in html.replace("http-equiv", "")
    assert 'id="map_atlas"' in html


def test_an_offline_map_leaves_foliums_own_maps_alone():
    before = list(folium.Map.default_js)
    OfflineMap("atlas").get_root().render()
    assert folium.Map.default_js == before


def test_a_scene_goes_on_an_ordinary_map_with_tiles_and_markers():
    atlas = folium.Map([48, 72], zoom_start=4)
    SceneLayer(make_scene(MERCATOR, TEXTS)).add_to(atlas)
    folium.Marker([48, 66]).add_to(atlas)
    html = atlas.get_root().render()
    assert html.count('class="atlas-scene"') == 1
    assert "L.marker" in html
    assert "L.tileLayer" in html
    assert "overlayScene(map_" in html


def test_two_scenes_of_a_figure_have_ids_of_their_own():
    atlas = folium.Map([48, 72], zoom_start=4)
    for language in ("en", "ar"):
        scene = make_scene(MERCATOR, Texts(language, COUNTRIES))
        SceneLayer(scene).add_to(atlas)
    html = atlas.get_root().render()
    (first, second) = re.findall(r'<svg id="([^"]*)" class="atlas-scene"', html)
    assert first != second
    assert all(f'getElementById("{name}")' in html for name in (first, second))


def test_a_scene_that_would_draw_over_another_is_refused():
    atlas = folium.Map()
    for _ in range(2):  # not by add_to, which would name the second anew
        atlas.add_child(SceneLayer(make_scene(MERCATOR, TEXTS)), name=str(_))
    with pytest.raises(ValueError, match="two layers are named"):
        atlas.get_root().render()


def test_a_scene_shows_in_a_notebook():
    atlas = folium.Map([48, 72], zoom_start=4)
    SceneLayer(make_scene(MERCATOR, TEXTS)).add_to(atlas)
    assert "overlayScene" in atlas._repr_html_()


def test_a_scene_of_another_projection_is_refused_by_an_ordinary_map():
    atlas = folium.Map()
    SceneLayer(make_scene(make_world(), TEXTS)).add_to(atlas)
    with pytest.raises(ValueError, match="build the scene for EPSG:3857"):
        atlas.get_root().render()


def test_the_bounds_of_a_web_mercator_scene_are_degrees():
    (south, west), (north, east) = make_scene(MERCATOR, TEXTS).bounds
    assert south == pytest.approx(43.58, abs=0.01)
    assert west == pytest.approx(61.09, abs=0.01)
    assert (south < north) and (west < east)
