import numpy as np
import pytest
from pyproj import CRS

from csto_atlas.maps.spec.distortion import find_lean
from csto_atlas.maps.spec.projecting import find_meridian, project
from csto_atlas.maps.spec.projection_choice import STEEPEST, choose_projection
from csto_atlas.maps.spec.views import core_box, first_views

GULF = np.array([(35.0, 17.0), (60.0, 17.0), (60.0, 32.0), (35.0, 32.0)])
EUROPE = np.array([(-10.0, 36.0), (34.0, 35.0), (31.0, 70.0), (-10.0, 52.0)])
SQUARE = np.array([(45.0, 17.0), (57.0, 17.0), (57.0, 28.0), (45.0, 28.0)])
STRIP = np.array([(lon, lat) for lon in range(20, 100, 5) for lat in (38, 50)])


def name_of(crs):
    return CRS.from_user_input(crs).coordinate_operation.method_name


def test_what_lies_together_is_drawn_around_its_middle():
    crs = choose_projection(SQUARE)
    assert name_of(crs) == "Lambert Azimuthal Equal Area"
    flat = project(crs, SQUARE)
    assert flat.min(axis=0) == pytest.approx(-flat.max(axis=0), abs=1)


def test_a_strip_from_west_to_east_is_drawn_on_a_cone_with_true_areas():
    assert name_of(choose_projection(STRIP)) == "Albers Equal Area"


def test_far_north_areas_are_given_up_before_shapes():
    assert name_of(choose_projection(EUROPE)) == "Equidistant Conic"


@pytest.mark.parametrize("points", [GULF, EUROPE, STRIP])
def test_meridians_lean_less_than_thirty_degrees_in_the_first_views(points):
    crs = choose_projection(points)
    views = first_views(crs, core_box(crs, points))
    assert find_lean(crs, views.wide) < STEEPEST
    assert find_lean(crs, views.narrow) < STEEPEST


@pytest.mark.parametrize("turn", [-360, -120, 120, 360])
def test_nothing_depends_on_how_longitudes_are_written(turn):
    there = choose_projection(np.add(GULF, [turn, 0]))
    middle = (find_meridian(there) - find_meridian(choose_projection(GULF))) % 360
    assert middle == pytest.approx(turn % 360, abs=1e-3)


def test_what_lies_all_around_is_drawn_as_the_world():
    around = np.array([(lon, lat) for lon in range(-180, 180, 30) for lat in (-50, 60)])
    assert choose_projection(around).startswith("+proj=eqearth +lon_0=11 ")


def test_the_world_is_cut_where_the_widest_gap_is():
    most = np.array([(lon, lat) for lon in range(0, 240, 10) for lat in (-60, 70)])
    crs = choose_projection(most)
    assert crs.startswith("+proj=eqearth")
    assert find_meridian(crs) == pytest.approx(115)


def test_both_sides_of_an_ocean_are_drawn_around_what_is_seen_first():
    both = np.concatenate([EUROPE, [(-120.0, 30.0), (-140.0, 69.0)]])
    assert choose_projection(both, EUROPE).startswith("+proj=eqearth +lon_0=11 ")
    assert find_meridian(choose_projection(both)) == pytest.approx(-53, abs=1)


def test_land_around_a_pole_is_seen_from_there():
    cap = np.array([(lon, lat) for lon in range(-180, 180, 30) for lat in (-90, -66)])
    assert choose_projection(cap).startswith("+proj=laea +lat_0=-90.0000 ")
