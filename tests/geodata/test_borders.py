import geopandas as gpd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from csto_atlas.geodata.borders import (
    border_parts,
    distance_km,
    distances_km,
    length_km,
    shared_border,
    territory_of,
)
from tests.faults.rounds import rounds

WEST, EAST = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)


def test_neighbours_share_one_line():
    assert shared_border(WEST, EAST).equals(shapely.LineString([(1, 0), (1, 1)]))


def test_states_that_meet_in_a_point_share_no_line():
    assert shared_border(WEST, shapely.box(1, 1, 2, 2)).is_empty


def test_a_border_with_a_gap_has_two_parts_the_longer_first():
    #  WWWWWW
    #  W  EEE     the state between them leaves a gap
    bay = shapely.box(1, 0.2, 1.5, 0.5)
    parts = border_parts(shared_border(WEST, EAST.difference(bay)))
    assert [round(part.length, 9) for part in parts] == [0.5, 0.2]


def test_a_minute_of_latitude_is_a_sea_mile():
    line = shapely.LineString([(45, 40), (45, 40 + 1 / 60)])
    assert length_km(line) == pytest.approx(1.85, abs=0.01)


@pytest.mark.slow
@settings(deadline=None, max_examples=50)
@given(st.floats(-170, 170), st.floats(-80, 80), st.floats(0.001, 0.2))
def test_distance_is_that_on_the_ellipsoid(lon, lat, north):
    line = shapely.LineString([(lon, lat), (lon, lat + north)])
    there = distance_km(line.boundary.geoms[0], line.boundary.geoms[1])
    assert there == pytest.approx(length_km(line), rel=1e-6, abs=1e-5)  # a centimetre


def test_a_point_on_a_line_is_no_distance_from_it():
    border = shared_border(WEST, EAST)
    assert distance_km(shapely.Point(1, 0.3), border) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("lon", "code"), [(0.5, "AAA"), (1.5, "BBB"), (1.0, "AAA"), (2.5, None)]
)
def test_a_point_lies_in_one_territory_or_in_none(lon, code):
    territories = {"BBB": EAST, "AAA": WEST}
    assert territory_of(shapely.Point(lon, 0.5), territories) == code


LINE = shapely.MultiLineString(
    [
        [(44.8, 39.7), (45.6, 39.2), (46.5, 38.9)],
        [(45.0, 41.3), (45.9, 40.3), (46.6, 39.5)],
    ]
)


@pytest.mark.slow
@settings(deadline=None, max_examples=rounds(20, 100))
@given(st.floats(43.5, 48.5), st.floats(38, 42))
def test_many_distances_agree_with_each_alone(lon, lat):
    point = shapely.Point(lon, lat)
    (many,) = distances_km(gpd.GeoSeries([point], crs=4326), LINE)
    assert many == pytest.approx(distance_km(point, LINE), rel=0.005, abs=0.05)


def test_distances_keep_the_order_of_their_points():
    points = gpd.GeoSeries(
        [shapely.Point(45, 41.3), shapely.Point(43, 40)], index=[5, 2], crs=4326
    )
    on, off = distances_km(points, LINE)
    assert on == pytest.approx(0, abs=0.001)
    assert off > 100
