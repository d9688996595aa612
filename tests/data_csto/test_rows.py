"""The default data set: complete, without problems, and true to the record."""

import csv
from datetime import date
from pathlib import Path

import pytest

from csto_atlas.events.dates import contains
from csto_atlas.events.load import load_dataset
from csto_atlas.events.records import Dataset, Event, Figure, Membership
from csto_atlas.events.rules.claims import places_of_claims
from csto_atlas.events.rules.known_names import KnownNames
from csto_atlas.events.rules.validate import validate
from tests.faults.bounds import lost_bounds

ROOT = Path(__file__).parents[2]
DATA = ROOT / "events" / "data" / "csto"
GEODATA = ROOT / "geodata" / "data"
MAPS = {"membership", "almaty", "border"}


@pytest.fixture(scope="module")
def csto() -> Dataset:
    dataset, problems = load_dataset(DATA)
    assert "\n".join(map(str, problems)) == ""
    assert dataset is not None
    return dataset


def of(dataset: Dataset, code: str) -> list[Membership]:
    """Return the terms of a state in the CSTO and its Treaty, in order."""
    rows = (
        r for r in dataset.memberships if (r.organisation, r.code) == ("csto", code)
    )
    return sorted(rows, key=lambda row: row.period.start)


def names(table: str, column: str) -> set[str]:
    """Return what a column of a table of the maps holds."""
    with (GEODATA / table).open(encoding="utf-8", newline="") as file:
        return {row[column] for row in csv.DictReader(file)}


def event(dataset: Dataset, name: str) -> Event:
    """Return the event with an id."""
    return next(found for found in dataset.events if found.id == name)


def states_on(dataset: Dataset, day: date) -> dict[str, str]:
    """Return the state of each contingent on a day."""
    rows = (row for row in dataset.deployments if contains(row.period, day))
    return {row.contingent: row.state for row in rows}


def best_of(dataset: Dataset, name: str) -> Figure:
    """Return the one best figure of an event."""
    (figure,) = (figure for figure in event(dataset, name).figures if figure.best)
    return figure


def bound_on(dataset: Dataset, day: date) -> set[str]:
    """Return the states that the Treaty binds, or that are members, on a day."""
    counting = {status.id for status in dataset.statuses if status.counts}
    return {
        row.code
        for row in dataset.memberships
        if row.organisation == "csto"
        and row.status in counting
        and contains(row.period, day)
    }


def test_the_data_set_keeps_every_rule(csto: Dataset) -> None:
    known = KnownNames(
        codes=names("territories.csv", "code"),
        places=names("places.csv", "place"),
        areas={area.area for area in csto.areas},
        maps=MAPS,
    )
    problems = validate(csto, known)
    assert "\n".join(map(str, problems)) == ""


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (1992, 1992, 6),
        (1993, 1998, 9),
        (1999, 2005, 6),
        (2006, 2011, 7),
        (2012, 2025, 6),
    ],
)
def test_so_many_states_were_bound(csto: Dataset, first, last, count) -> None:
    ends = [date(year, 12, 31) for year in range(first, last + 1)]
    assert [len(bound_on(csto, day)) for day in ends] == [count] * len(ends)


def held_in(dataset: Dataset, organisation: str, day: str) -> dict[str, str]:
    """Return the status of each state in an organisation on a day."""
    return {
        row.code: row.status
        for row in dataset.memberships
        if row.organisation == organisation
        and contains(row.period, date.fromisoformat(day))
    }


SIX_OF_SCO = {"CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB"}
NINE_OF_SCO = SIX_OF_SCO | {"IND", "IRN", "PAK"}
NINE_OF_CIS = {"ARM", "AZE", "BLR", "KAZ", "KGZ", "MDA", "RUS", "TJK", "UZB"}
FOUR_OF_OTS = {"AZE", "KAZ", "KGZ", "TUR"}


