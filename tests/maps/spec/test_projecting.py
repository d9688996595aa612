import numpy as np
import pytest

from csto_atlas.maps.spec.projecting import (
    find_meridian,
    km_per_unit,
    project,
    unproject,
)

LAEA = "+proj=laea +lat_0=48 +lon_0=72 +datum=WGS84 +units=km"


def test_a_point_that_the_plane_does_not_have_is_infinite():
    (there,) = project(LAEA, np.array([(-108.0, -48.0)]))
    assert not np.isfinite(there).all()


def test_a_point_comes_back_from_the_plane():
    points = np.array([(72.0, 48.0), (44.5, 40.2)])
    assert unproject(LAEA, project(LAEA, points)) == pytest.approx(points)


def test_the_central_meridian_is_read_from_the_text():
    assert find_meridian("+proj=eqearth +lon_0=-61.65 +units=km") == -61.65


def test_units_are_known_in_kilometres():
    assert km_per_unit(LAEA) == 1
    assert km_per_unit("EPSG:3857") == 0.001
