"""The layers of a map on its drawing: markup at a tick, and the same at another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from csto_atlas.maps.assets.templates import render
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


def write_layers(
    layers: Sequence[DrawnLayer], tick: int, scale: float
) -> dict[str, str]:
    """Write the markup of the layers at a tick.

    Parameters
    ----------
    layers : sequence of CellLayer or SpotLayer
    tick : int
    scale : float
        Drawing steps a pixel.

    Returns
    -------
    dict of str
        ``cells``, which belong below the names on the map, and ``spots``, which belong
        above them; empty without such layers.
    """
    groups: Mapping[str, list[DrawnLayer]] = {"cells": [], "spots": []}
    for drawn in layers:
        groups["cells" if has_cells(drawn) else "spots"].append(drawn)
    return {
        name: render(
            "layers.svg.jinja",
            name=name,
            layers=[(drawn, is_on(drawn, layers)) for drawn in group],
            tick=tick,
            scale=scale,
            gap=RING,
        )
        if group
        else ""
        for name, group in groups.items()
    }


def write_style(layers: Sequence[DrawnLayer]) -> str:
    """Write the style of the layers; nothing without any."""
    return render("layers.css.jinja") if layers else ""


def paint_layers(
    painted: etree._Element,
    layers: Sequence[DrawnLayer],
    tick: int,
    scale: float,
) -> None:
    """Draw the layers of a still at another tick.

    Parameters
    ----------
    painted : lxml element
        The map of a still, changed in place.
    layers : sequence of CellLayer or SpotLayer
    tick : int
    scale : float
        Drawing steps a pixel.
    """
    shown = [drawn for drawn in layers if is_on(drawn, layers)]
    for name, markup in write_layers(shown, tick, scale).items():
        for node in painted.xpath(f'//g[@class="layers {name}"]'):
            fresh = etree.fromstring(markup)
            for mark in fresh.xpath('//*[@data-events="0"]'):
                mark.getparent().remove(mark)
            node.getparent().replace(node, fresh)
