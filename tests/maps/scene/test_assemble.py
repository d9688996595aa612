import re
from dataclasses import replace

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.scene.assemble import make_scene
from csto_atlas.maps.slicing.map_states import find_state_changes
from tests.made.worlds import (
    COUNTRIES,
    both,
    make_event,
    make_membership,
    make_place,
    make_spec,
    make_status,
    make_world,
)

WORLD = make_world()
TEXTS = Texts("en", COUNTRIES)
DAYS = {
    "timeline": [{"from": "1993-05-01", "to": "1993-05-09", "step": "day"}],
    "has_routes": True,
}


def test_the_outline_of_an_organisation_is_that_of_the_states_in_it():
    rows = [
        make_membership("AAA", "member", "1993", organisation="club"),
        make_membership("BBB", "partner", "1993", organisation="club"),
        make_membership("ZZZ", "member", "1993", organisation="club"),
    ]
    statuses = (make_status("member"), make_status("partner", counts=False))
    data = WORLD.dataset.model_copy(
        update={"memberships": tuple(rows), "statuses": statuses}
    )
    state_changes = find_state_changes(replace(WORLD, dataset=data))
    assert state_changes.members == {"club": {"AAA": ((0, "none"), (1, "member"))}}


def marked(*events, **changes):
    data = WORLD.dataset.model_copy(update={"events": events})
    spec = make_spec(**DAYS | changes)
    svg = make_scene(replace(WORLD, spec=spec, dataset=data), TEXTS).svg
    return set(re.findall(r'<g data-event="([^"]*)"', svg))


def test_a_deployment_of_several_days_has_no_sign_where_routes_are_drawn():
    days = {"date": "1993-05-02/1993-05-04"}
    events = [
        make_event("long", kind="deployment", **days),
        make_event("short", kind="deployment", date="1993-05-02"),
        make_event("riot", **days),
    ]
    assert marked(*events) == {"short", "riot"}
    assert marked(*events, has_routes=False) == {"long", "short", "riot"}


def test_an_event_outside_the_timeline_has_no_sign():
    assert marked(make_event("before", date="1993-04-30")) == set()


def test_towns_are_named_by_both_names_where_the_spec_says_so():
    town = replace(make_place(66, 48), other_names={"en": "Old"}, names=both("New"))
    for has_both, name in ((True, "New / Old"), (False, "New")):
        world = make_world(towns=["town"], has_both_names=has_both)
        svg = make_scene(replace(world, places={"town": town}), TEXTS).svg
        assert f">{name}</text>" in svg
