"""What a spec leaves open of a map's place on the globe, derived from the data set."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from pyproj import CRS
from shapely.geometry.base import BaseGeometry

from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset
from csto_atlas.geodata.grounds import DefaultFiles
from csto_atlas.geodata.mainland import main_parts
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.spec.parts import Preset, Views
from csto_atlas.maps.spec.placed import PlacedMap, PlacedPreset
from csto_atlas.maps.spec.plane import Bounds
from csto_atlas.maps.spec.projection_choice import (
    Points,
    choose_projection,
    find_meridian,
    project,
)
from csto_atlas.maps.spec.selection import members_of

WIDE, NARROW = 1.65, 1.2  # width by height of the first views
MARGIN = 0.07  # of its size, around what a map is about
ROOM = 0.1  # of the views' size, around them, to move the map in
LEAST_KM = 250.0  # what a map shows at least, or one would see only coarse lines
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
    else:
        fields["presets"] = _place(spec.presets, fields["projection"])
    return PlacedMap.model_validate(fields | {"opens": None})


def _derive(spec: MapSpec, points: Points) -> dict[str, Any]:
    """Return the fields of a map's place: as the spec has them, or as points need."""
    crs = spec.projection or choose_projection(points)
    core = _core(crs, points)
    presets = _place(spec.presets, crs)
    first = next((preset.box for preset in presets if preset.id == spec.opens), core)
    views = spec.views or _views(crs, first)
    frame = spec.frame or _frame(crs, (views.wide, views.narrow, core))
    longest = max(frame[2] - frame[0], frame[3] - frame[1])
    unit = spec.unit or float(f"{longest / STEPS:.2g}")
    finest = FINEST_KM / _km_per_unit(crs)
    closest = max(unit, min(finest, longest / 1000))
    return {
        "projection": crs,
        "frame": _in_steps(frame, unit),
        "views": views,
        "presets": presets,
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


def _core(crs: str, points: Points) -> Bounds:
    """Return the box that points span on a plane, with a margin."""
    flat = project(crs, points)
    flat = flat[np.isfinite(flat).all(axis=1)]
    low, high = flat.min(axis=0), flat.max(axis=0)
    least = LEAST_KM / _km_per_unit(crs)
    half = np.maximum((high - low) * (0.5 + MARGIN), least / 2)
    middle = (low + high) / 2
    return _whole(crs, (*(middle - half), *(middle + half)))


def _views(crs: str, core: Bounds) -> Views:
    return Views(wide=_shape(crs, core, WIDE), narrow=_shape(crs, core, NARROW))


def _shape(crs: str, box: Bounds, ratio: float) -> Bounds:
    """Widen or heighten a box until its width is so many times its height."""
    left, bottom, right, top = box
    across = max(0.0, (top - bottom) * ratio - (right - left)) / 2
    along = max(0.0, (right - left) / ratio - (top - bottom)) / 2
    return _whole(crs, (left - across, bottom - along, right + across, top + along))


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
    return _core(crs, _edge(preset.extent))


def _edge(extent: Bounds) -> Points:
    """Return the edge of a box of degrees, which is bent on the plane."""
    return shapely.get_coordinates(shapely.segmentize(shapely.box(*extent), 1.0))


def _frame(crs: str, shown: Sequence[Bounds]) -> Bounds:
    """Return the edge of the drawing: what is shown with room around it."""
    boxes = np.array(shown)
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    room = (high - low).max() * ROOM / 2
    return _whole(crs, (*(low - room), *(high + room)))


def _in_steps(frame: Bounds, unit: float) -> Bounds:
    """Widen a frame to whole steps of the drawing."""
    left, bottom = (float(np.floor(edge / unit) * unit) for edge in frame[:2])
    right, top = (float(np.ceil(edge / unit) * unit) for edge in frame[2:])
    return left, bottom, right, top


def _whole(crs: str, box: Sequence[float]) -> Bounds:
    """Keep a box within the globe, where that has an edge on the plane."""
    left, bottom, right, top = map(float, box)
    if "+proj=eqearth" not in crs:
        return left, bottom, right, top
    lon_0 = find_meridian(crs)
    edge = np.array([(lon_0 + 179.999, 0), (lon_0, 90)])
    (x, _), (_, y) = project(crs, edge)
    return max(left, -x), max(bottom, -y), min(right, x), min(top, y)


def _km_per_unit(crs: str) -> float:
    return CRS.from_user_input(crs).axis_info[0].unit_conversion_factor / 1000
