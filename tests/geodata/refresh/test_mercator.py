import pytest
import shapely
from pyproj import Geod

from csto_atlas.geodata.refresh.mercator import ground_km2, stretch, to_globe, to_plane

CHUKOTKA = shapely.box(170, 62, 190, 70)  # on both sides of 180


def test_a_shape_across_180_comes_back_in_one_piece():
    there = to_plane(CHUKOTKA)
    assert there.bounds[2] > to_plane(shapely.Point(180, 0)).x
    assert shapely.equals_exact(to_globe(there), CHUKOTKA, 1e-9)


def test_an_area_is_that_on_the_ground():
    fine = shapely.segmentize(shapely.box(60, 40, 70, 50), 0.01)
    area, _ = Geod(ellps="WGS84").geometry_area_perimeter(fine)
    assert ground_km2(to_plane(fine)) == pytest.approx(area / 1e6, rel=0.005)


def test_lengths_are_stretched_least_where_a_shape_is_nearest_to_the_equator():
    assert stretch(to_plane(shapely.box(0, 60, 1, 80))) == pytest.approx(2)
    assert stretch(to_plane(shapely.box(0, -80, 1, -60))) == pytest.approx(2)
    assert stretch(to_plane(shapely.box(0, -10, 1, 80))) == 1
