from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from csto_atlas.maps.labels.model import Label, Lettering
from csto_atlas.maps.labels.ranges import CLOSEST, list_bands, merge, start_sooner
from csto_atlas.maps.labels.spots import make_spots
from csto_atlas.maps.labels.wordings import Wording

NAME = [Wording("Home", Lettering(13, bold=True))]
FAR = Label("AAA", "Home", 0, 0, NAME[0].half, 5, 8)
NEAR = replace(FAR, nearest=3, farthest=5)


def at(label):
    spot = make_spots(np.array([[label.x, label.y]]), NAME, np.array([0]))
    return label, spot


@pytest.mark.parametrize("edges", [(), (10.0,), (4.2,), (16.0,), (99.0,)])
def test_bands_leave_no_scale_out(edges):
    bands = list_bands(1.0, 16.0, edges)
    assert (bands[0][1], bands[-1][1]) == (16, CLOSEST)
    assert all(far[0] == near[1] for far, near in pairwise(bands))


def test_a_band_ends_at_an_edge_that_is_not_close_to_another_end():
    ends = [[far for _, far in list_bands(1.0, 16.0, (e,))] for e in (12.0, 15.9)]
    assert 12.0 in ends[0]
    assert 15.9 not in ends[1]


def test_bands_with_a_name_in_one_place_are_one_label():
    (whole,) = merge([FAR, NEAR], 1)
    assert (whole.nearest, whole.farthest) == (3, 8)


def test_a_name_with_another_place_is_another_label():
    moved = replace(NEAR, x=40.0)
    assert merge([FAR, moved], 1) == [FAR, moved]
    assert merge([FAR, replace(NEAR, nearest=2, farthest=4)], 1)[0] == FAR


def test_what_stands_at_the_nearest_scale_has_no_nearest_one():
    assert merge([NEAR], 3)[0].nearest == 0


@pytest.mark.parametrize(
    ("scales", "others", "farthest"),
    [
        ([6.5], [replace(FAR, code="BBB", x=900.0)], 6.5),
        ([20.0], [replace(FAR, code="BBB", x=900.0)], 8),
        ([], [replace(FAR, code="BBB", x=900.0)], 5),
        ([6.5], [replace(FAR, code="BBB", x=90.0)], 5),
        ([6.5], [], 6.5),
    ],
    ids=["free", "the whole band", "not asked for", "taken", "nothing there"],
)
def test_a_name_shows_before_its_band_where_nothing_stands(scales, others, farthest):
    standing = [(*at(NEAR), scales)]
    (label,), former = start_sooner(standing, [at(one) for one in others], 8)
    assert label.farthest == farthest
    assert former == others


def test_the_former_place_of_a_name_ends_where_the_new_one_begins():
    moved = replace(NEAR, x=40.0)
    (label,), (former,) = start_sooner([(*at(moved), [6.0])], [at(FAR)], 8)
    assert former.nearest == label.farthest == 6
    (label,), former = start_sooner([(*at(moved), [8.0])], [at(FAR)], 8)
    assert (label.farthest, former) == (8, [])
