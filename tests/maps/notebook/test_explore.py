import folium
import pytest
from folium.map import FitBounds

from csto_atlas.maps import FrameError, Slices, TimeSlider, explore
from tests.maps.notebook.made import PACT, make_frame


def parts_of(atlas, kind):
    return [part for part in atlas._children.values() if isinstance(part, kind)]


def test_one_call_makes_a_map_at_the_bounds_of_the_frame():
    frame = make_frame(PACT)
    atlas = explore(frame, "from", "to", "status", key="name", label="name", tiles=None)
    (layer,), (fit,) = parts_of(atlas, Slices), parts_of(atlas, FitBounds)
    west, south, east, north = frame.total_bounds
    assert fit.bounds == layer.bounds
    assert sum(fit.bounds, ()) == pytest.approx((south, west, north, east), abs=0.5)
    assert len(parts_of(atlas, TimeSlider)) == 1
    assert "Aland" in atlas.get_root().render()


def test_a_map_that_is_given_stays_where_it_is():
    given = folium.Map([10, 10], zoom_start=3, tiles=None)
    assert explore(make_frame(PACT), "from", "to", m=given, lang="ar") is given
    assert parts_of(given, FitBounds) == []
    assert len(parts_of(given, Slices)) == 1


def test_wrong_rows_are_told_as_those_of_a_layer():
    with pytest.raises(FrameError, match="Aland"):
        explore(make_frame([PACT[0], PACT[0]]), "from", "to", "status", key="name")
