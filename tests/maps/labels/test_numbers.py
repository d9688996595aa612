import pytest
import shapely

from csto_atlas.maps.labels.model import FirstView, Label
from csto_atlas.maps.labels.numbers import (
    EVER,
    GAP,
    NUMBER,
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


def test_a_number_above_a_point_is_shown_at_every_scale():
    half = NUMBER.half("10")
    expected = Label("way", "10", 70, 50, half, 0.0, EVER, offset=(0, -8))
    assert number_at("way", "10", 70, 50, up=8.4) == expected


def test_the_number_of_a_circle_has_its_text_and_stands_at_its_edge():
    (number,) = place_numbers([CIRCLE], [], [view(0, 0, 100, 100)])
    half = NUMBER.half("100")
    across = round(CIRCLE.radius + GAP + half[0])
    expected = Label("AAA", "100", 50, 50, half, 0.0, EVER, offset=(across, 0))
    assert number == expected


def test_a_number_goes_left_then_below_then_above_where_sides_are_taken():
    half = NUMBER.half("100")
    across = round(CIRCLE.radius + GAP + half[0])
    up = round(CIRCLE.radius + half[1])
    sides = [(across, 0), (-across, 0), (0, up), (0, -up)]
    seen = FirstView(shapely.box(0, 0, 100, 100), 1.0, nearest=0.99, farthest=1.01)
    for taken, side in enumerate(sides):
        signs = [sign(50 + 1.2 * x, 50 + 1.2 * y) for x, y in sides[:taken]]
        (number,) = place_numbers([CIRCLE], signs, [seen])
        assert number.offset == side
