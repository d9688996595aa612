"""Records as text: events, statuses, areas, lines, routes and guarded objects."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from csto_atlas.events.fields import Text
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
)
from csto_atlas.geodata.places import Place
from csto_atlas.maps.i18n.texts import Texts, capitalise, end_sentence
from csto_atlas.maps.spec.model import MapSpec

PLOTTED = 3  # figures of one quantity that are worth a scale
SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+(?=[A-ZА-ЯЁ\u0621-\u064a«“\"'0-9])")


@dataclass(frozen=True)
class FigureEntry:
    """A figure of an event, and who gives it; others may give another one.

    `scale` has its ends and what it counts, if enough figures count the same to be
    plotted together.
    """

    value: str
    by: str
    note: str
    sources: tuple[str, ...]
    scale: str = ""


@dataclass(frozen=True)
class EventEntry:
    """An event in the list of events.

    Attributes
    ----------
    id, kind, date, title, text, more : str
        `text` is the first sentence, `more` what follows it.
    is_sure : bool
        False if its certainty is low.
    figures : tuple of FigureEntry
    sources : tuple of str
        Ids.
    """

    id: str
    kind: str
    date: str
    title: str
    text: str
    more: str
    is_sure: bool
    figures: tuple[FigureEntry, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class DatedRecord:
    """A record with a name and a period: an area, a line, a route, a guarded object."""

    name: str
    dates: str
    basis: str
    is_sure: bool
    sources: tuple[str, ...]


@dataclass(frozen=True)
class StatusPeriod:
    """A period of one status of a country, or of one state of its contingent."""

    dates: str
    status: str
    basis: str
    is_sure: bool
    sources: tuple[str, ...]


@dataclass(frozen=True)
class BorderPart:
    """A part of the border that a map is about, and its length in kilometres."""

    id: str
    name: str
    length: str


def write_event(event: Event, texts: Texts) -> EventEntry:
    """Write the entry of an event.

    Parameters
    ----------
    event : Event
    texts : Texts

    Returns
    -------
    EventEntry
    """
    text, more = split_lead(_text(event.text, texts))
    return EventEntry(
        id=event.id,
        kind=event.kind,
        date=texts.interval(event.date),
        title=texts.isolate(event.title[texts.language]),
        text=text,
        more=more,
        is_sure=event.certainty != "low",
        figures=_write_figures(event.figures, texts),
        sources=event.sources,
    )


def write_status_period(
    row: Membership | Deployment, state: str, texts: Texts
) -> StatusPeriod:
    """Write a status of a country, or a state of its contingent.

    Parameters
    ----------
    row : Membership or Deployment
    state : str
        The name of the status or state.
    texts : Texts

    Returns
    -------
    StatusPeriod
    """
    return StatusPeriod(
        dates=capitalise(texts.period(row.start, row.end)),
        status=state,
        basis=end_sentence(row.basis[texts.language]),
        is_sure=row.certainty == "high",
        sources=row.sources,
    )


def write_area(area: Area, texts: Texts) -> DatedRecord:
    """Write a disputed area."""
    return _write_dated(area, area.name[texts.language], texts)


def write_line(line: Line, texts: Texts) -> DatedRecord:
    """Write a line that is on the map for some time."""
    return _write_dated(line, line.name[texts.language], texts)


def write_object(row: GuardedObject, texts: Texts) -> DatedRecord:
    """Write a guarded object with its guards and its period."""
    return _write_dated(row, name_object(row, texts), texts)


def name_object(row: GuardedObject, texts: Texts) -> str:
    """Name a guarded object and who guarded it."""
    guards = texts.join(texts.gettext(", "), map(texts.territory, row.guards))
    who = guards or texts.gettext("contingent not named")
    return f"{texts.isolate(row.name[texts.language])} ({who})"


def write_route(
    row: Movement, places: Mapping[str, Place], texts: Texts
) -> DatedRecord:
    """Write a movement of a contingent: who, by way of which places, when and how.

    Parameters
    ----------
    row : Movement
    places : mapping of Place
        The gazetteer, with every stop of the row.
    texts : Texts
    """
    way = texts.join(
        texts.gettext(" to "), (texts.pick(places[n].names) for n in row.stops)
    )
    mode = texts.gettext("by road") if row.mode == "road" else texts.gettext("by air")
    return DatedRecord(
        name=f"{texts.territory(row.contingent)}: {way}",
        dates=f"{texts.interval(row.date)}{texts.gettext(', ')}{mode}",
        basis=end_sentence(_text(row.note, texts)),
        is_sure=row.certainty != "low",
        sources=row.sources,
    )


def list_border_parts(
    spec: MapSpec, lengths: Mapping[str, float], texts: Texts
) -> tuple[BorderPart, ...]:
    """List the parts of the border that a map is about.

    Parameters
    ----------
    spec : MapSpec
    lengths : mapping of float
        In kilometres, by part.
    texts : Texts

    Returns
    -------
    tuple of BorderPart
        Empty if the map is about no border.
    """
    if spec.border is None:
        return ()
    return tuple(
        BorderPart(part, texts.pick(names), texts.kilometres(lengths[part], digits=1))
        for part, names in spec.border.parts.items()
    )


def find_event(dataset: Dataset, name: str | None) -> Event | None:
    """Return the event with this id; None if no id is given."""
    return next((event for event in dataset.events if event.id == name), None)


def _write_dated(
    row: Area | Line | GuardedObject, name: str, texts: Texts
) -> DatedRecord:
    return DatedRecord(
        name=name,
        dates=texts.period(row.start, row.end),
        basis=end_sentence(_text(row.note, texts)),
        is_sure=row.certainty != "low",
        sources=row.sources,
    )


def _write_figures(figures: Sequence[Figure], texts: Texts) -> tuple[FigureEntry, ...]:
    counts = Counter(_name_measure(figure) for figure in figures)
    return tuple(
        _write_figure(
            figure, texts, is_plotted=counts[_name_measure(figure)] >= PLOTTED
        )
        for figure in figures
    )


def _write_figure(figure: Figure, texts: Texts, *, is_plotted: bool) -> FigureEntry:
    entry = FigureEntry(
        value=figure.value[texts.language],
        by=figure.by[texts.language],
        note=_text(figure.note, texts),
        sources=figure.sources,
    )
    measure = _name_measure(figure)
    if not (is_plotted and measure):
        return entry
    ends = ("" if end is None else f"{end:g}" for end in (figure.low, figure.high))
    return replace(entry, scale=";".join((*ends, measure)))


def _name_measure(figure: Figure) -> str:
    """Name what a figure counts, and on which side; empty if it is no plain number."""
    return f"{figure.measure} {figure.side or ''}".strip() if figure.measure else ""


def split_lead(text: str) -> tuple[str, str]:
    """Split a text after its first sentence.

    A full stop ends a sentence if a capital, an Arabic letter or a quotation mark
    follows it, and no single letter or number stands before it (``U.S.``, ``No. 3``).

    Examples
    --------
    >>> split_lead("It met in No. 3. Nobody came. It ended.")
    ('It met in No. 3.', 'Nobody came. It ended.')
    >>> split_lead("It met")
    ('It met', '')
    """
    for found in SENTENCE_END.finditer(text):
        lead = text[: found.start()].rstrip()
        last_word = lead.rstrip(".!?؟").rsplit(" ", 1)[-1]
        if len(last_word) > 2 or last_word.isdigit():
            return lead, text[found.end() :].strip()
    return text, ""


def _text(text: Text | None, texts: Texts) -> str:
    return text[texts.language] if text else ""
