from dataclasses import replace

import pytest

from csto_atlas.events.dates import parse
from csto_atlas.maps.downloads.event_tables import make_tables
from csto_atlas.maps.downloads.tables import write_csv
from csto_atlas.maps.joins.event_coverage import Finding, Spot
from tests.made.downloads import name_all, read_rows
from tests.made.worlds import (
    both,
    make_event,
    make_membership,
    make_place,
    make_request,
    make_world,
)

PLACES = {
    "town": make_place(66.5, 48.25, "town"),
    "pass": make_place(70, 47, "pass", radius_km=4),
}
EVENTS = (
    make_event("later", date="1994", other_places=("pass",)),
    make_event("call", kind="request", countries=("AAA",), request=make_request()),
    make_event("nowhere", place=None, date="1992"),
)
FINDINGS = {
    "later": Finding(
        "later",
        (
            Spot("town", ("AAA",), "", 12.345),
            Spot("pass", ("AAA", "BBB"), "valley", None),
        ),
        {"pact": {"AAA": ("member", "frozen"), "BBB": ("member",)}},
        "covered",
    ),
    "call": Finding(
        "call",
        (Spot("town", ("AAA",), "", None),),
        {"pact": {"AAA": ("member",)}},
        "covered",
    ),
}


def tables(events=EVENTS):
    dataset = make_world().dataset.model_copy(update={"events": tuple(events)})
    return read(make_tables(name_all(dataset, PLACES), FINDINGS))


def read(made):
    return {table.name: read_rows(table) for table in made}


def test_a_number_that_is_not_known_is_none():
    dataset = make_world().dataset.model_copy(update={"events": EVENTS})
    events, _ = make_tables(name_all(dataset, PLACES), FINDINGS)
    column = [field.name for field in events.fields].index("border_km")
    assert [row[column] for row in events.rows] == [None, None, 12.3, None]


def test_the_columns_are_these():
    events, requests = tables().values()
    assert list(events[0]) == [
        "event", "kind", "kind_en", "kind_ar", "date", "place", "place_en", "place_ar",
        "lat", "lon", "precision", "radius_km", "territory", "territory_en",
        "territory_ar", "disputed_area", "border_km", "covered", "doubted",
        "status_pact", "status_club", "countries", "countries_en", "countries_ar",
        "certainty", "title_en", "title_ar", "headline_en", "headline_ar", "holds_en",
        "holds_ar", "text_en", "text_ar", "sources",
    ]  # fmt: skip
    assert list(requests[0]) == [
        "event", "date", "by", "by_en", "by_ar", "status", "to", "to_en", "to_ar",
        "article", "made", "answered", "days_min", "days_max", "troops", "certainty",
        "title_en", "title_ar", "answer_en", "answer_ar", "came_en", "came_ar",
        "claimed_en", "claimed_ar", "sources",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("incomplete", "without"), [(None, "club"), (both("No partners"), "")]
)
def test_what_is_not_known_of_an_organisation_is_no_column(incomplete, without):
    dataset = make_world().dataset
    pact, club = dataset.organisations
    club = club.model_copy(update={"incomplete": incomplete})
    rows = [row for row in dataset.memberships if row.organisation != without]
    changed = dataset.model_copy(
        update={"memberships": rows, "organisations": (pact, club), "events": EVENTS}
    )
    for row in read(make_tables(name_all(changed, PLACES), FINDINGS))["events"]:
        assert [name for name in row if name.startswith("status_")] == ["status_pact"]
        assert None not in row and row["title_en"]


def test_there_is_a_row_for_each_place_of_each_event_in_order_of_time():
    rows = tables()["events"]
    assert [(row["event"], row["place"]) for row in rows] == [
        ("nowhere", ""),
        ("call", "town"),
        ("later", "town"),
        ("later", "pass"),
    ]


