"""A scene beside others in one page: with ids and styles of its own."""

from __future__ import annotations

import re

from csto_atlas.maps.scene.model import Scene

# Texts have no quotation marks of their own here: they are escaped.
_NAMED = re.compile(r' (id|href)="(#?)')
# A page of folium has no dark theme: its tiles, controls and keys stay light.
_DARK = re.compile(
    r"@media screen and \(prefers-color-scheme:dark\)\{[^{}]*\{[^}]*\}\}"
)


def set_apart(scene: Scene, name: str) -> tuple[str, str]:
    """Give ids and styles of a scene to its own element alone.

    Two scenes of a page would otherwise share patterns, colours and the id ``scene``.

    Parameters
    ----------
    scene : Scene
    name : str
        Before each id, with a hyphen: the drawing becomes ``name-scene``.

    Returns
    -------
    css, svg : str
        The style sheet is nested in the drawing's rule (CSS Nesting), and light.
    """
    svg = _NAMED.sub(rf' \1="\2{name}-', scene.svg)
    css = _DARK.sub("", scene.css)
    for there in (":root", ".atlas-scene"):
        css = css.replace(there, "&")
    own = f"url(#{name}-"
    return f"#{name}-scene{{{css.replace('url(#', own)}}}", svg.replace("url(#", own)
