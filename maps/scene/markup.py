"""Write the markup of a scene at one tick, for a page or for a still."""

from __future__ import annotations

from csto_atlas.maps.assets.templates import render
from csto_atlas.maps.drawing import glyphs
from csto_atlas.maps.drawing.medium import Medium
from csto_atlas.maps.layers.markup import write_layer_markup
from csto_atlas.maps.scene.model import DrawnParts
from csto_atlas.maps.slicing.tick_states import TickStates
from csto_atlas.maps.spec.placed import PlacedMap


def write_scene(
    spec: PlacedMap,
    parts: DrawnParts,
    states: TickStates,
    medium: Medium,
    *,
    label: str = "",
) -> str:
    """Write the SVG element of a map at one tick.

    Parameters
    ----------
    spec : PlacedMap
    parts : DrawnParts
        For a still, only the parts that are visible at the tick and the scale.
    states : TickStates
        States of all items at the tick.
    medium : Medium
        Page or still.
    label : str
        Accessible name of the SVG element. Stills leave it empty: they have a title.

    Returns
    -------
    str
        Markup.
    """
    return render(
        "scene.svg.jinja",
        spec=spec,
        parts=parts,
        states=states,
        medium=medium,
        label=label,
        glyphs=glyphs,
        **write_layer_markup(parts.layers, states.tick, medium),
    )
