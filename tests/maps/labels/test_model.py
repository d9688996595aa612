from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.maps.labels.model import BAND, PADDING, Label, Lettering, bands
from csto_atlas.maps.labels.text_width import LINE_HEIGHT, text_width

LABEL = Label("AAA", "Name", 100, 50, (20, 8), 1, 4, offset=(30, -10))


@given(st.floats(0.1, 10), st.floats(1.01, 200))
def test_bands_cover_all_scales_from_far_to_near_without_a_gap(nearest, ratio):
    farthest = nearest * ratio
    found = bands(nearest, farthest)
    assert found[0][1] == farthest
    assert all(far[0] == near[1] for far, near in pairwise(found))
    assert all(far / near == pytest.approx(BAND) for near, far in found)
    assert found[-1][0] <= nearest * (1 + 1e-9) < found[-1][1] * (1 + 1e-6)


def test_a_text_keeps_its_size_and_offset_in_pixels():
    assert LABEL.box(1) == (110, 32, 150, 48)
    assert LABEL.box(2) == (120, 14, 200, 46)
    assert LABEL.line(2) == ((100, 50), (160, 30))


@pytest.mark.parametrize(
    ("scale", "is_shown"), [(1, False), (1.01, True), (4, True), (4.01, False)]
)
def test_a_label_shows_from_its_nearest_scale_excluded_to_its_farthest(scale, is_shown):
    assert LABEL.shows(scale) == is_shown


@pytest.mark.parametrize("offset", [(0, 5), (5, 0), (5, 5)])
def test_a_text_beside_its_point_has_a_line(offset):
    assert Label("A", "A", 0, 0, (1, 1), 0, 1, offset=offset).is_leader
    assert not Label("A", "A", 0, 0, (1, 1), 0, 1).is_leader


def test_half_a_text_is_half_its_width_with_padding_and_half_a_line():
    width = text_width("Kazakhstan", 13, bold=True)
    half = Lettering(13, bold=True).half("Kazakhstan")
    assert half == (width / 2 + PADDING, 13 * LINE_HEIGHT / 2)
    assert Lettering(13, bold=False).half("Kazakhstan")[0] < half[0]
