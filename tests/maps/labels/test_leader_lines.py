from dataclasses import replace

import pytest
import shapely

from csto_atlas.maps.labels.leader_lines import MOST, limit_lines
from csto_atlas.maps.labels.model import FirstView, Label

WORLD = shapely.box(0, 0, 900, 900)
NARROW, WIDE = FirstView(WORLD, 4, 2, 6), FirstView(WORLD, 2, 1, 3)
CODES = ["AAA", "BBB", "CCC", "DDD", "EEE"]


def led(nearest, farthest, codes=CODES):
    label = Label("AAA", "Name", 0, 0, (20, 8), nearest, farthest, (30, 0), end=(9, 0))
    return [replace(label, code=code) for code in codes]


def limit(labels):
    return limit_lines(labels, (NARROW, WIDE), lambda code: (CODES.index(code),))


@pytest.mark.parametrize("scale", [3.5, 5, 6])
def test_wide_frames_show_few_lines_where_narrow_ones_begin(scale):
    found = limit(led(2, 6))
    assert [one.code for one in found if one.shows(scale)] == CODES[:MOST]
    assert all(one.farthest == 6 for one in found)  # in narrow frames


@pytest.mark.parametrize("scale", [2.5, 3])
def test_every_line_is_in_the_first_view_of_a_wide_frame(scale):
    assert all(one.shows(scale) for one in limit(led(2, 6)))


def test_farther_than_all_first_views_no_frame_shows_more():
    found = limit(led(2, 9))
    assert [one.farthest for one in found] == [9, 9, 9, 6, 6]


def test_a_label_that_no_frame_would_show_is_left_out():
    assert [one.code for one in limit(led(6, 9))] == CODES[:MOST]


def test_lines_at_other_scales_do_not_count():
    labels = led(4, 6, CODES[:MOST]) + led(3, 4, CODES[MOST:])
    assert limit(labels) == labels


def test_names_without_a_line_are_never_ended():
    labels = [replace(one, end=None) for one in led(2, 9)]
    assert limit(labels) == labels


def test_a_line_goes_where_the_third_before_it_begins():
    first = led(4, 6, CODES[: MOST - 1]) + led(5, 6, CODES[MOST - 1 : MOST])
    *_, last = limit(first + led(3, 6, CODES[-1:]))
    assert (last.farthest_wide, last.farthest) == (5, 6)
