"""What a page is made from, joined, sliced and drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import geopandas as gpd

from events.dates import Interval
from events.records import Dataset, Event
from geodata.places import Place
from maps import story
from maps.join import join_areas, join_events, join_memberships
from maps.scene import Scene, build_scene
from maps.slices import Slices, slice_states
from maps.spec import MapSpec
from maps.texts import Texts
from maps.timeline import Tick, make_ticks


@dataclass(frozen=True)
class World:
    """Everything a page is made from, loaded once for all pages.

    Attributes
    ----------
    dataset : Dataset
    boundaries : GeoDataFrame
        ``code`` and geometry.
    areas : GeoDataFrame
        ``area`` and geometry.
    places : mapping of Place
    """

    dataset: Dataset
    boundaries: gpd.GeoDataFrame
    areas: gpd.GeoDataFrame
    places: Mapping[str, Place]


def make_scene(spec: MapSpec, world: World, texts: Texts) -> Scene:
    """Join, slice and draw one map in one language.

    Parameters
    ----------
    spec : MapSpec
    world : World
    texts : Texts

    Returns
    -------
    Scene
    """
    dataset = world.dataset
    ticks = make_ticks(spec.timeline, dataset.meta.as_of)
    events = events_of(spec, dataset)
    spans = story.spans_of(events, ticks)
    marked = [event for event in events if event.id in spans]
    return build_scene(
        spec,
        join_memberships(
            world.boundaries, dataset.memberships, dataset.meta.organisation
        ),
        join_areas(world.areas, dataset.areas),
        join_events(marked, world.places),
        spans=spans,
        ticks=ticks,
        tick=default_tick(spec, ticks),
        names={code: texts.territory(code) for code in world.boundaries["code"]},
        members=slice_members(spec, dataset, ticks),
        kinds=(event.kind for event in marked),
        label=spec.title[texts.language],
    )


def events_of(spec: MapSpec, dataset: Dataset) -> list[Event]:
    """List the events that a map shows: by date, those of a whole year last."""
    shown = (
        event
        for event in dataset.events
        if spec.id in event.maps and event.rank <= spec.least_rank
    )
    return sorted(shown, key=lambda e: (e.date.end or date.max, e.rank, e.id))


def default_tick(spec: MapSpec, ticks: Sequence[Tick]) -> int:
    """Return the index of the tick that a page opens on.

    Raises
    ------
    ValueError
        If the spec names a tick that its timeline has not.
    """
    if spec.default == "last":
        return len(ticks) - 1
    return [tick.id for tick in ticks].index(spec.default)


def slice_members(
    spec: MapSpec, dataset: Dataset, ticks: Sequence[Tick]
) -> dict[str, dict[str, Slices]]:
    """Slice the memberships of the organisations that can be outlined.

    Returns
    -------
    dict of dict of Slices
        By organisation and code; organisations without any row are left out.
    """
    members: dict[str, dict[str, Slices]] = {}
    for organisation in spec.overlays:
        held: dict[str, list[tuple[Interval, str]]] = {}
        for row in dataset.memberships:
            if row.organisation == organisation:
                held.setdefault(row.code, []).append((row.period, row.status))
        if held:
            members[organisation] = {
                code: slice_states(rows, ticks) for code, rows in sorted(held.items())
            }
    return members
