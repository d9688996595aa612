"""Draw the parts of a scene: convert joined frames to drawing steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import geopandas as gpd
import numpy as np
import shapely

from csto_atlas.maps.drawing.event_symbols import Mark, place_marks
from csto_atlas.maps.drawing.lenses import draw_lenses
from csto_atlas.maps.drawing.polygons import (
    coarsen,
    draw_clipped,
    draw_seen,
    draw_shapes,
    draw_united,
)
from csto_atlas.maps.drawing.routes import Route
from csto_atlas.maps.labels.model import Label, bands
from csto_atlas.maps.labels.numbers import Circle, number_at, place_numbers
from csto_atlas.maps.labels.placement import (
    NamedFeatures,
    find_views,
    phone_scale,
    place_names,
)
from csto_atlas.maps.scene.model import DrawnObject, DrawnParts, Parts
from csto_atlas.maps.slicing.states import StateChanges
from csto_atlas.maps.spec.placed import PlacedMap

SIGN_HALF = 8.0  # pixels: half the width of a symbol with its outline
FLOWN_UP = 14.0  # pixels: from an arrow up to the number of aircraft, as in the markup


def draw_parts(
    spec: PlacedMap,
    parts: Parts,
    state_changes: StateChanges,
    territories: gpd.GeoDataFrame,
    focus: Sequence[str],
) -> DrawnParts:
    """Draw the parts of a map.

    Parameters
    ----------
    spec : PlacedMap
    parts : Parts
    state_changes : StateChanges
        Areas and members without changes are not drawn.
    territories : GeoDataFrame
        Column ``code`` and polygons in drawing steps, in drawing order.
    focus : sequence of str
        Codes of the territories with a status at any tick.

    Returns
    -------
    DrawnParts
    """
    areas = parts.areas[parts.areas["area"].isin(state_changes.areas)]
    marks = draw_seen(parts.marks, spec)
    scales = [far for _, far in bands(spec.closest / spec.unit, phone_scale(spec))]
    features = NamedFeatures(
        territories=territories,
        focus=focus,
        names=parts.names,
        short_names=parts.short_names,
        towns=draw_seen(parts.towns, spec),
        regions=spec.plane.to_drawing(parts.regions),
        weights=parts.weights,
    )
    drawn_areas = spec.plane.to_drawing(areas)
    signs = place_marks(marks, parts.spans, scales, parts.sizes)
    circles = [(force.x, force.y) for force, _ in parts.forces.values()]
    numbers = _number(spec, parts, signs)
    signed = [*shapely.get_coordinates(marks.geometry.array), *circles]
    places = np.unique(np.reshape(signed, (-1, 2)), axis=0)
    return DrawnParts(
        territories=draw_shapes(coarsen(territories, spec), "code"),
        areas=draw_shapes(coarsen(drawn_areas, spec), "area"),
        lakes=_lakes(parts.lakes, spec),
        outlined=tuple(
            sorted({c for held in state_changes.members.values() for c in held})
        ),
        focus=tuple(focus),
        lines=parts.lines,
        contingents=_group(parts.routes),
        forces={
            code: (force, number)
            for (code, (force, _)), number in zip(
                parts.forces.items(), numbers, strict=False
            )
        },
        objects=_objects(parts.objects, spec),
        marks=signs,
        kinds=tuple(sorted(set(parts.kinds))),
        names=place_names(spec, features, places, numbers),
        layers=parts.layers,
        banded=_find_banded(spec, state_changes, focus),
        lenses=draw_lenses(spec, territories, drawn_areas, signs, parts.names, focus),
    )


def _number(spec: PlacedMap, parts: Parts, marks: Sequence[Mark]) -> list[Label]:
    """Return the numbers of contingents, then those of aircraft on their way home."""
    flown = [
        number_at(route.id, str(route.aircraft), *route.arrow[:2], up=FLOWN_UP)
        for route in parts.routes
        if route.aircraft
    ]
    circles = [
        Circle(code, text, force.x, force.y, force.most)
        for code, (force, text) in parts.forces.items()
    ]
    signs = [*flown, *(sign for mark in marks for sign in _stand(mark))]
    return [*place_numbers(circles, signs, find_views(spec)), *flown]


def _stand(mark: Mark) -> Iterable[Label]:
    """Return a symbol as labels without a text, one for each of its shifts."""
    nears = [far for far, _, _ in mark.shifts[1:]]
    for (far, dx, dy), near in zip(mark.shifts, [*nears, 0.0], strict=True):
        half = SIGN_HALF, SIGN_HALF
        offset = round(dx), round(dy)
        yield Label(mark.event, "", mark.x, mark.y, half, near, far, offset)


def _lakes(lakes: gpd.GeoDataFrame, spec: PlacedMap) -> str:
    drawn = draw_clipped(lakes, spec)
    return draw_united(coarsen(drawn, spec))


def _find_banded(
    spec: PlacedMap, changes: StateChanges, focus: Sequence[str]
) -> frozenset[str]:
    """Return the codes of territories that ever have a style with a band."""
    bands = {state for state, style in spec.states.items() if style.band}
    held = {code: {state for _, state in changes.states[code]} for code in focus}
    return frozenset(code for code in focus if held[code] & bands)


def _objects(objects: gpd.GeoDataFrame, spec: PlacedMap) -> list[DrawnObject]:
    return [
        DrawnObject(row.key, row.precise, round(row.geometry.x), round(row.geometry.y))
        for row in draw_seen(objects, spec).itertuples()
    ]


def _group(routes: Iterable[Route]) -> dict[str, list[Route]]:
    """Group routes by contingent."""
    groups: dict[str, list[Route]] = {}
    for route in routes:
        groups.setdefault(route.contingent, []).append(route)
    return groups
