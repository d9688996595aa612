import numpy as np
import pytest

from csto_atlas.maps.spec.distortion import find_distortion, find_lean, sample

PLATE = "+proj=eqc +lon_0=0 +datum=WGS84 +units=km"
MERCATOR = "EPSG:3395"
POLAR = "+proj=laea +lat_0=90 +lon_0=0 +datum=WGS84 +units=km"
POINTS = np.array([(0.0, 0.0), (10.0, 60.0)])


def test_meridians_of_a_cylinder_do_not_lean():
    assert find_lean(PLATE, (-1000, 4000, 1000, 6000)) == pytest.approx(0, abs=1e-6)


def test_below_a_pole_north_is_up_and_beside_it_it_is_not():
    assert find_lean(POLAR, (-1, -3000, 1, -2000)) < 1
    assert find_lean(POLAR, (2000, -10, 3000, 10)) == pytest.approx(90, abs=1)


def test_mercator_stretches_areas_and_bends_no_angle():
    found = find_distortion(MERCATOR, POINTS)
    assert found.area == pytest.approx(4, rel=0.02)
    assert found.angle == pytest.approx(0, abs=0.01)


def test_an_equal_area_projection_bends_angles_instead():
    found = find_distortion("+proj=cea +datum=WGS84", POINTS)
    assert found.area == pytest.approx(1, abs=0.001)
    assert found.angle == pytest.approx(74, abs=1)  # an ellipse four times as long


def test_what_a_projection_does_not_show_is_infinitely_distorted():
    found = find_distortion("+proj=ortho +lat_0=90", np.array([(0.0, -45.0)]))
    assert found.mean == np.inf


def test_only_the_globe_is_sampled():
    degrees = sample(POLAR, (-20000, -20000, 20000, 20000))
    assert 0 < len(degrees) < 15 * 15
    assert np.isfinite(degrees).all()
