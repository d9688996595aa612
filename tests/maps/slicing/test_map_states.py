import dataclasses

import pytest

from csto_atlas.events.records import Deployment, GuardedObject, Line
from csto_atlas.maps.slicing.map_states import find_state_changes, weigh_names
from csto_atlas.maps.timeline.changes import NONE, OTHER
from tests.made.worlds import (
    ORIGIN,
    both,
    make_movement,
    make_world,
)

TERM = {"origin": ORIGIN, "certainty": "high", "sources": ("daily",)}
ROWS = {
    "deployments": (
        Deployment(**TERM, contingent="AAA", state="deployed", start="1994",
                   end="1996", basis=both("Stayed")),
    ),
    "movements": (make_movement("out", when="1994-01-02"),),
    "objects": (
        GuardedObject(**TERM, object="bridge", place="town", guards=("AAA",),
                      start="1995", end="1996", name=both("Bridge")),
    ),
    "lines": (
        Line(**TERM, line="front", start="1993", end="1995", name=both("Front")),
    ),
}  # fmt: skip


def state_changes(**changes):
    world = make_world(**changes)
    data = world.dataset.model_copy(update=ROWS)
    return find_state_changes(dataclasses.replace(world, dataset=data))


def test_every_territory_has_its_statuses_in_the_main_organisation():
    assert state_changes().states == {
        "AAA": ((0, "member"), (2, "frozen")),
        "BBB": ((0, NONE),),
        "CCC": ((0, NONE),),
    }


def test_areas_are_disputed_and_held_by_whom_the_rows_say():
    found = state_changes()
    assert found.areas == {"valley": ((0, NONE), (1, "disputed"), (3, NONE))}
    assert found.held == {"valley": ((0, NONE), (1, OTHER), (3, NONE))}


def test_an_area_that_the_map_does_not_draw_is_not_held():
    world = make_world()
    (valley,) = world.dataset.areas
    far = valley.model_copy(update={"area": "far"})
    data = world.dataset.model_copy(update={"areas": (valley, far)})
    found = find_state_changes(dataclasses.replace(world, dataset=data))
    assert set(found.held) == {"valley"}


def test_organisations_that_can_be_outlined_have_their_members():
    assert state_changes().members == {"club": {"CCC": ((0, NONE), (3, "member"))}}


def test_contingents_ways_objects_and_lines_are_of_maps_that_ask_for_them():
    found = state_changes(has_routes=True, has_lines=True)
    assert found.contingents == {"AAA": ((0, NONE), (2, "deployed"), (4, NONE))}
    assert found.routes == {"out": ((0, NONE), (2, "moving"), (3, "done"))}
    assert found.objects == {"bridge": ((0, NONE), (3, "guarded"), (4, NONE))}
    assert found.lines == {"front": ((0, NONE), (1, "drawn"), (3, NONE))}
    plain = state_changes()
    assert (plain.contingents, plain.routes, plain.objects, plain.lines) == ({},) * 4


def test_a_reader_may_jump_to_changes_of_four_layers():
    found = state_changes(has_routes=True, has_lines=True)
    assert found.changing == [
        found.states, found.areas, found.contingents, found.lines,
    ]  # fmt: skip


def test_names_of_members_and_of_states_that_change_late_weigh_most():
    world, found = make_world(), state_changes()
    states = {"AAA": ((0, "member"),), "BBB": ((0, NONE), (2, "frozen")),
              "CCC": ((0, NONE),)}  # fmt: skip
    weights = weigh_names(world, dataclasses.replace(found, states=states))
    counting = {one.id for one in world.dataset.statuses if one.counts}
    count = len(world.ticks)
    share = (count - 2) / count * ("frozen" in counting)
    assert weights["AAA"] == 0.5
    assert weights["BBB"] == pytest.approx(0.3 + 0.2 * 2 / count + share / 2)
    assert "CCC" not in weights
