"""Events joined in space and time: on whose ground, and protected or not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import geopandas as gpd
import numpy as np

from csto_atlas.events.dates import Interval, overlaps
from csto_atlas.events.records import Area, Dataset, Event, Membership
from csto_atlas.geodata.borders import distances_km
from csto_atlas.geodata.ground import territories_at
from csto_atlas.geodata.places import Place
from csto_atlas.maps.joins.records import places_of
from csto_atlas.maps.joins.terrain import Terrain

Answer = Literal["covered", "not-covered", "partly", "undecided"]
NEAR_KM = 200.0  # farther from the border, the distance tells nothing
UNSURE = "?"  # after a status that may not yet have begun


@dataclass(frozen=True)
class Spot:
    """A place of an event on the day of the event.

    Attributes
    ----------
    place : str
    codes : tuple of str
        The territory it is in; several where the place is not exact enough to tell.
    area : str
        The disputed area that it lay in on that date; nothing if in none.
    border_km : float or None
        Distance from the border that the map is about; None if far from it.
    """

    place: str
    codes: tuple[str, ...]
    area: str
    border_km: float | None


@dataclass(frozen=True)
class Finding:
    """What the joins say of an event.

    Attributes
    ----------
    event : str
    spots : tuple of Spot
        The event's own place first.
    statuses : mapping of mapping of tuple of str
        By organisation, then by code: every status held on any day of the event, in
        order of time. Of the countries involved and of those it happened in. One with
        an open start is followed by ``?`` before the day by which it had begun.
    answer : str
        Of the places that are certain: ``covered`` if all lay on the ground of states
        that were protected on every day of the event, ``not-covered`` if none
        did, ``partly`` if some did; ``undecided`` if no place is certain.
    doubts : tuple of Membership
        What keeps places undecided: the statuses of their states that are themselves
        not of high certainty.
    """

    event: str
    spots: tuple[Spot, ...]
    statuses: Mapping[str, Mapping[str, tuple[str, ...]]]
    answer: Answer
    doubts: tuple[Membership, ...] = ()


def find_all(
    dataset: Dataset, places: Mapping[str, Place], terrain: Terrain
) -> dict[str, Finding]:
    """Join every event that has a place.

    Parameters
    ----------
    dataset : Dataset
    places : mapping of Place
    terrain : Terrain

    Returns
    -------
    dict of Finding
        By the event's id.
    """
    pairs = [(event, name) for event in dataset.events for name in places_of(event)]
    spots: dict[str, list[Spot]] = {}
    named = [places[name] for _, name in pairs]
    dates = [event.date for event, _ in pairs]
    for (event, _), spot in zip(
        pairs, locate(named, dates, dataset.areas, terrain), strict=True
    ):
        spots.setdefault(event.id, []).append(spot)
    protected = {status.id for status in dataset.statuses if status.protected}
    main = dataset.meta.organisation
    uncertain = [
        row
        for row in dataset.memberships
        if row.organisation == main and row.certainty != "high"
    ]
    findings = {}
    for event in dataset.events:
        if event.id in spots:
            found = tuple(spots[event.id])
            codes = {code for spot in found for code in spot.codes} | {*event.countries}
            statuses = list_statuses(dataset.memberships, sorted(codes), event.date)
            doubts = _doubts(uncertain, found, event.date)
            doubted = {row.code for row in doubts}
            answer = decide(found, statuses.get(main, {}), protected, doubted)
            findings[event.id] = Finding(event.id, found, statuses, answer, doubts)
    return findings


def _doubts(
    uncertain: Iterable[Membership], spots: Iterable[Spot], when: Interval
) -> tuple[Membership, ...]:
    """Return the uncertain statuses that the states of some places held."""
    codes = {code for spot in spots for code in spot.codes}
    return tuple(
        row for row in uncertain if row.code in codes and overlaps(row.period, when)
    )


def statuses_that_day(
    event: Event, finding: Finding | None, dataset: Dataset
) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return the statuses of the states of an event.

    Parameters
    ----------
    event : Event
    finding : Finding or None
        Of the event; None if it has no place. Then only the countries involved count.
    dataset : Dataset

    Returns
    -------
    mapping of mapping of tuple of str
        By organisation, then by code, as in `Finding.statuses`.
    """
    if finding:
        return finding.statuses
    return list_statuses(dataset.memberships, sorted(event.countries), event.date)


def held_that_day(
    event: Event, finding: Finding | None, dataset: Dataset
) -> Mapping[str, tuple[str, ...]]:
    """Return what states were in the organisation that the data set is about.

    Parameters
    ----------
    event : Event
    finding : Finding or None
        Of the event; None if it has no place.
    dataset : Dataset

    Returns
    -------
    mapping of tuple of str
        By code.
    """
    held = statuses_that_day(event, finding, dataset)
    return held.get(dataset.meta.organisation, {})


