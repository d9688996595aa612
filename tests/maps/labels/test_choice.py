from itertools import combinations, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from csto_atlas.maps.labels.choice import choose_spots, find_conflicts
from csto_atlas.maps.labels.model import Lettering
from csto_atlas.maps.labels.spots import join_spots, make_spots
from csto_atlas.maps.labels.wordings import Wording

NAME = [Wording("Home", Lettering(13, bold=True))]
BAND = (1.0, 1.0)
WIDE = 60.0  # more than the width of the name, so that names side by side are apart


def spots_at(*points, costs=None, end=None):
    count = len(points)
    ends = None if end is None else np.array([end] * count, dtype=float)
    return make_spots(
        np.array(points, dtype=float).reshape(-1, 2), NAME, np.zeros(count, dtype=int),
        end=ends, cost=np.array(costs if costs else [0.0] * count),
    )  # fmt: skip


def test_each_name_takes_its_cheapest_spot_if_nothing_is_there():
    options = [
        spots_at((0, 0), (0, 50), costs=[3, 1]),
        spots_at((500, 0), (500, 50), costs=[1, 3]),
    ]
    assert choose_spots(options, [100, 100], BAND) == [1, 0]


def test_a_name_gives_way_so_that_both_are_shown():
    options = [spots_at((0, 0), (WIDE, 0), costs=[0, 9]), spots_at((0, 0))]
    assert choose_spots(options, [100, 100], BAND) == [1, 0]


def test_of_two_names_for_one_spot_the_more_valuable_is_shown():
    options = [spots_at((0, 0)), spots_at((0, 0))]
    assert choose_spots(options, [100, 140], BAND) == [None, 0]
    assert choose_spots(options, [140, 100], BAND) == [0, None]


def test_a_name_that_costs_more_than_it_is_worth_is_left_out():
    assert choose_spots([spots_at((0, 0), costs=[9])], [5], BAND) == [None]


def test_names_without_spots_are_left_out():
    assert choose_spots([spots_at(), spots_at((0, 0))], [9, 9], BAND) == [None, 0]
    assert choose_spots([spots_at()], [9], BAND) == [None]


def test_a_line_conflicts_with_a_text_and_with_a_line():
    text, level = spots_at((0, 0)), spots_at((-20, -30), end=(0, 60))
    across = spots_at((-40, -20), end=(39, 0))
    both = join_spots([text, level, across])
    found = find_conflicts(both, np.arange(3), BAND)
    assert [0, 1] in found.tolist()
    assert [1, 2] in found.tolist()


places = st.lists(
    st.lists(
        st.tuples(st.integers(0, 160), st.integers(0, 60), st.integers(0, 30)),
        min_size=1, max_size=4,
    ),
    min_size=1, max_size=5,
)  # fmt: skip


def options_of(names):
    return [
        spots_at(*((x, y) for x, y, _ in name), costs=[cost for *_, cost in name])
        for name in names
    ]


@settings(max_examples=40)
@given(places)
def test_the_choice_is_as_good_as_trying_everything(names):
    options, values = options_of(names), [100.0] * len(names)
    spots = join_spots(options)
    owner = np.repeat(np.arange(len(names)), [len(name) for name in names])
    clashes = {tuple(pair) for pair in find_conflicts(spots, owner, BAND).tolist()}
    first = np.concatenate([[0], np.cumsum([len(name) for name in names])])

    def worth(chosen):
        taken = [first[n] + i for n, i in enumerate(chosen) if i is not None]
        if any(pair in clashes for pair in combinations(sorted(taken), 2)):
            return -1.0
        return sum(100.0 - spots.cost[i] for i in taken)

    every = product(*([None, *range(len(name))] for name in names))
    best = max(map(worth, every))
    assert worth(choose_spots(options, values, BAND)) >= best * 0.995


@settings(max_examples=20)
@given(places)
def test_the_same_is_chosen_every_time(names):
    chosen = [
        choose_spots(options_of(names), [100.0] * len(names), BAND) for _ in range(2)
    ]
    assert chosen[0] == chosen[1]
