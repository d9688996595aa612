from itertools import combinations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from csto_atlas.maps.labels.model import Constraints, FirstView, Label, Lettering
from csto_atlas.maps.labels.points import AWAY, label_towns, town_names

LETTERING = Lettering(12, bold=False)
SCALES = (1.0, 8.0)
NOWHERE = np.empty((0, 2))
EVERYWHERE = shapely.box(-1e5, -1e5, 1e5, 1e5)


def label(points, *, others=(), signs=NOWHERE, views=((8.0, EVERYWHERE),)):
    """Label towns at points; their names grow longer with their number."""
    names = {f"t{n}": "Kalbajar"[: 3 + n % 6] for n in range(len(points))}
    at = {f"t{n}": shapely.Point(point) for n, point in enumerate(points)}
    constraints = Constraints(
        SCALES, signs, tuple(FirstView(box, scale, 1, scale) for scale, box in views)
    )
    return label_towns(names, at, LETTERING, constraints, others)


def touching(labels, scale):
    boxes = [shapely.box(*found.box(scale)) for found in labels if found.shows(scale)]
    return [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])]


def test_a_town_alone_has_one_name_at_all_scales_to_its_right():
    (found,) = label([(0, 0)])
    assert found.nearest <= SCALES[0] < SCALES[1] == found.farthest
    assert found.offset[1] == 0
    left = found.box(1)[0]
    assert left == pytest.approx(AWAY, abs=0.51)


points = st.tuples(st.integers(0, 600), st.integers(0, 600))


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(st.lists(points, min_size=2, max_size=12, unique=True))
def test_no_two_names_touch_at_any_scale(places):
    labels = label(places)
    for scale in np.geomspace(1.01, 8, 30):
        assert touching(labels, scale) == []


@settings(deadline=None, max_examples=40)
@given(st.lists(points, min_size=1, max_size=12, unique=True))
def test_a_town_has_at_most_one_name_at_a_scale(places):
    labels = label(places)
    for scale in np.geomspace(1.01, 8, 30):
        shown = [found.code for found in labels if found.shows(scale)]
        assert len(shown) == len(set(shown))


@settings(deadline=None, max_examples=40)
@given(st.lists(points, min_size=1, max_size=12, unique=True))
def test_no_name_is_cut_by_the_edge_of_a_view(places):
    view = shapely.box(100, 100, 500, 500)
    for found in label(places, views=[(4.0, view)]):
        box = shapely.box(*found.box(4.0))
        if found.shows(4.0):
            assert box.within(view) or box.disjoint(view)


def test_the_more_important_town_keeps_its_name():
    labels = label([(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1), (3, 1), (3, 0)])
    (first,) = [found for found in labels if found.code == "t0"]
    assert first.nearest <= SCALES[0] < SCALES[1] == first.farthest
    assert not any(found.code == "t7" and found.shows(8) for found in labels)


def test_a_town_gives_way_to_the_label_of_a_country():
    country = Label("AAA", "Country", 40, 60, (60, 10), 0, 8.0)
    labels = label([(0, 0)], others=[country])
    assert any(found.shows(1.01) for found in labels)
    for scale in np.geomspace(1.01, 8, 30):
        assert touching([*labels, country], scale) == []


def test_a_name_leaves_the_sign_of_another_town_free():
    signs = np.array([[0.0, 0.0], [25.0 * 8, 0.0]])
    (found, *_) = [row for row in label([(0, 0)], signs=signs) if row.shows(8)]
    left, top, right, bottom = found.box(8)
    assert not (left < 200 < right and top < 0 < bottom)


def test_a_place_with_two_names_has_both():
    found = town_names(["a", "b"], {"a": "Shusha", "b": "Goris"}, {"a": "Shushi"})
    assert found == {"a": "Shusha / Shushi", "b": "Goris"}
