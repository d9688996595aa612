"""What a page is made from, joined, sliced and drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import geopandas as gpd

from events.records import Dataset, Event
from geodata.places import Place
from maps.content import headlines as story
from maps.drawing.event_symbols import find_sizes
from maps.drawing.lines import draw_lines
from maps.drawing.palette import mix_colours
from maps.drawing.routes import draw_routes, find_strengths
from maps.i18n.texts import Texts
from maps.joins.event_coverage import Finding
from maps.joins.records import join_areas, join_events, join_memberships
from maps.labels.points import town_names
from maps.layers.markup import draw_layers
from maps.layers.model import LayerOnMap
from maps.scene.build import Parts, Scene, build_scene
from maps.shapes.load import Geodata
from maps.slicing.states import (
    Runs,
    slice_deployments,
    slice_held,
    slice_lines,
    slice_members,
)
from maps.spec.model import MapSpec
from maps.timeline.changes import Slices, slice_states
from maps.timeline.ticks import Tick, make_ticks


@dataclass(frozen=True)
class World:
    """Everything a page is made from, loaded once for all pages.

    Attributes
    ----------
    dataset : Dataset
    places : mapping of Place
    findings : mapping of Finding
        What the joins in time and space say of the events.
    geodata : Geodata
    layers : tuple of LayerOnMap
        The layers of many events that the map shows.
    """

    dataset: Dataset
    places: Mapping[str, Place]
    findings: Mapping[str, Finding]
    geodata: Geodata
    layers: tuple[LayerOnMap, ...] = ()


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
    ticks = make_ticks(spec.timeline, world.dataset.meta.as_of)
    return draw_world(spec, world, texts, ticks, make_runs(spec, world, ticks))


def draw_world(
    spec: MapSpec, world: World, texts: Texts, ticks: Sequence[Tick], runs: Runs
) -> Scene:
    """Draw one map in one language from what is sliced already.

    Parameters
    ----------
    spec : MapSpec
    world : World
    texts : Texts
    ticks : sequence of Tick
    runs : Runs

    Returns
    -------
    Scene
    """
    tick = default_tick(spec, ticks)
    events = events_of(spec, world.dataset)
    spans = story.spans_of(events, ticks)
    marked = [event for event in events if event.id in spans]
    signs = [e for e in marked if not _is_drawn_as_route(spec, e, spans[e.id])]
    return build_scene(
        spec,
        _parts(spec, world, texts, runs, signs, tick),
        runs,
        spans=spans,
        tick=tick,
        names={
            code: texts.territory(code) for code in world.geodata.boundaries["code"]
        },
        kinds=[event.kind for event in marked],
        label=texts.pick(spec.title),
        colours=mix_colours(world.dataset.meta),
    )


def make_runs(spec: MapSpec, world: World, ticks: Sequence[Tick]) -> Runs:
    """Slice everything that changes on a map.

    Parameters
    ----------
    spec : MapSpec
    world : World
    ticks : sequence of Tick

    Returns
    -------
    Runs
    """
    dataset = world.dataset
    territories = join_memberships(
        world.geodata.boundaries, dataset.memberships, dataset.meta.organisation
    )
    areas = join_areas(world.geodata.areas, dataset.areas)
    states = _slices(territories, "code", ticks)
    contingents, routes, objects = (
        slice_deployments(dataset, ticks) if spec.has_routes else ({}, {}, {})
    )
    return Runs(
        states=states,
        areas=_slices(areas, "area", ticks),
        held=slice_held(
            (row for row in dataset.areas if row.area in set(areas["area"])),
            states,
            ticks,
        ),
        members=slice_members(spec.overlays, dataset.memberships, ticks),
        contingents=contingents,
        routes=routes,
        objects=objects,
        lines=slice_lines(dataset.lines, ticks) if spec.has_lines else {},
    )


def events_of(spec: MapSpec, dataset: Dataset) -> list[Event]:
    """List the events that a map shows: by date, those of a whole year last."""
    apart = spec.border.figures if spec.border else None
    shown = (
        event
        for event in dataset.events
        if spec.id in event.maps and event.rank <= spec.least_rank
        if event.id != apart
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


def _is_drawn_as_route(spec: MapSpec, event: Event, days: tuple[int, int]) -> bool:
    """Tell whether arcs and guarded objects show what a sign would only repeat."""
    return spec.has_routes and event.kind == "deployment" and days[0] < days[1]


def _parts(
    spec: MapSpec,
    world: World,
    texts: Texts,
    runs: Runs,
    events: Sequence[Event],
    tick: int,
) -> Parts:
    dataset, places = world.dataset, world.places
    strengths = find_strengths(dataset.events) if spec.has_routes else {}
    drawn = [m for m in dataset.movements if m.movement in runs.routes]
    guarded = [o for o in dataset.objects if o.place and o.object in runs.objects]
    geodata = world.geodata
    return Parts(
        territories=geodata.boundaries,
        areas=geodata.areas,
        marks=join_events(events, places),
        objects=_points([(o.object, places[o.place]) for o in guarded if o.place]),
        towns=_towns(spec, places, texts),
        regions=_regions(spec, geodata.provinces, texts),
        lakes=geodata.lakes,
        routes=draw_routes(drawn, places, strengths, spec.plane),
        lines=draw_lines(spec, geodata, runs.lines, tick),
        sizes=find_sizes(events) if spec.has_sizes else {},
        layers=draw_layers(world.layers, spec),
    )


def _points(named: Iterable[tuple[str, Place]]) -> gpd.GeoDataFrame:
    pairs = list(named)
    return gpd.GeoDataFrame(
        {
            "key": [key for key, _ in pairs],
            "precise": [place.precision == "exact" for _, place in pairs],
        },
        geometry=gpd.points_from_xy(
            [place.lon for _, place in pairs], [place.lat for _, place in pairs]
        ),
        crs=4326,
    )


def _towns(
    spec: MapSpec, places: Mapping[str, Place], texts: Texts
) -> gpd.GeoDataFrame:
    names = {name: texts.pick(places[name].names) for name in spec.towns}
    others = {
        name: places[name].other_names[texts.language]
        for name in spec.towns
        if spec.has_both_names and texts.language in places[name].other_names
    }
    frame = _points((name, places[name]) for name in spec.towns)
    return frame.assign(name=list(town_names(spec.towns, names, others).values()))


def _regions(
    spec: MapSpec, provinces: gpd.GeoDataFrame, texts: Texts
) -> gpd.GeoDataFrame:
    chosen = provinces[provinces["province"].isin(spec.regions)]
    names = [texts.pick(spec.regions[name]) for name in chosen["province"]]
    return chosen.assign(key=chosen["province"], name=names)


def _slices(
    frame: gpd.GeoDataFrame, key: str, ticks: Sequence[Tick]
) -> dict[str, Slices]:
    return {
        name: slice_states(held, ticks)
        for name, held in zip(frame[key], frame["states"], strict=True)
    }
