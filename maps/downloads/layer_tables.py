"""Layers as tables to download: rows where the licence lets them go, counts always."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from csto_atlas.maps.downloads.names import Names
from csto_atlas.maps.downloads.tables import (
    REQUIRED,
    SOURCES,
    CellValue,
    Field,
    Table,
    in_english,
)
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.layers.model import LayerEvent, LayerOnMap, Tally
from csto_atlas.maps.timeline.ticks import Tick

_COUNT = {"required": True, "minimum": 0}
_KILLED = {
    name: Field(name, f"{name} estimate of people killed", "integer", {"minimum": 0})
    for name in ("low", "best", "high")
}
COUNTS = (
    Field("events", "events that began in the step", "integer", _COUNT),
    *(Field(f.name, f"sum of the {f.about}", f.type, _COUNT) for f in _KILLED.values()),
    Field("vague_places", "how many have no exact place", "integer", _COUNT),
    Field("vague_dates", "how many have no exact date", "integer", _COUNT),
)
_TICK = Field("step", "year, month or day of the map", constraints=REQUIRED)
_TERRITORY = Field("territory", "codes of the territory, several if not certain")
_JOINED = (
    Field("disputed_area", "disputed area at that time"),
    Field("status", "statuses of the territory at that time"),
)
EVENTS = (
    Field("event", "id of the event at its source", constraints=REQUIRED),
    Field("start", "first day", "edtf", REQUIRED),
    Field("end", "last day", "edtf", REQUIRED),
    Field("exact_date", "whether the days are exact", "boolean", REQUIRED),
    Field("lat", "degrees north", "number", {"minimum": -90, "maximum": 90}),
    Field("lon", "degrees east", "number", {"minimum": -180, "maximum": 180}),
    Field(
        "radius_km",
        "how far off the point may be; nothing: only a region is known",
        "number",
        {"minimum": 0},
    ),
    Field("kind", "what kind of event, in the words of the source"),
    Field("title", "what happened, in the words of the source"),
    *_KILLED.values(),
)
_BORDER = Field(
    "border_km",
    "kilometres from the border of the map, if near it",
    "number",
    {"minimum": 0},
)


def list_tables(
    maps: Mapping[str, MapInputs], texts: Mapping[str, Texts]
) -> list[Table]:
    """Make the tables of every layer on every map.

    Parameters
    ----------
    maps : mapping of MapInputs
        By the map's name.
    texts : mapping of Texts
        By language of the data set.

    Returns
    -------
    list of Table
    """
    return [
        table
        for name, inputs in maps.items()
        for names in [Names(inputs.dataset, inputs.places, texts)]
        for layer in inputs.layers
        for table in layer_tables(name, layer, inputs.ticks, names)
    ]


def layer_tables(
    name: str, layer: LayerOnMap, ticks: Sequence[Tick], names: Names
) -> list[Table]:
    """Make the tables of a layer on one map.

    Parameters
    ----------
    name : str
        Of the map.
    layer : LayerOnMap
    ticks : sequence of Tick
    names : Names

    Returns
    -------
    list of Table
        ``layer-<id>-<map>-events`` has the events where they are few and may be passed
        on, ``-cells`` counts them by cell where they are many, ``-ground`` by
        territory.
    """
    tables = [_count_by_ground(layer, ticks, names)]
    if layer.cells:
        tables.append(_count_by_cell(layer, ticks))
    if layer.events and layer.share == "rows":
        tables.append(_list_events(layer, names))
    stem, licence = f"layer-{layer.id}-{name}", in_english(layer.licence)
    return [replace(t, name=f"{stem}-{t.name}", licence=licence) for t in tables]


def _count_by_ground(layer: LayerOnMap, ticks: Sequence[Tick], names: Names) -> Table:
    rows: list[list[CellValue]] = [
        [
            ticks[ground.tick].id,
            *_territory(ground.codes, names),
            ground.area,
            " ".join(ground.statuses),
            *_counts(ground.tally),
            layer.source,
        ]
        for ground in layer.grounds
    ]
    return Table("ground", (_TICK, *_name_ground(names), *COUNTS, SOURCES), rows)


def _count_by_cell(layer: LayerOnMap, ticks: Sequence[Tick]) -> Table:
    about = f"cell of H3, resolution {layer.resolution}"
    rows: list[list[CellValue]] = [
        [cell.id, ticks[tick].id, *_counts(tally), layer.source]
        for cell in layer.cells
        for tick, tally in cell.tallies.items()
    ]
    fields = (Field("h3", about, "string", REQUIRED), _TICK, *COUNTS, SOURCES)
    return Table("cells", fields, rows, ("h3", "step"))


def _list_events(layer: LayerOnMap, names: Names) -> Table:
    fields = (*EVENTS, *_name_ground(names), _BORDER, SOURCES)
    rows = [[*_event(event, names), layer.source] for event in layer.events]
    return Table("events", fields, rows, ("event",))


def _event(event: LayerEvent, names: Names) -> Sequence[CellValue]:
    lon, lat = event.at
    km = None if event.border_km is None else round(event.border_km, 1)
    return [
        *(event.id, event.start.isoformat(), event.end.isoformat()),
        *("yes" if event.has_exact_date else "no", lat, lon, event.radius_km),
        *(event.kind, event.title, event.low, event.best, event.high),
        *(*_territory(event.codes, names), event.area, " ".join(event.statuses), km),
    ]


def _name_ground(names: Names) -> tuple[Field, ...]:
    return _TERRITORY, *names.fields("territory", "names of the territory"), *_JOINED


def _territory(codes: Sequence[str], names: Names) -> list[CellValue]:
    return [" ".join(codes), *names.of_states(codes)]


def _counts(tally: Tally) -> list[int]:
    return [
        *(tally.events, tally.low, tally.best, tally.high),
        *(tally.vague_places, tally.vague_dates),
    ]
