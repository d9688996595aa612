"""The job of the default data set: the map by years, as our own page shows it."""

from __future__ import annotations

import json
from collections.abc import Container
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import mapping, shape

import build
from csto_atlas.events.dates import contains
from csto_atlas.events.records import Dataset
from csto_atlas.geodata.boundaries import load_boundaries
from csto_atlas.geodata.territories import load_territories
from csto_atlas.maps.drawing.polygons import draw_clipped
from csto_atlas.maps.timeline.ticks import Tick, make_ticks
from tests.bench.job import COLOURS, NONE, Job

MAP = "membership"


def default_job() -> Job:
    """Take the job from the default data set: its map by years, states by code.

    The states are asked of the dated rows one day after the other, without the slices
    that our own page is made from.
    """
    facts = build.load_data_set(
        build.DATA, load_territories(build.GEODATA / "territories.csv")
    )
    spec, dataset = facts.specs[MAP], facts.dataset
    ticks = make_ticks(spec.timeline, dataset.meta.as_of)
    path = build.GEODATA / spec.boundaries
    seen = {*draw_clipped(load_boundaries(path), spec)["code"]}
    territories = read_territories(path, seen)
    states = {
        feature["id"]: tuple(state_on(dataset, feature["id"], tick) for tick in ticks)
        for feature in territories["features"]
    }
    return Job(
        ticks=tuple(tick.id for tick in ticks),
        days=tuple(tick.day.isoformat() for tick in ticks),
        states=states,
        colours=dict(zip(spec.states, COLOURS, strict=True)),
        territories=territories,
    )


def read_territories(path: Path, codes: Container[str]) -> dict[str, Any]:
    """Read prepared boundaries as GeoJSON, with the code as each feature's id."""
    collection = json.loads(path.read_text(encoding="utf-8"))
    features = [
        {
            **feature,
            "id": feature["properties"]["code"],
            "geometry": _wind(feature["geometry"]),
        }
        for feature in collection["features"]
        if feature["properties"]["code"] in codes
    ]
    return {"type": "FeatureCollection", "features": features}


def _wind(geometry: dict[str, Any]) -> dict[str, Any]:
    wound = shapely.orient_polygons(shape(geometry), exterior_cw=True)
    return json.loads(json.dumps(mapping(wound)))  # lists, as they were


def state_on(dataset: Dataset, code: str, tick: Tick) -> str:
    """Return the status of a territory on a tick's day."""
    held = (
        row.status
        for row in dataset.memberships
        if (row.organisation, row.code) == (dataset.meta.organisation, code)
        if contains(row.period, tick.day)
    )
    return next(held, NONE)
