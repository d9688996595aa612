"""Write the events of a layer as text: one by one, and counted by territory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from csto_atlas.events.records import Dataset
from csto_atlas.maps.i18n.messages import capitalise
from csto_atlas.maps.i18n.names import name_statuses
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.joins.event_coverage import UNSURE
from csto_atlas.maps.layers.model import LayerEvent, LayerOnMap
from csto_atlas.maps.layers.point_symbols import SpotLayer
from csto_atlas.maps.payload.layers import Estimate
from csto_atlas.maps.timeline.ticks import Tick

Estimates = list[tuple[Estimate, str]]


@dataclass(frozen=True)
class LayerEntry:
    """The texts of one event of a layer.

    Attributes
    ----------
    place : int
        Number of its mark.
    first, last : int
        Ticks, both included.
    date, kind, title, text, source : str
    figures : tuple of (str, str)
        Name and number of each estimate of the people killed.
    about : str
        How exact the location is, in which territory it was, and the status of that.
    """

    place: int
    first: int
    last: int
    date: str
    kind: str
    title: str
    text: str
    source: str
    figures: tuple[tuple[str, str], ...]
    about: str


@dataclass(frozen=True)
class GroundRow:
    """The texts of a table row: events by territory and status during one tick.

    Attributes
    ----------
    tick : int
    time, where, events : str
        The tick, the territory with its statuses, and the number of events.
    killed : tuple of str
        One number for each estimate of the layer.
    """

    tick: int
    time: str
    where: str
    events: str
    killed: tuple[str, ...]


def name_estimates(layer: LayerOnMap, texts: Texts) -> Estimates:
    """Name the estimates of people killed that a layer has.

    An estimate is left out if no event has it and all cells count 0.

    Returns
    -------
    list of (str, str)
        Field and name.
    """
    names: Estimates = [
        ("low", texts.gettext("lowest estimate")),
        ("best", texts.gettext("best estimate")),
        ("high", texts.gettext("highest estimate")),
    ]
    tallies = [t for cell in layer.cells for t in cell.tallies.values()]
    return [
        (field, words)
        for field, words in names
        if layer.has_deaths
        if any(getattr(event, field) is not None for event in layer.events)
        or any(getattr(tally, field) for tally in tallies)
    ]


def write_events(
    drawn: SpotLayer, dataset: Dataset, texts: Texts
) -> tuple[LayerEntry, ...]:
    """Write the texts of the events of a layer that have a mark.

    Parameters
    ----------
    drawn : SpotLayer
    dataset : Dataset
    texts : Texts

    Returns
    -------
    tuple of LayerEntry
        In order of time.
    """
    estimates = name_estimates(drawn.layer, texts)
    grounds = _Grounds(dataset, texts)
    return tuple(
        LayerEntry(
            place=drawn.place_of[number],
            first=event.first,
            last=event.last,
            date=_date(event, texts),
            kind=event.kind,
            title=event.title,
            text=event.text,
            source=event.source,
            figures=_figures(event, estimates, texts),
            about=_about(event, grounds, texts),
        )
        for number, event in enumerate(drawn.layer.events)
        if number in drawn.place_of
    )


def write_grounds(
    layer: LayerOnMap, dataset: Dataset, ticks: Sequence[Tick], texts: Texts
) -> tuple[GroundRow, ...]:
    """Write the table of events by tick and territory.

    Parameters
    ----------
    layer : LayerOnMap
    dataset : Dataset
    ticks : sequence of Tick
    texts : Texts

    Returns
    -------
    tuple of GroundRow
        In order of time; within a tick by number of events, the largest first.
    """
    fields = [field for field, _ in name_estimates(layer, texts)]
    grounds = _Grounds(dataset, texts)
    rows = sorted(layer.grounds, key=lambda row: (row.tick, -row.tally.events))
    return tuple(
        GroundRow(
            tick=row.tick,
            time=texts.tick(ticks[row.tick]),
            where=texts.gettext("; ").join(
                grounds.say(row.codes, row.area, row.statuses)
            )
            or texts.gettext("outside any state's territory"),
            events=texts.decimal(row.tally.events),
            killed=tuple(texts.decimal(getattr(row.tally, name)) for name in fields),
        )
        for row in rows
    )


class _Grounds:
    """Write territory, disputed area and statuses of a place on a day."""

    def __init__(self, dataset: Dataset, texts: Texts) -> None:
        self.texts = texts
        self.statuses = name_statuses(dataset, texts)
        self.areas = {row.area: row.name[texts.language] for row in dataset.areas}

    def say(
        self, codes: Sequence[str], area: str, statuses: Sequence[str]
    ) -> list[str]:
        """List the texts of territory, disputed area and statuses, if there are any."""
        gettext = self.texts.gettext
        said = []
        if codes:
            names = map(self.texts.territory, codes)
            said.append(self.texts.join(gettext(" or "), names))
        if area:
            name = self.areas.get(area, area)
            said.append(f"{gettext('Disputed that day')}: {self.texts.isolate(name)}")
        if statuses:
            listed = self.texts.join(gettext(", "), map(self._name, statuses))
            said.append(f"{gettext('That day:')} {listed}")
        return said

    def _name(self, status: str) -> str:
        known = status.removesuffix(UNSURE)
        return self.statuses.get(known, known) + status.removeprefix(known)


def _date(event: LayerEvent, texts: Texts) -> str:
    line = texts.day(event.start)
    if event.end != event.start:
        form = texts.gettext("{start} – {end}").replace("{start}", line)
        line = form.replace("{end}", texts.day(event.end))
    if event.has_exact_date:
        return line
    return texts.gettext("{date} (uncertain)").replace("{date}", line)


def _figures(
    event: LayerEvent, estimates: Estimates, texts: Texts
) -> tuple[tuple[str, str], ...]:
    numbers = ((words, getattr(event, field)) for field, words in estimates)
    return tuple(
        (words, "–" if number is None else texts.decimal(number))
        for words, number in numbers
    )


def _about(event: LayerEvent, grounds: _Grounds, texts: Texts) -> str:
    parts = [_precision(event, texts)]
    parts += grounds.say(event.codes, event.area, event.statuses)
    if event.border_km is not None:
        form = texts.gettext("{distance} from the border")
        parts.append(form.replace("{distance}", texts.kilometres(event.border_km)))
    return " ".join(f"{capitalise(part)}." for part in parts)


def _precision(event: LayerEvent, texts: Texts) -> str:
    if event.radius_km is None:
        return texts.gettext("Only the region is known of the place")
    if not event.radius_km:
        return texts.gettext("Exact location")
    form = texts.gettext("Location accurate to within {distance}")
    return form.replace("{distance}", texts.kilometres(event.radius_km))
