import pytest

from csto_atlas.events.records import Protection
from csto_atlas.maps.content.coverage_text import write_coverage
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.joins.event_coverage import Finding, Spot
from tests.made.worlds import (
    both,
    make_event,
    make_membership,
    make_place,
    make_world,
)

DATA = make_world("the valley").dataset
TEXTS = Texts("en", {})
PLACES = {name: make_place(66, 48, name) for name in ("town", "city", "pass")}


ANSWERS = {
    "covered": "Yes",
    "not-covered": "No",
    "partly": "Partly",
    "undecided": "Unknown",
}
PROTECTED = DATA.model_copy(
    update={
        "meta": DATA.meta.model_copy(
            update={
                "protection": Protection(
                    heading=both("When"), note=both("At home"), article=both("Article"),
                    answers={k.replace("-", "_"): both(v) for k, v in ANSWERS.items()},
                    sources=("daily",),
                )
            }
        )
    }
)  # fmt: skip


def coverage(*spots, answer="covered", data=DATA, **changes):
    finding = Finding("made", spots, {}, answer)
    return write_coverage(make_event(**changes), finding, data, PLACES, TEXTS)


@pytest.mark.parametrize("answer", ANSWERS)
def test_the_answer_is_a_word_and_the_data_sets_sentence(answer):
    spot = Spot("town", ("AAA",), "", None)
    found = coverage(spot, answer=answer, data=PROTECTED)
    assert (found.answer, found.sentence) == (answer, ANSWERS[answer])


def test_without_a_promise_of_help_nothing_is_said_of_it():
    assert coverage(Spot("town", ("AAA",), "", None)).sentence == ""


def test_places_in_one_territory_share_a_line():
    spots = [
        Spot(name, ("AAA",), "", km) for name, km in (("town", 1.9), ("city", 12.1))
    ]
    assert coverage(*spots).places == (
        "In AAA; distance from the border: town (1.9 km), city (12 km)",
    )


def test_far_from_the_border_no_distance_is_told():
    assert coverage(Spot("town", ("AAA",), "", None)).places == (
        "On the territory of AAA: town",
    )


def test_two_territories_have_two_lines():
    spots = Spot("town", ("AAA",), "", None), Spot("city", ("BBB",), "", None)
    assert len(coverage(*spots).places) == 2


def test_what_cannot_be_told_names_both_states_and_no_distance():
    assert coverage(Spot("town", ("AAA", "BBB"), "", 0.1)).places == (
        "Not certain whether in AAA or BBB: town",
    )


def test_a_disputed_area_is_named():
    (line,) = coverage(Spot("town", ("BBB",), "valley", None)).places
    assert line == "On the territory of BBB: town. Disputed that day: the valley"


def test_the_states_of_the_ground_and_those_involved_have_their_status_and_since():
    found = coverage(Spot("town", ("BBB",), "", None), countries=("AAA", "BBB", "CCC"))
    assert found.statuses == (
        "BBB: member (since 1 January 1993); AAA: member (since 15 May 1992)"
    )


def test_two_statuses_of_an_event_of_several_days_are_both_told():
    found = coverage(Spot("town", ("AAA",), "", None), date="1994-02-21/1994-02-22")
    assert found.statuses.count("AAA: ") == 2


def test_a_status_that_may_not_yet_have_begun_is_in_doubt():
    rows = (make_membership("AAA", "member", "[..1992-05-15]"),)
    data = DATA.model_copy(update={"memberships": rows})
    spot = Spot("town", ("AAA",), "", None)
    told = [coverage(spot, data=data, date=day).statuses for day in ("1991", "1993")]
    since = "(since 15 May 1992 or earlier)"
    assert told == [f"AAA: member? {since}", f"AAA: member {since}"]


def test_a_status_in_doubt_says_why():
    row = make_membership("AAA", "member", "1992")
    finding = Finding("made", (), {}, "undecided", (row,))
    found = write_coverage(make_event(), finding, DATA, PLACES, TEXTS)
    assert found.doubts == ("The status of AAA that day is not certain: by act",)


def test_the_coverage_speaks_the_language_of_its_page(all_facts):
    facts = all_facts["border"]
    world = facts.world
    (event,) = [e for e in facts.events if e.id == "tovuz-clashes-2020"]
    for language in world.dataset.meta.languages:
        texts = Texts(language, facts.countries)
        finding = world.findings[event.id]
        found = write_coverage(event, finding, world.dataset, world.places, texts)
        assert len(found.places) == 2
        assert all(texts.territory(code) in found.statuses for code in ("ARM", "AZE"))
        assert texts.territory("ARM") in found.places[0]
