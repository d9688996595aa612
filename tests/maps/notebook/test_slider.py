import re

import folium
import pytest
from folium.plugins import DualMap

from csto_atlas.maps.notebook.slider import Dated, TimeSlider, merge_ticks
from tests.maps.notebook.made import PACT, make_slices


def test_layers_on_no_map_are_added_to_the_slider_s():
    atlas = folium.Map()
    layer = make_slices()
    TimeSlider([layer]).add_to(atlas)
    html = atlas.get_root().render()
    assert f"{layer.get_name()}.addTo({atlas.get_name()});" in html
    assert "startTimeSlider(" in html


def test_scripts_and_styles_are_in_a_page_once():
    atlas = folium.Map()
    TimeSlider([make_slices(), make_slices(PACT[:2], name="Two")]).add_to(atlas)
    html = atlas.get_root().render()
    assert html.count("Object.assign(globalThis") == 1
    assert html.count("makeTimeLayer(document") == 2


def test_a_slider_of_two_steps_has_the_finer_one():
    years, months = make_slices(), make_slices(PACT[:1], step="month")
    ticks = merge_ticks([years.ticks, months.ticks])
    assert (ticks[0].id, ticks[-1].id) == ("1992-01", "2003-12")


def test_a_slider_starts_at_a_date():
    slider = TimeSlider([make_slices()], start="1995-07-01")
    assert slider.ticks[slider.start].id == "1995"


def test_what_is_no_layer_with_time_is_refused():
    with pytest.raises(ValueError, match="expected Slices"):
        TimeSlider([folium.Marker([0, 0])])


def test_a_slider_is_for_a_map():
    with pytest.raises(ValueError, match="has to be added to a folium map"):
        TimeSlider([make_slices()]).render()


def test_a_dated_layer_on_no_map_is_added_to_the_slider_s():
    atlas = folium.Map()
    marker = folium.Marker([0, 0])
    TimeSlider([make_slices(), Dated(marker, 1992)]).add_to(atlas)
    assert marker.get_name() in atlas._children
    assert f"{{layer:{marker.get_name()}," in atlas.get_root().render()


def test_a_cell_that_runs_twice_makes_a_whole_map_each_time():
    layer = make_slices()
    for _ in range(2):
        atlas = folium.Map()
        TimeSlider([layer]).add_to(atlas)
        html = atlas.get_root().render()
        assert f"{layer.get_name()}.addTo({atlas.get_name()});" in html


def test_equal_layers_of_a_figure_have_names_of_their_own():
    both = DualMap()
    for side in (both.m1, both.m2):
        TimeSlider([make_slices()]).add_to(side)
    html = both.m1.get_root().render()
    assert html.count("makeTimeLayer(document") == 2
    assert html.count("startTimeSlider(map_") == 2


def test_a_dual_map_drives_on_each_side_the_layers_of_that_side():
    both = DualMap()
    marker = Dated(folium.Marker([0, 0]), 1992, 1999)
    TimeSlider([make_slices(), marker]).add_to(both)
    html = both.m1.get_root().render()
    calls = re.findall(
        r"startTimeSlider\((\w+),\[\{overlay:(\w+).*?layer:(\w+),parent:(\w+)", html
    )
    assert [(call[0], call[3]) for call in calls] == [
        (side.get_name(), side.get_name()) for side in (both.m1, both.m2)
    ]
    for name, overlay, layer, _ in calls:
        assert f"{overlay}.addTo({name})" in html
        assert re.search(rf"{layer}\.addTo\({name}\)|addTo\({name}\)", html)
    assert len({call[1] for call in calls}) == len({call[2] for call in calls}) == 2


def test_a_layer_stands_in_a_layer_control_and_has_bounds():
    atlas = folium.Map()
    layer = make_slices(name="<b>Pact</b>").add_to(
        folium.FeatureGroup("group").add_to(atlas)
    )
    folium.LayerControl().add_to(atlas)
    html = atlas.get_root().render()
    assert "<b>Pact</b>" not in html
    (south, west), (north, east) = layer.get_bounds()
    assert south < north and west < east
