import pytest
import shapely
from shapely import Polygon

from csto_atlas.geodata.refresh.detail import LakeDetail, on_plane
from csto_atlas.geodata.refresh.lakes import choose_lakes, drown, find_lakes, is_broad

# Around 48 N 72 E a tenth of a degree is 11 km by 7.
LARGE = shapely.box(72, 48, 72.2, 48.2)
SMALL = shapely.box(71, 48, 71.1, 48.1)
BETWEEN = shapely.box(73, 48, 73.1, 48.2)
DETAIL = LakeDetail(on_plane((70, 47, 74, 49)), 200, 4_000, 1_000)


def hole_in(land, *lakes):
    return Polygon(land.exterior, [lake.exterior for lake in lakes])


def test_lakes_are_holes_in_a_state_and_between_states_largest_first():
    outlines = {"AAA": [hole_in(shapely.box(70, 47, 72.5, 49), SMALL, LARGE)]}
    shores = [hole_in(shapely.box(70, 47, 75, 49), BETWEEN)]
    found = find_lakes(outlines, shores, 50)
    assert [lake.bounds for lake in found] == [
        lake.bounds for lake in (LARGE, BETWEEN, SMALL)
    ]


def test_a_lake_below_the_least_size_is_not_found():
    outlines = {"AAA": [hole_in(shapely.box(70, 47, 72.5, 49), SMALL, LARGE)]}
    assert len(find_lakes(outlines, [], 100)) == 1


def test_the_window_shows_smaller_lakes_and_draws_them_finer():
    window = LakeDetail(on_plane((70.9, 47.9, 71.05, 48.2)), 50, 300, 0)
    detail = LakeDetail(DETAIL.box, 200, 4_000, 1_000, window=window)
    tolerances = [
        tolerance for _, tolerance in choose_lakes([LARGE, BETWEEN, SMALL], detail)
    ]
    assert tolerances == [4_000, 300]


def test_a_lake_that_reaches_out_of_the_box_is_left_out():
    detail = LakeDetail(on_plane((72.1, 47, 74, 49)), 50, 4_000, 0)
    assert len(list(choose_lakes([LARGE, BETWEEN], detail))) == 1


@pytest.mark.parametrize(("width", "answer"), [(9_000, True), (3_000, False)])
def test_a_river_is_not_broad(width, answer):
    assert is_broad(shapely.box(0, 0, 100_000, width), 1_000) == answer


@pytest.mark.parametrize(("smallest", "islands"), [(0, 2), (0.5, 1), (5, 0)])
def test_small_islands_become_water(smallest, islands):
    rings = [shapely.box(0, 0, side, side).exterior for side in (500, 1_000)]
    rings[1] = shapely.box(2_000, 2_000, 3_000, 3_000).exterior
    lake = Polygon(shapely.box(-9_000, -9_000, 9_000, 9_000).exterior, rings)
    assert len(drown(lake, smallest).interiors) == islands
