"""What a spec leaves open of a map's place on the globe, derived from the data set."""

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
from csto_atlas.maps.spec.parts import Preset
from csto_atlas.maps.spec.placed import PlacedMap, PlacedPreset
from csto_atlas.maps.spec.plane import Bounds
from csto_atlas.maps.spec.projecting import Points, km_per_unit
from csto_atlas.maps.spec.projection_choice import choose_projection
from csto_atlas.maps.spec.selection import members_of
from csto_atlas.maps.spec.views import core_box, first_views, keep_on_globe

ROOM = 0.1  # of the views' size, around them, to move the map in
STEPS = 5000  # of the drawing, along its longer side
FINEST_KM = 0.8  # a screen pixel may show as much; the boundaries are no finer


def place_maps(
    specs: Mapping[str, MapSpec],
    dataset: Dataset,
    world: Mapping[str, BaseGeometry],
    files: DefaultFiles,
) -> tuple[dict[str, PlacedMap], list[Problem]]:
    """Derive what the specs of a data set leave open.

    Parameters
    ----------
    specs : mapping of MapSpec
        By the map's name.
    dataset : Dataset
    world : mapping of geometry
        Territories in degrees, by code.
    files : DefaultFiles

    Returns
    -------
    dict of PlacedMap
        By the same names.
    list of Problem
        A map that neither says where it is nor has a member.
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
    """Derive what a spec leaves open; what it says stands.

    Parameters
    ----------
    spec : MapSpec
    world : mapping of geometry
        Territories in degrees, by code; only needed if the spec is open.
    codes : collection of str
        Of `members_of`.
    files : DefaultFiles
        What it is drawn from if it names none.

    Returns
    -------
    PlacedMap
        The middle of its frame is the middle of its projection, unless the spec has
        one of the two.

    Raises
    ------
    ValueError
        If there is neither an extent nor a member on the map.
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
    """Return the fields of a map's place: as the spec has them, or as points need."""
    opens = next((p.extent for p in spec.presets if p.id == spec.opens), None)
    first = _edge(opens) if opens else points
    crs = spec.projection or choose_projection(points, first)
    core = core_box(crs, points)
    presets = _place(spec.presets, crs)
    seen = next((preset.box for preset in presets if preset.id == spec.opens), core)
    views = spec.views or first_views(crs, seen)
    parts = [preset.box for preset in presets]
    frame = spec.frame or _frame(crs, (views.wide, views.narrow, core, *parts))
    longest = max(frame[2] - frame[0], frame[3] - frame[1])
    unit = spec.unit or float(f"{longest / STEPS:.2g}")
    finest = FINEST_KM / km_per_unit(crs)
    # Half a step a pixel at least: as near as that, the smallest have room for a name.
    closest = max(unit / 2, min(finest, longest / 1000))
    return {
        "projection": crs,
        "frame": _in_steps(frame, unit),
        "views": views,
        "unit": unit,
        "closest": spec.closest or float(f"{closest:.2g}"),
    }


def _points_of(
    spec: MapSpec, world: Mapping[str, BaseGeometry], codes: Collection[str]
) -> Points:
    """Return what a map must show, as points in degrees."""
    if spec.extent:
        return _edge(spec.extent)
    parts = [part for c in codes if c in world for part in main_parts(world[c])]
    if not parts:
        raise ValueError("nothing tells where the map is")
    return shapely.get_coordinates(parts)


def _place(presets: Sequence[Preset], crs: str) -> tuple[PlacedPreset, ...]:
    """Put presets that are named in degrees on the plane."""
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
    """Return the edge of a box of degrees, which is bent on the plane."""
    return shapely.get_coordinates(shapely.segmentize(shapely.box(*extent), 1.0))


def _frame(crs: str, shown: Sequence[Bounds]) -> Bounds:
    """Return the edge of the drawing: what is shown with room around it."""
    boxes = np.array(shown)
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    room = (high - low).max() * ROOM / 2
    return keep_on_globe(crs, (*(low - room), *(high + room)))


def _in_steps(frame: Bounds, unit: float) -> Bounds:
    """Widen a frame to whole steps of the drawing."""
    left, bottom = (float(np.floor(edge / unit) * unit) for edge in frame[:2])
    right, top = (float(np.ceil(edge / unit) * unit) for edge in frame[2:])
    return left, bottom, right, top
