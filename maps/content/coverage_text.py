"""The coverage of an event, found by the joins in time and space, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from csto_atlas.events.dates import overlaps
from csto_atlas.events.records import Dataset, Event, Membership
from csto_atlas.geodata.places import Place
from csto_atlas.maps.i18n.names import name_statuses
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.joins.event_coverage import UNSURE, Finding, Spot, is_sure


@dataclass(frozen=True)
class CoverageText:
    """Where an event happened, the statuses that day, and whether it was covered.

    Attributes
    ----------
    answer, sentence : str
        The answer as a word, and as a sentence of the data set; that is empty without
        a rule of coverage.
    places : tuple of str
        A line for each territory, with the places of the event in it.
    statuses : str
        The statuses of the states involved that day.
    doubts : tuple of str
        Why the statuses of states are not certain, a line for each.
    """

    answer: str
    sentence: str
    places: tuple[str, ...]
    statuses: str
    doubts: tuple[str, ...]


def write_coverage(
    event: Event,
    finding: Finding,
    dataset: Dataset,
    places: Mapping[str, Place],
    texts: Texts,
) -> CoverageText:
    """Write the coverage of an event.

    Parameters
    ----------
    event : Event
    finding : Finding
        Of that event.
    dataset : Dataset
    places : mapping of Place
    texts : Texts

    Returns
    -------
    CoverageText
    """
    names = {row.area: row.name[texts.language] for row in dataset.areas}
    twice = _find_twice_named(event, dataset)
    groups: dict[tuple[tuple[str, ...], str, bool], list[Spot]] = {}
    for spot in finding.spots:
        key = (spot.codes, spot.area, spot.border_km is not None)
        groups.setdefault(key, []).append(spot)
    return CoverageText(
        answer=finding.answer,
        sentence=_pick_answer(finding, dataset, texts),
        places=tuple(
            _write_places(spots, codes, names.get(area, ""), places, twice, texts)
            for (codes, area, _), spots in groups.items()
        ),
        statuses=_statuses(event, finding, dataset, texts),
        doubts=tuple(_write_doubt(row, texts) for row in finding.doubts),
    )


def _write_doubt(row: Membership, texts: Texts) -> str:
    form = texts.gettext("The status of {country} that day is not certain: {basis}")
    country, basis = texts.territory(row.code), texts.pick(row.basis)
    return texts.fill(form, country=country, basis=basis)


def _pick_answer(finding: Finding, dataset: Dataset, texts: Texts) -> str:
    protection = dataset.meta.protection
    if protection is None:
        return ""
    answer = finding.answer.replace("-", "_")
    return texts.pick(getattr(protection.answers, answer))


def _write_places(
    spots: Iterable[Spot],
    codes: tuple[str, ...],
    area: str,
    places: Mapping[str, Place],
    twice: Collection[str],
    texts: Texts,
) -> str:
    rows = list(spots)
    if len(codes) > 1:
        form = texts.gettext("Not certain whether in {countries}: {places}")
    elif rows[0].border_km is None:
        form = texts.gettext("On the territory of {countries}: {places}")
    else:
        form = texts.gettext("In {countries}; distance from the border: {places}")
    names = [_name(spot, len(codes) == 1, places, twice, texts) for spot in rows]
    countries = texts.join(texts.gettext(" or "), map(texts.territory, codes))
    line = texts.fill(
        form, countries=countries, places=texts.join(texts.gettext(", "), names)
    )
    if not area:
        return line
    disputed = texts.gettext("Disputed that day")
    return f"{line}. {disputed}: {texts.isolate(area)}"


def _find_twice_named(event: Event, dataset: Dataset) -> Collection[str]:
    """Return the places that are named by both names in what is said of an event."""
    rule = dataset.meta.both_names
    return rule.places if rule and event.date.start <= rule.until else ()


def _name(
    spot: Spot,
    is_sure: bool,
    places: Mapping[str, Place],
    twice: Collection[str],
    texts: Texts,
) -> str:
    place = places[spot.place]
    name, other = texts.pick(place.names), place.other_names.get(texts.language)
    if other and spot.place in twice:
        name = f"{texts.isolate(name)} / {texts.isolate(other)}"
    if spot.border_km is None or not is_sure:
        return name
    return f"{texts.isolate(name)} ({texts.kilometres(spot.border_km)})"


def _statuses(event: Event, finding: Finding, dataset: Dataset, texts: Texts) -> str:
    labels = name_statuses(dataset, texts)
    here = dict.fromkeys(code for spot in finding.spots for code in spot.codes)
    codes = [*here, *(code for code in event.countries if code not in here)]
    held = [
        f"{texts.isolate(texts.territory(row.code))}: {labels[row.status]}"
        f"{'' if is_sure(row, event.date) else UNSURE} ({texts.since(row.start.text)})"
        for code in codes
        for row in _held(dataset, code, event)
    ]
    return texts.join(texts.gettext("; "), held)


def _held(dataset: Dataset, code: str, event: Event) -> list[Membership]:
    main = dataset.meta.organisation
    return [
        row
        for row in dataset.memberships
        if row.organisation == main
        and row.code == code
        and overlaps(row.period, event.date)
    ]
