"""Put a layer of the data set on a map: join its events, and count them if many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.text import CONTROL
from csto_atlas.events.layers.cells import EPOCH
from csto_atlas.events.layers.model import Layer
from csto_atlas.events.layers.parquet_guard import EXTRA, MOST_ROWS, REMEDY
from csto_atlas.maps.joins.row_coverage import Setting
from csto_atlas.maps.layers.aggregate import FEW, Bins
from csto_atlas.maps.layers.model import (
    Cell,
    GroundTally,
    LayerEvent,
    LayerOnMap,
    LonLat,
    Tally,
)
from csto_atlas.maps.layers.plan import make_plan
from csto_atlas.maps.layers.scheduler import collect_bins
from csto_atlas.maps.spec.placed import PlacedMap
from csto_atlas.maps.timeline.ticks import Tick

if TYPE_CHECKING:
    from distributed import Client

ORDER = ["start", "end", "id", "lon", "lat"]


def make_layers(
    layers: Sequence[Layer],
    spec: PlacedMap,
    ticks: Sequence[Tick],
    setting: Setting,
    client: Client | None = None,
) -> tuple[LayerOnMap, ...]:
    """Put the layers that a map names on it, in the order of the spec.

    Parameters
    ----------
    layers : sequence of Layer
    spec : PlacedMap
    ticks : sequence of Tick
    setting : Setting
    client : Client, optional
        Of a Dask cluster to work on; this process if not given.

    Returns
    -------
    tuple of LayerOnMap

    Raises
    ------
    DataError
        If the layers together have more than `MOST_ROWS` rows, or if one has many
        events and the library for cells is missing.
    """
    named = {layer.id: layer for layer in layers}
    made: list[LayerOnMap] = []
    for n, name in enumerate(spec.layers):
        made.append(make_layer(named[name], spec, ticks, setting, client))
        if sum(layer.total for layer in made) > MOST_ROWS:
            what = f"more than {MOST_ROWS} rows in the layers of the map '{spec.id}'"
            raise DataError([Problem(spec.origin.at("layers", n), what, "fewer")])
    return tuple(made)


def make_layer(
    layer: Layer,
    spec: PlacedMap,
    ticks: Sequence[Tick],
    setting: Setting,
    client: Client | None = None,
) -> LayerOnMap:
    """Put a layer on a map: up to `FEW` events one by one, more of them as cells.

    A cell counts an event in the tick of its first day. A single event is shown from
    its first to its last day.

    Parameters
    ----------
    layer : Layer
    spec : PlacedMap
    ticks : sequence of Tick
    setting : Setting
    client : Client, optional
        Of a Dask cluster to work on; this process if not given.

    Returns
    -------
    LayerOnMap

    Raises
    ------
    DataError
        If there are more than `FEW` events and the library for cells is missing.
    """
    bins = collect_bins(make_plan(layer, spec, ticks, setting), client)
    if bins.rows is None and not bins.cells:
        what = f"more than {FEW} events of '{layer.id}' on one map: this {EXTRA}"
        raise DataError([Problem(str(layer.origin), what, REMEDY)])
    return show_bins(layer, bins)


def show_bins(layer: Layer, bins: Bins) -> LayerOnMap:
    """Turn the counts of a layer into the layer that a map shows.

    Parameters
    ----------
    layer : Layer
    bins : Bins

    Returns
    -------
    LayerOnMap
    """
    grid = max(bins.cells) if bins.rows is None else None
    return LayerOnMap(
        id=layer.id,
        name=layer.name,
        covers=layer.covers,
        licence=layer.licence,
        source=layer.source,
        events=() if bins.rows is None else _events(bins.rows, layer),
        cells=() if grid is None else _cells(bins.cells[grid]),
        resolution=grid,
        has_deaths=layer.has_deaths,
        total=bins.total,
        undated=bins.undated,
        unplaced=bins.unplaced,
        outside=bins.outside,
        grounds=tuple(map(_ground, bins.grounds.itertuples())),
        share=layer.share,
    )


def _events(rows: pd.DataFrame, layer: Layer) -> tuple[LayerEvent, ...]:
    if not len(rows):
        return ()
    ordered = rows.sort_values(ORDER, kind="stable")
    if layer.share != "rows":
        # The licence does not allow the rows to be passed on: leave their texts out.
        ordered = ordered.assign(text="", source="")
    return tuple(map(_event, ordered.itertuples()))


def _event(row: Any) -> LayerEvent:
    kind, title, text, source = (
        CONTROL.sub(" ", cell) for cell in (row.kind, row.title, row.text, row.source)
    )
    return LayerEvent(
        id=CONTROL.sub(" ", row.id),
        at=(float(row.lon), float(row.lat)),
        first=int(row.tick),
        last=int(row.last),
        start=date.fromordinal(int(row.start) + EPOCH),
        end=date.fromordinal(int(row.end) + EPOCH),
        has_exact_date=bool(row.is_exact),
        radius_km=_number(row.radius_km),
        kind=kind,
        title=title,
        text=text,
        source=source,
        low=_whole(row.low),
        best=_whole(row.best),
        high=_whole(row.high),
        codes=tuple(row.codes.split()),
        area=row.area,
        border_km=_number(row.border_km),
        statuses=tuple(row.statuses.split()),
    )


def _cells(counts: pd.DataFrame) -> tuple[Cell, ...]:
    """List cells, each with its tallies by tick."""
    tallies: dict[int, dict[int, Tally]] = {}
    for row in counts.itertuples():
        tallies.setdefault(int(row.cell), {})[int(row.tick)] = _tally(row)
    return tuple(_cell(index, by_tick) for index, by_tick in tallies.items())


def _cell(index: int, tallies: Mapping[int, Tally]) -> Cell:
    from h3.api.numpy_int import cell_to_boundary, int_to_str

    ring = tuple((lon, lat) for lat, lon in cell_to_boundary(index))
    return Cell(int_to_str(index), unwrap_ring(ring), tallies)


def unwrap_ring(ring: Sequence[LonLat]) -> tuple[LonLat, ...]:
    """Add 360 to western longitudes of a ring that crosses the antimeridian.

    Parameters
    ----------
    ring : sequence of (float, float)
        Longitudes and latitudes in degrees.

    Returns
    -------
    tuple of (float, float)
        The same ring without a jump from 180 to -180 degrees.

    Examples
    --------
    >>> unwrap_ring([(179.0, 60.0), (-179.0, 60.0), (-179.5, 61.0)])
    ((179.0, 60.0), (181.0, 60.0), (180.5, 61.0))
    """
    longitudes = [lon for lon, _ in ring]
    if max(longitudes) - min(longitudes) <= 180:
        return tuple(ring)
    return tuple((lon + 360 if lon < 0 else lon, lat) for lon, lat in ring)


def _ground(row: Any) -> GroundTally:
    return GroundTally(
        tick=int(row.tick),
        codes=tuple(row.codes.split()),
        area=row.area,
        statuses=tuple(row.statuses.split()),
        tally=_tally(row),
    )


def _tally(row: Any) -> Tally:
    return Tally(
        events=int(row.events),
        low=int(row.low),
        best=int(row.best),
        high=int(row.high),
        vague_places=int(row.vague_places),
        vague_dates=int(row.vague_dates),
    )


def _number(value: float) -> float | None:
    return None if value != value else float(value)


def _whole(value: float) -> int | None:
    return None if value != value else int(value)
