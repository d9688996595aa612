import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.maps.drawing.symbol_sizes import count_killed, find_sizes, radius
from tests.made.worlds import make_event, make_figure


def killed(*figures):
    rows = [
        make_figure("n", measure=measure, side=side, low=low, high=high)
        for measure, side, low, high in figures
    ]
    return make_event(figures=rows)


def test_the_lowest_and_the_highest_figures_of_each_side_are_added_up():
    event = killed(
        ("killed", "AAA", 10, 10),
        ("killed", "AAA", 30, 40),
        ("killed-or-missing", "AAA", 20, 20),
        ("killed", "BBB", 5, 6),
    )
    assert count_killed(event) == (15, 46)


def test_civilians_are_counted_beside_the_soldiers_of_their_side():
    event = killed(
        ("killed", "AAA", 10, 12),
        ("civilians-killed", "AAA", 1, 2),
        ("civilians-killed", None, 100, 100),
    )
    assert count_killed(event) == (111, 114)


def test_a_figure_with_one_end_counts_as_both():
    assert count_killed(killed(("killed", "AAA", 200, None))) == (200, 200)


def test_where_nobody_counted_there_is_no_circle():
    assert count_killed(killed(("captured", "AAA", 13, 13))) is None
    assert find_sizes([make_event(), killed(("killed", "AAA", 4, 9))]) == {
        "made": (radius(4), radius(9))
    }


@given(st.floats(1, 1e5))
def test_a_radius_grows_with_the_root(people):
    assert radius(4 * people) == pytest.approx(2 * radius(people), abs=0.16)
