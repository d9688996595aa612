"""What the page says below the map: every state, event and source as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from csto_atlas.events.dates import Interval
from csto_atlas.events.records import (
    Area,
    Dataset,
    Deployment,
    Event,
    Figure,
    GuardedObject,
    Line,
    Membership,
    Movement,
    Source,
    Text,
)
from csto_atlas.geodata.places import Place
from csto_atlas.maps.i18n.texts import Texts, capitalise
from csto_atlas.maps.spec.model import MapSpec


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
    """Something with a name and a time: an area, a line, a way, a guarded object."""

    name: str
    dates: str
    basis: str
    is_sure: bool
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


def write_term(row: Membership | Deployment, state: str, texts: Texts) -> Term:
    """Put a status, or the state of a contingent, into words.

    Parameters
    ----------
    row : Membership or Deployment
    state : str
        Its name.
    texts : Texts

    Returns
    -------
    Term
    """
    return Term(
        dates=capitalise(_stretch(row.start, row.end, texts)),
        status=state,
        basis=row.basis[texts.language],
        is_sure=row.certainty == "high",
        sources=row.sources,
    )


def write_area(area: Area, texts: Texts) -> Stretch:
    """Put a disputed area into words."""
    return _write_stretch(area, area.name[texts.language], texts)


def write_line(line: Line, texts: Texts) -> Stretch:
    """Put a line that was drawn for some time into words."""
    return _write_stretch(line, line.name[texts.language], texts)


def write_object(row: GuardedObject, texts: Texts) -> Stretch:
    """Put a guarded object into words: what, by whom, since when."""
    return _write_stretch(row, name_object(row, texts), texts)


def name_object(row: GuardedObject, texts: Texts) -> str:
    """Name a guarded object and who guarded it."""
    guards = texts.gettext(", ").join(map(texts.territory, row.guards))
    who = guards or texts.gettext("contingent not named")
    return f"{row.name[texts.language]} ({who})"


def write_route(row: Movement, places: Mapping[str, Place], texts: Texts) -> Stretch:
    """Put a movement of a contingent into words."""
    way = texts.gettext(" to ").join(texts.pick(places[n].names) for n in row.stops)
    mode = texts.gettext("by road") if row.mode == "road" else texts.gettext("by air")
    return Stretch(
        name=f"{texts.territory(row.contingent)}: {way}",
        dates=f"{texts.interval(row.date)}{texts.gettext(', ')}{mode}",
        basis=_text(row.note, texts),
        is_sure=row.certainty != "low",
        sources=row.sources,
    )


def write_parts(
    spec: MapSpec, lengths: Mapping[str, float], texts: Texts
) -> list[tuple[str, str, str]]:
    """Write the parts of the border that a map is about: id, name and length."""
    if spec.border is None:
        return []
    return [
        (part, texts.pick(names), texts.kilometres(lengths[part], digits=1))
        for part, names in spec.border.parts.items()
    ]


def find_event(dataset: Dataset, name: str | None) -> Event | None:
    """Return the event of that name, None if no name is given."""
    return next((event for event in dataset.events if event.id == name), None)


def _write_stretch(
    row: Area | Line | GuardedObject, name: str, texts: Texts
) -> Stretch:
    return Stretch(
        name=name,
        dates=_stretch(row.start, row.end, texts),
        basis=_text(row.note, texts),
        is_sure=row.certainty != "low",
        sources=row.sources,
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
    if end is None:
        return texts.since(start.text)
    form = texts.gettext("{start} – {end}").replace("{start}", texts.interval(start))
    return form.replace("{end}", texts.interval(end))


def _text(text: Text | None, texts: Texts) -> str:
    return text[texts.language] if text else ""