@pytest.mark.parametrize(
    ("organisation", "day", "states"),
    [
        ("cis", "1991-12-31", {"BLR", "KAZ", "RUS", "TKM", "UKR"}),
        ("cis", "2000-12-31", NINE_OF_CIS | {"GEO", "TKM", "UKR"}),
        ("cis", "2005-12-31", NINE_OF_CIS | {"GEO", "UKR"}),
        ("cis", "2009-08-18", NINE_OF_CIS | {"UKR"}),
        ("cis", "2018-05-19", NINE_OF_CIS),
        ("sco", "2001-06-14", set()),
        ("sco", "2001-06-15", SIX_OF_SCO),
        ("sco", "2017-06-09", SIX_OF_SCO | {"IND", "PAK"}),
        ("sco", "2023-12-31", NINE_OF_SCO),
        ("sco", "2024-12-31", NINE_OF_SCO | {"BLR"}),
        ("eaeu", "2014-12-31", set()),
        ("eaeu", "2015-01-01", {"BLR", "KAZ", "RUS"}),
        ("eaeu", "2016-01-01", {"ARM", "BLR", "KAZ", "KGZ", "RUS"}),
        ("guam", "1997-10-10", {"AZE", "GEO", "MDA", "UKR"}),
        ("guam", "2000-12-31", {"AZE", "GEO", "MDA", "UKR", "UZB"}),
        ("guam", "2005-05-03", {"AZE", "GEO", "MDA", "UKR"}),
        ("ots", "2010-12-31", FOUR_OF_OTS),
        ("ots", "2019-10-14", FOUR_OF_OTS | {"UZB"}),
    ],
)
def test_these_states_were_in_another_organisation(csto, organisation, day, states):
    counting = {status.id for status in csto.statuses if status.counts}
    held = held_in(csto, organisation, day)
    assert {code for code, status in held.items() if status in counting} == states


@pytest.mark.parametrize(
    ("organisation", "day", "status", "count"),
    [
        ("cis", "2006-01-01", "associate", 1),
        ("cis", "1992-01-01", "agreement-signatory", 6),
        ("eaeu", "2014-12-31", "agreement-signatory", 5),
        ("eaeu", "2024-12-26", "observer", 4),
        ("sco", "2010-12-31", "observer", 4),
        ("sco", "2015-12-31", "dialogue-partner", 6),
        ("sco", "2025-08-31", "dialogue-partner", 14),
        ("sco", "2025-09-01", "partner", 17),
        ("ots", "2021-12-31", "observer", 2),
        ("nato", "1949-08-24", "full-member", 12),
        ("nato", "1990-12-31", "full-member", 16),
        ("nato", "1999-12-31", "full-member", 19),
        ("nato", "2004-12-31", "full-member", 26),
        ("nato", "2009-12-31", "full-member", 28),
        ("nato", "2020-12-31", "full-member", 30),
        ("nato", "2024-12-31", "full-member", 32),
        ("nato", "1994-07-13", "partnership-for-peace", 22),
        ("nato", "2026-03-11", "partnership-for-peace", 18),
    ],
)
def test_so_many_states_had_a_status(csto, organisation, day, status, count):
    held = held_in(csto, organisation, day)
    assert list(held.values()).count(status) == count


def test_nobody_is_protected_or_bound_by_the_treaty_in_another_organisation(csto):
    others = {row.status for row in csto.memberships if row.organisation != "csto"}
    protected = {status.id for status in csto.statuses if status.protected}
    assert not others & protected
    assert bound_on(csto, csto.meta.as_of) == {
        row.code for row in csto.memberships
        if row.organisation == "csto" and row.end is None
        and row.status in {"member", "frozen"}
    }  # fmt: skip


def test_every_status_in_another_organisation_has_its_own_source(csto) -> None:
    articles = {claim.article for claim in csto.claims}
    for row in csto.memberships:
        if row.organisation != "csto":
            assert not articles & {*row.sources}, row.origin


def test_the_bounds_of_every_figure_are_in_its_words(csto: Dataset) -> None:
    assert lost_bounds(csto) == []


def test_six_states_are_bound_on_the_last_day_of_the_data(csto: Dataset) -> None:
    assert bound_on(csto, csto.meta.as_of) == {"ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"}


def test_the_treaty_had_six_founders_and_belarus_was_none(csto: Dataset) -> None:
    founders = {"ARM", "KAZ", "KGZ", "RUS", "TJK", "UZB"}
    assert bound_on(csto, date(1992, 5, 15)) == founders
    assert of(csto, "BLR")[0].start.text == "1993-12-31"


