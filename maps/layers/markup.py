"""Draw the layers of a map: SVG markup at a tick, and CSS."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from csto_atlas.maps.assets.templates import render
from csto_atlas.maps.drawing.medium import Medium
from csto_atlas.maps.drawing.palette import LAYER_COLOURS
from csto_atlas.maps.layers.hexagons import CellLayer, draw_cells
from csto_atlas.maps.layers.model import LayerOnMap
from csto_atlas.maps.layers.point_symbols import RING, SpotLayer, draw_spots
from csto_atlas.maps.spec.placed import PlacedMap

DrawnLayer = CellLayer | SpotLayer


def draw_layers(
    layers: Sequence[LayerOnMap], spec: PlacedMap
) -> tuple[DrawnLayer, ...]:
    """Draw the layers of a map.

    Parameters
    ----------
    layers : sequence of LayerOnMap
    spec : PlacedMap

    Returns
    -------
    tuple of CellLayer or SpotLayer
    """
    return tuple(
        draw_cells(layer, spec) if layer.cells else draw_spots(layer, spec)
        for layer in layers
    )


def has_cells(drawn: DrawnLayer) -> bool:
    """Tell whether a layer is drawn as cells."""
    return isinstance(drawn, CellLayer)


def is_on(drawn: DrawnLayer, layers: Sequence[DrawnLayer]) -> bool:
    """Tell whether a layer is shown at first.

    Of the layers of cells only the first is: two would cover each other.
    """
    if not has_cells(drawn):
        return True
    return drawn is next(other for other in layers if has_cells(other))


def write_layer_markup(
    layers: Sequence[DrawnLayer], tick: int, medium: Medium
) -> dict[str, str]:
    """Write the SVG markup of the layers at a tick.

    Parameters
    ----------
    layers : sequence of CellLayer or SpotLayer
    tick : int
    medium : Medium
        A still only has the layers that are shown at first, and the marks of its tick.

    Returns
    -------
    dict of str
        ``cells``, to be drawn below the names on the map, and ``spots``, to be drawn
        above them; an empty text if there are no such layers.
    """
    groups: Mapping[str, list[DrawnLayer]] = {"cells": [], "spots": []}
    for drawn in layers:
        if medium.is_page or is_on(drawn, layers):
            groups["cells" if has_cells(drawn) else "spots"].append(drawn)
    return {
        name: render(
            "layers.svg.jinja",
            name=name,
            layers=[(drawn, is_on(drawn, layers)) for drawn in group],
            tick=tick,
            medium=medium,
            gap=RING,
        )
        if group
        else ""
        for name, group in groups.items()
    }


def write_style(layers: Sequence[DrawnLayer], medium: Medium) -> str:
    """Write the CSS of the layers; an empty text if there are no layers."""
    if not layers:
        return ""
    return render("layers.css.jinja", medium=medium, shades=LAYER_COLOURS)
