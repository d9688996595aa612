import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely import GEOSException

from csto_atlas.maps.shapes import coverage
from csto_atlas.maps.shapes.coverage import (
    collect,
    find_connected,
    mend,
    simplify_coverage,
    unite,
)

LEFT, RIGHT = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)
# It covers a part of the side of LEFT, without a corner of that there.
SPOILED = shapely.Polygon([(1, 0.2), (2, 0.2), (2, 0.8), (1, 0.8)])
BOW_TIE = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])


def test_a_ring_that_crosses_itself_becomes_two_polygons():
    mended = mend(np.array([BOW_TIE, LEFT]))
    assert shapely.is_valid(mended).all()
    assert shapely.area(mended).tolist() == [2, 1]


def test_mending_leaves_the_given_shapes_alone():
    given = np.array([BOW_TIE])
    mend(given)
    assert given[0] is BOW_TIE


@pytest.mark.parametrize(
    ("shapes", "area"),
    [([LEFT, RIGHT], 2), ([LEFT, SPOILED], 1.6), ([BOW_TIE, RIGHT], 2.5)],
)
def test_polygons_are_united_whether_or_not_they_are_a_coverage(shapes, area):
    united = unite(np.array(shapes))
    assert united.is_valid
    assert united.area == pytest.approx(area)


def test_what_cannot_be_united_exactly_is_united_on_a_grid(monkeypatch):
    def refuse(shapes, grid_size=None):
        if grid_size is None:
            raise GEOSException("TopologyException")
        return shapely.MultiPolygon([LEFT])

    monkeypatch.setattr(coverage.shapely, "coverage_union_all", refuse)
    monkeypatch.setattr(coverage.shapely, "union_all", refuse)
    assert unite(np.array([LEFT])).area == 1


def test_neighbours_are_simplified_alone_where_their_border_is_lost(monkeypatch):
    def refuse(shapes, tolerance):
        raise GEOSException("TopologyException")

    monkeypatch.setattr(coverage.shapely, "coverage_simplify", refuse)
    found = simplify_coverage(np.array([LEFT, BOW_TIE]), 0.01)
    assert shapely.is_valid(found).all()


def test_the_parts_of_a_state_are_collected_and_not_united():
    frame = gpd.GeoDataFrame(
        {"code": ["BBB", "AAA", "BBB"]}, geometry=[LEFT, BOW_TIE, SPOILED], crs=3857
    )
    found = collect(frame)
    assert list(found["code"]) == ["AAA", "BBB"]
    assert [len(shapely.get_parts(shape)) for shape in found.geometry] == [1, 2]
    assert found.crs == 3857


def test_what_hangs_together_is_found_over_any_number_of_borders():
    row = [shapely.box(x, 0, x + 1, 1) for x in (0, 1, 2, 5)]
    start = np.array([True, False, False, False])
    assert find_connected(np.array(row), start).tolist() == [True, True, True, False]
