"""Rule: at least one source of a fact is not older than the fact."""

from collections.abc import Iterator, Mapping
from datetime import date

from csto_atlas.events.errors import Problem
from csto_atlas.events.files.items import Loc, Origin
from csto_atlas.events.records import Dataset, Source
from csto_atlas.events.rules.known_names import KnownNames
from csto_atlas.events.rules.times import last_start

Cited = tuple[Origin, Loc, date, tuple[str, ...]]


def older_sources(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a fact whose sources were all published before it, or before its last day.

    An undated source may be younger, and a figure may be an older plan or estimate. An
    event that is `announced` is told as a plan, which older sources do attest.
    """
    sources = {source.id: source for source in dataset.sources}
    for origin, loc, first, cited in _facts(dataset):
        latest = _latest(cited, sources)
        if latest and latest < first:
            what = f"the sources end on {latest}, and the fact is of {first}"
            expected = "a source of that day or later, or announced: true in an event"
            yield Problem(origin.at(*loc), what, expected)


def _latest(cited: tuple[str, ...], sources: Mapping[str, Source]) -> date | None:
    """Return the last day on which a source was published; None if it is not known."""
    if not cited or not sources.keys() >= {*cited}:
        return None
    ends = [found.end for name in cited if (found := sources[name].date)]
    if len(ends) < len(cited) or None in ends:
        return None
    return date.fromordinal(max(end for end in ends if end).toordinal() - 1)


def _facts(dataset: Dataset) -> Iterator[Cited]:
    """Go through dated facts: where their sources stand, their day, the sources."""
    for term in dataset.terms:
        first = term.known_by or term.start.start
        yield term.origin, ("sources",), first, term.sources
    for way in dataset.movements:
        yield way.origin, ("sources",), last_start(way.date), way.sources
    for event in dataset.events:
        if not event.announced:
            yield event.origin, ("sources",), last_start(event.date), event.sources
