from dataclasses import replace
from itertools import pairwise

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.maps.labels.model import (
    BAND,
    LINE_STEP,
    PADDING,
    FirstView,
    Label,
    Lettering,
    bands,
)
from csto_atlas.maps.labels.text_width import LINE_HEIGHT, text_width

LABEL = Label("AAA", "Name", 100, 50, (20, 8), 1, 4, offset=(30, -10), end=(12, -4))


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
    assert LABEL.line(2) == ((100, 50), (124, 42))


@pytest.mark.parametrize(
    ("scale", "is_shown"), [(1, False), (1.01, True), (4, True), (4.01, False)]
)
def test_a_label_shows_from_its_nearest_scale_excluded_to_its_farthest(scale, is_shown):
    assert LABEL.shows(scale) == is_shown


def test_only_a_label_whose_line_has_an_end_is_a_leader():
    assert LABEL.is_leader
    assert LABEL.is_beside
    plain = Label("A", "A", 0, 0, (1, 1), 0, 1)
    assert not plain.is_leader
    assert not plain.is_beside
    assert not replace(LABEL, end=None).is_leader


@pytest.mark.parametrize(
    ("text", "lines", "name"),
    [
        ("Chad", ["Chad"], "Chad"),
        ("South\nSudan", ["South", "Sudan"], "South Sudan"),
        ("Guinea-\nBissau", ["Guinea-", "Bissau"], "Guinea-Bissau"),
    ],
)
def test_a_text_in_two_lines_says_the_same_name(text, lines, name):
    label = replace(LABEL, text=text)
    assert (label.lines, label.name) == (lines, name)


def test_a_first_view_is_at_the_scales_at_which_a_frame_shows_it_at_first():
    view = FirstView(shapely.box(0, 0, 1, 1), 5, 4, 8)
    assert view.is_at(7, 12)
    assert view.is_at(1, 5)
    assert not view.is_at(8, 12)
    assert not view.is_at(1, 4)


def test_half_a_text_is_half_its_width_with_padding_and_half_a_line():
    width = text_width("Kazakhstan", 13, bold=True)
    half = Lettering(13, bold=True).half("Kazakhstan")
    assert half == (width / 2 + PADDING, 13 * LINE_HEIGHT / 2)
    assert Lettering(13, bold=False).half("Kazakhstan")[0] < half[0]


def test_a_text_in_two_lines_is_narrower_and_higher():
    one, two = (Lettering(13, bold=True).half(f"South{by}Sudan") for by in " \n")
    assert two[0] < one[0]
    assert two[1] == pytest.approx(13 * (LINE_HEIGHT + LINE_STEP) / 2)
