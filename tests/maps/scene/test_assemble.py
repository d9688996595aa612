import re
from dataclasses import replace

import pytest

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.scene.assemble import make_scene
from csto_atlas.maps.slicing.events import default_tick, events_of
from csto_atlas.maps.slicing.map_states import make_runs
from tests.maps.worlds import (
    COUNTRIES,
    both,
    make_event,
    make_membership,
    make_place,
    make_spec,
    make_status,
    make_ticks_of,
    make_world,
)

WORLD = make_world()
TEXTS = Texts("en", COUNTRIES)
BORDER = {"codes": ["AAA", "BBB"], "parts": {"main": both("Main")}, "figures": "signed"}
DAYS = {
    "timeline": [{"from": "1993-05-01", "to": "1993-05-09", "step": "day"}],
    "has_routes": True,
}


def ids(spec, *events):
    data = WORLD.dataset.model_copy(update={"events": events or WORLD.dataset.events})
    return [event.id for event in events_of(spec, data)]


def test_a_map_shows_its_own_events():
    assert ids(make_spec()) == ["signed", "met"]
    assert ids(make_spec(id="border")) == ["elsewhere"]


def test_the_event_of_the_border_s_figures_is_left_out():
    assert ids(make_spec(border=BORDER)) == ["met"]


def test_events_too_light_for_a_map_are_left_out():
    assert ids(make_spec(least_rank=1)) == ["signed"]


def test_events_of_a_day_come_before_those_of_its_year():
    dated = {"year": "1993", "day": "1993-12-31", "open": "1992/..", "month": "1993-02"}
    events = [make_event(name, date=when) for name, when in dated.items()]
    assert ids(make_spec(), *events) == ["month", "day", "year", "open"]


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
    ticks = make_ticks_of("1992", "1995", "year")
    runs = make_runs(make_spec(), replace(WORLD, dataset=data), ticks)
    assert runs.members == {"club": {"AAA": ((0, "none"), (1, "member"))}}


def marked(*events, **changes):
    data = WORLD.dataset.model_copy(update={"events": events})
    world = replace(WORLD, dataset=data)
    svg = make_scene(
        make_spec(**DAYS | {"default": "last"} | changes), world, TEXTS
    ).svg
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


def test_an_unknown_default_tick_is_refused():
    with pytest.raises(ValueError, match="1990"):
        default_tick(make_spec(default="1990"), make_ticks_of("1992", "1993", "year"))


def test_contingents_are_sliced_only_where_routes_are_drawn(all_facts):
    assert all_facts["almaty"].runs.routes
    assert not all_facts["border"].runs.routes
    assert not all_facts["almaty"].runs.lines


def test_only_the_areas_of_a_map_have_holders():
    runs = make_runs(make_spec(), WORLD, make_ticks_of("1992", "1996", "year"))
    assert set(runs.held) == set(runs.areas) == {"valley"}


def test_towns_are_named_by_both_names_where_the_spec_says_so():
    town = replace(make_place(66, 48), other_names={"en": "Old"}, names=both("New"))
    world = replace(WORLD, places={"town": town})
    for has_both, name in ((True, "New / Old"), (False, "New")):
        spec = make_spec(towns=["town"], has_both_names=has_both)
        assert f">{name}</text>" in make_scene(spec, world, TEXTS).svg
