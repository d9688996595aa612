from itertools import combinations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from csto_atlas.maps.labels.model import Constraints, FirstView, Lettering, bands
from csto_atlas.maps.labels.territories import Named, find_seen, label_territories
from csto_atlas.maps.labels.wordings import Wording, word_name

NOWHERE = np.empty((0, 2))
SCALES = (1.0, 16.0)
COUNTRY, NEIGHBOUR = Lettering(13.0, bold=True), Lettering(12.0, bold=False)


def label(shapes, marked, constraints=None):
    """Label territories; their names are their codes and some letters more."""
    named = [
        Named(
            code, shape,
            word_name(f"Land of {code}", f"L. {code}", COUNTRY)
            if code in marked else [Wording(f"Land of {code}", NEIGHBOUR)],
            has_status=code in marked,
        )
        for code, shape in shapes.items()
    ]  # fmt: skip
    return label_territories(named, shapes, constraints or Constraints(SCALES, NOWHERE))


def shown_at(labels, scale):
    return [one for one in labels if one.shows(scale)]


sizes = st.lists(st.integers(20, 900), min_size=2, max_size=4)


@st.composite
def worlds(draw):
    """Draw a grid of rectangles, some of them with a status, some of them sea."""
    across, down = draw(sizes), draw(sizes)
    xs, ys = np.cumsum([0, *across]), np.cumsum([0, *down])
    kinds = draw(
        st.lists(
            st.sampled_from(["marked", "plain", "sea"]),
            min_size=len(across) * len(down), max_size=len(across) * len(down),
        )
    )  # fmt: skip
    shapes, marked = {}, []
    for number, kind in enumerate(kinds):
        column, row = number % len(across), number // len(across)
        code = f"C{number}"
        if kind != "sea":
            shapes[code] = shapely.box(xs[column], ys[row], xs[column + 1], ys[row + 1])
        if kind == "marked":
            marked.append(code)
    return shapes, marked


@pytest.mark.slow
@settings(max_examples=20)
@given(worlds())
def test_names_never_overlap_nor_stand_on_others_with_a_status(world):
    shapes, marked = world
    labels = label(shapes, marked)
    for scale in np.geomspace(1.01, 15.9, 13):
        seen = shown_at(labels, scale)
        assert len({one.code for one in seen}) == len(seen)
        boxes = {one.code: shapely.box(*one.box(scale)) for one in seen}
        lines = {
            one.code: shapely.LineString(one.line(scale))
            for one in seen
            if one.is_leader
        }
        for (_, one), (_, other) in combinations(boxes.items(), 2):
            assert not one.intersects(other)
        for (_, one), (_, other) in combinations(lines.items(), 2):
            assert not one.intersects(other)
        for code, line in lines.items():
            assert line.length / scale <= 40
            assert not any(line.intersects(boxes[o]) for o in boxes if o != code)
        for code, drawn in [*boxes.items(), *lines.items()]:
            letters = (
                drawn.buffer(-5.5 * scale, join_style="mitre") if drawn.area else drawn
            )
            others = [shapes[o] for o in marked if o != code]
            assert not any(letters.intersects(o.buffer(-scale)) for o in others)


@pytest.mark.slow
@settings(max_examples=6)
@given(worlds())
def test_the_same_names_stand_in_the_same_places_every_time(world):
    assert label(*world) == label(*world)


def test_a_name_that_fits_stands_inside_at_all_scales():
    (found,) = label({"BIG": shapely.box(0, 0, 4000, 2000)}, ["BIG"])
    assert (found.nearest, found.farthest) == (0, 16)
    assert (found.text, found.is_outside, found.is_beside) == (
        "Land of BIG",
        False,
        False,
    )


def test_only_what_has_a_status_is_named_outside_itself():
    dot = shapely.box(5000, 0, 5010, 10)
    assert label({"DOT": dot}, []) == []
    found = label({"DOT": dot}, ["DOT"])
    assert all(shown_at(found, scale) for scale in (1.01, 4, 15.9))


def test_a_name_that_fits_from_the_middle_of_a_band_shows_from_there():
    near, far = bands(*SCALES)[2]
    half = COUNTRY.half("Land of MID")
    middle = (near + far) / 2
    shapes = {"MID": shapely.box(0, 0, 2 * half[0] * middle, 4 * half[1] * middle)}
    wall = shapely.box(-9000, -9000, 9000, 9000).difference(shapes["MID"])
    labels = label({**shapes, "OUT": wall}, ["MID", "OUT"])
    full = next(one for one in labels if one.text == "Land of MID")
    assert near < full.farthest < far
    assert full.farthest == pytest.approx(middle, rel=0.1)


LARGE = shapely.box(0, 0, 4000, 1000)


@pytest.mark.parametrize(
    ("narrow", "wide", "west", "east"),
    [
        ((0, 0, 2000, 1000), (2000, 0, 4000, 1000), 0, 2000),
        ((0, 0, 1200, 1000), (1200, 0, 4000, 1000), 1200, 4000),
        ((5000, 0, 6000, 1000), (1000, 0, 2000, 1000), 1000, 2000),
        ((5000, 0, 6000, 1000), (5000, 0, 7000, 1000), 0, 4000),
    ],
    ids=["half in the narrow view", "a third is not", "in the wide view", "in neither"],
)
def test_a_territory_is_named_where_it_is_seen(narrow, wide, west, east):
    views = tuple(FirstView(shapely.box(*box), 9, 1, 16) for box in (narrow, wide))
    *_, seen = find_seen(LARGE, Constraints(SCALES, NOWHERE, views))
    assert (seen.bounds[0], seen.bounds[2]) == (west, east)


def test_a_name_stands_where_both_views_show_it_or_in_each():
    narrow, wide = shapely.box(0, 0, 1500, 1000), shapely.box(1600, 0, 6000, 1000)
    views = (FirstView(narrow, 16, 10, 16), FirstView(wide, 9, 1, 9))
    shapes = {"BIG": shapely.box(0, 0, 6000, 1000)}
    labels = label(shapes, ["BIG"], Constraints(SCALES, NOWHERE, views))
    far, near = (shown_at(labels, scale)[0] for scale in (15, 2))
    assert narrow.contains(shapely.box(*far.box(15)))
    assert wide.contains(shapely.box(*near.box(2)))


def test_names_of_greater_weight_keep_their_lines_where_lines_are_few():
    boxes = [shapely.box(x, 400, x + 12, 412) for x in range(100, 3100, 600)]
    shapes = {f"C{n}": box for n, box in enumerate(boxes)}
    named = [
        Named(code, shape, word_name(code, None, COUNTRY), has_status=True, weight=n)
        for n, (code, shape) in enumerate(shapes.items())
    ]
    world = shapely.box(0, 0, 3200, 900)
    shapes["land"] = world.difference(shapely.union_all(boxes))  # no room beside them
    views = FirstView(world, 8, 4, 16), FirstView(world, 2, 1, 4)
    labels = label_territories(named, shapes, Constraints(SCALES, NOWHERE, views))
    led = {one.code for one in shown_at(labels, 12) if one.is_leader}
    assert led == {"C2", "C3", "C4"}