def test_a_row_names_the_states_whose_status_is_in_doubt():
    doubt = make_membership("BBB", "member", "1993")
    finding = replace(FINDINGS["later"], doubts=(doubt, doubt))
    dataset = make_world().dataset.model_copy(update={"events": EVENTS})
    names = name_all(dataset, PLACES)
    found = read(make_tables(names, {**FINDINGS, "later": finding}))
    assert [row["doubted"] for row in found["events"]] == ["", "", "BBB", "BBB"]


def test_a_row_says_what_the_joins_found():
    _, _, town, far = tables()["events"]
    assert (town["lat"], town["lon"], town["border_km"]) == ("48.25", "66.5", "12.3")
    assert (far["territory"], far["disputed_area"]) == ("AAA BBB", "valley")
    assert (far["radius_km"], far["precision"]) == ("4", "approximate")
    assert (far["border_km"], far["status_club"]) == ("", "")
    assert far["status_pact"] == "AAA:member/frozen BBB:member"


def test_an_event_without_a_place_is_not_left_out_and_fills_its_columns():
    row = tables()["events"][0]
    assert row["title_en"] == "nowhere"
    assert row["sources"]
    assert {row[key] for key in ("lat", "territory", "covered", "status_club")} == {""}
    assert None not in row


@pytest.mark.parametrize(
    ("answered", "days"), [("1993-05-08", ("3", "3")), (None, ("", ""))]
)
def test_a_call_says_what_the_state_was_and_how_long_it_waited(answered, days):
    request = make_request(answered=answered, article=4, to=("pact", "BBB"))
    (row,) = tables([
        make_event("call", kind="request", countries=("AAA",), request=request)
    ])["requests"]  # fmt: skip
    assert (row["by"], row["status"], row["to"]) == ("AAA", "member", "pact BBB")
    assert (row["made"], row["troops"], row["article"]) == ("yes", "no", "4")
    assert (row["days_min"], row["days_max"]) == days


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_title_is_never_run_as_a_formula(start):
    title = f"{start}1+1"
    event = make_event().model_copy(update={"title": both(title)})
    for row in tables([event])["events"]:
        assert row["title_ar"] == f"'{title}".replace("\r", " ")


def test_a_number_below_zero_stays_a_number():
    places = {"town": make_place(-77.0, 38.9, "town")}
    dataset = make_world().dataset.model_copy(update={"events": EVENTS[1:2]})
    events, _ = make_tables(name_all(dataset, places), FINDINGS)
    assert ",-77.0," in write_csv(events)


@pytest.mark.parametrize(
    ("code", "organisation", "since", "status"),
    [
        ("AZE", "cis", "1993-12-14", "full-member"),
        ("BLR", "cis", "1994-01-18", "full-member"),
        ("RUS", "sco", "2001-06-15", "full-member"),
        ("KAZ", "eaeu", "2015-01-01", "full-member"),
        ("ARM", "nato", "1994-10-05", "partnership-for-peace"),
    ],
)
def test_no_event_of_the_real_data_denies_what_a_state_was(
    all_facts, code, organisation, since, status
):
    world = all_facts["border"].world
    made = read(make_tables(name_all(world.dataset, world.places), world.findings))[
        "events"
    ]
    involved = {
        event.id
        for event in world.dataset.events
        if code in event.countries and event.date.start >= parse(since).start
    }
    rows = [row for row in made if row["event"] in involved and row["place"]]
    assert len(rows) > 5
    for row in rows:
        assert f"{code}:{status}" in row[f"status_{organisation}"].split()


def test_the_tables_of_the_real_data_have_every_event_and_every_call(all_facts):
    world = all_facts["border"].world
    made = read(make_tables(name_all(world.dataset, world.places), world.findings))
    events, requests = made["events"], made["requests"]
    assert {row["event"] for row in events} == {e.id for e in world.dataset.events}
    starts = [parse(row["date"]).start for row in events]
    assert starts == sorted(starts)
    asked = {event.id for event in world.dataset.events if event.request}
    assert {row["event"] for row in requests} == asked
    (row,) = [
        row for row in requests if row["event"] == "armenia-article-2-appeal-2021"
    ]
    assert (row["days_min"], row["days_max"]) == ("0", "1")
