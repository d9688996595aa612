import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.maps.labels.collisions import meets

pairs = st.tuples(st.integers(-60, 60), st.integers(-60, 60))
rooms = st.tuples(st.integers(1, 30), st.integers(1, 30))


def overlap(gap, shift, room, scale):
    """Tell whether the boxes overlap at one scale, by the distance of their middles."""
    apart = np.abs(np.array(gap) / scale + np.array(shift))
    return bool((apart < np.array(room) - 1e-9).all())


@given(pairs, pairs, rooms, st.floats(0.5, 4), st.floats(1.01, 8))
def test_boxes_that_overlap_at_any_scale_of_the_range_meet(
    gap, shift, room, nearest, ratio
):
    scales = np.geomspace(nearest, nearest * ratio, 40)
    if any(overlap(gap, shift, room, scale) for scale in scales):
        assert meets(gap, shift, room, nearest, nearest * ratio)


@given(pairs, pairs, rooms)
def test_on_a_narrow_range_they_meet_only_where_they_overlap(gap, shift, room):
    more = tuple(side + 0.01 for side in room)
    if meets(gap, shift, room, 2, 2.0001):
        assert overlap(gap, shift, more, 2)


@pytest.mark.parametrize(("beside", "is_met"), [(9.9, True), (10, False), (-10, False)])
def test_on_one_line_only_what_lies_beside_counts(beside, is_met):
    assert meets((0, 0), (beside, 0), (10, 10), 1, 4) == is_met


def test_boxes_that_only_touch_do_not_meet():
    assert not meets((20, 0), (0, 0), (20, 5), 0.5, 1)
    assert meets((20, 0), (0, 0), (20, 5), 0.5, 1.1)


def test_boxes_too_near_along_both_axes_at_different_scales_do_not_meet():
    # Along x for scales of 2 to 4, along y for scales of 6 to 10.
    assert not meets((-60, -120), (22.5, 16), (7.5, 4), 1, 20)
