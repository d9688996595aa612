import geopandas as gpd
import pytest
import shapely

from csto_atlas.maps.drawing.event_symbols import Mark
from csto_atlas.maps.drawing.lenses import draw_lenses
from tests.made.worlds import make_spec

# In the middle of a drawing of 2000 by 2000 steps.
LENS = {"id": "near", "label": {"en": "Near"}, "box": [-100, -60, 100, 60]}
NAMES = {"AAA": "Aland", "BBB": "Beland", "CCC": "Celand"}
AREAS = gpd.GeoDataFrame(
    {"area": ["in", "out"]},
    geometry=[shapely.box(950, 950, 960, 960), shapely.box(0, 0, 9, 9)],
)


def draw(focus=("AAA", "BBB", "CCC"), **shapes):
    frame = gpd.GeoDataFrame({"code": list(shapes)}, geometry=list(shapes.values()))
    marks = [Mark("signed", "act", True, x, 1000, ((1, 0, 0),), None) for x in (950, 5)]
    spec = make_spec(lenses=[LENS])
    return draw_lenses(spec, frame, AREAS, marks, NAMES, focus)[0]


WIDE, SLIM = shapely.box(900, 940, 1060, 1060), shapely.box(1060, 940, 1070, 1060)
FAR = shapely.box(0, 0, 10, 10)


def test_a_lens_has_what_is_seen_in_its_box():
    lens = draw(AAA=WIDE, BBB=SLIM, CCC=FAR)
    assert lens.box == pytest.approx((900, 940, 200, 120))
    assert lens.codes == {"AAA", "BBB"}
    assert lens.areas == {"in"}
    assert lens.marks == {0}


def test_a_name_stands_in_its_state_if_it_has_room_there():
    lens = draw(AAA=WIDE, BBB=SLIM)
    (name,) = lens.names
    assert name.text == "Aland"
    assert shapely.Point(name.x, name.y).within(WIDE)


def test_only_states_with_a_status_are_named():
    assert draw(focus=(), AAA=WIDE).names == ()


def test_a_map_without_lenses_has_none():
    assert draw_lenses(make_spec(), AREAS.head(0), AREAS, [], {}, ()) == ()
