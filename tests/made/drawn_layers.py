"""Layers made in code: events around a town, and cells that count many of them."""

from datetime import date

import h3
import numpy as np

from csto_atlas.maps.layers.model import (
    Cell,
    GroundTally,
    LayerEvent,
    LayerOnMap,
    Tally,
)
from tests.made.worlds import both

TOWN = (66.0, 48.0)


def make_layer_event(name="one", at=TOWN, ticks=(0, 0), **changes):
    """Make an event of a layer: on a known day at an exact place."""
    return LayerEvent(**{
        "id": name, "at": at, "first": ticks[0], "last": ticks[1],
        "start": date(1992, 5, 15), "end": date(1992, 5, 15), "has_exact_date": True,
        "radius_km": 0.0, "kind": "clash", "title": name, "text": "", "source": "",
        "low": None, "best": None, "high": None, "codes": ("AAA",), "area": "",
        "border_km": None, "statuses": ("member",), **changes,
    })  # fmt: skip


def make_layer(events=(), cells=(), **changes):
    """Make a layer on a map, of either events or cells."""
    shown = len(events) or sum(
        tally.events for cell in cells for tally in cell.tallies.values()
    )
    return LayerOnMap(**{
        "id": "many", "name": both("Many"), "covers": both("One side of the hills."),
        "licence": both("CC0"), "source": "daily", "events": tuple(events),
        "cells": tuple(cells), "resolution": 5 if cells else None, "has_deaths": True,
        "total": shown, "undated": 0, "outside": 0, **changes,
    })  # fmt: skip


def make_cell(at=TOWN, grid=3, **tallies):
    """Make the cell around a point; tallies by ``t`` and the tick, as numbers."""
    index = h3.latlng_to_cell(at[1], at[0], grid)
    ring = tuple((lon, lat) for lat, lon in h3.cell_to_boundary(index))
    return Cell(index, ring, {int(t[1:]): Tally(*n) for t, n in tallies.items()})


def make_ground(tick=0, codes=("AAA",), **changes):
    return GroundTally(**{
        "tick": tick, "codes": codes, "area": "", "statuses": ("member",),
        "tally": Tally(3, 1, 2, 4, 1, 0), **changes,
    })  # fmt: skip


def make_cells(count, pairs, ticks, middle=TOWN, grid=5, seed=1):
    """Make so many cells around a point, and about so many tallies among them.

    A few cells and a few ticks have most of the events, as in any war.
    """
    rng = np.random.default_rng(seed)
    rings = 0
    while len(h3.grid_disk(h3.latlng_to_cell(*middle[::-1], grid), rings)) < count:
        rings += 1
    indexes = h3.grid_disk(h3.latlng_to_cell(*middle[::-1], grid), rings)[:count]
    weight = rng.pareto(1.1, count) + 0.3
    busy = np.outer(weight, rng.gamma(2, 1, ticks))
    flat = np.argsort(-(busy * rng.random(busy.shape)).ravel())[:pairs]
    events = 1 + rng.poisson(np.minimum(busy.ravel()[flat] / 4, 300))
    best = rng.poisson(events * rng.pareto(1.5, len(flat)))
    low = np.where(rng.random(len(flat)) < 0.7, best, rng.binomial(best, 0.6))
    high = best + rng.poisson(events * (rng.random(len(flat)) < 0.3))
    places, dates = rng.binomial(events, 0.3), rng.binomial(events, 0.1)
    numbers = np.column_stack([events, low, best, high, places, dates]).tolist()
    tallies = [{} for _ in indexes]
    for place, row in zip(flat.tolist(), numbers, strict=True):
        tallies[place // ticks][place % ticks] = Tally(*row)
    return tuple(
        Cell(index, tuple((x, y) for y, x in h3.cell_to_boundary(index)), held)
        for index, held in zip(indexes, tallies, strict=True)
        if held
    )
