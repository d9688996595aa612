"""The sources that a page cites, and their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from csto_atlas.events.fields import Text
from csto_atlas.events.records import Dataset, Source
from csto_atlas.maps.content.event_text import EventEntry
from csto_atlas.maps.i18n.texts import Texts

MOST = 2  # sources that a page names for one fact; the data name all of them


@dataclass(frozen=True)
class SourceEntry:
    """A source in the list of sources; `language` is that of its title."""

    id: str
    publisher: str
    title: str
    date: str
    language: str
    url: str | None
    note: str


@dataclass(frozen=True)
class Citations:
    """The list of sources of a page.

    Attributes
    ----------
    sources : tuple of SourceEntry
        Each once.
    numbers : mapping of int
        The number of each in the list, from 1, by id.
    publishers : mapping of str
        The publisher of each of a data set's sources, by id; empty where every source
        of a fact is named.
    """

    sources: tuple[SourceEntry, ...]
    numbers: Mapping[str, int]
    publishers: Mapping[str, str]

    def of(self, ids: Sequence[str]) -> list[int]:
        """Return the numbers of the sources that are named for a fact."""
        named = choose_sources(ids, self.publishers) if self.publishers else ids
        return [self.numbers[source] for source in named]


def choose_sources(ids: Sequence[str], publishers: Mapping[str, str]) -> list[str]:
    """Choose the sources that a page names for a fact: of each publisher one first.

    Parameters
    ----------
    ids : sequence of str
        All sources of the fact, the best first.
    publishers : mapping of str
        By id.

    Returns
    -------
    list of str
        At most `MOST`, in their order.
    """
    seen = set[str]()
    again = dict[str, bool]()
    for source in ids:
        again[source] = publishers[source] in seen
        seen.add(publishers[source])
    chosen = sorted(ids, key=lambda source: again[source])[:MOST]
    return [source for source in ids if source in chosen]


def list_citations(
    dataset: Dataset,
    cited: Iterable[str],
    texts: Texts,
    *,
    by_mention: bool = False,
    publishers: Mapping[str, str] | None = None,
) -> Citations:
    """List and number the sources that a page cites.

    Parameters
    ----------
    dataset : Dataset
    cited : iterable of str
        Ids; a source may be cited more than once.
    texts : Texts
    by_mention : bool
        Whether to number the sources in the order in which they are cited first;
        by id otherwise.
    publishers : mapping of str, optional
        Of `list_publishers`, where a page names only the foremost sources of a fact.

    Returns
    -------
    Citations
    """
    order = {source: n for n, source in enumerate(dict.fromkeys(cited))}
    found = sorted(
        (source for source in dataset.sources if source.id in order),
        key=lambda source: (order[source.id] if by_mention else 0, source.id),
    )
    names = {row.publisher: row.name for row in dataset.publishers}
    return Citations(
        sources=tuple(_write_source(source, names, texts) for source in found),
        numbers={source.id: n for n, source in enumerate(found, 1)},
        publishers=publishers or {},
    )


def list_publishers(dataset: Dataset) -> dict[str, str]:
    """Return the publisher of every source, by id."""
    return {source.id: source.publisher for source in dataset.sources}


def cited_by(events: Iterable[EventEntry]) -> Iterator[tuple[str, ...]]:
    """Iterate over the sources of each event and of each of its figures."""
    for event in events:
        yield event.sources
        for figure in event.figures:
            yield figure.sources


def name_source(source: Source, language: str) -> str:
    """Return the title of a source, or its description in brackets.

    Parameters
    ----------
    source : Source
    language : str
        Of the description.

    Returns
    -------
    str
    """
    if source.description:
        return f"[{source.description[language]}]"
    return source.title or ""


def _write_source(
    source: Source, publishers: Mapping[str, Text], texts: Texts
) -> SourceEntry:
    names = publishers.get(source.publisher)
    return SourceEntry(
        id=source.id,
        publisher=names[texts.language] if names else source.publisher,
        title=name_source(source, texts.language),
        date=texts.interval(source.date) if source.date else "",
        language=texts.language if source.description else source.language,
        url=source.url,
        note=source.note[texts.language] if source.note else "",
    )
