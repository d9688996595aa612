from csto_atlas.events.files.items import Origin
from csto_atlas.events.rules.bounds import (
    MOST_ON_A_MAP,
    MOST_ROWS,
    crowded_maps,
    crowded_tables,
    crowded_together,
)
from csto_atlas.events.rules.known_names import KnownNames
from tests.made.worlds import make_event, make_membership, make_world


def problems(number):
    """Check so many events on one map; the first line has the first of them."""
    events = tuple(
        make_event(f"e{n}", origin=Origin("made.yml", n + 1), maps=("membership",))
        for n in range(number)
    )
    dataset = make_world().dataset.model_copy(update={"events": events})
    return [str(problem) for problem in crowded_maps(dataset, KnownNames())]


def test_the_first_event_that_is_too_many_is_told_and_only_that():
    assert problems(MOST_ON_A_MAP + 2) == [
        f"made.yml:{MOST_ON_A_MAP + 1}: more than {MOST_ON_A_MAP} events on the map "
        "'membership'; expected fewer; many events belong in a layer"
    ]


def test_as_many_events_as_the_bound_says_are_no_problem():
    assert problems(MOST_ON_A_MAP) == []


def test_the_first_row_that_is_too_many_in_a_table_is_told_and_only_that():
    most = MOST_ROWS["memberships"]
    rows = [make_membership("AAA", "member", "1992")] * most
    last = rows[0].model_copy(update={"origin": Origin("memberships.csv", most + 2)})
    dataset = make_world().dataset
    for more, found in (((), []), ((last,), [f"memberships.csv:{most + 2}"])):
        many = dataset.model_copy(update={"memberships": (*rows, *more)})
        assert [p.where for p in crowded_tables(many, KnownNames())] == found


def test_what_is_within_each_bound_may_be_too_much_together():
    most = MOST_ROWS["memberships"]
    rows = [make_membership("AAA", "member", "1992")] * (most * 9 // 10)
    last = rows[0].model_copy(update={"origin": Origin("memberships.csv", most)})
    events = tuple(
        make_event(f"e{n}", maps=("membership",)) for n in range(MOST_ON_A_MAP // 4)
    )
    dataset = make_world().dataset.model_copy(update={"memberships": (*rows, last)})
    assert list(crowded_together(dataset, KnownNames())) == []
    both = dataset.model_copy(update={"events": events})
    (found,) = crowded_together(both, KnownNames())
    assert found.where == f"memberships.csv:{most}"
    assert "memberships 90%, events 25%" in str(found)
    assert "expected at most 110% in sum" in str(found)


def test_a_table_above_its_own_bound_is_told_once():
    rows = [make_membership("AAA", "member", "1992")] * (MOST_ROWS["memberships"] * 2)
    dataset = make_world().dataset.model_copy(update={"memberships": (*rows,)})
    assert list(crowded_together(dataset, KnownNames())) == []
