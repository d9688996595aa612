import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.maps.layers.class_breaks import MOST, class_of, find_breaks, shade_of

NUMBERS = st.lists(st.integers(min_value=0, max_value=10**7), max_size=200)


@given(NUMBERS)
def test_every_number_above_zero_has_a_class_and_zero_has_none(numbers):
    breaks = find_breaks(numbers)
    for number in numbers:
        assert (class_of(number, breaks) > 0) == (number > 0)


@given(NUMBERS)
def test_there_are_few_classes_and_their_bounds_are_round_and_rise(numbers):
    breaks = find_breaks(numbers)
    assert len(breaks) <= MOST
    assert list(breaks) == sorted(set(breaks))
    assert all(str(least).rstrip("0") in ("1", "2", "3", "5") for least in breaks)


@given(NUMBERS)
def test_no_class_begins_above_the_largest_number(numbers):
    breaks = find_breaks(numbers)
    assert not breaks or breaks[-1] <= max(numbers)


@pytest.mark.parametrize(
    ("numbers", "breaks"),
    [
        ([], ()),
        ([0, 0], ()),
        ([1], (1,)),
        ([1, 2], (1, 2)),
        ([25], (1, 2, 5, 10, 20)),
        ([60], (1, 3, 10, 30)),
        ([5_000_000], (1, 10, 100, 1000, 10000)),
        ([3] * 1000 + [900], (1, 2)),
    ],
)
def test_bounds_are_as_fine_as_the_usual_numbers_allow(numbers, breaks):
    assert find_breaks(numbers) == breaks


@pytest.mark.parametrize("count", range(1, MOST + 1))
def test_classes_have_different_shades_and_the_last_the_darkest(count):
    shades = [shade_of(found, count) for found in range(1, count + 1)]
    assert shades == sorted(set(shades))
    assert shades[0] >= 1
    assert shades[-1] == MOST
