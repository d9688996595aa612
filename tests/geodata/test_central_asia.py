"""The ground of Central Asia, and how true the view of Almaty draws its border."""

import pytest
import shapely

from csto_atlas.geodata.borders import length_km, shared_border, territory_of

FRAME = (46, 36, 88, 56)
ALMATY = shapely.box(74.3, 42.2, 79.3, 44.5)


@pytest.fixture(scope="module")
def ground(shapes):
    return shapes("central_asia_full.geojson")


@pytest.fixture(scope="module")
def border(ground):
    return shared_border(ground["KAZ"], ground["KGZ"])


@pytest.mark.parametrize(
    ("place", "lat", "lon", "code"),
    [
        ("Almaty", 43.2525, 76.9115, "KAZ"),
        ("Zhanaozen", 43.3412, 52.8619, "KAZ"),
        ("Korday", 43.0388, 74.7129, "KAZ"),
        ("Tokmok", 42.8419, 75.3015, "KGZ"),
        ("Osh", 40.5283, 72.7985, "KGZ"),
        ("Batken", 40.0604, 70.8193, "KGZ"),
        ("Isfara", 40.1265, 70.6253, "TJK"),
        ("Khorugh", 37.4904, 71.5534, "TJK"),
        ("Vorukh", 39.86, 70.58, "TJK"),
        ("Sokh", 39.96, 71.13, "UZB"),
        ("Termez", 37.2242, 67.2783, "UZB"),
        ("Mary", 37.5938, 61.8303, "TKM"),
    ],
)
def test_a_town_lies_in_its_state(ground, place, lat, lon, code):
    assert territory_of(shapely.Point(lon, lat), ground) == code


def test_all_land_of_the_frame_is_somebody_s(ground):
    west, south, east, north = FRAME
    spots = [
        shapely.Point(lon + 0.5, lat + 0.5)
        for lon in range(west, east)
        for lat in range(south, north)
    ]
    nobody_s = shapely.MultiPoint([p for p in spots if not territory_of(p, ground)])
    assert nobody_s.is_empty or shapely.box(48, 36, 54.5, 47).covers(nobody_s)
    assert shapely.total_bounds(list(ground.values())).tolist() == list(FRAME)


def test_the_two_unsimplified_files_have_the_same_ground(ground, shapes):
    both = shapely.box(46, 38.2, 48.7, 41.8)
    for code in ("ARM", "AZE", "GEO", "IRN"):
        one, other = (
            shapely.intersection(file[code], both)
            for file in (ground, shapes("arm_aze_full.geojson"))
        )
        assert shapely.symmetric_difference(one, other).area < 1e-4 * one.area


def test_its_border_is_as_long_as_the_table_says(border):
    assert length_km(border) == pytest.approx(1211, abs=3)


def test_near_almaty_the_border_is_drawn_true_to_500_m(shapes, border, hausdorff):
    drawn = shapes("almaty.geojson")
    line = shared_border(drawn["KAZ"], drawn["KGZ"])
    assert line.intersects(ALMATY)
    assert hausdorff(line, border, window=ALMATY) <= 500 + 15  # and the rounding


def test_elsewhere_the_view_is_the_overview(shapes, hausdorff):
    far = shapely.box(50, 48, 80, 56)
    lines = [
        shared_border(shapes(name)["KAZ"], shapes(name)["RUS"])
        for name in ("almaty.geojson", "eurasia.geojson")
    ]
    assert hausdorff(*lines, window=far) < 15
