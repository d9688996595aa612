"""Rule: what a reader sees first never stands on copies alone."""

from collections.abc import Iterator

from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset, Event, Membership
from csto_atlas.events.rules.known_names import KnownNames

WEAK = ("encyclopaedia", "copy", "article")
"""Kinds of sources that repeat others: copies, and articles that are checked here."""


def weak_sources(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report an event of rank 1, or a status that the maps colour, on weak sources."""
    kinds = {source.id: source.kind for source in dataset.sources}
    for row in _shown_first(dataset):
        found = {kinds.get(name) for name in row.sources}
        if found and found <= {*WEAK}:
            what = f"only sources of the kind {', '.join(sorted(map(str, found)))}"
            expected = "at least one that is not a copy or an encyclopaedia"
            yield Problem(row.origin.at("sources"), what, expected)


def _shown_first(dataset: Dataset) -> Iterator[Event | Membership]:
    """Go through the facts of rank 1: events, and statuses in the organisation."""
    main = dataset.meta.organisation
    yield from (row for row in dataset.memberships if row.organisation == main)
    yield from (event for event in dataset.events if event.rank == 1)
