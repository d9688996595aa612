"""Rules: nothing lies in the future, and nothing is in two states at once."""

import pytest

FAULTS = {
    "an event in the future": (
        ("events/acts.yml", "1992-05-15", "2026-03-12"),
        "events/acts.yml:3: date '2026-03-12' is in the future; "
        "expected a day up to 2026-03-11 (as_of)",
    ),
    "an event that lasts into the future": (
        ("events/acts.yml", "1992-05-15", "1992/2027"),
        "events/acts.yml:3: date '1992/2027' is in the future; "
        "expected a day up to 2026-03-11 (as_of)",
    ),
    "an end in the future": (
        ("memberships.csv", "1999-04-20,,", "1999-04-20,2030,"),
        "memberships.csv:3: end '2030' is in the future; "
        "expected a day up to 2026-03-11 (as_of)",
    ),
    "two statuses at once": (
        ("memberships.csv", "lapsed,1999-04-20", "lapsed,1999-04-19"),
        "memberships.csv:3: ARM in pact is 'lapsed' from 1999-04-19 while 'member' "
        "at memberships.csv:2; expected the earlier row to end by 1999-04-19",
    ),
    "an area in two rows at once": (
        (
            "areas.csv",
            "daily\n",
            "daily\nvalley,disputed,AZE,AZE,,,2020,,low,V,V,,,daily\n",
        ),
        "areas.csv:3: area valley is 'disputed' from 2020 while 'disputed' "
        "at areas.csv:2; expected the earlier row to end by 2020",
    ),
    "a movement in the future": (
        ("movements.csv", "2001-01-06", "2001-01-06/2027-01-06"),
        "movements.csv:2: date '2001-01-06/2027-01-06' is in the future; "
        "expected a day up to 2026-03-11 (as_of)",
    ),
    "an answer in the future": (
        ("events/calls.yml", '"2001-01-06"', '"2027"'),
        "events/calls.yml:24: request answered '2027' is in the future; "
        "expected a day up to 2026-03-11 (as_of)",
    ),
    "a guard in the future": (
        ("objects.csv", "2001-01-06", "2027"),
        "objects.csv:2: start '2027' is in the future; "
        "expected a day up to 2026-03-11 (as_of)",
    ),
    "a contingent in two states at once": (
        ("deployments.csv", "2001-01-06,2001-01-07", "2001-01-06,2001-01-08"),
        "deployments.csv:3: the contingent of ARM is 'leaving' from 2001-01-07 while "
        "'arriving' at deployments.csv:2; "
        "expected the earlier row to end by 2001-01-07",
    ),
    "an object in two rows at once": (
        ("objects.csv", "daily\n", "daily\nbridge,,,2002,,low,B,B,,,daily\n"),
        "objects.csv:3: object bridge is given from 2002 while given at objects.csv:2; "
        "expected the earlier row to end by 2002",
    ),
    "an open start of which the last day is in the future": (
        ("objects.csv", "2001-01-06", "[..2027]"),
        "objects.csv:2: start '[..2027]' is in the future; "
        "expected a day up to 2026-03-11 (as_of)",
    ),
    "an open start after another status": (
        ("memberships.csv", "lapsed,1999-04-20", "lapsed,[..1999-04-20]"),
        "memberships.csv:2: ARM in pact is 'member' from 1992-05-15 while 'lapsed' "
        "at memberships.csv:3; expected no open start at memberships.csv:3",
    ),
    "a status that ends before it is known to have begun": (
        ("memberships.csv", "1992-05-15,1999", "../1999-05-01,1999"),
        "memberships.csv:2: end '1999-04-20' is not after start '../1999-05-01'; "
        "expected an end after 1999-05-01",
    ),
    "a line in two rows at once": (
        ("lines.csv", "daily\n", "daily\nridge,2020,,low,R,R,,,daily\n"),
        "lines.csv:3: line ridge is given from 2020 while given at lines.csv:2; "
        "expected the earlier row to end by 2020",
    ),
}


@pytest.mark.parametrize(("change", "problem"), FAULTS.values(), ids=list(FAULTS))
def test_a_wrong_time_is_reported_alone_with_its_line(folder, change, problem) -> None:
    folder.replace(*change)
    assert folder.problems() == [problem]


@pytest.mark.parametrize(
    "text",
    [
        *("2026", "2026-03", "2025/2026", "2026-03-11", "2020/..", "[..2026]"),
        *("[2020..]", "[2020,2027]"),
    ],
)
def test_a_date_that_has_begun_is_no_future_date(folder, text: str) -> None:
    folder.replace("events/acts.yml", "1992-05-15", text)
    assert folder.problems() == []


def test_a_status_without_an_end_overlaps_all_that_follow(folder) -> None:
    row = "pact,ARM,member,{},,low,a,ب,daily,\n"
    text = (folder.path / "memberships.csv").read_text(encoding="utf-8")
    folder.write("memberships.csv", text + row.format("2001") + row.format("2002-05~"))
    assert [problem.split(";")[0] for problem in folder.problems()] == [
        "memberships.csv:4: ARM in pact is 'member' from 2001 "
        "while 'lapsed' at memberships.csv:3",
        "memberships.csv:5: ARM in pact is 'member' from 2002-05~ "
        "while 'lapsed' at memberships.csv:3",
        "memberships.csv:5: ARM in pact is 'member' from 2002-05~ "
        "while 'member' at memberships.csv:4",
    ]


def test_one_state_may_be_in_two_organisations_at_once(folder) -> None:
    organisations = (folder.path / "organisations.yml").read_text(encoding="utf-8")
    plain = organisations.partition("- id: pact")[2]
    folder.write("organisations.yml", f"- id: pact{plain}- id: league{plain}")
    folder.replace(
        "memberships.csv", "pact,ARM,lapsed,1999-04-20", "league,ARM,lapsed,1995"
    )
    assert folder.problems() == []
