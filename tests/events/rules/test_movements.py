"""Rule: a contingent moves on days on which its deployment says so."""

import pytest

FAULTS = {
    "a contingent that is not deployed": (
        ("arm-out,ARM", "arm-out,BLR"),
        "contingent 'BLR' has no rows in deployments.csv; expected at least one",
    ),
    "a way out on a day of leaving": (
        ("2001-01-06", "2001-01-07"),
        "'arm-out' is on no day on which ARM is arriving; "
        "expected a date that touches such a day, 'arriving'",
    ),
    "a way home on a day of arriving": (
        (",out,", ",home,"),
        "'arm-out' is on no day on which ARM is leaving; "
        "expected a date that touches such a day, 'leaving'",
    ),
    "an unknown direction": (
        (",out,", ",in,"),
        "unknown direction 'in'; expected one of out, home",
    ),
    "an unknown mode": (
        (",air,", ",rail,"),
        "unknown mode 'rail'; expected one of air, road",
    ),
}


@pytest.mark.parametrize(("change", "problem"), FAULTS.values(), ids=list(FAULTS))
def test_a_wrong_movement_is_reported_alone_with_its_line(
    folder, change, problem
) -> None:
    folder.replace("movements.csv", *change)
    assert folder.problems() == [f"movements.csv:2: {problem}"]


def test_a_movement_of_some_days_need_only_touch_the_state(folder) -> None:
    folder.replace("movements.csv", "2001-01-06", "2001-01-01/2001-01-06")
    assert folder.problems() == []


def test_a_movement_is_not_blamed_for_a_deployment_that_was_not_read(folder) -> None:
    folder.replace("deployments.csv", "arriving", "ariving")
    assert folder.problems() == [
        "deployments.csv:2: unknown state 'ariving'; expected one of preparing, "
        "arriving, deployed, leaving, gone (nearest: 'arriving')"
    ]
