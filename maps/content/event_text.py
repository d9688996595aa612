"""Events as text: their dates, titles and figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from csto_atlas.events.fields import Text
from csto_atlas.events.records import Dataset, Event, Figure
from csto_atlas.maps.i18n.texts import Texts

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


def find_event(dataset: Dataset, name: str | None) -> Event | None:
    """Return the event with this id; None if no id is given."""
    return next((event for event in dataset.events if event.id == name), None)


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
    >>> split_lead("It met in the U.S. Embassy. It ended.")
    ('It met in the U.S. Embassy.', 'It ended.')
    >>> split_lead("It met")
    ('It met', '')
    """
    for found in SENTENCE_END.finditer(text):
        lead = text[: found.start()].rstrip()
        last_word = re.split("[ .]", lead.rstrip(".!?؟"))[-1]
        if len(last_word) > 2 or last_word.isdigit():
            return lead, text[found.end() :].strip()
    return text, ""


def _text(text: Text | None, texts: Texts) -> str:
    return text[texts.language] if text else ""
