"""What a page says of its layers: legend, what the file covers, every event in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from events.records import Dataset
from maps.cells import CellLayer
from maps.drawn_layers import DrawnLayer, is_on
from maps.layered import LayerEvent, LayerOnMap, LonLat
from maps.spots import SpotLayer
from maps.texts import Texts, capitalise
from maps.timeline import Tick
from maps.told import name_statuses

Figures = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class LayerEntry:
    """An event of a layer in words.

    Attributes
    ----------
    place : int
        Number of its mark.
    first, last : int
        Ticks.
    date, kind, title, text, source : str
    figures : tuple of (str, str)
        Each estimate of those killed, as the source has it, and its number.
    about : str
        How exact the place is, whose territory it was, and what that meant.
    """

    place: int
    first: int
    last: int
    date: str
    kind: str
    title: str
    text: str
    source: str
    figures: Figures
    about: str


@dataclass(frozen=True)
class LayerWords:
    """A layer in words.

    Attributes
    ----------
    id, name, covers, licence, source : str
    rows : str
        How many rows of the file are on the map, and where the others are.
    is_on, has_cells, has_deaths : bool
    legend : tuple of (int, str)
        Shade and what it stands for.
    totals : tuple of str
        Events of every tick.
    entries : tuple of LayerEntry
    """

    id: str
    name: str
    covers: str
    licence: str
    source: str
    rows: str
    is_on: bool
    has_cells: bool
    has_deaths: bool
    legend: tuple[tuple[int, str], ...]
    totals: tuple[str, ...]
    entries: tuple[LayerEntry, ...]


def write_layers(
    layers: Sequence[DrawnLayer], dataset: Dataset, ticks: Sequence[Tick], texts: Texts
) -> list[LayerWords]:
    """Put the layers of a map into words.

    Parameters
    ----------
    layers : sequence of CellLayer or SpotLayer
    dataset : Dataset
    ticks : sequence of Tick
    texts : Texts

    Returns
    -------
    list of LayerWords
    """
    return [
        LayerWords(
            id=drawn.layer.id,
            name=texts.pick(drawn.layer.name),
            covers=texts.pick(drawn.layer.covers),
            licence=texts.pick(drawn.layer.licence),
            source=drawn.layer.source,
            rows=_rows(drawn.layer, texts),
            is_on=is_on(drawn, layers),
            has_cells=isinstance(drawn, CellLayer),
            has_deaths=drawn.layer.has_deaths,
            legend=write_legend(drawn, texts),
            totals=tuple(texts.decimal(drawn.count(n)) for n in range(len(ticks))),
            entries=_entries(drawn, dataset, texts),
        )
        for drawn in layers
    ]


def write_legend(drawn: DrawnLayer, texts: Texts) -> tuple[tuple[int, str], ...]:
    """Say which numbers of events every shade stands for.

    Returns
    -------
    tuple of (int, str)
        ``1–2``, ``3–9``, ``10 or more``; nothing for a layer of single events.
    """
    if not isinstance(drawn, CellLayer):
        return ()
    last = texts.gettext("{number} or more")
    ends = [*(high - 1 for high in drawn.breaks[1:]), None]
    words = [
        last.replace("{number}", texts.decimal(low))
        if high is None
        # Isolated, so that a range keeps its order among Arabic letters.
        else f"\u2066{texts.between(low, high)}\u2069"
        for low, high in zip(drawn.breaks, ends, strict=False)
    ]
    return tuple(zip(drawn.shades, words, strict=True))


def write_place(codes: Sequence[str], at: LonLat, texts: Texts) -> str:
    """Name a place by territory and coordinates, for want of another name."""
    names = texts.gettext(", ").join(map(texts.territory, codes))
    lon, lat = at
    parts = [
        coordinate_forms(texts)["north" if lat >= 0 else "south"],
        coordinate_forms(texts)["east" if lon >= 0 else "west"],
    ]
    degrees = [texts.decimal(round(abs(number), 2)) for number in (lat, lon)]
    where = " ".join(
        form.replace("{degrees}", number)
        for form, number in zip(parts, degrees, strict=True)
    )
    return f"{names} · {where}" if names else where


def coordinate_forms(texts: Texts) -> dict[str, str]:
    """Return how degrees are written on each side of the equator and of Greenwich."""
    return {
        "north": texts.gettext("{degrees}° N"),
        "south": texts.gettext("{degrees}° S"),
        "east": texts.gettext("{degrees}° E"),
        "west": texts.gettext("{degrees}° W"),
    }


def _rows(layer: LayerOnMap, texts: Texts) -> str:
    shown = layer.total - layer.undated - layer.outside
    parts = [
        (texts.gettext("Rows of the file: {number}"), layer.total),
        (texts.gettext("on this map: {number}"), shown),
        (texts.gettext("beyond its edge: {number}"), layer.outside),
        (texts.gettext("outside its time: {number}"), layer.undated),
    ]
    said = [form.replace("{number}", texts.decimal(n)) for form, n in parts]
    return texts.gettext("; ").join(said)


def _entries(
    drawn: DrawnLayer, dataset: Dataset, texts: Texts
) -> tuple[LayerEntry, ...]:
    if not isinstance(drawn, SpotLayer):
        return ()
    statuses = name_statuses(dataset, texts)
    areas = {row.area: row.name[texts.language] for row in dataset.areas}
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
            figures=_figures(event, texts) if drawn.layer.has_deaths else (),
            about=_about(event, areas, statuses, texts),
        )
        for number, event in enumerate(drawn.layer.events)
        if number in drawn.place_of
    )


def _date(event: LayerEvent, texts: Texts) -> str:
    line = texts.day(event.start)
    if event.end != event.start:
        form = texts.gettext("{start} – {end}").replace("{start}", line)
        line = form.replace("{end}", texts.day(event.end))
    if event.has_exact_date:
        return line
    return texts.gettext("{date} (uncertain)").replace("{date}", line)


def _figures(event: LayerEvent, texts: Texts) -> Figures:
    estimates = (
        (texts.gettext("lowest estimate"), event.low),
        (texts.gettext("best estimate"), event.best),
        (texts.gettext("highest estimate"), event.high),
    )
    return tuple(
        (name, "–" if number is None else texts.decimal(number))
        for name, number in estimates
    )


def _about(
    event: LayerEvent,
    areas: Mapping[str, str],
    statuses: Mapping[str, str],
    texts: Texts,
) -> str:
    parts = [_precision(event, texts)]
    if event.codes:
        names = texts.gettext(" or ").join(map(texts.territory, event.codes))
        form = texts.gettext("On the territory of {countries}")
        parts.append(form.replace("{countries}", names))
    if event.area:
        disputed = texts.gettext("Disputed that day")
        parts.append(f"{disputed}: {areas.get(event.area, event.area)}")
    if event.border_km is not None:
        form = texts.gettext("{distance} from the border")
        parts.append(form.replace("{distance}", texts.kilometres(event.border_km)))
    if event.statuses:
        said = texts.gettext(", ").join(statuses.get(s, s) for s in event.statuses)
        parts.append(f"{texts.gettext('That day:')} {said}")
    return " ".join(f"{capitalise(part)}." for part in parts)


def _precision(event: LayerEvent, texts: Texts) -> str:
    if event.radius_km is None:
        return texts.gettext("Of the place only the region is known")
    if not event.radius_km:
        return texts.gettext("The place is exact")
    form = texts.gettext("The place may be off by {distance}")
    return form.replace("{distance}", texts.kilometres(event.radius_km))
