import dataclasses
from datetime import date

from csto_atlas.events.records import Protection
from csto_atlas.maps.content.reading import write_reading
from csto_atlas.maps.joins.event_coverage import Finding, Spot
from tests.made.pages import change_data, make_inputs
from tests.made.worlds import both, make_event, make_movement, make_world

RULE = Protection(
    heading=both("Covered"), note=both("At home."), article=both("Article"),
    answers={name: both(name) for name in
             ("covered", "not_covered", "partly", "undecided")},
    sources=("daily",),
)  # fmt: skip


def make_reading(world=None, **spec):
    return write_reading(make_inputs(world=world, **spec))


def with_incident():
    world = change_data(make_world(), events=(make_event(),))
    meta = world.dataset.meta.model_copy(update={"protection": RULE})
    finding = Finding("made", (Spot("town", ("AAA",), "", None),), {}, "covered")
    return dataclasses.replace(
        change_data(world, meta=meta), findings={"made": finding}
    )


def test_a_country_has_its_statuses_in_order():
    country = make_reading().countries[0]
    assert (country.code, country.name) == ("AAA", "AAA")
    assert [period.status for period in country.periods] == ["member", "frozen"]


def test_an_incident_with_a_place_has_its_coverage_and_the_rule():
    reading = make_reading(with_incident())
    assert reading.coverage["made"].sentence == "covered"
    assert reading.protection == RULE


def test_without_an_incident_the_rule_is_not_explained():
    world = change_data(with_incident(), events=())
    reading = make_reading(world)
    assert (reading.coverage, reading.protection) == ({}, None)


def test_only_a_map_of_routes_lists_them():
    rows = (make_movement("flight", to_place="town"),)
    world = change_data(make_world(), movements=rows)
    assert make_reading(world).routes == ()
    (route,) = make_reading(world, has_routes=True).routes
    assert route.name == "AAA: town to town"


def test_a_disputed_area_is_listed_with_its_certainty():
    (area,) = make_reading().areas
    assert (area.name, area.is_sure) == ("Something happened", False)
    assert area in list(make_reading().rows)


def test_the_text_says_how_far_the_data_go():
    reading = make_reading()
    assert reading.as_of == date(1996, 6, 1)
    assert reading.steps == (
        "Each year shows the map on 31 December; the last one shows 1 June 1996."
    )


def test_events_of_too_little_weight_are_counted():
    events = (make_event(id="first", rank=1), make_event(id="third", rank=3))
    reading = make_reading(change_data(make_world(), events=events), least_rank=2)
    assert (len(reading.events), reading.others) == (1, 1)
