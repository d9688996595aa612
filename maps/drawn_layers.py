"""The layers of a map on its drawing: markup at a tick, and the same at another."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from maps.cells import CellLayer, draw_cells
from maps.layered import LayerOnMap
from maps.spec import MapSpec
from maps.spots import RING, SpotLayer, draw_spots
from maps.templating import render

DrawnLayer = CellLayer | SpotLayer


def draw_layers(
    layers: Sequence[LayerOnMap], spec: MapSpec
) -> tuple[DrawnLayer, ...]:
    """Put the layers of a map onto its drawing.

    Parameters
    ----------
    layers : sequence of LayerOnMap
    spec : MapSpec

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
    layers: Sequence[DrawnLayer], spec: MapSpec, tick: int, scale: float
) -> str:
    """Write the markup of the layers at a tick.

    Parameters
    ----------
    layers : sequence of CellLayer or SpotLayer
    spec : MapSpec
    tick : int
    scale : float
        Drawing steps a pixel.

    Returns
    -------
    str
        Nothing without layers.
    """
    if not layers:
        return ""
    return render(
        "layers.svg.jinja",
        spec=spec,
        layers=[(drawn, has_cells(drawn), is_on(drawn, layers)) for drawn in layers],
        tick=tick,
        scale=scale,
        gap=RING,
    )


def write_style(layers: Sequence[DrawnLayer]) -> str:
    """Write the style of the layers; nothing without any."""
    return render("layers.css.jinja") if layers else ""


def paint_layers(
    painted: etree._Element,
    layers: Sequence[DrawnLayer],
    spec: MapSpec,
    tick: int,
    scale: float,
) -> None:
    """Draw the layers of a still at another tick.

    Parameters
    ----------
    painted : lxml element
        The map of a still, changed in place.
    layers : sequence of CellLayer or SpotLayer
    spec : MapSpec
    tick : int
    scale : float
        Drawing steps a pixel.
    """
    shown = [drawn for drawn in layers if is_on(drawn, layers)]
    fresh = etree.fromstring(f"<g>{write_layers(shown, spec, tick, scale)}</g>")
    for node in painted.xpath('//g[@class="layers"]'):
        for mark in fresh.xpath('//*[@data-count="0"]'):
            mark.getparent().remove(mark)
        node.getparent().replace(node, fresh[0])
