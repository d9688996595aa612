"""Rule: an event that can head its year never stands on copies alone."""

from collections.abc import Iterator

from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset
from csto_atlas.events.rules.known_names import KnownNames

WEAK = frozenset({"encyclopaedia", "copy", "article"})
"""Kinds of sources that repeat others: copies, and articles that are checked here."""


def weak_sources(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report an event of rank 1 with weak sources only."""
    kinds = {source.id: source.kind for source in dataset.sources}
    for event in dataset.events:
        found = {kinds[name] or "" for name in event.sources if name in kinds}
        if event.rank == 1 and found and found <= WEAK:
            what = f"only sources of the kind {', '.join(sorted(found))}"
            expected = "at least one that is not a copy or an encyclopaedia, or rank: 2"
            yield Problem(event.origin.at("sources"), what, expected)
