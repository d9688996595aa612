"""Joined frames -> the scene: one SVG that is map, print and still at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from pyproj import Transformer
from rcssmin import cssmin

from maps.labels import Label, Lettering, label_scene
from maps.marks import place_marks
from maps.paths import path_data
from maps.projection import Bounds
from maps.slices import Slices, says_something, slice_states, state_at
from maps.spec import MapSpec
from maps.templating import render
from maps.timeline import Tick

LETTERINGS = (Lettering(13.0, bold=True), Lettering(12.0, bold=False))
PHONE = 300.0  # pixels: the narrowest screen that shows the whole narrow view
DESKTOP = 1000.0  # pixels: the width a scene without script is drawn for
LatLng = tuple[float, float]


@dataclass(frozen=True)
class Scene:
    """A drawn map and what moves it.

    Attributes
    ----------
    id : str
    svg, css : str
        Markup and style, complete in themselves.
    crs : str
        Leaflet's name of the coordinate system: ``Simple`` or ``EPSG3857``.
    bounds, wide, narrow : tuple of (lat, lng)
        South-west and north-east of the drawing and of the first views, as Leaflet
        counts: with ``Simple``, drawing steps upwards from the bottom.
    closest : float
        Drawing steps a pixel where zooming in ends.
    states, areas : mapping of Slices
        Changes by territory and by disputed area.
    members : mapping of mapping of Slices
        Changes by organisation that can be outlined, then by territory.
    unlabelled : tuple of str
        Territories without a label at any scale.
    """

    id: str
    svg: str
    css: str
    crs: str
    bounds: tuple[LatLng, LatLng]
    wide: tuple[LatLng, LatLng]
    narrow: tuple[LatLng, LatLng]
    closest: float
    states: Mapping[str, Slices]
    areas: Mapping[str, Slices]
    members: Mapping[str, Mapping[str, Slices]]
    unlabelled: tuple[str, ...]


@dataclass(frozen=True)
class Shape:
    """A path with its identity and its state at the drawn tick."""

    key: str
    state: str
    path: str
    number: int


def build_scene(
    spec: MapSpec,
    territories: gpd.GeoDataFrame,
    areas: gpd.GeoDataFrame,
    marks: gpd.GeoDataFrame,
    *,
    spans: Mapping[str, tuple[int, int]],
    ticks: Sequence[Tick],
    tick: int,
    names: Mapping[str, str],
    members: Mapping[str, Mapping[str, Slices]],
    kinds: Iterable[str],
    label: str,
) -> Scene:
    """Draw a map.

    Parameters
    ----------
    spec : MapSpec
    territories : GeoDataFrame
        ``code``, ``states``, geometry with a CRS (`maps.join.join_memberships`).
    areas : GeoDataFrame
        ``area``, ``states``, geometry with a CRS (`maps.join.join_areas`).
    marks : GeoDataFrame
        ``event``, ``kind``, ``precise``, points with a CRS (`maps.join.join_events`).
    spans : mapping of (int, int)
        First and last tick of every event.
    ticks : sequence of Tick
    tick : int
        The tick that is drawn.
    names : mapping of str
        Territories' names by code.
    members : mapping of mapping of Slices
        Who belongs to the organisations that can be outlined.
    kinds : iterable of str
        The kinds of events that need a sign, on the map or beside it.
    label : str
        What a screen reader calls the picture.

    Returns
    -------
    Scene
    """
    states = _slices(territories, "code", ticks)
    areas_states = _slices(areas, "area", ticks)
    focus = [code for code, changes in states.items() if says_something(changes)]
    drawn = spec.plane.to_drawing(_clip(territories, spec))
    drawn = drawn[~drawn.geometry.is_empty]
    ordered = _order(drawn, focus)
    placed = spec.plane.to_drawing(marks)
    width, height = spec.plane.size
    placed = placed[placed.within(shapely.box(0, 0, width, height))]
    outlined = sorted({code for by_code in members.values() for code in by_code})
    scale = _drawn_scale(spec)
    labels = _labels(spec, ordered, focus, names, placed)
    labelled = {label.code for label, _ in labels}
    svg = render(
        "scene.svg.jinja",
        spec=spec,
        size=spec.plane.size,
        scale=scale,
        label=label,
        territories=_shapes(ordered, "code", states, tick),
        areas=_shapes(spec.plane.to_drawing(areas), "area", areas_states, tick),
        outlined=outlined,
        marks=place_marks(placed, spans, tick, _home_scale(spec)),
        kinds=sorted(set(kinds)),
        labels=labels,
        label_states={c: state_at(states[c], tick) for c in states},
        focus=set(focus),
    )
    crs, to_latlng = _leaflet(spec)
    return Scene(
        id=spec.id,
        svg=svg,
        css=cssmin(render("scene.css.jinja", spec=spec, scale=scale)),
        crs=crs,
        bounds=to_latlng(spec.frame),
        wide=to_latlng(spec.views.wide),
        narrow=to_latlng(spec.views.narrow),
        closest=spec.closest / spec.unit,
        states=states,
        areas=areas_states,
        members=members,
        unlabelled=tuple(c for c in ordered["code"] if c not in labelled),
    )


def _slices(
    frame: gpd.GeoDataFrame, key: str, ticks: Sequence[Tick]
) -> dict[str, Slices]:
    return {
        name: slice_states(held, ticks)
        for name, held in zip(frame[key], frame["states"], strict=True)
    }


def _clip(frame: gpd.GeoDataFrame, spec: MapSpec) -> gpd.GeoDataFrame:
    flat = frame.to_crs(spec.projection)
    geometry = shapely.clip_by_rect(flat.geometry.array, *spec.frame)
    return flat.assign(geometry=gpd.GeoSeries(geometry, index=flat.index, crs=flat.crs))


def _order(drawn: gpd.GeoDataFrame, focus: Sequence[str]) -> gpd.GeoDataFrame:
    """Put the focus last, so that its borders lie on top, and its neighbours before.

    Neighbours side by side also keep a shared border's two copies within reach of
    gzip's window.
    """
    middle = drawn["code"].isin(focus)
    near = drawn.intersects(shapely.union_all(drawn.geometry[middle].array))
    rank = middle.astype(int) * 2 + near.astype(int)
    return drawn.assign(rank=rank).sort_values(["rank", "code"])


def _shapes(
    frame: gpd.GeoDataFrame, key: str, states: Mapping[str, Slices], tick: int
) -> list[Shape]:
    paths = path_data(list(frame.geometry))
    return [
        Shape(name, state_at(states[name], tick), path, number)
        for number, (name, path) in enumerate(zip(frame[key], paths, strict=True))
    ]


def _labels(
    spec: MapSpec,
    frame: gpd.GeoDataFrame,
    focus: Sequence[str],
    names: Mapping[str, str],
    placed: gpd.GeoDataFrame,
) -> list[tuple[Label, bool]]:
    left, top, right, bottom = spec.plane.box(spec.views.narrow)
    countries = dict(zip(frame["code"], frame.geometry, strict=True))
    labels = label_scene(
        names,
        countries,
        [code for code in focus if code in countries],
        (spec.closest / spec.unit, (right - left) / PHONE),
        home=shapely.box(left, top, right, bottom),
        letterings=LETTERINGS,
        avoid=np.unique(shapely.get_coordinates(placed.geometry.array), axis=0),
    )
    return [(label, label.shows(_drawn_scale(spec))) for label in labels]


def _drawn_scale(spec: MapSpec) -> float:
    """Return drawing steps a pixel of a scene without script."""
    return spec.plane.size[0] / DESKTOP


def _home_scale(spec: MapSpec) -> float:
    """Return drawing steps a pixel where a wide screen shows the first view."""
    left, _, right, _ = spec.plane.box(spec.views.wide)
    return (right - left) / DESKTOP


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
