"""Rules: an article has steps, and each names a tick and an item of its map."""

from collections.abc import Iterator

from csto_atlas.events.errors import Problem
from csto_atlas.events.nearest import suggest
from csto_atlas.events.records import Dataset
from csto_atlas.events.rules.known_names import KnownNames


def missing_steps(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report an article without sections, and a section without steps."""
    for article in dataset.article:
        if not article.sections:
            where = article.origin.at("sections")
            yield Problem(where, "the article has no section", "at least one")
        for n, section in enumerate(article.sections):
            if not section.steps:
                where = article.origin.at("sections", n, "steps")
                yield Problem(where, f"section {n + 1} has no step", "at least one")


def stray_steps(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a step at a tick, a country or an event that its map does not have."""
    for article in dataset.article:
        for n, section in enumerate(article.sections):
            if known.maps is not None and section.map not in known.maps:
                continue  # told as an unknown name
            chosen = {
                *known.codes,
                *(event.id for event in dataset.events if section.map in event.maps),
            }
            ticks = (known.ticks or {}).get(section.map)
            for m, step in enumerate(section.steps):
                loc = ("sections", n, "steps", m)
                if ticks is not None and step.at not in ticks:
                    what = f"'{step.at}' is no step of the map '{section.map}'"
                    expected = suggest("one of its steps", step.at, ticks)
                    yield Problem(article.origin.at(*loc, "at"), what, expected)
                if (
                    step.select
                    and step.select not in chosen
                    and dataset.unread.isdisjoint((step.select, "Event"))
                ):
                    what = f"the map '{section.map}' has no '{step.select}'"
                    expected = suggest("a country or an event", step.select, chosen)
                    yield Problem(article.origin.at(*loc, "select"), what, expected)
