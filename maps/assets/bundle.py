"""Our ES modules joined into one script, and Leaflet out of its pinned package."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from pathlib import PurePosixPath

from rcssmin import cssmin
from rjsmin import jsmin

from csto_atlas.maps.assets.templates import static
from csto_atlas.maps.assets.tree_shaking import sift

# What our scripts and folium's map call, and what nothing of ours ever shows.
LEAFLET = ("map", "Map", "CRS", "Control", "latLngBounds", "svgOverlay")
NOT_LEAFLET = (
    *("Attribution", "Layers", "Scale"),
    *("Popup", "Tooltip", "Marker", "Icon", "FeatureGroup"),
    *("Path", "Polyline", "GeoJSON", "Renderer", "SVG", "Canvas"),
    *("svg", "canvas", "GridLayer", "TileLayer", "EPSG3395", "EPSG4326"),
    *("BoxZoom", "TapHold", "Keyboard"),
)
# Methods of Leaflet's map that nothing calls.
UNCALLED = (
    *("flyTo", "flyToBounds", "fitBounds", "fitWorld", "panInside", "locate"),
    *("_handleGeolocationError", "_handleGeolocationResponse"),
)
IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=function |const )", re.MULTILINE)
URL = re.compile(r"[\w-]+:\s*url\([^)]*\)[^;}]*;?")
PREFIXED = re.compile(r"(?<=[{;])-(?:ms|moz|webkit)-[\w-]+:[^;}]*;?")
UNUSED = re.compile(
    r"popup|tooltip|layers|marker|div-icon|tile|attribution|scale|vml|oldie|@"
    r"|zoom-box| img|crosshair|shadow|canvas|bottom|left|container a"
)


def bundle(*entries: str) -> str:
    """Join modules and all they import, each once, into one plain script.

    Parameters
    ----------
    *entries : str
        Modules in ``maps/static``.

    Returns
    -------
    str
        Functions of all the modules, without ``import`` and ``export``, made small.

    Raises
    ------
    ValueError
        If modules import each other in a circle.
    """
    done: dict[str, str] = {}
    for entry in entries:
        _collect(entry, done, ())
    return "".join(done.values())


def _collect(name: str, done: dict[str, str], above: tuple[str, ...]) -> None:
    if name in above:
        raise ValueError(f"modules import each other: {' -> '.join((*above, name))}")
    if name in done:
        return
    text = static(name)
    for found in IMPORT.findall(text):
        _collect(found, done, (*above, name))
    done[name] = f"{jsmin(EXPORT.sub('', IMPORT.sub('', text)))}\n"


def style(name: str) -> str:
    """Return one of our own style sheets, made small."""
    return cssmin(static(name))


def embed_script() -> str:
    """Return the script for pages that embed a map, made small."""
    return f"{jsmin(static('host/embed.js'))}\n"


@cache
def leaflet_script() -> str:
    """Return the part of Leaflet that a scene needs, made small."""
    module = _leaflet("leaflet-src.esm.js")
    notice = module[: module.index("*/") + 2]
    return f"{notice}const L={jsmin(sift(module, LEAFLET, NOT_LEAFLET, UNCALLED))};"


def leaflet_style() -> str:
    """Return the rules of Leaflet's style sheet that a scene's page uses.

    Left out are rules for pictures, which would be asked for, for parts of Leaflet
    that no page has (popups, tiles, its list of layers, controls at the bottom or the
    left), and declarations for browsers of long ago.
    """
    text = PREFIXED.sub("", URL.sub("", cssmin(_leaflet("leaflet.css"))))
    rules = []
    for group, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        selectors = [s.strip() for s in group.split(",") if not UNUSED.search(s)]
        if selectors and body.strip():
            rules.append(f"{','.join(selectors)}{{{body}}}")
    return "".join(rules)


def _leaflet(name: str) -> str:
    package = resources.files("xstatic.pkg.leaflet")
    return (package / str(PurePosixPath("data") / name)).read_text(encoding="utf-8")
