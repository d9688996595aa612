from csto_atlas.maps.joins.records import join_areas, join_events, join_memberships
from tests.maps.worlds import make_world

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
