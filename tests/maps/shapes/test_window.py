import numpy as np
import pytest
import shapely

from csto_atlas.maps.shapes.window import (
    SEAM,
    Window,
    cut,
    grow,
    leave_far_side,
    look_up,
)
from tests.made.worlds import make_spec


@pytest.mark.parametrize(
    ("window", "seen"),
    [
        ((170, -20, 190, 20), (175, -10, 185, 10)),
        ((-190, -20, -170, 20), (-185, -10, -175, 10)),
        ((0, -20, 20, 20), None),
    ],
)
def test_a_state_on_both_sides_of_the_antimeridian_is_cut_as_one(window, seen):
    shape = shapely.union(
        shapely.box(175, -10, 180, 10), shapely.box(-180, -10, -175, 10)
    )
    (found,) = cut(np.array([shape]), Window(window, is_cap=False))
    assert found.is_empty if seen is None else found.equals(shapely.box(*seen))


def test_around_a_pole_nothing_is_cut_at_any_longitude():
    shape = shapely.box(-180, 60, 180, 90)
    (found,) = cut(np.array([shape]), Window((-720, 70, 720, 90), is_cap=True))
    assert found.bounds == (-180, 70, 180, 90)


LAEA = "+proj=laea +lat_0={} +lon_0={} +units=km"


def window(lat, lon, half=500):
    frame = [-half, -half, half, half]
    view = [-half / 2, -half / 2, half / 2, half / 2]
    views = {"wide": view, "narrow": view}
    crs = LAEA.format(lat, lon)
    return look_up(make_spec(projection=crs, frame=frame, views=views))


def test_the_window_of_a_map_holds_its_frame_and_not_much_more():
    west, south, east, north = window(48, 72).bounds
    assert (west + east) / 2 == pytest.approx(72)
    assert 6 < north - 48 < 8
    assert 6 < 48 - south < 8
    assert 8 < east - 72 < 12


def test_the_window_of_a_map_across_the_antimeridian_is_in_one_piece():
    west, _, east, _ = window(10, 179).bounds
    assert west < 179 < 181 < east
    assert east - west < 20


@pytest.mark.parametrize(("lat", "south", "north"), [(88, 78, 90), (-88, -90, -78)])
def test_a_pole_in_the_frame_makes_a_cap(lat, south, north):
    found = window(lat, 20)
    assert found.is_cap
    assert found.bounds[1] == pytest.approx(south, abs=4)
    assert found.bounds[3] == pytest.approx(north, abs=4)
    assert not window(60, 20).is_cap


def test_a_map_of_the_world_is_cut_opposite_its_middle():
    found = look_up(make_spec(projection="+proj=eqearth +lon_0=11 +units=km"))
    assert found == Window((11 - SEAM, -90, 11 + SEAM, 90), is_cap=False)


def test_a_cone_is_cut_opposite_its_middle():
    crs = "+proj=aea +lat_1=30 +lat_2=50 +lat_0=40 +lon_0=20 +units=km"
    found = look_up(make_spec(projection=crs))
    assert found.bounds[::2] == (20 - SEAM, 20 + SEAM)
    assert 25 < found.bounds[1] < 32 and 48 < found.bounds[3] < 55


def test_what_lies_opposite_the_middle_is_left_out_of_a_cap():
    south = Window((-720, -90, 720, 60), True, (-70.0, -12.0), 90.0)
    here, opposite = shapely.box(-80, -20, -60, 0), shapely.box(100, 0, 115, 20)
    assert leave_far_side(np.array([here, opposite]), south).tolist() == [True, False]


def test_a_frame_grows_on_all_sides():
    assert grow((0, 0, 100, 20)) == (-5, -5, 105, 25)
