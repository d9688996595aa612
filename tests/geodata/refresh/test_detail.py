import pytest
import shapely

from csto_atlas.geodata.refresh.detail import (
    ALMATY,
    FOCUS,
    OVERVIEW,
    Detail,
    DetailWindow,
    on_plane,
)

HERE = shapely.box(0, 0, 10, 10)
DETAIL = Detail(2, 4, 10, 12, 15, 100, 10, (DetailWindow(HERE, border=1, coast=5),))
FAR = shapely.LineString([(20, 20), (30, 30)])
NEAR = shapely.LineString([(5, 5), (30, 30)])


def beside(*codes):
    return tuple((code, ()) for code in codes)


@pytest.mark.parametrize(
    ("arc", "sides", "tolerance"),
    [
        (FAR, beside("KAZ", "RUS"), 2),
        (FAR, beside("CHN", "KAZ"), 4),
        (FAR, beside("CHN", "IND"), 10),
        (FAR, beside("RUS"), 12),
        (FAR, beside("IND"), 15),
        (FAR, (("UKR", ()), ("UKR", ("crimea",))), 2),
        (NEAR, beside("CHN", "IND"), 1),
        (NEAR, beside("IND"), 5),
    ],
)
def test_the_tolerance_depends_on_who_is_beside_and_where(arc, sides, tolerance):
    assert DETAIL.tolerance(arc, sides) == tolerance


def test_an_exclave_out_of_focus_must_be_larger():
    assert DETAIL.smallest_of(("KGZ", ())) == 10
    assert DETAIL.smallest_of(("FRA", ())) == 40


def test_the_overview_is_finest_where_the_maps_look_closest():
    closest = min(window.border or OVERVIEW.border for window in OVERVIEW.windows)
    assert closest < OVERVIEW.border < OVERVIEW.rim < OVERVIEW.other
    assert {"ARM", "AZE", "KGZ", "TJK", "RUS"} <= FOCUS


def test_the_view_of_almaty_is_the_overview_but_for_the_city_s_surroundings():
    city = on_plane((76.8, 43.1, 77.1, 43.4)).boundary
    sides = beside("KAZ", "KGZ")
    assert ALMATY.tolerance(city, sides) < 0.15 * OVERVIEW.tolerance(city, sides)
    moscow = on_plane((37, 55, 38, 56)).boundary
    assert ALMATY.tolerance(moscow, sides) == OVERVIEW.tolerance(moscow, sides)
