"""Build the scene of a map from joined frames: one SVG for screen and print."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from pyproj import Transformer

from csto_atlas.maps.build_cache import remembered
from csto_atlas.maps.drawing.keyboard_steps import find_neighbours
from csto_atlas.maps.drawing.medium import PageMedium
from csto_atlas.maps.drawing.polygons import draw_clipped, order
from csto_atlas.maps.labels.placement import drawn_scale
from csto_atlas.maps.scene.markup import write_scene
from csto_atlas.maps.scene.model import LatLng, Parts, Scene
from csto_atlas.maps.scene.parts import draw_parts
from csto_atlas.maps.scene.style import write_scene_style
from csto_atlas.maps.slicing.states import StateChanges
from csto_atlas.maps.slicing.tick_states import find_states
from csto_atlas.maps.spec.placed import PlacedMap
from csto_atlas.maps.spec.plane import WEB_MERCATOR_ROUND, Bounds
from csto_atlas.maps.timeline.changes import says_something


@remembered
def build_scene(spec: PlacedMap, parts: Parts, state_changes: StateChanges) -> Scene:
    """Build the scene of a map.

    Parameters
    ----------
    spec : PlacedMap
    parts : Parts
        Joined frames, each with a CRS.
    state_changes : StateChanges
        The changes of all items of the map over its ticks.

    Returns
    -------
    Scene
        At the tick ``parts.tick``. It may come from the build cache
        (`maps.build_cache.remembered`), so do not change it.
    """
    focus = [
        code
        for code, changes in state_changes.states.items()
        if says_something(changes)
    ]
    ordered = order(draw_clipped(parts.territories, spec), focus)
    drawn = draw_parts(spec, parts, state_changes, ordered, focus)
    medium = PageMedium(drawn_scale(spec))
    states = find_states(state_changes, parts.spans, parts.tick)
    crs, to_latlng = _leaflet(spec)
    labelled = {label.code for label, _ in drawn.names.countries}
    shortened = {
        label.code
        for label, _ in drawn.names.countries
        if label.name != parts.names[label.code]
    }
    walked = ordered[ordered["code"].isin(labelled | set(focus))]
    return Scene(
        id=spec.id,
        svg=write_scene(spec, drawn, states, medium, label=parts.label),
        css=write_scene_style(spec, drawn.layers, medium, parts.colours),
        crs=crs,
        bounds=to_latlng(spec.frame),
        wide=to_latlng(spec.views.wide),
        narrow=to_latlng(spec.views.narrow),
        presets=tuple(to_latlng(preset.box) for preset in spec.presets),
        closest=spec.closest / spec.unit,
        shown=tuple(ordered["code"]),
        unlabelled=tuple(
            c for c in ordered["code"] if c not in labelled or c in shortened
        ),
        steps=tuple(chain.from_iterable(find_neighbours(walked.geometry))),
        parts=drawn,
    )


def _leaflet(
    spec: PlacedMap,
) -> tuple[str, Callable[[Bounds], tuple[LatLng, LatLng]]]:
    """Return Leaflet's name of the CRS, and a function from plane boxes to LatLng.

    Leaflet knows Web Mercator as ``EPSG3857``. For any other projection ``Simple`` is
    used, in which coordinates are drawing steps with y upwards.
    """
    if spec.plane.is_web_mercator:
        inverse = Transformer.from_crs(WEB_MERCATOR_ROUND, 4326, always_xy=True)

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
