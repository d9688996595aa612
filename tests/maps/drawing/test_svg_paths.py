import re

import shapely
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.maps.drawing.svg_paths import path_data

NUMBER = re.compile(r"-?\d+")
STEPS = st.integers(-9000, 9000)


def decode(data):
    """Read path data back: a list of rings of absolute points."""
    rings, here = [], (0, 0)
    for part in re.findall(r"m([^mz]*)z?", data):
        numbers = [int(n) for n in NUMBER.findall(part)]
        ring = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            here = (here[0] + dx, here[1] + dy)
            ring.append(here)
        rings.append(ring)
        here = ring[0] if data[data.index(part) + len(part)] == "z" else here
    return rings


def test_a_square_is_written_as_steps():
    assert path_data([shapely.box(0, 0, 5, 4)]) == ["m5 0 0 4-5 0 0-4z"]


def test_a_speck_vanishes():
    assert path_data([shapely.box(3.1, 3.1, 3.3, 3.3)]) == [""]


def test_a_hole_is_a_ring_of_its_own():
    ring = shapely.Polygon(
        shapely.box(0, 0, 9, 9).exterior, [shapely.box(3, 3, 6, 6).exterior]
    )
    assert len(decode(path_data([ring])[0])) == 2


def test_a_line_is_not_closed():
    assert path_data([shapely.LineString([(1, 1), (4, 5)])]) == ["m1 1 3 4"]


@given(STEPS, STEPS, st.integers(1, 500), st.integers(1, 500))
def test_what_is_written_is_what_was_drawn(x, y, width, height):
    box = shapely.box(x, y, x + width, y + height)
    parts = shapely.MultiPolygon([box, shapely.box(x + 2000, y, x + 2009, y + 9)])
    drawn = [list(p.exterior.coords)[:-1] for p in parts.geoms]
    (data,) = path_data([parts])
    assert decode(data) == [[(int(a), int(b)) for a, b in r] for r in drawn]


def test_a_shared_border_is_the_same_text_in_both_neighbours():
    border = [(5, 0), (6, 3), (4, 7), (7, 9), (5, 12), (6, 20)]
    west = shapely.Polygon([(0, 0), *border, (0, 20)])
    east = shapely.Polygon([(20, 0), *border, (20, 20)])
    text = "1 3-2 4 3 2-2 3 1 8"
    assert all(text in data or "-1-8 2-3" in data for data in path_data([west, east]))
    one, other = path_data([west, east])
    assert (text in one) == (text in other)
