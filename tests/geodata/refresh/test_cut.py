import pytest
import shapely
from shapely import LineString, MultiLineString, Point

from csto_atlas.geodata.refresh.cut import cut_off

LAND = shapely.box(0, 0, 10, 10)


def test_a_line_across_parts_off_the_side_of_the_point():
    piece = cut_off(LAND, LineString([(0, 4), (10, 4)]), Point(5, 1))
    assert piece.area == pytest.approx(40)


def test_loose_ends_are_led_to_the_border():
    piece = cut_off(LAND, LineString([(0.05, 4), (9.97, 4)]), Point(5, 1))
    assert piece.area == pytest.approx(40)


def test_loose_ends_are_led_to_each_other():
    halves = MultiLineString([[(0, 4), (5, 4)], [(5.005, 4), (10, 4)]])
    assert cut_off(LAND, halves, Point(5, 1)).area == pytest.approx(40)


def test_what_lies_outside_the_territory_is_left_out():
    piece = cut_off(LAND, LineString([(-3, 4), (13, 4)]), Point(5, 1))
    assert piece.difference(LAND).area == pytest.approx(0)


def test_a_line_that_ends_inland_parts_nothing_off():
    with pytest.raises(ValueError, match="parts nothing off at POINT"):
        cut_off(LAND, LineString([(0, 4), (5, 4)]), Point(5, 1))
