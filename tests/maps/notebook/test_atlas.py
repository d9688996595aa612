import re

import folium
import pytest

from csto_atlas.events.errors import UsageError
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.notebook.atlas import Atlas, SceneTimeLayer
from csto_atlas.maps.notebook.slider import TimeSlider
from csto_atlas.maps.timeline.changes import state_at
from tests.made.worlds import COUNTRIES, make_world
from tests.maps.notebook.made import make_slices

MERCATOR = {
    "projection": "EPSG:3857",
    "unit": 1000,
    "closest": 1000,
    "frame": [6.8e6, 5.4e6, 9.2e6, 6.9e6],
    "views": {
        "wide": [6.9e6, 5.5e6, 9.1e6, 6.8e6],
        "narrow": [6.9e6, 5.5e6, 9e6, 6.8e6],
    },
}


def make_layer(language="en"):
    return SceneTimeLayer(make_world(**MERCATOR), Texts(language, COUNTRIES))


def test_counts_are_those_of_the_state_changes():
    layer = make_layer()
    counts = layer.counts()
    for index, tick in enumerate(layer.ticks):
        states = [state_at(changes, index) for changes in layer.changes.states.values()]
        for status, number in counts.loc[tick.id].items():
            assert number == states.count(status)


def test_a_slider_of_finer_steps_shows_the_last_tick_that_has_ended():
    layer = make_layer()
    own = layer.encode(
        make_slices(step=["1991", "1992-06", "1993", "1994-01-01"]).ticks
    )
    assert own == [0, 0, 1, 1]


def test_two_languages_of_a_map_stand_beside_each_other():
    atlas = folium.Map()
    TimeSlider([make_layer("en"), make_layer("ar")]).add_to(atlas)
    html = atlas.get_root().render()
    assert html.count("makeSceneLayer(document") == 2
    assert len(set(re.findall(r'<svg id="[^"]*-scene"', html))) == 2


def test_a_mark_of_an_event_says_when_and_what():
    layer = make_layer()
    (event,) = [
        e for e in layer.inputs.events if e.id == layer._describe()["events"][0][0]
    ]
    assert layer._describe()["events"][0][3].endswith(event.title["en"])


def test_an_opacity_beyond_one_is_refused():
    with pytest.raises(ValueError, match="expected 0 to 1"):
        SceneTimeLayer(make_world(**MERCATOR), Texts("en", COUNTRIES), opacity=2)


def test_a_map_of_another_projection_is_refused():
    with pytest.raises(ValueError, match="expected EPSG:3857"):
        SceneTimeLayer(make_world(), Texts("en", COUNTRIES))


@pytest.mark.data_set
def test_the_maps_of_a_data_set_are_layers():
    layer = Atlas().layer("membership", lang="ar")
    assert layer.counts().loc["2012", "suspended"] == 1
    with pytest.raises(UsageError, match="no map 'members'"):
        Atlas().layer("members")


@pytest.mark.data_set
def test_the_first_view_and_the_end_of_russia_are_where_they_are_on_earth():
    layer = Atlas().layer("membership")
    (south, west), (north, east) = layer.get_bounds()
    assert 15 > west > 5 and 95 < east < 110 and south > 20 and north < 65
    assert layer.scene.bounds[1][1] > 185  # web maps show 185 degrees east there


@pytest.mark.data_set
def test_an_unknown_language_is_refused():
    with pytest.raises(UsageError, match="no texts in 'xx'"):
        Atlas().layer("membership", lang="xx")
