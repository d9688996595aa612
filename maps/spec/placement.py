"""Derive the projection, frame, views and scales that a spec does not give."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset
from csto_atlas.geodata.grounds import DefaultFiles
from csto_atlas.geodata.mainland import main_parts
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.spec.parts import Preset, Views
from csto_atlas.maps.spec.placed import PlacedMap, PlacedPreset
from csto_atlas.maps.spec.plane import Bounds
from csto_atlas.maps.spec.projecting import Points, km_per_unit
from csto_atlas.maps.spec.projection_choice import choose_projection
from csto_atlas.maps.spec.selection import members_of
from csto_atlas.maps.spec.views import core_box, first_views

# Margin around the views for moving the map, as a share of their longer side, half of
# it on each side (our choice).
ROOM = 0.08
# What frames of pages show around a first view: the largest ratio of width to height
# (1,590 by 690 pixels on a large screen), and as shares of its height what lies above
# it under the buttons (40 of 240 pixels on a phone) and below it under the credit.
WIDEST, ABOVE, BELOW = 2.35, 0.2, 0.1
# Drawing steps along the longer side of the frame (our choice): coordinates have four
# digits at most.
STEPS = 5000
FINEST_KM = 0.8  # length of a pixel at the closest zoom: the boundaries are no finer


def place_maps(
    specs: Mapping[str, MapSpec],
    dataset: Dataset,
    world: Mapping[str, BaseGeometry],
    files: DefaultFiles,
) -> tuple[dict[str, PlacedMap], list[Problem]]:
    """Derive the values that the specs of a data set do not give.

    Parameters
    ----------
    specs : mapping of MapSpec
        By map name.
    dataset : Dataset
    world : mapping of geometry
        Territories in degrees, by code.
    files : DefaultFiles
        Geodata files for specs that name none.

    Returns
    -------
    dict of PlacedMap
        By map name.
    list of Problem
        One for each map that has neither an extent nor a member.
    """
    placed: dict[str, PlacedMap] = {}
    problems = []
    for name, spec in specs.items():
        try:
            placed[name] = place_map(spec, world, members_of(spec, dataset), files)
        except ValueError as error:
            expected = "a member, or 'extent: [west, south, east, north]'"
            problems.append(Problem(spec.origin.at("id"), str(error), expected))
    return placed, problems


def place_map(
    spec: MapSpec,
    world: Mapping[str, BaseGeometry],
    codes: Collection[str],
    files: DefaultFiles,
) -> PlacedMap:
    """Derive the values that a spec does not give; given values are kept.

    Parameters
    ----------
    spec : MapSpec
    world : mapping of geometry
        Territories in degrees, by code; only used if `MapSpec.is_open`.
    codes : collection of str
        Codes of the members (`maps.spec.selection.members_of`).
    files : DefaultFiles
        Geodata files for a spec that names none.

    Returns
    -------
    PlacedMap

    Raises
    ------
    ValueError
        If the spec has neither an extent nor a member with a territory.
    """
    fields = {name: getattr(spec, name) for name in MapSpec.model_fields}
    fields["areas"] = spec.areas or files.areas
    if spec.boundaries is None:
        fields["boundaries"] = files.boundaries
        fields["lakes"] = spec.lakes or files.lakes
    if spec.is_open:
        fields |= _derive(spec, _points_of(spec, world, codes))
    crs = fields["projection"]
    fields["presets"] = _place(spec.presets, crs)
    fields["lenses"] = _place(spec.lenses, crs)
    fields |= {"opens": None, "is_chosen": spec.projection is None}
    return PlacedMap.model_validate(fields)


def _derive(spec: MapSpec, points: Points) -> dict[str, Any]:
    """Return projection, frame, views and scales: given, or derived from points."""
    opens = next((p.extent for p in spec.presets if p.id == spec.opens), None)
    first = _edge(opens) if opens else points
    crs = spec.projection or choose_projection(points, first)
    core = core_box(crs, points)
    presets = _place(spec.presets, crs)
    seen = next((preset.box for preset in presets if preset.id == spec.opens), core)
    views = spec.views or first_views(crs, seen)
    parts = [preset.box for preset in presets]
    frame = spec.frame or _frame((*_surround(views), core, *parts))
    longest = max(frame[2] - frame[0], frame[3] - frame[1])
    unit = spec.unit or float(f"{longest / STEPS:.2g}")
    finest = FINEST_KM / km_per_unit(crs)
    # At least half a drawing step per pixel: then the smallest states have room for
    # a name.
    closest = max(unit / 2, float(f"{min(finest, longest / 1000):.2g}"))
    return {
        "projection": crs,
        "frame": _in_steps(frame, unit),
        "views": views,
        "unit": unit,
        "closest": spec.closest or closest,
    }


def _points_of(
    spec: MapSpec, world: Mapping[str, BaseGeometry], codes: Collection[str]
) -> Points:
    """Return the points that a map must show, in degrees, of shape (n, 2)."""
    if spec.extent:
        return _edge(spec.extent)
    parts = [part for c in codes if c in world for part in main_parts(world[c])]
    if not parts:
        raise ValueError("nothing tells where the map is")
    return shapely.get_coordinates(parts)


def _place(presets: Sequence[Preset], crs: str) -> tuple[PlacedPreset, ...]:
    """Return presets with boxes in the units of the projection."""
    return tuple(
        PlacedPreset(id=preset.id, label=preset.label, box=_box(preset, crs))
        for preset in presets
    )


def _box(preset: Preset, crs: str) -> Bounds:
    if preset.box is not None:
        return preset.box
    assert preset.extent is not None  # Preset takes exactly one of the two
    return core_box(crs, _edge(preset.extent))


def _edge(extent: Bounds) -> Points:
    """Return points along the edge of an extent, a degree apart or less.

    The edge is curved on the plane, so its corners are not enough.
    """
    return shapely.get_coordinates(shapely.segmentize(shapely.box(*extent), 1.0))


def _surround(views: Views) -> list[Bounds]:
    """Return what pages can show around the first views, so that all of it is drawn."""
    found = []
    for (left, bottom, right, top), ratio in ((views.wide, WIDEST), (views.narrow, 0)):
        width, height = right - left, top - bottom
        across = max(width, height * ratio) * (1 + ROOM) - width
        low, high = bottom - BELOW * height, top + ABOVE * height
        found.append((left - across / 2, low, right + across / 2, high))
    return found


def _frame(shown: Sequence[Bounds]) -> Bounds:
    """Return the frame of the drawing: all boxes with a margin.

    On a map of the world it is larger than the globe, which has water around it.
    """
    boxes = np.array(shown)
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    room = (high - low).max() * ROOM / 2
    left, bottom, right, top = map(float, (*(low - room), *(high + room)))
    return left, bottom, right, top


def _in_steps(frame: Bounds, unit: float) -> Bounds:
    """Extend a frame to whole drawing steps."""
    left, bottom = (float(np.floor(edge / unit) * unit) for edge in frame[:2])
    right, top = (float(np.ceil(edge / unit) * unit) for edge in frame[2:])
    return left, bottom, right, top
