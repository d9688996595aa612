"""The joins in time and space, on a made world."""

import dataclasses

import pytest
import shapely

from csto_atlas.events.dates import parse
from csto_atlas.geodata.ground import Ground
from csto_atlas.maps.joins.event_coverage import (
    Finding,
    Spot,
    decide,
    find_all,
    held_that_day,
    list_statuses,
    locate,
)
from csto_atlas.maps.joins.terrain import Terrain
from tests.made.worlds import make_membership, make_place, make_world

WORLD = make_world()
DATA = WORLD.dataset
TERRAIN = Terrain(
    grounds=[Ground(WORLD.geodata.boundaries)],
    outlines=WORLD.geodata.areas,
    border=shapely.MultiLineString([[(70, 44), (70, 52)]]),
)


def find(place, when, code=None, **changes):
    point = make_place(*place, code=code or "AAA", **changes)
    (spot,) = locate([point], [parse(when)], DATA.areas, TERRAIN)
    return spot


def test_a_place_lies_on_one_ground_and_so_far_from_the_border():
    spot = find((69, 48), "1993")
    assert (spot.codes, spot.area) == (("AAA",), "")
    assert spot.border_km == pytest.approx(74.6, abs=0.5)


def test_far_from_the_border_no_distance_is_told():
    assert find((64, 48), "1993").border_km is None


def test_without_a_border_no_distance_is_told():
    terrain = Terrain(TERRAIN.grounds, TERRAIN.outlines, shapely.MultiLineString())
    place = make_place(69, 48, code="AAA")
    (spot,) = locate([place], [parse("1993")], DATA.areas, terrain)
    assert spot.border_km is None


@pytest.mark.parametrize(
    ("when", "area"),
    [
        ("1992-12-31", ""),
        ("1993-01-01", "valley"),
        ("1992/1993", "valley"),
        ("1995-05-31", "valley"),
        ("1995-06-01", ""),
    ],
)
def test_a_place_is_disputed_only_on_the_days_of_its_area(when, area):
    assert find((73, 47), when, "BBB").area == area


def test_where_gazetteer_and_boundaries_differ_both_stand():
    assert find((69, 48), "1993", "CCC").codes == ("AAA", "CCC")


def test_a_place_that_may_be_across_the_border_is_on_either_side():
    assert find((69.9, 48), "1993", radius_km=20).codes == ("AAA", "BBB")


def test_no_place_is_no_spot():
    assert locate([], [], DATA.areas, TERRAIN) == []


def test_every_status_of_any_day_of_an_event_is_held_in_order_of_time():
    rows = [
        make_membership("AAA", "frozen", "1994-02-22"),
        make_membership("AAA", "member", "1992-05-15", "1994-02-22"),
        make_membership("BBB", "member", "1993"),
    ]
    held = list_statuses(rows, ["AAA"], parse("1994-02-21/1994-02-22"))
    assert held == {"pact": {"AAA": ("member", "frozen")}}
    assert list_statuses(rows, ["AAA"], parse("1994-02-22")) == {
        "pact": {"AAA": ("frozen",)}
    }
    assert list_statuses(rows, ["AAA", "BBB"], parse("1992-05-14")) == {}


def test_before_the_day_by_which_it_had_begun_a_status_is_not_sure():
    rows = [make_membership("AAA", "member", "[..1992-05-15]", "1999")]
    assert list_statuses(rows, ["AAA"], parse("1990")) == {
        "pact": {"AAA": ("member?",)}
    }
    for day in ("1992-05-15", "1992", "1998-12-31"):
        assert list_statuses(rows, ["AAA"], parse(day)) == {
            "pact": {"AAA": ("member",)}
        }
    assert list_statuses(rows, ["AAA"], parse("1999")) == {}


HELD = {
    "AAA": ("member",),
    "BBB": ("lapsed",),
    "DDD": ("signatory", "member"),
    "EEE": ("member?",),
    "FFF": ("lapsed?",),
}


@pytest.mark.parametrize(
    ("grounds", "answer"),
    [
        ([("AAA",)], "covered"),
        ([("BBB",)], "not-covered"),
        ([("ZZZ",)], "not-covered"),
        ([("AAA",), ("BBB",)], "partly"),
        ([("AAA", "BBB")], "undecided"),
        ([("BBB", "ZZZ")], "not-covered"),
        ([("AAA",), ("AAA", "BBB")], "covered"),
        ([("DDD",)], "undecided"),
        ([("EEE",)], "undecided"),
        ([("FFF",)], "undecided"),
        ([("AAA",), ("EEE",)], "covered"),
        ([()], "undecided"),
    ],
)
def test_only_certain_places_decide(grounds, answer):
    spots = [Spot("x", codes, "", None) for codes in grounds]
    assert decide(spots, HELD, ["member"]) == answer


def test_a_status_that_is_itself_in_doubt_decides_nothing():
    spots = [Spot("x", ("AAA",), "", None), Spot("y", ("AAA", "BBB"), "", None)]
    assert decide(spots, HELD, ["member"], {"BBB"}) == "covered"
    assert decide(spots, HELD, ["member"], {"AAA"}) == "undecided"


@pytest.mark.parametrize(
    ("certainty", "organisation", "answer"),
    [
        ("high", "pact", "covered"),
        ("medium", "pact", "undecided"),
        ("low", "pact", "undecided"),
        ("medium", "club", "covered"),
    ],
)
def test_the_certainty_of_a_status_goes_over_to_the_answer(
    certainty, organisation, answer
):
    status = DATA.statuses[0].model_copy(update={"protected": True})
    row = make_membership("AAA", "member", "1992", organisation=organisation)
    doubted = row.model_copy(update={"certainty": certainty})
    sure = () if organisation == "pact" else (make_membership("AAA", "member", "1992"),)
    changes = {"statuses": (status,), "memberships": (doubted, *sure)}
    data = DATA.model_copy(update=changes)
    found = find_all(data, {"town": make_place(66, 48, code="AAA")}, TERRAIN)["signed"]
    assert found.answer == answer
    assert found.doubts == ((doubted,) if answer == "undecided" else ())


def test_every_event_with_a_place_has_a_finding():
    status = DATA.statuses[0].model_copy(update={"protected": True})
    data = DATA.model_copy(update={"statuses": (status, *DATA.statuses[1:])})
    found = find_all(data, {"town": make_place(66, 48, code="AAA")}, TERRAIN)
    assert {name: finding.answer for name, finding in found.items()} == {
        "signed": "covered",
        "met": "not-covered",
    }
    assert found["met"].statuses["pact"] == {"AAA": ("frozen",)}


def test_what_states_were_that_day_is_of_the_main_organisation():
    statuses = {"pact": {"AAA": ("member",)}, "club": {"CCC": ("member",)}}
    finding = Finding("met", (), statuses, "undecided")
    met = next(event for event in DATA.events if event.id == "met")
    assert held_that_day(met, finding, DATA) == {"AAA": ("member",)}
    assert held_that_day(met, dataclasses.replace(finding, statuses={}), DATA) == {}


def test_statuses_of_an_event_without_a_place_are_those_of_its_countries():
    met = next(event for event in DATA.events if event.id == "met")
    met = met.model_copy(update={"place": None, "countries": ("AAA",)})
    assert held_that_day(met, None, DATA) == {"AAA": ("frozen",)}
