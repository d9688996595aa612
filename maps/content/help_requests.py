"""Calls for help: who asked whom, as what, and what came of it after how long."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from csto_atlas.events.dates import Interval
from csto_atlas.events.records import Dataset, Event, Request
from csto_atlas.maps.i18n.names import name_statuses
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.joins.event_coverage import Finding, held_that_day
from csto_atlas.maps.joins.waiting import wait_days


@dataclass(frozen=True)
class Call:
    """A call for help as the table has it; computed are `status` and `wait`.

    Attributes
    ----------
    event, date, title : str
    by, status : str
        Who asked, and what it was in the organisation that day.
    to : str
    article : str
        Of the treaty; nothing if none was named.
    answer, answered, wait : str
        The first dated answer, its date, and how long it took.
    came : str
    claimed : str
        What an article says otherwise.
    made, troops : bool
        Whether there was a formal request, and whether troops were sent.
    sources : tuple of str
    """

    event: str
    date: str
    title: str
    by: str
    status: str
    to: str
    article: str
    answer: str
    answered: str
    wait: str
    came: str
    claimed: str
    made: bool
    troops: bool
    sources: tuple[str, ...]


def list_calls(
    events: Iterable[Event],
    dataset: Dataset,
    findings: Mapping[str, Finding],
    texts: Texts,
) -> list[Call]:
    """Put the calls for help among some events into words, in order of time.

    Parameters
    ----------
    events : iterable of Event
    dataset : Dataset
    findings : mapping of Finding
        Of all events with a place.
    texts : Texts

    Returns
    -------
    list of Call
    """
    calls = [(event, event.request) for event in events if event.request]
    ordered = sorted(calls, key=lambda pair: pair[0].date.start)
    return [
        _write(event, request, dataset, findings, texts) for event, request in ordered
    ]


def name_article(dataset: Dataset, texts: Texts) -> str:
    """Say what an article is called that calls for help are made under."""
    protection = dataset.meta.protection
    return texts.pick(protection.article) if protection else texts.gettext("Article")


def _write(
    event: Event,
    request: Request,
    dataset: Dataset,
    findings: Mapping[str, Finding],
    texts: Texts,
) -> Call:
    language = texts.language
    labels = name_statuses(dataset, texts)
    held = held_that_day(findings.get(event.id), dataset)
    short = {o.id: o.short[language] for o in dataset.organisations}
    return Call(
        event=event.id,
        date=texts.interval(event.date),
        title=event.title[language],
        by=texts.territory(request.by),
        status=texts.gettext(", ").join(labels[s] for s in held.get(request.by, ())),
        to=texts.gettext(", ").join(
            short.get(name) or texts.territory(name) for name in request.to
        ),
        article=str(request.article or ""),
        answer=request.answer[language],
        answered=texts.interval(request.answered) if request.answered else "",
        wait=_wait(event.date, request.answered, texts),
        came=request.came[language],
        claimed=request.claimed[language] if request.claimed else "",
        made=request.made,
        troops=request.troops,
        sources=event.sources,
    )


def _wait(asked: Interval, answered: Interval | None, texts: Texts) -> str:
    return texts.days(*wait_days(asked, answered)) if answered else ""
