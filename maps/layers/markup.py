"""The layers of a map on its drawing: markup at a tick, and style."""

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
    """Put the layers of a map onto its drawing.

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
    """Tell whether a layer counts in cells."""
    return isinstance(drawn, CellLayer)


def is_on(drawn: DrawnLayer, layers: Sequence[DrawnLayer]) -> bool:
    """Tell whether a layer is shown at first.

    Of those that count in cells it is the first one: two would cover each other.
    """
    if not has_cells(drawn):
        return True
    return drawn is next(other for other in layers if has_cells(other))


def write_layer_markup(
    layers: Sequence[DrawnLayer], tick: int, medium: Medium
) -> dict[str, str]:
    """Write the markup of the layers at a tick.

    Parameters
    ----------
    layers : sequence of CellLayer or SpotLayer
    tick : int
    medium : Medium
        A still has only the layers that are shown at first, and the marks of its tick.

    Returns
    -------
    dict of str
        ``cells``, which belong below the names on the map, and ``spots``, which belong
        above them; empty without such layers.
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
    """Write the style of the layers; nothing without any."""
    if not layers:
        return ""
    return render("layers.css.jinja", medium=medium, shades=LAYER_COLOURS)
