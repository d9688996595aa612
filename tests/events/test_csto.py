"""The default data set: complete, without problems, and true to the record."""

from datetime import date
from pathlib import Path

import pytest

from events.claims import places_of_claims
from events.dates import contains
from events.load import load_dataset
from events.records import Dataset, Membership
from events.validate import validate

DATA = Path(__file__).parents[2] / "events" / "data" / "csto"
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
    problems = validate(
        csto,
        codes={row.code for row in csto.memberships}
        | {area.code for area in csto.areas}
        | {code for event in csto.events for code in event.countries}
        | {"XKX"},
        places={event.place for event in csto.events if event.place},
        areas={area.area for area in csto.areas},
        maps=MAPS,
    )
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
