"""The joined tables that a reader can download."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from events.records import Dataset, Event
from geodata.places import Place
from maps.calls import wait_days
from maps.coverage import Finding

# A spreadsheet takes a cell that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export_data(
    dataset: Dataset, places: Mapping[str, Place], findings: Mapping[str, Finding]
) -> dict[str, str]:
    """Write the tables.

    Parameters
    ----------
    dataset : Dataset
    places : mapping of Place
    findings : mapping of Finding

    Returns
    -------
    dict of str
        CSV by path relative to the output: ``data/events.csv`` has a row for each place
        of each event, ``data/requests.csv`` one for each call for help.
    """
    events = sorted(dataset.events, key=lambda event: (event.date.start, event.id))
    return {
        "data/events.csv": _write(
            [
                *("event", "kind", "date", "place", "lat", "lon", "precision"),
                *("radius_km", "territory", "disputed_area", "border_km", "covered"),
                *(f"status_{o.id}" for o in dataset.organisations),
                "title",
            ],
            (
                row
                for event in events
                for row in _event(event, dataset, places, findings)
            ),
        ),
        "data/requests.csv": _write(
            [
                *("event", "date", "by", "status", "to", "article", "made"),
                *("answered", "days_min", "days_max", "troops", "title"),
            ],
            (_request(event, dataset, findings) for event in events if event.request),
        ),
    }


def _event(
    event: Event,
    dataset: Dataset,
    places: Mapping[str, Place],
    findings: Mapping[str, Finding],
) -> Iterable[Sequence[object]]:
    title = event.title[dataset.meta.languages[0]]
    finding = findings.get(event.id)
    head = [event.id, event.kind, event.date.text]
    if finding is None:
        yield [*head, *[""] * (9 + len(dataset.organisations)), title]
        return
    held = [_held(finding.statuses.get(o.id, {})) for o in dataset.organisations]
    for spot in finding.spots:
        place = places[spot.place]
        km = "" if spot.border_km is None else f"{spot.border_km:.1f}"
        yield [
            *(*head, place.id, place.lat, place.lon, place.precision),
            *(place.radius_km, " ".join(spot.codes), spot.area, km, finding.answer),
            *(*held, title),
        ]


def _held(statuses: Mapping[str, tuple[str, ...]]) -> str:
    return " ".join(f"{code}:{'/'.join(held)}" for code, held in statuses.items())


def _request(
    event: Event, dataset: Dataset, findings: Mapping[str, Finding]
) -> Sequence[object]:
    request = event.request
    if request is None:
        raise ValueError(f"{event.id} is no call for help")
    finding = findings.get(event.id)
    held = finding.statuses.get(dataset.meta.organisation, {}) if finding else {}
    days = wait_days(event.date, request.answered) if request.answered else ("", "")
    return [
        *(event.id, event.date.text, request.by, "/".join(held.get(request.by, ()))),
        *(" ".join(request.to), request.article or "", _yes(request.made)),
        request.answered.text if request.answered else "",
        *(*days, _yes(request.troops), event.title[dataset.meta.languages[0]]),
    ]


def _yes(claim: bool) -> str:
    return "yes" if claim else "no"


def _write(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return file.getvalue()


def _cell(value: object) -> object:
    """Keep a text from being run as a formula, and in one row; numbers stay numbers."""
    if not isinstance(value, str):
        return value
    mark = "'" if value.startswith(FORMULA) else ""
    return mark + value.replace("\r", " ")  # the writer would not quote it
