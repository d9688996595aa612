"""Joined frames -> the scene: one SVG that is map, print and still at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain

import geopandas as gpd
import numpy as np
import shapely
from pyproj import Transformer
from rcssmin import cssmin

from csto_atlas.maps.assets.templates import render
from csto_atlas.maps.build_cache import remembered
from csto_atlas.maps.drawing import glyphs
from csto_atlas.maps.drawing.event_symbols import place_marks
from csto_atlas.maps.drawing.keyboard_steps import find_neighbours
from csto_atlas.maps.drawing.palette import Colours
from csto_atlas.maps.drawing.polygons import draw_clipped, draw_seen, draw_shapes, order
from csto_atlas.maps.drawing.routes import Route
from csto_atlas.maps.drawing.svg_paths import path_data
from csto_atlas.maps.labels.model import bands
from csto_atlas.maps.labels.placement import drawn_scale, phone_scale, place_names
from csto_atlas.maps.layers.markup import write_layers, write_style
from csto_atlas.maps.scene.model import LatLng, Parts, Scene
from csto_atlas.maps.slicing.states import Runs
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.spec.plane import Bounds
from csto_atlas.maps.timeline.changes import says_something, state_at


@remembered
def build_scene(
    spec: MapSpec,
    parts: Parts,
    runs: Runs,
    *,
    spans: Mapping[str, tuple[int, int]],
    tick: int,
    names: Mapping[str, str],
    kinds: Sequence[str],
    label: str,
    colours: Colours,
) -> Scene:
    """Draw a map.

    Parameters
    ----------
    spec : MapSpec
    parts : Parts
    runs : Runs
    spans : mapping of (int, int)
        First and last tick of every event.
    tick : int
        The tick that is drawn.
    names : mapping of str
        Territories' names by code.
    kinds : sequence of str
        The kinds of events that need a sign, on the map or beside it.
    label : str
        What a screen reader calls the picture.
    colours : Colours

    Returns
    -------
    Scene
    """
    focus = [code for code, changes in runs.states.items() if says_something(changes)]
    ordered = order(draw_clipped(parts.territories, spec), focus)
    areas = parts.areas[parts.areas["area"].isin(runs.areas)]
    marks = draw_seen(parts.marks, spec)
    labels = place_names(
        spec,
        ordered,
        focus,
        names,
        np.unique(shapely.get_coordinates(marks.geometry.array), axis=0),
        towns=draw_seen(parts.towns, spec),
        regions=spec.plane.to_drawing(parts.regions),
    )
    svg = render(
        "scene.svg.jinja",
        spec=spec,
        size=spec.plane.size,
        scale=drawn_scale(spec),
        label=label,
        territories=draw_shapes(ordered, "code", runs.states, tick),
        lakes=_lakes(parts.lakes, spec),
        areas=draw_shapes(spec.plane.to_drawing(areas), "area", runs.areas, tick),
        held={key: state_at(changes, tick) for key, changes in runs.held.items()},
        outlined=sorted({c for by_code in runs.members.values() for c in by_code}),
        lines=parts.lines,
        contingents=_group(parts.routes),
        contingent_states={k: state_at(v, tick) for k, v in runs.contingents.items()},
        route_states={key: state_at(v, tick) for key, v in runs.routes.items()},
        objects=draw_seen(parts.objects, spec),
        object_states={key: state_at(v, tick) for key, v in runs.objects.items()},
        marks=place_marks(
            marks,
            spans,
            tick,
            [far for _, far in bands(spec.closest / spec.unit, phone_scale(spec))],
            parts.sizes,
        ),
        kinds=sorted(set(kinds)),
        glyphs=glyphs,
        names=labels,
        label_states={c: state_at(runs.states[c], tick) for c in runs.states},
        focus=set(focus),
        **write_layers(parts.layers, tick, drawn_scale(spec)),
    )
    crs, to_latlng = _leaflet(spec)
    labelled = {label.code for label, _ in labels.countries}
    walked = ordered[ordered["code"].isin(labelled | set(focus))]
    return Scene(
        id=spec.id,
        svg=svg,
        css=cssmin(
            render(
                "scene.css.jinja",
                spec=spec,
                scale=drawn_scale(spec),
                colours=colours,
            )
        )
        + cssmin(write_style(parts.layers)),
        crs=crs,
        bounds=to_latlng(spec.frame),
        wide=to_latlng(spec.views.wide),
        narrow=to_latlng(spec.views.narrow),
        presets=tuple(to_latlng(preset.box) for preset in spec.presets),
        closest=spec.closest / spec.unit,
        shown=tuple(ordered["code"]),
        unlabelled=tuple(c for c in ordered["code"] if c not in labelled),
        steps=tuple(chain.from_iterable(find_neighbours(walked.geometry))),
        layers=parts.layers,
    )


def _lakes(lakes: gpd.GeoDataFrame, spec: MapSpec) -> str:
    drawn = draw_clipped(lakes, spec)
    return path_data([shapely.union_all(drawn.geometry.array)])[0]


def _group(routes: Sequence[Route]) -> dict[str, list[Route]]:
    groups: dict[str, list[Route]] = {}
    for route in routes:
        groups.setdefault(route.contingent, []).append(route)
    return groups


def _leaflet(
    spec: MapSpec,
) -> tuple[str, Callable[[Bounds], tuple[LatLng, LatLng]]]:
    """Name Leaflet's coordinate system, and give the way into it."""
    if spec.plane.is_web_mercator:
        inverse = Transformer.from_crs(spec.projection, 4326, always_xy=True)

        def to_latlng(box: Bounds) -> tuple[LatLng, LatLng]:
            west, south = inverse.transform(box[0], box[1])
            east, north = inverse.transform(box[2], box[3])
            return (south, west), (north, east)

        return "EPSG3857", to_latlng

    height = spec.plane.size[1]

    def to_simple(box: Bounds) -> tuple[LatLng, LatLng]:
        left, top, right, bottom = spec.plane.box(box)
        return (height - bottom, left), (height - top, right)

    return "Simple", to_simple
