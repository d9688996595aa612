"""What a record must be by itself, and how it is said."""

import pytest

FAULTS = {
    "an unknown status of an area": (
        ("areas.csv", "disputed", "contested"),
        "areas.csv:2: unknown status 'contested'; expected one of disputed",
    ),
    "an unknown kind": (
        ("events/acts.yml", "kind: act", "kind: acts"),
        "events/acts.yml:2: unknown kind 'acts'; expected one of act, summit, "
        "exercise, request, deployment, incident, statement, other-organisation "
        "(nearest: 'act')",
    ),
    "an unknown certainty": (
        ("areas.csv", ",low,", ",lowish,"),
        "areas.csv:2: unknown certainty 'lowish'; "
        "expected one of high, medium, low (nearest: 'low')",
    ),
    "an unknown field": (
        ("events/acts.yml", "headline:", "heading:"),
        "events/acts.yml:8: unknown field 'heading'; "
        "expected a field of Event (nearest: 'headline')",
    ),
    "a missing field": (
        ("events/acts.yml", "  rank: 1\n", ""),
        "events/acts.yml:1: rank is missing; expected a value",
    ),
    "a rank beyond the scale": (
        ("events/acts.yml", "rank: 1", "rank: 9"),
        "events/acts.yml:6: bad rank '9'; expected less than or equal to 3",
    ),
    "a rank in words": (
        ("events/acts.yml", "rank: 1", "rank: one"),
        "events/acts.yml:6: bad rank 'one'; expected a whole number",
    ),
    "a truth value that is none": (
        ("statuses.yml", "counts: false", "counts: perhaps"),
        "statuses.yml:11: bad counts 'perhaps'; expected true or false",
    ),
    "a number without its last form": (
        ("statuses.yml", '{other: "{n} left"}', "{one: one left}"),
        "statuses.yml:9: counted has no 'other' in 'en'; "
        "expected at least that plural category",
    ),
    "a form of no grammar": (
        ("statuses.yml", '{other: "{n} members"}', '{others: "{n} members", other: x}'),
        "statuses.yml:4: unknown counted en 'others'; "
        "expected one of zero, one, two, few, many, other (nearest: 'other')",
    ),
    "an id with capitals": (
        ("events/acts.yml", "treaty-signed", "Treaty_signed"),
        "events/acts.yml:1: bad id 'Treaty_signed'; "
        "expected lower-case words joined by hyphens",
    ),
    "a text in no language": (
        ("statuses.yml", "{en: member, ar: عضو}", "member"),
        "statuses.yml:2: bad label 'member'; "
        "expected one text for each language, such as 'en: ...' and 'ar: ...'",
    ),
    "a list in place of a text": (
        ("sources.yml", "title: A report", "title: [A, report]"),
        "sources.yml:11: bad title (a list); expected text",
    ),
    "a bad date": (
        ("events/acts.yml", '"1992-05-15"', "15 May 1992"),
        "events/acts.yml:3: date: bad date '15 May 1992'; expected an EDTF date "
        "such as 1992-05-15, 2021-07, 1996-23/1998-22 or 2021-08-15~",
    ),
    "a bad start": (
        ("memberships.csv", "1992-05-15", "1992-15-05"),
        "memberships.csv:2: start: bad date '1992-15-05'; expected an EDTF date "
        "such as 1992-05-15, 2021-07, 1996-23/1998-22 or 2021-08-15~",
    ),
    "a bad day of the data": (
        ("dataset.yml", "2026-03-11", "soon"),
        "dataset.yml:2: bad as_of 'soon'; expected a day such as 2026-03-11",
    ),
    "an end before the start": (
        ("memberships.csv", "1992-05-15,1999-04-20", "1992-05-15,1991-04-20"),
        "memberships.csv:2: end '1991-04-20' is not after start '1992-05-15'; "
        "expected an end after 1992-05-15",
    ),
    "a row without a source": (
        ("memberships.csv", ",daily,\n", ",,\n"),
        "memberships.csv:3: sources is missing; expected a value",
    ),
}


@pytest.mark.parametrize(("change", "problem"), FAULTS.values(), ids=list(FAULTS))
def test_a_broken_record_is_reported_alone_with_its_line(
    folder, change, problem
) -> None:
    folder.replace(*change)
    assert folder.problems() == [problem]
