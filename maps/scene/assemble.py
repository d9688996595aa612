"""Join, slice and draw the inputs of one map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import geopandas as gpd

from csto_atlas.events.records import Event
from csto_atlas.geodata.places import Place
from csto_atlas.maps.drawing.lines import draw_lines
from csto_atlas.maps.drawing.palette import mix_colours
from csto_atlas.maps.drawing.routes import (
    Strength,
    draw_forces,
    draw_routes,
    find_strengths,
)
from csto_atlas.maps.drawing.symbol_sizes import find_sizes
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.joins.records import join_events
from csto_atlas.maps.labels.points import town_names
from csto_atlas.maps.layers.markup import draw_layers
from csto_atlas.maps.scene.build import build_scene
from csto_atlas.maps.scene.model import Parts, Scene
from csto_atlas.maps.slicing.map_states import find_state_changes, weigh_names
from csto_atlas.maps.slicing.states import StateChanges
from csto_atlas.maps.spec.placed import PlacedMap


def make_scene(inputs: MapInputs, texts: Texts) -> Scene:
    """Join, slice and draw one map in one language.

    Parameters
    ----------
    inputs : MapInputs
    texts : Texts
        Names and translations in the language of the page.

    Returns
    -------
    Scene
    """
    return draw_scene(inputs, texts, find_state_changes(inputs))


def draw_scene(inputs: MapInputs, texts: Texts, state_changes: StateChanges) -> Scene:
    """Draw one map in one language from state changes that are already found.

    Parameters
    ----------
    inputs : MapInputs
    texts : Texts
        Names and translations in the language of the page.
    state_changes : StateChanges
        From `maps.slicing.map_states.find_state_changes`.

    Returns
    -------
    Scene
    """
    return build_scene(inputs.spec, _parts(inputs, texts, state_changes), state_changes)


def _parts(inputs: MapInputs, texts: Texts, state_changes: StateChanges) -> Parts:
    spec, dataset, places = inputs.spec, inputs.dataset, inputs.places
    geodata, tick = inputs.geodata, inputs.first_tick
    strengths = find_strengths(dataset.events) if spec.has_routes else {}
    signs = [event for event in inputs.events if not _is_drawn_as_route(inputs, event)]
    drawn = [m for m in dataset.movements if m.movement in state_changes.routes]
    guarded = [
        o for o in dataset.objects if o.place and o.object in state_changes.objects
    ]
    return Parts(
        label=texts.pick(spec.title),
        tick=tick,
        spans=inputs.spans,
        kinds=tuple(event.kind for event in inputs.events),
        names={code: texts.territory(code) for code in geodata.boundaries["code"]},
        short_names={
            code: short
            for code in geodata.boundaries["code"]
            if (short := texts.short_territory(code))
        },
        colours=mix_colours(dataset.meta),
        territories=geodata.boundaries,
        areas=geodata.areas,
        marks=join_events(signs, places),
        objects=_points([(o.object, places[o.place]) for o in guarded if o.place]),
        towns=_towns(spec, places, texts),
        regions=_regions(spec, geodata.provinces, texts),
        lakes=geodata.lakes,
        routes=draw_routes(drawn, places, strengths, spec.plane),
        forces={
            code: (force, write_strength(strengths[code], texts))
            for code, force in draw_forces(drawn, places, strengths, spec.plane).items()
        },
        lines=draw_lines(spec, geodata, state_changes.lines),
        sizes=find_sizes(signs) if spec.has_sizes else {},
        layers=draw_layers(inputs.layers, spec),
        weights=weigh_names(inputs, state_changes),
    )


def write_strength(strength: Strength, texts: Texts) -> str:
    """Format the strength of a contingent, with ≈ if it is not certain."""
    number = texts.between(strength.low, strength.high)
    return number if strength.is_sure else f"≈\u00a0{number}"


def _is_drawn_as_route(inputs: MapInputs, event: Event) -> bool:
    """Return whether routes and guarded objects show an event, so it needs no symbol.

    This holds for deployments of more than one tick on maps with routes.
    """
    first, last = inputs.spans[event.id]
    return inputs.spec.has_routes and event.kind == "deployment" and first < last


def _points(named: Iterable[tuple[str, Place]]) -> gpd.GeoDataFrame:
    """Return ``key``, ``precise`` and points in EPSG:4326."""
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
    spec: PlacedMap, places: Mapping[str, Place], texts: Texts
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
    spec: PlacedMap, provinces: gpd.GeoDataFrame, texts: Texts
) -> gpd.GeoDataFrame:
    chosen = provinces[provinces["province"].isin(spec.regions)]
    names = [texts.pick(spec.regions[name]) for name in chosen["province"]]
    return chosen.assign(key=chosen["province"], name=names)
