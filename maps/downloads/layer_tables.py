"""Layers as tables to download: rows where the licence lets them go, counts always."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from csto_atlas.maps.downloads.tables import (
    REQUIRED,
    CellValue,
    Field,
    Table,
    in_english,
)
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
_GROUND = (
    Field("territory", "codes of the territory, several if not certain"),
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
    *_GROUND,
    Field(
        "border_km",
        "kilometres from the border of the map, if near it",
        "number",
        {"minimum": 0},
    ),
)


def list_tables(maps: Mapping[str, MapInputs]) -> list[Table]:
    """Make the tables of every layer on every map.

    Parameters
    ----------
    maps : mapping of MapInputs
        By the map's name.

    Returns
    -------
    list of Table
    """
    return [
        table
        for name, inputs in maps.items()
        for layer in inputs.layers
        for table in layer_tables(name, layer, inputs.ticks)
    ]


def layer_tables(name: str, layer: LayerOnMap, ticks: Sequence[Tick]) -> list[Table]:
    """Make the tables of a layer on one map.

    Parameters
    ----------
    name : str
        Of the map.
    layer : LayerOnMap
    ticks : sequence of Tick

    Returns
    -------
    list of Table
        ``layer-<id>-<map>-events`` has the events where they are few and may be passed
        on, ``-cells`` counts them by cell where they are many, ``-ground`` by
        territory.
    """
    stem, licence = f"layer-{layer.id}-{name}", in_english(layer.licence)
    ids = [tick.id for tick in ticks]
    tables = [
        Table(
            f"{stem}-ground",
            (_TICK, *_GROUND, *COUNTS),
            [
                [ids[g.tick], *_words(g.codes, g.area, g.statuses), *_counts(g.tally)]
                for g in layer.grounds
            ],
            licence=licence,
        )
    ]
    if layer.cells:
        h3 = Field(
            "h3", f"cell of H3, resolution {layer.resolution}", "string", REQUIRED
        )
        rows: list[list[CellValue]] = [
            [cell.id, ids[tick], *_counts(tally)]
            for cell in layer.cells
            for tick, tally in cell.tallies.items()
        ]
        cells = (h3, _TICK, *COUNTS)
        tables.append(Table(f"{stem}-cells", cells, rows, ("h3", "step"), licence))
    if layer.events and layer.share == "rows":
        events = [_event(event) for event in layer.events]
        tables.append(Table(f"{stem}-events", EVENTS, events, ("event",), licence))
    return tables


def _event(event: LayerEvent) -> Sequence[CellValue]:
    lon, lat = event.at
    km = None if event.border_km is None else round(event.border_km, 1)
    return [
        *(event.id, event.start.isoformat(), event.end.isoformat()),
        *("yes" if event.has_exact_date else "no", lat, lon, event.radius_km),
        *(event.kind, event.title, event.low, event.best, event.high),
        *(*_words(event.codes, event.area, event.statuses), km),
    ]


def _words(codes: Sequence[str], area: str, statuses: Sequence[str]) -> list[str]:
    return [" ".join(codes), area, " ".join(statuses)]


def _counts(tally: Tally) -> list[int]:
    return [
        *(tally.events, tally.low, tally.best, tally.high),
        *(tally.vague_places, tally.vague_dates),
    ]
