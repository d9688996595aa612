"""The sources that a page cites, and their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from csto_atlas.events.records import Source
from csto_atlas.maps.content.record_text import EventEntry
from csto_atlas.maps.i18n.texts import Texts


@dataclass(frozen=True)
class SourceEntry:
    """A source in the list of sources."""

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
    """

    sources: tuple[SourceEntry, ...]
    numbers: Mapping[str, int]


def list_citations(
    sources: Iterable[Source],
    cited: Iterable[str],
    texts: Texts,
    *,
    by_mention: bool = False,
) -> Citations:
    """List and number the sources that a page cites.

    Parameters
    ----------
    sources : iterable of Source
        All sources of the data set.
    cited : iterable of str
        Ids; a source may be cited more than once.
    texts : Texts
    by_mention : bool
        Whether to number the sources in the order in which they are cited first;
        by id otherwise.

    Returns
    -------
    Citations
    """
    order = {source: n for n, source in enumerate(dict.fromkeys(cited))}
    found = sorted(
        (source for source in sources if source.id in order),
        key=lambda source: (order[source.id] if by_mention else 0, source.id),
    )
    return Citations(
        sources=tuple(_write_source(source, texts) for source in found),
        numbers={source.id: n for n, source in enumerate(found, 1)},
    )


def cited_by(events: Iterable[EventEntry]) -> Iterator[str]:
    """Iterate over the sources of events and of their figures."""
    for event in events:
        yield from event.sources
        for figure in event.figures:
            yield from figure.sources


def _write_source(source: Source, texts: Texts) -> SourceEntry:
    return SourceEntry(
        id=source.id,
        publisher=source.publisher,
        title=source.title,
        date=texts.interval(source.date) if source.date else "",
        language=source.language,
        url=source.url,
        note=source.note[texts.language] if source.note else "",
    )
