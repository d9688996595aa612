import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.maps.drawing.winding import wind


def squares(columns, rows):
    """A grid of unit squares, all turning the same way."""
    return [
        np.array([(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)])
        for y in range(rows)
        for x in range(columns)
    ]


def edges(ring):
    points = [tuple(point) for point in ring.tolist()]
    return set(zip(points, [*points[1:], points[0]], strict=True))


def test_two_neighbours_run_the_same_way_along_their_border():
    one, other = wind(squares(2, 1))
    assert edges(one) & edges(other)


def test_a_chessboard_shares_every_border():
    rings = wind(squares(6, 5))
    same = sum(len(edges(a) & edges(b)) for a in rings for b in rings if a is not b)
    assert same / 2 == 6 * 4 + 5 * 5


@given(st.integers(1, 4), st.integers(1, 4))
def test_rings_stay_what_they_are(columns, rows):
    before = squares(columns, rows)
    for old, new in zip(before, wind(before), strict=True):
        assert edges(old) in (edges(new), edges(new[::-1]))
