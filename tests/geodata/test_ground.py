import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

from csto_atlas.geodata.ground import Ground, discs, territories_at

pytestmark = pytest.mark.slow  # joins with the real boundaries

GEOD = Geod(ellps="WGS84")


def made(*columns):
    """Return states side by side between 40 and 44 degrees north: code, west, east."""
    return gpd.GeoDataFrame(
        {"code": [code for code, *_ in columns]},
        geometry=[shapely.box(west, 40, east, 44) for _, west, east in columns],
        crs=4326,
    )


GROUND = Ground(made(("AAA", 44, 46), ("BBB", 46, 48)))


def at(lon, lat, *grounds, radius=0.0):
    point = gpd.GeoSeries([shapely.Point(lon, lat)], crs=4326)
    return territories_at(point, np.array([radius]), grounds)[0]


def test_an_exact_point_lies_in_one_territory():
    assert at(45.9999, 42, GROUND) == ("AAA",)
    assert at(46.0001, 42, GROUND) == ("BBB",)


def test_a_point_on_the_border_touches_both_sides():
    assert at(46, 42, GROUND) == ("AAA", "BBB")


def test_a_disc_across_the_border_cannot_be_told():
    km = GEOD.inv(45.9, 42, 46, 42)[2] / 1000
    assert at(45.9, 42, GROUND, radius=km * 1.01) == ("AAA", "BBB")
    assert at(45.9, 42, GROUND, radius=km * 0.98) == ("AAA",)


def test_a_point_outside_every_frame_lies_in_no_territory():
    assert at(50, 42, GROUND) == ()


def test_a_point_at_sea_lies_in_no_territory():
    coasts = Ground(made(("AAA", 44, 45), ("BBB", 47, 48)))
    assert at(46, 42, coasts) == ()


def test_the_first_ground_that_reaches_around_a_point_decides():
    fine = Ground(made(("FFF", 44.5, 45.5)))
    assert at(45, 42, fine, GROUND) == ("FFF",)
    assert at(45.45, 42, GROUND, fine) == ("AAA",)


def test_a_point_too_near_the_frame_is_left_to_the_next_ground():
    fine = Ground(made(("FFF", 44.5, 45.5)))
    assert at(45.45, 42, fine, GROUND, radius=10) == ("AAA",)


def test_a_border_that_may_be_off_makes_the_answer_doubtful():
    rough = Ground(GROUND.territories, error_km=25)
    assert at(45.9, 42, GROUND) == ("AAA",)
    assert at(45.9, 42, rough) == ("AAA", "BBB")
    assert at(45.5, 42, rough) == ("AAA",)


places = st.tuples(
    st.floats(43, 49), st.floats(39, 45), st.sampled_from([0.0, 0.0, 0.5, 20.0, 60.0])
)


@settings(deadline=None, max_examples=40)
@given(st.lists(places, max_size=12))
def test_many_points_are_joined_as_each_alone(rows):
    grounds = [Ground(made(("FFF", 45.2, 46.8)), 5), GROUND]
    points = gpd.GeoSeries([shapely.Point(x, y) for x, y, _ in rows], crs=4326)
    together = territories_at(points, np.array([km for *_, km in rows]), grounds)
    assert together == [at(x, y, *grounds, radius=km) for x, y, km in rows]


def test_points_keep_their_order_whatever_their_index():
    points = gpd.GeoSeries(
        [shapely.Point(47, 42), shapely.Point(45, 42)], index=[7, 3], crs=4326
    )
    assert territories_at(points, np.array([0, 1]), [GROUND]) == [("BBB",), ("AAA",)]


def disc_at(lat, km):
    point = gpd.GeoSeries([shapely.Point(45, lat)], crs=4326)
    return discs(point, np.array([km])).iloc[0]


@pytest.mark.parametrize("lat", [-50, 0, 39, 42, 55, 60])
@pytest.mark.parametrize("km", [0.1, 5, 50])
def test_a_disc_contains_the_true_one(lat, km):
    turns = np.linspace(0, 360, 721)
    count = len(turns)
    far = GEOD.fwd([45] * count, [lat] * count, turns, [km * 1000] * count)
    assert disc_at(lat, km).contains(shapely.Polygon(np.column_stack(far[:2])))


@pytest.mark.parametrize("lat", [0, 39, 42])
@pytest.mark.parametrize("km", [0.1, 5, 50])
def test_a_disc_is_hardly_larger_than_the_true_one(lat, km):
    corners = shapely.get_coordinates(disc_at(lat, km))
    count = len(corners)
    far = GEOD.inv([45] * count, [lat] * count, *corners.T)[2]
    assert max(far) / 1000 <= km * 1.01


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    number=st.integers(1, 200),
    rings=st.integers(3, 2000),
)
def test_a_disc_is_only_drawn_where_that_cannot_change_the_answer(seed, number, rings):
    random = np.random.default_rng(seed)
    turns = np.linspace(0, 2 * np.pi, rings, endpoint=False)
    ragged = 1 + random.uniform(-0.3, 0.3, rings)
    island = shapely.Polygon(
        np.column_stack(
            [46 + ragged * np.cos(turns), 42 + 0.8 * ragged * np.sin(turns)]
        ),
        [[(46, 42), (46.1, 42), (46.1, 42.1)]],
    )
    frame = shapely.box(44, 40, 48, 44)
    shapes = [island, shapely.difference(frame, island)]
    ground = Ground(
        gpd.GeoDataFrame({"code": ["III", "SSS"]}, geometry=shapes, crs=4326)
    )
    x, y = random.uniform(44.5, 47.5, number), random.uniform(40.5, 43.5, number)
    points = gpd.GeoSeries(gpd.points_from_xy(x, y), crs=4326)
    radius = random.choice([0.5, 5.0, 25.0], number)
    drawn = discs(points, radius)
    expected = [
        tuple(c for c, s in zip(("III", "SSS"), shapes, strict=True) if d.intersects(s))
        for d in drawn
    ]
    assert territories_at(points, radius, [ground]) == expected
