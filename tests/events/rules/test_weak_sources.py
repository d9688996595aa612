"""Rule: an event that can head its year never stands on copies alone."""

import pytest

EXPECTED = "expected at least one that is not a copy or an encyclopaedia, or rank: 2"


@pytest.mark.parametrize("kind", ["encyclopaedia", "copy", "article"])
def test_copies_alone_are_too_weak_for_an_event_of_rank_1(folder, kind) -> None:
    folder.replace("sources.yml", "kind: press", f"kind: {kind}")
    folder.replace("events/calls.yml", "rank: 2", "rank: 1")
    assert folder.problems() == [
        f"events/calls.yml:29: only sources of the kind {kind}; {EXPECTED}"
    ]


def test_a_lesser_event_and_a_status_may_stand_on_a_copy(folder) -> None:
    folder.replace("sources.yml", "kind: press", "kind: copy")
    assert folder.problems() == []
