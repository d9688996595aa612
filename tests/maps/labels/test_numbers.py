import pytest
import shapely

from csto_atlas.maps.labels.model import FirstView, Label
from csto_atlas.maps.labels.numbers import (
    EVER,
    Circle,
    covers_number,
    number_at,
    place_numbers,
)

CIRCLE = Circle("AAA", "100", 50, 50, 5)


def view(*box):
    return FirstView(shapely.box(*box), scale=1.0, nearest=0.5, farthest=2.0)


def sign(x, y):
    return Label("event", "", x, y, (8.0, 8.0), 0.0, EVER)


def place(signs=(), seen=(0, 0, 100, 100)):
    (number,) = place_numbers([CIRCLE], signs, [view(*seen)])
    return number.offset


def test_a_number_stands_to_the_right_of_its_circle():
    dx, dy = place()
    assert dx > CIRCLE.radius
    assert dy == 0


def test_a_number_goes_where_it_covers_no_symbol():
    dx, dy = place([sign(70, 50)])
    assert dx < -CIRCLE.radius
    assert dy == 0


def test_a_number_is_not_cut_by_the_edge_of_a_view():
    dx, dy = place([sign(20, 50)], seen=(0, 0, 58, 100))
    assert (dx < 0) or dy


def test_numbers_keep_clear_of_other_circles():
    east = Circle("BBB", "200", 70, 50, 5)
    one, other = place_numbers([CIRCLE, east], [], [view(0, 0, 200, 100)])
    assert one.offset[0] <= 0
    assert other.offset[0] > 0


def test_a_number_keeps_clear_of_other_numbers_before_symbols():
    flown = number_at("way", "10", 70, 50, up=0)
    signs = [sign(20, 50), sign(50, 70), sign(50, 30)]
    dx, dy = place([flown, *signs])
    assert dx < CIRCLE.radius or dy


def test_a_number_stands_at_a_corner_where_all_sides_are_taken():
    dx, dy = place([sign(76, 42), sign(24, 50), sign(43, 72), sign(50, 28)])
    assert dx > CIRCLE.radius
    assert dy > 0


@pytest.mark.parametrize(("x", "covers"), [(50, True), (500, False)])
def test_a_name_covers_a_number_at_the_scales_at_which_both_are_near(x, covers):
    name = Label("BBB", "Name", x, 50, (30.0, 8.0), 0.0, 2.0)
    number = number_at("AAA", "100", 50, 50, up=0)
    assert covers_number(name, [number], (1.0, 2.0)) == covers
    assert not covers_number(name, [sign(50, 50)], (1.0, 2.0))