def test_uzbekistan_had_two_terms(csto: Dataset) -> None:
    steps = [(row.status, row.start.text) for row in of(csto, "UZB")]
    assert steps == [
        ("signatory", "1992-05-15"),
        ("party", "1994-04-20"),
        ("lapsed", "1999-04-20"),
        ("member", "2006-06-23"),
        ("suspended", "2012-06-28"),
    ]


def test_armenia_is_frozen_and_yet_counted(csto: Dataset) -> None:
    last = of(csto, "ARM")[-1]
    assert (last.status, last.start.text, last.end) == ("frozen", "2024-02-22", None)
    assert "ARM" in bound_on(csto, csto.meta.as_of)


@pytest.mark.parametrize("code", ["AZE", "GEO"])
def test_two_parties_were_never_members(csto: Dataset, code: str) -> None:
    statuses = [row.status for row in of(csto, code)]
    assert statuses == ["signatory", "party", "lapsed"]
    assert of(csto, code)[-1].start.text == "1999-04-20"


def test_nobody_is_a_member_before_the_charter(csto: Dataset) -> None:
    members = (
        row
        for row in csto.memberships
        if row.organisation == "csto" and row.status == "member"
    )
    assert min(row.period.start for row in members) == date(2003, 9, 18)


@pytest.mark.parametrize("code", ["SRB", "AFG"])
def test_observers_are_those_of_the_assembly(csto: Dataset, code: str) -> None:
    assert [row.status for row in of(csto, code)] == ["assembly-observer"]
    assert code not in bound_on(csto, date(2014, 1, 1))


def test_nothing_is_disputed_in_karabakh_after_september_2023(csto: Dataset) -> None:
    rows = [row for row in csto.areas if row.area.startswith("karabakh")]
    assert rows
    assert not any(contains(row.period, date(2023, 9, 20)) for row in rows)


def test_each_of_110_claims_is_in_one_place(csto: Dataset) -> None:
    placed = [claim for claim, _ in places_of_claims(csto)]
    assert len(csto.claims) == 110
    assert sorted(placed) == sorted(row.claim for row in csto.claims)


def test_the_claims_are_those_of_five_articles(csto: Dataset) -> None:
    articles = {row.article for row in csto.claims}
    assert articles == {"altareeq", "alaraby", "aljazeera", "alwaqt", "hizb-radio"}


CONTINGENTS = ("RUS", "BLR", "TJK", "KGZ", "ARM")
STATES = {
    5: (),
    6: ("arriving", "arriving", "preparing", "preparing", "preparing"),
    7: ("arriving", "deployed", "arriving", "arriving", "preparing"),
    8: ("arriving", "deployed", "deployed", "deployed", "arriving"),
    9: ("deployed",) * 5,
    12: ("deployed",) * 5,
    13: ("leaving", "deployed", "deployed", "deployed", "deployed"),
    14: ("leaving",) * 5,
    15: ("leaving", "gone", "gone", "gone", "gone"),
    19: ("leaving", "gone", "gone", "gone", "gone"),
    20: ("gone",) * 5,
}


@pytest.mark.parametrize(("day", "states"), STATES.items())
def test_every_contingent_has_its_state_on_a_day(csto: Dataset, day, states) -> None:
    expected = dict(zip(CONTINGENTS, states, strict=False))
    assert states_on(csto, date(2022, 1, day)) == expected


def test_a_day_of_completion_that_is_inferred_is_not_certain(csto: Dataset) -> None:
    rows = [row for row in csto.deployments if row.state == "deployed"]
    certain = {row.contingent for row in rows if row.certainty == "high"}
    assert certain == {"RUS"}


def test_kyrgyz_troops_went_by_air_and_came_back_by_road(csto: Dataset) -> None:
    ways = [way for way in csto.movements if way.contingent == "KGZ"]
    assert [(way.direction, way.mode) for way in ways] == [
        ("out", "air"),
        ("home", "road"),
    ]


def test_every_contingent_went_out_and_came_home(csto: Dataset) -> None:
    ways = {(way.contingent, way.direction) for way in csto.movements}
    assert ways == {(code, way) for code in CONTINGENTS for way in ("out", "home")}


