"""On whose ground the events were, and whether they were covered."""

import csv
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest

import build
from csto_atlas.events.dates import parse
from csto_atlas.geodata.ground import territories_at
from csto_atlas.maps.joins.event_coverage import locate
from csto_atlas.maps.shapes.load import load_terrain
from csto_atlas.maps.timeline.changes import NONE, OTHER, state_at

NEAR = Path(__file__).parents[1] / "geodata" / "data" / "places_near_border.csv"


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
        ("karabakh-ceasefire-1994", "undecided", {"AZE"}),
        ("april-war-2016", "not-covered", {"AZE"}),
        ("tovuz-clashes-2020", "partly", {"ARM", "AZE"}),
        ("karabakh-war-2020", "partly", {"ARM", "AZE"}),
        ("kyrgyz-tajik-clash-2021", "covered", {"KGZ"}),
        ("border-war-september-2022", "covered", {"ARM", "AZE"}),
        ("tegh-2023", "covered", {"ARM"}),
        ("karabakh-september-2023", "not-covered", {"AZE"}),
        ("nerkin-hand-2024", "undecided", {"ARM", "AZE"}),
    ],
)
def test_incidents_are_covered_or_not(border, event, answer, codes):
    finding = border.world.findings[event]
    assert finding.answer == answer
    assert {code for spot in finding.spots for code in spot.codes} == codes


def test_the_doubt_about_azerbaijan_in_1994_is_why_its_ground_is_undecided(border):
    (doubt,) = border.world.findings["karabakh-ceasefire-1994"].doubts
    assert (doubt.code, doubt.status, doubt.certainty) == ("AZE", "party", "medium")
    assert "never deposited its ratification" in doubt.basis["en"]


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
        name: (
            state_at(changes, index),
            state_at(border.state_changes.held[name], index),
        )
        for name, changes in border.state_changes.areas.items()
        if name.startswith("karabakh")
    }
    expected = dict.fromkeys(disputed, ("disputed", OTHER))
    assert areas == dict.fromkeys(areas, (NONE, NONE)) | expected
