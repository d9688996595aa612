"""Rules: every claim of the articles is in exactly one place."""

import pytest

FAULTS = {
    "a claim in two places": (
        ("events/acts.yml", "[claim-three]", "[claim-three, claim-one]"),
        "events/acts.yml:19: claim 'claim-one' is in a second place; "
        "expected it only at memberships.csv:2",
    ),
    "a claim that is data and left out": (
        ("LEFT_OUT.md", "claim-four", "claim-two` | is data |\n| `claim-four"),
        "LEFT_OUT.md:5: claim 'claim-two' is in a second place; "
        "expected it only at events/acts.yml:17",
    ),
    "a claim nowhere": (
        ("memberships.csv", "claim-one", ""),
        "claims.csv:2: claim 'claim-one' is nowhere; "
        "expected a membership, an event, a figure or LEFT_OUT.md to name it",
    ),
}


@pytest.mark.parametrize(("change", "problem"), FAULTS.values(), ids=list(FAULTS))
def test_a_wrong_claim_is_reported_alone_with_its_line(folder, change, problem) -> None:
    folder.replace(*change)
    assert folder.problems() == [problem]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("memberships.csv", "pact,ARM,member", "pact,ARM,,member"),
        ("events/acts.yml", "rank: 1", "rank: one"),
        ("events/acts.yml", "title:", "title: a: b"),
        ("LEFT_OUT.md", "|---|---|\n", ""),
    ],
    ids=["row", "event", "file", "table"],
)
def test_a_claim_is_not_lost_if_its_place_could_not_be_read(
    folder, name: str, old: str, new: str
) -> None:
    folder.replace(name, old, new)
    (problem,) = folder.problems()
    assert "nowhere" not in problem
