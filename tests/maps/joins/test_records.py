from csto_atlas.maps.joins.records import (
    join_areas,
    join_events,
    join_memberships,
    places_of,
)
from tests.made.worlds import make_event, make_place, make_world

WORLD = make_world()
DATA = WORLD.dataset


def test_a_territory_gets_its_statuses_in_order_of_time():
    joined = join_memberships(
        WORLD.geodata.boundaries, reversed(DATA.memberships), "pact"
    )
    states = dict(zip(joined["code"], joined["states"], strict=True))
    assert [state for _, state in states["AAA"]] == ["member", "frozen"]


def test_a_territory_without_status_stays_on_the_map():
    joined = join_memberships(WORLD.geodata.boundaries, DATA.memberships, "pact")
    assert list(joined["code"]) == ["AAA", "BBB", "CCC"]
    assert joined["states"].iloc[2] == ()


def test_another_organisation_does_not_colour_the_map():
    joined = join_memberships(WORLD.geodata.boundaries, DATA.memberships, "club")
    assert [len(states) for states in joined["states"]] == [0, 0, 1]


def test_joining_leaves_the_boundaries_as_they_were():
    join_memberships(WORLD.geodata.boundaries, DATA.memberships, "pact")
    assert list(WORLD.geodata.boundaries.columns) == ["code", "geometry"]


def test_an_area_gets_its_dated_rows():
    joined = join_areas(WORLD.geodata.areas, DATA.areas)
    assert [state for _, state in joined["states"].iloc[0]] == ["disputed"]


def test_events_stand_at_their_places():
    joined = join_events(DATA.events, WORLD.places)
    assert list(joined["event"]) == ["signed", "met"]
    assert joined.geometry.iloc[0].coords[0] == (66, 48)
    assert joined.crs == 4326


def test_an_event_has_a_row_for_each_place_its_main_one_first():
    places = {
        "town": make_place(66, 48),
        "hill": make_place(73, 47, name="hill", radius_km=5),
    }
    event = make_event("clash", other_places=("hill", "town"))
    joined = join_events([event, make_event("nowhere", place=None)], places)
    rows = joined.drop(columns="geometry").to_dict("records")
    assert rows == [
        {"event": "clash", "kind": "incident", "precise": True, "is_main": True},
        {"event": "clash", "kind": "incident", "precise": False, "is_main": False},
    ]
    assert places_of(event) == ("town", "hill")
