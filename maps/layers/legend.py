"""Write the texts of layers on a page: legend, coverage of the file, place names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from csto_atlas.events.records import Dataset
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.layers.entries import (
    GroundRow,
    LayerEntry,
    name_estimates,
    write_events,
    write_grounds,
)
from csto_atlas.maps.layers.hexagons import CellLayer
from csto_atlas.maps.layers.markup import DrawnLayer, has_cells, is_on
from csto_atlas.maps.layers.model import LayerOnMap, LonLat
from csto_atlas.maps.layers.point_symbols import SpotLayer
from csto_atlas.maps.timeline.ticks import Tick


@dataclass(frozen=True)
class LayerWords:
    """The texts of a layer.

    Attributes
    ----------
    id, name, covers, licence, source : str
    rows : str
        Numbers of rows in the file, on the map, and not on it by reason.
    is_on, has_cells : bool
        Whether it is shown at first, and whether it is drawn as cells.
    estimates : tuple of str
        Names of the estimates of people killed that the source has.
    legend : tuple of (int, str)
        Shade, and the numbers of events that it stands for.
    grounds : tuple of GroundRow
    entries : tuple of LayerEntry
        Empty for a layer of cells.
    """

    id: str
    name: str
    covers: str
    licence: str
    source: str
    rows: str
    is_on: bool
    has_cells: bool
    estimates: tuple[str, ...]
    legend: tuple[tuple[int, str], ...]
    grounds: tuple[GroundRow, ...]
    entries: tuple[LayerEntry, ...]


def describe_layers(
    layers: Sequence[DrawnLayer], dataset: Dataset, ticks: Sequence[Tick], texts: Texts
) -> list[LayerWords]:
    """Write the texts of the layers of a map.

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
            has_cells=has_cells(drawn),
            estimates=tuple(words for _, words in name_estimates(drawn.layer, texts)),
            legend=write_layer_legend(drawn, texts),
            grounds=write_grounds(drawn.layer, dataset, ticks, texts),
            entries=write_events(drawn, dataset, texts)
            if isinstance(drawn, SpotLayer)
            else (),
        )
        for drawn in layers
    ]


def write_totals(drawn: DrawnLayer, ticks: Sequence[Tick], texts: Texts) -> list[str]:
    """Write the number of events of a layer at each tick.

    Parameters
    ----------
    drawn : CellLayer or SpotLayer
    ticks : sequence of Tick
    texts : Texts

    Returns
    -------
    list of str
        One for each tick.
    """
    return [texts.decimal(drawn.count(tick)) for tick in range(len(ticks))]


def write_layer_legend(drawn: DrawnLayer, texts: Texts) -> tuple[tuple[int, str], ...]:
    """Write the legend: the numbers of events that each shade stands for.

    Parameters
    ----------
    drawn : CellLayer or SpotLayer
    texts : Texts

    Returns
    -------
    tuple of (int, str)
        Shade and text, such as ``1–2``, ``3–9`` and ``10 or more``; empty for a layer
        of single events.
    """
    if not isinstance(drawn, CellLayer):
        return ()
    last = texts.gettext("{number} or more")
    ends = [*(high - 1 for high in drawn.breaks[1:]), None]
    words = [
        last.replace("{number}", texts.decimal(low))
        if high is None
        else texts.between(low, high)
        for low, high in zip(drawn.breaks, ends, strict=False)
    ]
    return tuple(zip(drawn.shades, words, strict=True))


def write_place(codes: Sequence[str], at: LonLat, texts: Texts) -> str:
    """Name a place, which has no name of its own, by territory and coordinates.

    Parameters
    ----------
    codes : sequence of str
        Codes of the territories that the place is in.
    at : tuple of float
        Longitude and latitude, in degrees.
    texts : Texts

    Returns
    -------
    str
    """
    names = texts.join(texts.gettext(", "), map(texts.territory, codes))
    forms = coordinate_forms(texts)
    lon, lat = at
    where = " ".join(
        forms[side].replace("{degrees}", texts.decimal(round(abs(number), 2)))
        for side, number in (
            ("north" if lat >= 0 else "south", lat),
            ("east" if lon >= 0 else "west", lon),
        )
    )
    return f"{names} · {where}" if names else where


def coordinate_forms(texts: Texts) -> dict[str, str]:
    """Return the forms for degrees north, south, east and west."""
    return {
        "north": texts.gettext("{degrees}° N"),
        "south": texts.gettext("{degrees}° S"),
        "east": texts.gettext("{degrees}° E"),
        "west": texts.gettext("{degrees}° W"),
    }


def _rows(layer: LayerOnMap, texts: Texts) -> str:
    shown = layer.total - layer.undated - layer.outside - layer.unplaced
    parts = [
        (texts.gettext("Rows in the file: {number}"), layer.total),
        (texts.gettext("on this map: {number}"), shown),
        (texts.gettext("beyond its edge: {number}"), layer.outside),
        (texts.gettext("outside its period: {number}"), layer.undated),
    ]
    if layer.unplaced:
        parts.append((texts.gettext("without a place: {number}"), layer.unplaced))
    said = [form.replace("{number}", texts.decimal(n)) for form, n in parts]
    return texts.gettext("; ").join(said)
