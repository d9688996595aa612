"""File names of stills."""

from __future__ import annotations

from csto_atlas.maps.content.map_view import MapView


def name_still(language: str, name: str, tick: str) -> str:
    """Return the path of a still relative to the output.

    Parameters
    ----------
    language : str
    name : str
        Id of the map.
    tick : str
        Id of the tick.
    """
    return f"stills/{language}/{name}-{tick}.svg"


def name_calls(language: str, name: str) -> str:
    """Return the path of the picture of a map's calls for help.

    Parameters
    ----------
    language : str
    name : str
        Id of the map.
    """
    return f"stills/{language}/{name}-calls.png"


def name_first(view: MapView) -> str:
    """Return the path of the still of the tick that a page opens on."""
    tick = view.ticks[view.start]
    return name_still(view.texts.language, view.spec.id, tick.id)
