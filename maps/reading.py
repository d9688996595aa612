"""What the page says below the map: every state, event and source as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from events.dates import Interval
from events.records import Area, Event, Figure, Membership, Source, Text
from maps.slices import NONE, Slices, state_at
from maps.texts import Texts
from maps.timeline import Tick


@dataclass(frozen=True)
class Reference:
    """A source as the list of sources has it."""

    id: str
    publisher: str
    title: str
    date: str
    language: str
    url: str | None
    note: str


@dataclass(frozen=True)
class Opinion:
    """One of several figures that do not agree."""

    value: str
    by: str
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """An event as the list of events has it."""

    id: str
    kind: str
    date: str
    title: str
    text: str
    is_sure: bool
    figures: tuple[Opinion, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Stretch:
    """The time for which an area was disputed."""

    name: str
    dates: str
    basis: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Term:
    """One status of a country."""

    dates: str
    status: str
    basis: str
    is_sure: bool
    sources: tuple[str, ...]


def write_entry(event: Event, texts: Texts) -> Entry:
    """Put an event into words.

    Parameters
    ----------
    event : Event
    texts : Texts

    Returns
    -------
    Entry
    """
    return Entry(
        id=event.id,
        kind=event.kind,
        date=texts.interval(event.date),
        title=event.title[texts.language],
        text=_text(event.text, texts),
        is_sure=event.certainty != "low",
        figures=tuple(_opinion(figure, texts) for figure in event.figures),
        sources=event.sources,
    )


def write_term(membership: Membership, labels: Mapping[str, str], texts: Texts) -> Term:
    """Put a membership into words.

    Parameters
    ----------
    membership : Membership
    labels : mapping of str
        Names of the statuses.
    texts : Texts

    Returns
    -------
    Term
    """
    return Term(
        dates=_stretch(membership.start, membership.end, texts),
        status=labels[membership.status],
        basis=membership.basis[texts.language],
        is_sure=membership.certainty == "high",
        sources=membership.sources,
    )


def write_area(area: Area, texts: Texts) -> Stretch:
    """Put a disputed area into words.

    Parameters
    ----------
    area : Area
    texts : Texts

    Returns
    -------
    Stretch
    """
    return Stretch(
        name=area.name[texts.language],
        dates=_stretch(area.start, area.end, texts),
        basis=_text(area.note, texts),
        sources=area.sources,
    )


def write_references(
    sources: Iterable[Source], cited: Iterable[str], texts: Texts
) -> list[Reference]:
    """List the sources that a page cites.

    Parameters
    ----------
    sources : iterable of Source
    cited : iterable of str
    texts : Texts

    Returns
    -------
    list of Reference
        Sorted by id, each once.
    """
    wanted = set(cited)
    return [
        Reference(
            id=source.id,
            publisher=source.publisher,
            title=source.title,
            date=texts.interval(source.date) if source.date else "",
            language=source.language,
            url=source.url,
            note=_text(source.note, texts),
        )
        for source in sorted(sources, key=lambda source: source.id)
        if source.id in wanted
    ]


def write_rows(
    states: Mapping[str, Slices],
    codes: Sequence[str],
    ticks: Sequence[Tick],
    labels: Mapping[str, str],
    texts: Texts,
) -> list[tuple[str, list[str]]]:
    """Write the table of states: a row for each tick, a cell for each country.

    Parameters
    ----------
    states : mapping of Slices
    codes : sequence of str
        Columns.
    ticks : sequence of Tick
    labels : mapping of str
        Names of the statuses.
    texts : Texts

    Returns
    -------
    list of (str, list of str)
    """
    words = {NONE: "–", **labels}
    return [
        (texts.tick(tick), [words[state_at(states[code], index)] for code in codes])
        for index, tick in enumerate(ticks)
    ]


def cited_by(events: Iterable[Event]) -> Iterator[str]:
    """Go through the sources of some events and of their figures."""
    for event in events:
        yield from event.sources
        for figure in event.figures:
            yield from figure.sources


def _opinion(figure: Figure, texts: Texts) -> Opinion:
    return Opinion(
        value=figure.value[texts.language],
        by=figure.by[texts.language],
        note=_text(figure.note, texts),
        sources=figure.sources,
    )


def _stretch(start: Interval, end: Interval | None, texts: Texts) -> str:
    first = texts.interval(start)
    if end is None:
        return texts.gettext("since {start}").replace("{start}", first)
    form = texts.gettext("{start} – {end}").replace("{start}", first)
    return form.replace("{end}", texts.interval(end))


def _text(text: Text | None, texts: Texts) -> str:
    return text[texts.language] if text else ""
