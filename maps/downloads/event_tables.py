"""Tables of events and calls for help, with what the joins say of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from csto_atlas.events.fields import Certainty, EventKind
from csto_atlas.events.records import Dataset, Event, Organisation
from csto_atlas.geodata.places import Place
from csto_atlas.maps.downloads.names import Names
from csto_atlas.maps.downloads.tables import (
    CODE,
    REQUIRED,
    SOURCES,
    CellValue,
    Field,
    Table,
    in_english,
)
from csto_atlas.maps.joins.event_coverage import (
    Answer,
    Finding,
    Spot,
    held_that_day,
    statuses_that_day,
)
from csto_atlas.maps.joins.waiting import wait_days

UNIQUE = {"required": True, "unique": True}
CERTAINTY = Field(
    "certainty",
    "high: two publishers or a primary text; medium: one source; low: in conflict",
    constraints={"required": True, "enum": list(get_args(Certainty))},
)
POINT = (
    Field("lat", "degrees north", "number", {"minimum": -90, "maximum": 90}),
    Field("lon", "degrees east", "number", {"minimum": -180, "maximum": 180}),
    Field(
        "precision",
        "how exact the point is",
        constraints={"enum": ["exact", "approximate"]},
    ),
    Field("radius_km", "how far off the point may be", "number", {"minimum": 0}),
)
JOINED = (
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


def make_tables(names: Names, findings: Mapping[str, Finding]) -> tuple[Table, Table]:
    """Make the joined tables.

    Parameters
    ----------
    names : Names
        Of a data set.
    findings : mapping of Finding

    Returns
    -------
    tuple of Table
        ``events`` has a row for each place of each event, ``requests`` one for each
        call for help; both in order of time.
    """
    events = in_order(names.dataset)
    return (
        Table(
            "events",
            _event_fields(names),
            [row for event in events for row in _event(event, names, findings)],
        ),
        Table(
            "requests",
            _request_fields(names),
            [_request(event, names, findings) for event in events if event.request],
            key=("event",),
        ),
    )


def in_order(dataset: Dataset) -> list[Event]:
    """Return the events in order of time."""
    return sorted(dataset.events, key=lambda event: (event.date.start, event.id))


def _event_fields(names: Names) -> list[Field]:
    return [
        Field("event", "id of the event", constraints=REQUIRED),
        Field(
            "kind",
            "what kind of event",
            constraints={"required": True, "enum": list(get_args(EventKind))},
        ),
        *names.fields("kind", "what kind of event, in words"),
        Field("date", "date (EDTF)", "edtf", REQUIRED),
        Field("place", "id of the place"),
        *names.fields("place", "name of the place"),
        *POINT,
        Field("territory", "codes of the territory it lies in, several if not certain"),
        *names.fields("territory", "names of the territory"),
        *JOINED,
        *_status_fields(names.dataset),
        Field("countries", "codes of the states that it is about"),
        *names.fields("countries", "names of these states"),
        CERTAINTY,
        *names.fields("title", "one sentence"),
        *names.fields("headline", "a few words, if it may be a headline"),
        *names.fields("holds", "what is so from then on, in a few words"),
        *names.fields("text", "what is known of it"),
        SOURCES,
    ]


def _status_fields(dataset: Dataset) -> Iterator[Field]:
    for o in _joined(dataset):
        about = f"statuses in {in_english(o.name)} that day by code; ?: may be later"
        yield Field(f"status_{o.id}", about)


def _request_fields(names: Names) -> list[Field]:
    return [
        Field("event", "id of the event", constraints=UNIQUE),
        Field("date", "date (EDTF)", "edtf", REQUIRED),
        Field("by", "code of the state that asked", constraints=REQUIRED | CODE),
        *names.fields("by", "its name"),
        Field("status", "its statuses in the organisation that day"),
        Field("to", "codes and organisations that were asked"),
        *names.fields("to", "their names"),
        Field("article", "article that was invoked", "integer", {"minimum": 1}),
        Field("made", "no: only an article says so", "boolean", REQUIRED),
        Field("answered", "date of the first answer (EDTF)", "edtf"),
        Field("days_min", "least days of waiting", "integer", {"minimum": 0}),
        Field("days_max", "most days of waiting", "integer", {"minimum": 0}),
        Field("troops", "whether troops came", "boolean", REQUIRED),
        CERTAINTY,
        *names.fields("title", "one sentence"),
        *names.fields("answer", "what was answered"),
        *names.fields("came", "what came of it"),
        *names.fields("claimed", "what an article says, if not the same"),
        SOURCES,
    ]


def _event(
    event: Event, names: Names, findings: Mapping[str, Finding]
) -> Iterator[Sequence[CellValue]]:
    head = [event.id, event.kind, *names.of_kind(event.kind), event.date.text]
    tail = [
        *(" ".join(event.countries), *names.of_states(event.countries)),
        *(event.certainty, *names.of_text(event.title)),
        *(*names.of_text(event.headline), *names.of_text(event.holds)),
        *names.of_text(event.text),
        " ".join(event.sources),
    ]
    finding = findings.get(event.id)
    statuses = statuses_that_day(event, finding, names.dataset)
    held = [_held(statuses.get(o.id, {})) for o in _joined(names.dataset)]
    if finding is None:
        empty = len(_event_fields(names)) - len(head) - len(held) - len(tail)
        yield [*head, *[None] * empty, *held, *tail]
        return
    doubted = " ".join(dict.fromkeys(row.code for row in finding.doubts))
    for spot in finding.spots:
        yield [*head, *_spot(spot, names), finding.answer, doubted, *held, *tail]


def _spot(spot: Spot, names: Names) -> Iterator[CellValue]:
    """Go through the cells of a place and of what the joins say of it."""
    place: Place = names.places[spot.place]
    yield from (place.id, *names.of_places([place.id]))
    yield from (place.lat, place.lon, place.precision, place.radius_km)
    yield from (" ".join(spot.codes), *names.of_states(spot.codes), spot.area)
    yield None if spot.border_km is None else round(spot.border_km, 1)


def _joined(dataset: Dataset) -> list[Organisation]:
    """List the organisations in which no status means that a state had none."""
    told = {row.organisation for row in dataset.memberships}
    return [o for o in dataset.organisations if o.id in told and not o.incomplete]


def _held(statuses: Mapping[str, tuple[str, ...]]) -> str:
    return " ".join(f"{code}:{'/'.join(held)}" for code, held in statuses.items())


def _request(
    event: Event, names: Names, findings: Mapping[str, Finding]
) -> Sequence[CellValue]:
    request = event.request
    if request is None:
        raise ValueError(f"{event.id} is no call for help")
    held = held_that_day(event, findings.get(event.id), names.dataset)
    answered = request.answered
    least, most = wait_days(event.date, answered) if answered else (None, None)
    return [
        *(event.id, event.date.text, request.by, *names.of_states([request.by])),
        *("/".join(held.get(request.by, ())), " ".join(request.to)),
        *(*names.of_states(request.to), request.article, yes(request.made)),
        answered.text if answered else None,
        *(least, most, yes(request.troops), event.certainty),
        *(*names.of_text(event.title), *names.of_text(request.answer)),
        *(*names.of_text(request.came), *names.of_text(request.claimed)),
        " ".join(event.sources),
    ]


def yes(claim: bool) -> str:
    """Write a boolean as the tables do."""
    return "yes" if claim else "no"
