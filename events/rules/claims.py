"""Rules: every claim of the articles is in exactly one place."""

from collections.abc import Iterator

from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset
from csto_atlas.events.rules.known_names import KnownNames

CARRIERS = ("Membership", "Event", "LeftOut")


def repeated_claims(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a claim that is in a second place."""
    first: dict[str, str] = {}
    for claim, where in places_of_claims(dataset):
        if claim in first:
            what = f"claim '{claim}' is in a second place"
            yield Problem(where, what, f"it only at {first[claim]}")
        first.setdefault(claim, where)


def lost_claims(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a claim that is nowhere, unless some of its places could not be read."""
    if not dataset.unread.isdisjoint(CARRIERS):
        return
    placed = {claim for claim, _ in places_of_claims(dataset)} | dataset.unread
    for row in dataset.claims:
        if row.claim not in placed:
            what = f"claim '{row.claim}' is nowhere"
            expected = "a membership, an event, a figure or LEFT_OUT.md to name it"
            yield Problem(str(row.origin), what, expected)


def places_of_claims(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield every claim that is placed, with the ``path:line`` of the place."""
    for row in dataset.memberships:
        for n, claim in enumerate(row.claims):
            yield claim, row.origin.at("claims", n)
    for event in dataset.events:
        for n, claim in enumerate(event.claims):
            yield claim, event.origin.at("claims", n)
        for m, figure in enumerate(event.figures):
            for n, claim in enumerate(figure.claims):
                yield claim, event.origin.at("figures", m, "claims", n)
    for left_out in dataset.left_out:
        yield left_out.claim, str(left_out.origin)