def test_ten_things_were_guarded_and_only_some_have_a_place(csto: Dataset) -> None:
    places = {thing.object: thing.place for thing in csto.objects}
    assert len(places) == len(csto.objects) == 10
    assert {name for name, place in places.items() if place is None} == {
        "bread-plant",
        "druzhba-waterworks",
        "telephone-exchanges",
        "headquarters",
    }


def test_2030_is_the_best_total_and_5000_russians_are_its_rival(csto: Dataset) -> None:
    best = best_of(csto, "kazakhstan-total-strength")
    assert (best.low, best.high, best.side) == (2030, 2030, None)
    figures = event(csto, "kazakhstan-total-strength").figures
    rivals = {(f.low, f.high, f.side) for f in figures if f.measure and not f.best}
    assert rivals == {
        (2500, 2500, None),
        (2000, 2000, None),
        (4000, 4000, None),
        (3800, 3800, None),
        (5000, None, "RUS"),
    }


def test_the_russian_number_is_what_the_others_leave_of_the_total(csto) -> None:
    others = {
        "kyrgyzstan": 150,
        "armenia": 100,
        "tajikistan": 200,
        "belarus": 500,
    }
    for country, number in others.items():
        assert best_of(csto, f"contingent-{country}").low == number
    russia = best_of(csto, "contingent-russia")
    assert (russia.low, russia.high) == (1100, 1500)
    assert russia.low == pytest.approx(2030 - sum(others.values()), abs=20)


def test_nobody_picks_a_winner_among_the_losses_of_the_border(csto: Dataset) -> None:
    figures = [f for e in csto.events if "border" in e.maps for f in e.figures]
    assert not any(figure.best for figure in figures)
    assert {f.side for f in figures if f.measure == "captured"} == {"ARM"}


def test_the_latest_count_of_deaths_is_the_best(csto: Dataset) -> None:
    best = best_of(csto, "kazakhstan-deaths")
    assert (best.measure, best.low, best.high) == ("killed", 238, 238)


REQUESTS = {
    "batken-1999": ("KGZ", True, None, "1999-08-31", False),
    "kyrgyz-request-2010": ("KGZ", True, None, "2010-06-14", False),
    "belarus-no-request-2020": ("BLR", False, None, None, False),
    "armenia-no-appeal-2020": ("ARM", False, None, None, False),
    "armenia-letter-to-russia-2020": ("ARM", True, None, "2020-10-31", False),
    "armenia-article-2-appeal-2021": ("ARM", True, 2, "2021-05-14", False),
    "tajik-appeal-2021": ("TJK", True, None, None, False),
    "kazakhstan-request-2022": ("KAZ", True, 4, "2022-01-06", True),
    "armenia-article-4-appeal-2022": ("ARM", True, 4, "2022-09-13", False),
    "kyrgyz-request-2022": ("KGZ", True, None, None, False),
    "kursk-no-request-2024": ("RUS", False, None, None, False),
}


def test_one_of_the_calls_for_help_was_answered_with_troops(csto: Dataset) -> None:
    found = {}
    for item in csto.events:
        if asked := item.request:
            answered = asked.answered.text if asked.answered else None
            row = (asked.by, asked.made, asked.article, answered, asked.troops)
            found[item.id] = row
    assert found == REQUESTS


def test_every_call_for_help_is_on_the_map_of_the_members(csto: Dataset) -> None:
    calls = [item for item in csto.events if item.request]
    assert all("membership" in item.maps for item in calls)


def test_the_treaty_protects_parties_and_members_only(csto: Dataset) -> None:
    protected = {status.id for status in csto.statuses if status.protected}
    assert protected == {"party", "member", "frozen"}
    assert csto.meta.protection is not None


def test_three_exclaves_are_held_by_the_other_state(csto: Dataset) -> None:
    rows = {row.area: (row.code, row.controlled_by) for row in csto.areas}
    assert rows["artsvashen"] == ("ARM", "AZE")
    assert rows["barkhudarli"] == rows["yukhari-askipara"] == ("AZE", "ARM")
    assert "karki" not in rows


def test_no_line_in_karabakh_is_drawn_after_september_2023(csto: Dataset) -> None:
    assert {row.line for row in csto.lines} == {"line-of-contact-1994", "oblast-1991"}
    assert not any(contains(row.period, date(2023, 9, 20)) for row in csto.lines)
