"""SVG for drawing programs too, which read SVG 1.1 and little of CSS."""

from __future__ import annotations

from csto_atlas.maps.drawing.medium import StillMedium


def write_transforms(scene: str, medium: StillMedium) -> str:
    """Write the scale of symbols as an attribute: Inkscape 1.2 reads none in CSS.

    Parameters
    ----------
    scene : str
        SVG, whose symbols and names are in groups of the class ``px``.
    medium : StillMedium
    """
    group = '<g class="px"'
    return scene.replace(f"{group}>", f'{group} transform="scale({medium.unit})">')


def write_links(svg: str) -> str:
    """Write the links of a still to its own parts as SVG 1.1 has them.

    Inkscape 1.2 follows no others; browsers and librsvg follow both.

    Parameters
    ----------
    svg : str
    """
    return svg.replace(' href="#', ' xlink:href="#')
