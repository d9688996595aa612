"""Records as text: statuses, areas, lines, routes and guarded objects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from csto_atlas.events.records import (
    Area,
    Deployment,
    GuardedObject,
    Line,
    Membership,
    Movement,
)
from csto_atlas.geodata.places import Place
from csto_atlas.maps.i18n.texts import Texts, capitalise, end_sentence
from csto_atlas.maps.spec.model import MapSpec


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
        basis=end_sentence(row.note[texts.language] if row.note else ""),
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


def _write_dated(
    row: Area | Line | GuardedObject, name: str, texts: Texts
) -> DatedRecord:
    return DatedRecord(
        name=name,
        dates=texts.period(row.start, row.end),
        basis=end_sentence(row.note[texts.language] if row.note else ""),
        is_sure=row.certainty != "low",
        sources=row.sources,
    )
