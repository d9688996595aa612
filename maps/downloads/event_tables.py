"""Tables of events and calls for help, with what the joins say of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from csto_atlas.events.fields import EventKind
from csto_atlas.events.records import Dataset, Event, Organisation
from csto_atlas.geodata.places import Place
from csto_atlas.maps.downloads.tables import (
    CODE,
    REQUIRED,
    CellValue,
    Field,
    Table,
    in_english,
)
from csto_atlas.maps.joins.event_coverage import Answer, Finding, held_that_day
from csto_atlas.maps.joins.waiting import wait_days

UNIQUE = {"required": True, "unique": True}
PLACED = (
    Field("place", "id of the place"),
    Field("lat", "degrees north", "number", {"minimum": -90, "maximum": 90}),
    Field("lon", "degrees east", "number", {"minimum": -180, "maximum": 180}),
    Field(
        "precision",
        "how exact the point is",
        constraints={"enum": ["exact", "approximate"]},
    ),
    Field("radius_km", "how far off the point may be", "number", {"minimum": 0}),
    Field("territory", "codes of the territory it lies in, several if not certain"),
    Field("disputed_area", "disputed area it lay in on that date"),
    Field(
        "border_km",
        "kilometres from the border of the map, if near it",
        "number",
        {"minimum": 0},
    ),
    Field(
        "covered",
        "whether the organisation's protection covered the place that day",
        constraints={"enum": list(get_args(Answer))},
    ),
    Field("doubted", "codes of states there whose status that day is not certain"),
)


def make_tables(
    dataset: Dataset, places: Mapping[str, Place], findings: Mapping[str, Finding]
) -> tuple[Table, Table]:
    """Make the joined tables.

    Parameters
    ----------
    dataset : Dataset
    places : mapping of Place
    findings : mapping of Finding

    Returns
    -------
    tuple of Table
        ``events`` has a row for each place of each event, ``requests`` one for each
        call for help; both in order of time.
    """
    events = sorted(dataset.events, key=lambda event: (event.date.start, event.id))
    return (
        Table(
            "events",
            _event_fields(dataset),
            [row for e in events for row in _event(e, dataset, places, findings)],
        ),
        Table(
            "requests",
            _request_fields(),
            [_request(event, dataset, findings) for event in events if event.request],
            key=("event",),
        ),
    )


def _event_fields(dataset: Dataset) -> list[Field]:
    return [
        Field("event", "id of the event", constraints=REQUIRED),
        Field(
            "kind",
            "what kind of event",
            constraints={"required": True, "enum": list(get_args(EventKind))},
        ),
        Field("date", "date (EDTF)", "edtf", REQUIRED),
        *PLACED,
        *(
            Field(
                f"status_{o.id}",
                f"statuses in {in_english(o.name)} that day by code; ?: may be later",
            )
            for o in _joined(dataset)
        ),
        Field("title", "one sentence", constraints=REQUIRED),
    ]


def _request_fields() -> list[Field]:
    return [
        Field("event", "id of the event", constraints=UNIQUE),
        Field("date", "date (EDTF)", "edtf", REQUIRED),
        Field("by", "code of the state that asked", constraints=REQUIRED | CODE),
        Field("status", "its statuses in the organisation that day"),
        Field("to", "codes and organisations that were asked"),
        Field("article", "article that was invoked", "integer", {"minimum": 1}),
        Field("made", "no: only an article says so", "boolean", REQUIRED),
        Field("answered", "date of the first answer (EDTF)", "edtf"),
        Field("days_min", "least days of waiting", "integer", {"minimum": 0}),
        Field("days_max", "most days of waiting", "integer", {"minimum": 0}),
        Field("troops", "whether troops came", "boolean", REQUIRED),
        Field("title", "one sentence", constraints=REQUIRED),
    ]


def _event(
    event: Event,
    dataset: Dataset,
    places: Mapping[str, Place],
    findings: Mapping[str, Finding],
) -> Iterator[Sequence[CellValue]]:
    title = event.title[dataset.meta.languages[0]]
    finding = findings.get(event.id)
    head: list[CellValue] = [event.id, event.kind, event.date.text]
    if finding is None:
        yield [*head, *[None] * (len(PLACED) + len(_joined(dataset))), title]
        return
    held = [_held(finding.statuses.get(o.id, {})) for o in _joined(dataset)]
    doubted = " ".join(dict.fromkeys(row.code for row in finding.doubts))
    for spot in finding.spots:
        place = places[spot.place]
        km = None if spot.border_km is None else round(spot.border_km, 1)
        yield [
            *(*head, place.id, place.lat, place.lon, place.precision),
            *(place.radius_km, " ".join(spot.codes), spot.area, km, finding.answer),
            *(doubted, *held, title),
        ]


def _joined(dataset: Dataset) -> list[Organisation]:
    """List the organisations in which no status means that a state had none."""
    told = {row.organisation for row in dataset.memberships}
    return [o for o in dataset.organisations if o.id in told and not o.incomplete]


def _held(statuses: Mapping[str, tuple[str, ...]]) -> str:
    return " ".join(f"{code}:{'/'.join(held)}" for code, held in statuses.items())


def _request(
    event: Event, dataset: Dataset, findings: Mapping[str, Finding]
) -> Sequence[CellValue]:
    request = event.request
    if request is None:
        raise ValueError(f"{event.id} is no call for help")
    held = held_that_day(findings.get(event.id), dataset)
    answered = request.answered
    least, most = wait_days(event.date, answered) if answered else (None, None)
    return [
        *(event.id, event.date.text, request.by, "/".join(held.get(request.by, ()))),
        *(" ".join(request.to), request.article, _yes(request.made)),
        answered.text if answered else None,
        *(least, most, _yes(request.troops), event.title[dataset.meta.languages[0]]),
    ]


def _yes(claim: bool) -> str:
    return "yes" if claim else "no"