def locate(
    places: Sequence[Place],
    dates: Sequence[Interval],
    areas: Iterable[Area],
    terrain: Terrain,
) -> list[Spot]:
    """Find out on whose ground places lay on some dates.

    Parameters
    ----------
    places : sequence of Place
    dates : sequence of Interval
        One for each place.
    areas : iterable of Area
        Dated.
    terrain : Terrain

    Returns
    -------
    list of Spot
        Where the gazetteer and the boundaries name different states, both stand: an
        exclave without a known outline is in neither for certain.
    """
    if not places:
        return []
    points = gpd.GeoSeries([place.point for place in places], crs=4326)
    radius = np.array([place.radius_km for place in places])
    within = areas_at(points, dates, areas, terrain.outlines)
    away: Sequence[float] = (
        [np.inf] * len(places)
        if terrain.border.is_empty
        else distances_km(points, terrain.border).tolist()
    )
    return [
        Spot(
            place.id,
            tuple(sorted({*codes, place.code})),
            area,
            km if km <= NEAR_KM else None,
        )
        for place, codes, area, km in zip(
            places,
            territories_at(points, radius, terrain.grounds),
            within,
            away,
            strict=True,
        )
    ]


def areas_at(
    points: gpd.GeoSeries,
    dates: Sequence[Interval],
    areas: Iterable[Area],
    outlines: gpd.GeoDataFrame,
) -> list[str]:
    """Name the area that each point lay in on its date: the one disputed last.

    Parameters
    ----------
    points : GeoSeries of Point
        In degrees, indexed 0, 1, 2 ...
    dates : sequence of Interval
        The date of each point.
    areas : iterable of Area
        Dated rows of the areas.
    outlines : GeoDataFrame
        Column ``area`` and geometry, in degrees.

    Returns
    -------
    list of str
        Empty where a point lay in no area.
    """
    frame = gpd.GeoDataFrame(geometry=points)
    joined = gpd.sjoin(frame, outlines[["area", "geometry"]], predicate="within")
    rows = sorted(areas, key=lambda row: row.period.start)
    found = [""] * len(points)
    for index, name in zip(joined.index, joined["area"], strict=True):
        for row in rows:
            if row.area == name and overlaps(row.period, dates[index]):
                found[index] = name
    return found


def list_statuses(
    memberships: Iterable[Membership], codes: Sequence[str], when: Interval
) -> dict[str, dict[str, tuple[str, ...]]]:
    """List the statuses that states held on any day of an interval.

    Parameters
    ----------
    memberships : iterable of Membership
    codes : sequence of str
    when : Interval

    Returns
    -------
    dict of dict of tuple of str
        By organisation and code, in order of time; states without one are left out. A
        status with an open start is followed by ``?`` before the day by which it had
        begun.
    """
    held: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in sorted(memberships, key=lambda row: row.period.start):
        if row.code in codes and overlaps(row.period, when):
            sign = "" if is_sure(row, when) else UNSURE
            by_code = held.setdefault(row.organisation, {})
            by_code[row.code] = (*by_code.get(row.code, ()), f"{row.status}{sign}")
    return held


def is_sure(row: Membership, when: Interval) -> bool:
    """Return whether a status had begun by then, as far as an open start tells."""
    return not (row.known_by and when.end and when.end <= row.known_by)


def decide(
    spots: Iterable[Spot],
    statuses: Mapping[str, tuple[str, ...]],
    protected: Iterable[str],
    doubted: Collection[str] = (),
) -> Answer:
    """Tell whether the places of an event were under the organisation's protection.

    Parameters
    ----------
    spots : iterable of Spot
    statuses : mapping of tuple of str
        What each state was in the organisation on the days of the event.
    protected : iterable of str
        Statuses that are protected.
    doubted : collection of str
        Codes of the states whose status that day is not certain.

    Returns
    -------
    str

    Examples
    --------
    >>> jermuk = Spot("jermuk", ("ARM",), "", 12.2)
    >>> shusha = Spot("shusha", ("AZE",), "karabakh-1994", 26.2)
    >>> held = {"ARM": ("member",), "AZE": ("lapsed",)}
    >>> decide([jermuk], held, ["member"]), decide([shusha], held, ["member"])
    ('covered', 'not-covered')
    >>> decide([jermuk, shusha], held, ["member"])
    'partly'
    """
    kinds = frozenset(protected)
    sure = {
        answer
        for spot in spots
        if not {*spot.codes} & {*doubted}
        and (answer := _certain(spot, statuses, kinds))
    }
    if len(sure) == 2:
        return "partly"
    return sure.pop() if sure else "undecided"


def _certain(
    spot: Spot, statuses: Mapping[str, tuple[str, ...]], protected: frozenset[str]
) -> Answer | None:
    held = {s for code in spot.codes for s in statuses.get(code, ("",))}
    answers = {status in protected for status in held}
    if len(answers) != 1 or any(status.endswith(UNSURE) for status in held):
        return None
    return "covered" if answers.pop() else "not-covered"
