"""Requests for help: who asked whom, with which status, and what followed when."""

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
class HelpRequest:
    """One row of the requests table; `status` and `wait` are derived.

    Attributes
    ----------
    event, date, title : str
    by, status : str
        Who asked, and its status in the organisation that day.
    to : str
    article : str
        Of the treaty; empty if none was named.
    answer, answered, wait : str
        The first dated answer, its date, and the time that it took.
    came : str
        What followed.
    claimed : str
        What an article says instead; empty if it says the same.
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


@dataclass(frozen=True)
class RequestTable:
    """The table of requests for help.

    Attributes
    ----------
    rows : tuple of HelpRequest
        By date.
    article : str
        What an article of the treaty is called that requests are made under.
    has_articles : bool
        Whether a request names an article.
    has_claims : bool
        Whether the data set has claims of an article to compare with.
    """

    rows: tuple[HelpRequest, ...]
    article: str
    has_articles: bool
    has_claims: bool


def write_requests(
    events: Iterable[Event],
    dataset: Dataset,
    findings: Mapping[str, Finding],
    texts: Texts,
) -> RequestTable:
    """Write the table of the requests for help among some events.

    Parameters
    ----------
    events : iterable of Event
    dataset : Dataset
    findings : mapping of Finding
        Of all events with a place, by id.
    texts : Texts

    Returns
    -------
    RequestTable
    """
    made = [(event, event.request) for event in events if event.request]
    by_date = sorted(made, key=lambda pair: pair[0].date.start)
    rows = tuple(
        _write(event, request, dataset, findings, texts) for event, request in by_date
    )
    protection = dataset.meta.protection
    return RequestTable(
        rows=rows,
        article=texts.pick(protection.article)
        if protection
        else texts.gettext("Article"),
        has_articles=any(row.article for row in rows),
        has_claims=bool(dataset.claims),
    )


def _write(
    event: Event,
    request: Request,
    dataset: Dataset,
    findings: Mapping[str, Finding],
    texts: Texts,
) -> HelpRequest:
    language = texts.language
    labels = name_statuses(dataset, texts)
    held = held_that_day(event, findings.get(event.id), dataset)
    short = {o.id: o.short[language] for o in dataset.organisations}
    return HelpRequest(
        event=event.id,
        date=texts.interval(event.date),
        title=event.title[language],
        by=texts.territory(request.by),
        status=texts.join(
            texts.gettext(", "), (labels[s] for s in held.get(request.by, ()))
        ),
        to=texts.join(
            texts.gettext(", "),
            (short.get(name) or texts.territory(name) for name in request.to),
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
