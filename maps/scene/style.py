"""The style sheet of a scene, and the colours only, for pages without a scene."""

from __future__ import annotations

from collections.abc import Sequence

from csto_atlas.maps.assets.minify import minify_style
from csto_atlas.maps.assets.templates import render
from csto_atlas.maps.drawing.medium import Medium
from csto_atlas.maps.drawing.palette import Colours
from csto_atlas.maps.layers.markup import DrawnLayer, write_style
from csto_atlas.maps.spec.placed import PlacedMap


def write_scene_style(
    spec: PlacedMap, layers: Sequence[DrawnLayer], medium: Medium, colours: Colours
) -> str:
    """Write the style sheet of a scene for a page or for a still.

    Parameters
    ----------
    spec : PlacedMap
    layers : sequence of CellLayer or SpotLayer
    medium : Medium
        Page or still.
    colours : Colours
        A page declares them as CSS variables; a still has values
        instead (`StillMedium`).

    Returns
    -------
    str
        Minified CSS.
    """
    css = render("scene.css.jinja", spec=spec, medium=medium, colours=colours)
    return minify_style(css) + minify_style(write_style(layers, medium))


def write_palette(colours: Colours) -> str:
    """Write colours as CSS variables for the light, dark and forced-colours modes."""
    css = render("palette.css.jinja", colours=colours, in_forced_colours="")
    return minify_style(css)
