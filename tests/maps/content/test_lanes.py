import pytest

from csto_atlas.maps.content.lanes import (
    MOST_LANES,
    TALLEST,
    choose_lanes,
    find_turns,
    measure_lanes,
)
from csto_atlas.maps.content.summary import StateColumn
from tests.made.pages import change_data, make_inputs
from tests.made.worlds import make_event, make_request, make_world


def column(*changes):
    return StateColumn("AAA", "A", changes, {})


def test_every_item_that_a_map_is_about_has_a_lane():
    page = make_inputs()
    lanes = choose_lanes(page)
    assert lanes.rows == tuple((c.item, c.title) for c in page.summary.columns)
    assert lanes.turns == ()


def test_a_call_for_help_stands_on_the_lane_of_who_asked():
    call = make_event("call", kind="request", request=make_request("AAA", troops=True))
    other = make_event("other", kind="request", request=make_request("ZZZ"))
    lanes = choose_lanes(
        make_inputs(world=change_data(make_world(), events=(call, other)))
    )
    assert lanes.calls == {"call": ("AAA", True)}


def test_a_map_of_a_border_counts_the_incidents_of_a_tick():
    events = tuple(make_event(name, date="1993-05-05") for name in ("one", "two"))
    world = change_data(make_world(), events=events)
    spec = {"tells": "states", "speaks_of": ["AAA"]}
    page = make_inputs(world=world, **spec)
    tick, _ = page.inputs.spans["one"]
    assert choose_lanes(page).bars == ((tick, 2),)


@pytest.mark.parametrize("has_bars", [False, True])
@pytest.mark.parametrize("rows", range(MOST_LANES + 1))
def test_the_picture_is_never_taller_than_a_phone_has_room_for(rows, has_bars):
    assert measure_lanes(rows, has_bars=has_bars) <= TALLEST


def test_a_lane_is_at_most_ten_pixels_high():
    heights = [measure_lanes(n, has_bars=False) for n in range(1, MOST_LANES + 1)]
    assert heights[0] == 38
    assert heights[:9] == sorted(heights[:9])


def test_a_state_joins_and_leaves_where_its_status_begins_and_ends_to_count():
    joins = column((0, "none"), (2, "member"), (4, "former"))
    stays = column((0, "member"), (2, "frozen"))
    joined = find_turns([joins, stays], frozenset({"member", "frozen"}), 6)
    assert joined == ((2, 1, 0), (4, 0, 1))


def test_one_who_joins_does_not_hide_one_who_leaves():
    joins, leaves = column((0, "none"), (1, "in")), column((0, "in"), (1, "none"))
    assert find_turns([joins, leaves], frozenset({"in"}), 3) == ((1, 1, 1),)
