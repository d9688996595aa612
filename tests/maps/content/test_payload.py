import pytest

from csto_atlas.maps.slicing.states import OTHER
from csto_atlas.maps.timeline.changes import NONE
from tests.made.pages import (
    BORDER,
    change_data,
    find_faults,
    make_bordered,
    make_page,
)
from tests.made.worlds import both, make_event, make_world

PAYLOAD = make_page().payload


@pytest.mark.parametrize("tells", ["bound", "states", "contingents"])
def test_a_payload_is_as_its_definition_says(tells):
    page = make_page(tells=tells, speaks_of=["AAA", "BBB"])
    assert find_faults(page.payload, "Payload") == []


def test_a_key_that_is_not_defined_is_a_fault():
    (fault,) = find_faults({**PAYLOAD, "extra": 1}, "Payload")
    assert "'extra' was unexpected" in fault


def test_a_key_that_is_missing_is_a_fault():
    less = {key: value for key, value in PAYLOAD.items() if key != "steps"}
    assert find_faults(less, "Payload") == ["$: 'steps' is a required property"]


def test_only_territories_with_a_state_at_some_tick_have_states():
    assert set(PAYLOAD["states"]) == {"AAA"}
    assert set(PAYLOAD["members"]) == {"club"}


def test_an_event_has_its_first_and_last_tick():
    assert PAYLOAD["events"] == [("signed", 0), ("met", 3, 4)]


def test_jumps_are_the_ticks_with_a_change():
    assert PAYLOAD["jumps"] == [1, 2, 3]


def test_jumps_may_also_be_the_ticks_at_which_an_event_begins():
    events = (make_event("late", date="1996-01-05"),)
    world = change_data(make_world(), events=events)
    assert make_page(world=world, jumps="events").payload["jumps"] == [1, 2, 3, 4]


def test_every_state_has_words():
    assert PAYLOAD["stateLabels"] == {
        NONE: "no status",
        OTHER: "no status",
        "disputed": "disputed",
        "member": "member",
        "frozen": "frozen",
    }


def test_an_area_is_named_with_its_holder():
    assert PAYLOAD["titles"] == {"valley": "Something happened, held by hill"}


def test_an_area_may_name_its_holder_in_words():
    (area,) = make_world().dataset.areas
    areas = (area.model_copy(update={"controller": both("the hill people")}),)
    world = change_data(make_world(), areas=areas)
    title = make_page(world=world).payload["titles"]["valley"]
    assert title == "Something happened, held by the hill people"


def test_a_part_of_the_border_is_named_with_its_length():
    page = make_page(world=make_bordered(), border=BORDER)
    assert page.payload["titles"]["west"] == "West: 12.3 km"


def test_statuses_older_than_the_first_tick_have_their_own_start():
    assert PAYLOAD["earlier"] == {}
    later = [{"from": "1995", "to": "1996", "step": "year"}]
    earlier = make_page(timeline=later).payload["earlier"]
    assert earlier == {"AAA": ", since 22 February 1994"}
