"""The colours of a data set as a style sheet, for pages without a scene."""

from __future__ import annotations

from rcssmin import cssmin

from csto_atlas.maps.assets.templates import render
from csto_atlas.maps.drawing.palette import Colours


def write_palette(colours: Colours) -> str:
    """Write the colours of a data set as CSS variables: light, dark and forced."""
    return cssmin(render("palette.css.jinja", colours=colours, in_forced_colours=""))
