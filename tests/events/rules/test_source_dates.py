"""Rule: at least one source of a fact is not older than the fact."""

import pytest

DATED = ("sources.yml", "note: {en: In full, ar: كاملاً}", 'date: "1992-05-15"')
FAULTS = {
    "a status that ends after its sources": (
        (
            "memberships.csv",
            "Not renewed,لم تجدّد,daily",
            "Not renewed,لم تجدّد,agency-1992",
        ),
        "memberships.csv:3: the sources end on 1992-05-15, and the fact is of "
        "1999-04-20; expected a source of that day or later, or announced: true in an "
        "event",
    ),
    "a movement after its sources": (
        ("movements.csv", "2001-01-06,medium,,,daily", "2001-01-06,low,,,agency-1992"),
        "movements.csv:2: the sources end on 1992-05-15, and the fact is of "
        "2001-01-06; expected a source of that day or later, or announced: true in an "
        "event",
    ),
    "an event the day after its sources": (
        ("events/acts.yml", '"1992-05-15"', '"1992-05-16"'),
        "events/acts.yml:18: the sources end on 1992-05-15, and the fact is of "
        "1992-05-16; expected a source of that day or later, or announced: true in an "
        "event",
    ),
}


@pytest.mark.parametrize(("change", "problem"), FAULTS.values(), ids=list(FAULTS))
def test_a_fact_after_its_sources_is_reported_alone(folder, change, problem) -> None:
    folder.replace(*DATED)
    folder.replace(*change)
    assert folder.problems() == [problem]


def test_the_last_day_of_a_fact_needs_a_source_too(folder) -> None:
    folder.replace(*DATED)
    folder.replace("events/acts.yml", '"1992-05-15"', '"1992-05-15/1992-06"')
    (problem,) = folder.problems()
    assert "end on 1992-05-15, and the fact is of 1992-06-01" in problem


def test_older_sources_attest_what_was_announced(folder) -> None:
    folder.replace(*DATED)
    folder.replace("events/acts.yml", '"1992-05-15"', '"1992-05-16"')
    folder.replace(
        "events/acts.yml", "certainty: high", "certainty: high\n  announced: true"
    )
    assert folder.problems() == []


def test_a_source_that_is_dated_by_its_year_may_be_of_its_last_day(folder) -> None:
    folder.replace(*DATED)
    folder.replace("events/acts.yml", '"1992-05-15"', '"1992-12-31"')
    folder.replace("sources.yml", '"1992-05-15"', '"1992"')
    assert folder.problems() == []


def test_an_open_start_is_attested_by_a_source_of_the_day_it_is_known_by(
    folder,
) -> None:
    folder.replace(*DATED)
    folder.replace("memberships.csv", "1992-05-15,1999", "[..1992-05-16],1999")
    folder.replace("memberships.csv", "agency-1992 daily", "agency-1992")
    (problem,) = folder.problems()
    assert problem.startswith("memberships.csv:2: the sources end on 1992-05-15, and ")
