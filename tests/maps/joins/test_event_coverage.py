"""The joins in time and space: on a made world, and what they say of the real one."""

import csv
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

import build
from csto_atlas.events.dates import parse
from csto_atlas.geodata.ground import Ground, territories_at
from csto_atlas.maps.joins.event_coverage import (
    Spot,
    decide,
    find_all,
    list_statuses,
    locate,
)
from csto_atlas.maps.joins.terrain import Terrain
from csto_atlas.maps.shapes.load import load_terrain
from csto_atlas.maps.timeline.changes import NONE, OTHER, state_at
from tests.maps.worlds import make_membership, make_place, make_world

WORLD = make_world()
DATA = WORLD.dataset
NEAR = Path(__file__).parents[2] / "geodata" / "data" / "places_near_border.csv"
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


def test_every_event_with_a_place_has_a_finding():
    status = DATA.statuses[0].model_copy(update={"protected": True})
    data = DATA.model_copy(update={"statuses": (status, *DATA.statuses[1:])})
    found = find_all(data, {"town": make_place(66, 48, code="AAA")}, TERRAIN)
    assert {name: finding.answer for name, finding in found.items()} == {
        "signed": "covered",
        "met": "not-covered",
    }
    assert found["met"].statuses["pact"] == {"AAA": ("frozen",)}


@pytest.fixture(scope="module")
def border(all_facts):
    return all_facts["border"]


@pytest.fixture(scope="module")
def terrain():
    return load_terrain(build.GEODATA, ("ARM", "AZE"))


@pytest.fixture
def where(border, terrain):
    """Return a function: where a place of the real data lay on a date."""

    def where(name, when="2022-09-13"):
        place = border.world.places[name]
        areas = border.world.dataset.areas
        return locate([place], [parse(when)], areas, terrain)[0]

    return where


IN_ARMENIA = ("jermuk", "sotk", "goris", "kapan", "artanish", "kornidzor", "tegh")


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("ARM", IN_ARMENIA),
        ("AZE", ("shusha", "khankendi")),
        ("KAZ", ("zhanaozen", "almaty")),
    ],
)
def test_places_of_the_articles_lie_in_their_states(where, code, names):
    assert {name: where(name).codes for name in names} == dict.fromkeys(names, (code,))


def test_khnatsakh_lies_in_armenia(terrain):
    with NEAR.open(encoding="utf-8") as file:
        (row,) = (r for r in csv.DictReader(file) if r["name"] == "Khnatsakh")
    point = gpd.GeoSeries.from_xy([row["lon"]], [row["lat"]], crs=4326)
    assert territories_at(point, np.zeros(1), terrain.grounds) == [("ARM",)]


@pytest.mark.parametrize("name", IN_ARMENIA)
def test_places_in_armenia_itself_are_in_no_disputed_area(where, name):
    assert {where(name, day).area for day in ("1993", "2016", "2022")} == {""}


@pytest.mark.parametrize(
    ("name", "when", "area"),
    [
        ("khankendi", "1993", "karabakh-oblast"),
        ("khankendi", "2016-04-02", "karabakh-1994"),
        ("shusha", "2016-04-02", "karabakh-1994"),
        ("khankendi", "2020-09-27", "karabakh-1994"),
        ("shusha", "2020-09-27", "karabakh-1994"),
        ("khankendi", "2021", "karabakh-2020"),
        ("shusha", "2021", ""),
        ("khankendi", "2023-09-19", "karabakh-2020"),
        ("khankendi", "2023-09-20", ""),
        ("khankendi", "2024", ""),
        ("shusha", "2024", ""),
    ],
)
def test_karabakh_is_disputed_as_far_as_it_was_that_day(where, name, when, area):
    assert where(name, when).area == area


@pytest.mark.parametrize(
    ("event", "answer", "codes"),
    [
        ("artsvashen-1992", "not-covered", {"ARM"}),
        ("april-war-2016", "not-covered", {"AZE"}),
        ("tovuz-clashes-2020", "partly", {"ARM", "AZE"}),
        ("karabakh-war-2020", "partly", {"ARM", "AZE"}),
        ("kyrgyz-tajik-clash-2021", "covered", {"KGZ"}),
        ("border-war-september-2022", "covered", {"ARM", "AZE"}),
        ("tegh-2023", "covered", {"ARM"}),
        ("nerkin-hand-2024", "undecided", {"ARM", "AZE"}),
    ],
)
def test_incidents_are_covered_or_not(border, event, answer, codes):
    finding = border.world.findings[event]
    assert finding.answer == answer
    assert {code for spot in finding.spots for code in spot.codes} == codes


def test_armenia_had_signed_in_1992_and_the_treaty_was_not_in_force(border):
    statuses = border.world.findings["artsvashen-1992"].statuses["csto"]
    assert statuses == {"ARM": ("signatory",)}


@pytest.mark.parametrize(
    ("tick", "disputed"),
    [
        ("2019", {"karabakh-1994"}),
        ("2021-06", {"karabakh-2020"}),
        ("2023-08", {"karabakh-2020"}),
        ("2023-10", set()),
    ],
)
def test_the_map_shows_karabakh_as_it_was(border, tick, disputed):
    index = [found.id for found in border.ticks].index(tick)
    areas = {
        name: (state_at(changes, index), state_at(border.runs.held[name], index))
        for name, changes in border.runs.areas.items()
        if name.startswith("karabakh")
    }
    expected = dict.fromkeys(disputed, ("disputed", OTHER))
    assert areas == dict.fromkeys(areas, (NONE, NONE)) | expected
