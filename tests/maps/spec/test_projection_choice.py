import numpy as np
import pytest
from pyproj import CRS

from csto_atlas.maps.spec.projection_choice import (
    choose_projection,
    find_meridian,
    project,
)

GULF = np.array([(35.0, 17.0), (60.0, 17.0), (60.0, 32.0), (35.0, 32.0)])


def test_what_lies_together_is_drawn_around_its_middle():
    crs = choose_projection(GULF)
    assert CRS.from_user_input(crs).coordinate_operation.method_name == (
        "Lambert Azimuthal Equal Area"
    )
    flat = project(crs, GULF)
    assert flat.min(axis=0) == pytest.approx(-flat.max(axis=0), abs=1)


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


def test_a_point_that_the_plane_has_not_is_far_away():
    (there,) = project("+proj=laea +lat_0=48 +lon_0=72", np.array([(-108.0, -48.0)]))
    assert not np.isfinite(there).all()
