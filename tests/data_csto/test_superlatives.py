"""What the texts call the first, the only or the largest, counted in the data."""

import ast
from datetime import date
from pathlib import Path

import pytest

from csto_atlas.events.load import load_dataset
from csto_atlas.events.records import Dataset, Event

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "events" / "data" / "csto"


@pytest.fixture(scope="module")
def csto() -> Dataset:
    dataset, problems = load_dataset(DATA)
    assert dataset is not None and problems == ()
    return dataset


def of_kind(dataset: Dataset, *kinds: str) -> list[Event]:
    """Return the events of some kinds, in order of time."""
    events = [event for event in dataset.events if event.kind in kinds]
    return sorted(events, key=lambda event: event.date.start)


def test_every_count_that_is_named_is_a_test_here(csto: Dataset) -> None:
    made = {
        node.name
        for path in HERE.glob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    named = {name for row in csto.superlatives for name in row.support}
    assert {name for name in named if name.startswith("test_")} <= made
    assert len(named & made) >= 7


def test_kazakhstan_is_the_one_time_that_troops_were_sent(csto: Dataset) -> None:
    sent = {event.id for event in csto.events if event.request and event.request.troops}
    assert sent == {"kazakhstan-request-2022"}
    deployed = of_kind(csto, "deployment")
    own_force = {"russian-peacekeepers-left-2024"}  # Russia's, not the organisation's
    assert {
        "KAZ" in event.countries for event in deployed if event.id not in own_force
    } == {True}
    assert min(row.start.start for row in csto.deployments) == date(2022, 1, 6)


def test_batken_is_the_first_call_for_help(csto: Dataset) -> None:
    assert of_kind(csto, "request")[0].id == "batken-1999"


def test_belarus_was_the_ninth_state_to_sign(csto: Dataset) -> None:
    rows = [row for row in csto.memberships if row.organisation == "csto"]
    signed = {row.code: row.start.start for row in rows if row.status == "signatory"}
    order = sorted(signed, key=lambda code: signed[code])
    assert (len(order), order[-1]) == (9, "BLR")
    assert sum(day.year == 1993 for day in signed.values()) == 3


def test_armenia_missed_no_summit_before_minsk(csto: Dataset) -> None:
    bound = date(2023, 11, 23)
    earlier = [event for event in of_kind(csto, "summit") if event.date.start < bound]
    assert len(earlier) >= 8
    absent = [event.id for event in earlier if "absent" in event.id]
    assert absent == []
    assert all("ARM" in event.countries for event in earlier)


def test_no_sector_was_agreed_before_april_2024(csto: Dataset) -> None:
    agreed = [event for event in csto.events if "sector" in event.title["en"]]
    agreed = [
        event for event in agreed if "border" in event.maps and event.kind == "act"
    ]
    first = min(agreed, key=lambda event: event.date.start)
    assert first.id == "tavush-agreement-2024"


def test_russia_sent_the_largest_contingent(csto: Dataset) -> None:
    best = {
        figure.side: figure.low or 0
        for event in csto.events
        if event.id.startswith("contingent-")
        for figure in event.figures
        if figure.best and figure.measure == "troops"
    }
    assert len(best) == 5
    assert max(best, key=lambda code: best[code]) == "RUS"


def test_five_contingents_were_sent(csto: Dataset) -> None:
    contingents = {row.contingent for row in csto.deployments}
    assert contingents == {"ARM", "BLR", "KGZ", "RUS", "TJK"}


def test_nobody_flew_home_before_13_january(csto: Dataset) -> None:
    home = [way for way in csto.movements if way.direction == "home"]
    first = min(home, key=lambda way: way.date.start)
    assert (first.contingent, first.date.start) == ("RUS", date(2022, 1, 13))
