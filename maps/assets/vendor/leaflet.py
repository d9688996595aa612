"""Leaflet from its pinned package: cut to what a scene needs, then minified."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from importlib import resources
from importlib.metadata import version

from csto_atlas.maps.assets.vendor.browsers import ANSWERS, inline_answers
from csto_atlas.maps.assets.vendor.style_rules import keep_used_rules
from csto_atlas.maps.assets.vendor.tree_shaking import shake

PACKAGE = "XStatic-Leaflet"
SCRIPT, SHEET = "leaflet-src.esm.js", "leaflet.css"
# What our scripts and folium's map call, and what no page shows.
WANTED = ("map", "Map", "CRS", "Control", "latLngBounds", "svgOverlay")
UNWANTED = (
    *("Attribution", "Layers", "Scale"),
    *("Popup", "Tooltip", "Marker", "Icon", "FeatureGroup"),
    *("Path", "Polyline", "GeoJSON", "Renderer", "SVG", "Canvas"),
    *("svg", "canvas", "GridLayer", "TileLayer"),
    *("EPSG3395", "EPSG4326", "EPSG900913"),
    *("BoxZoom", "TapHold", "Keyboard"),
)
# Members that nothing calls: of the map, of layers and events, of points and bounds.
UNCALLED = (
    *("flyTo", "flyToBounds", "fitBounds", "fitWorld", "panInside", "locate"),
    *("_handleGeolocationError", "_handleGeolocationResponse"),
    *("setMinZoom", "setMaxZoom", "getPanes", "_getBoundsCenterZoom"),
    *("mouseEventToLatLng", "mouseEventToLayerPoint", "_latLngToNewLayerPoint"),
    *("_addZoomLimit", "_removeZoomLimit", "_updateZoomLevels", "_getZoomSpan"),
    *("bringToBack", "bringToFront", "getAttribution", "getElement", "attribution"),
    *("setBounds", "setStyle", "setUrl", "setZIndex", "renderer", "moving"),
    *("addEventParent", "removeEventParent", "propagatedFrom"),
    *("scaleBy", "unscaleBy", "wrap", "toBBoxString", "toBounds", "_initOverlay"),
)
# A scene is a plane of its own: the map's default, the Earth in Mercator's, goes.
# Layers of longitudes and latitudes need it.
EARTH, OWN = "EPSG3857", "Simple"
SCRIPTS = {"leaflet.js": OWN, "leaflet-earth.js": EARTH}


def read_source(name: str) -> bytes:
    """Return a file of the pinned package."""
    return (resources.files("xstatic.pkg.leaflet") / "data" / name).read_bytes()


def as_text(source: bytes) -> str:
    """Decode a file of the package, whose lines end as on Windows."""
    return source.decode("utf-8").replace("\r\n", "\n")


def cut_script(module: str, plane: str = OWN) -> str:
    """Return the part of Leaflet that a scene needs, as a script that declares ``L``.

    Parameters
    ----------
    module : str
        Leaflet as one ES module.
    plane : str
        Name of the map's default plane.
    """
    unwanted = UNWANTED if plane == EARTH else (*UNWANTED, EARTH)
    return f"const L={shake(module, WANTED, unwanted, UNCALLED)};\n"


def settle_script(module: str, plane: str = OWN) -> str:
    """Return Leaflet for the browsers of today and for one plane.

    Parameters
    ----------
    module : str
        Leaflet as one ES module.
    plane : str
        Name of the map's default plane.

    Returns
    -------
    str
        The module, with branches that nothing reaches.

    Raises
    ------
    ValueError
        If it is not the Leaflet that this was written for.
    """
    default = f"crs: {EARTH},"
    if module.count(default) != 1:
        raise ValueError(f"the module has no default {default!r}")
    return inline_answers(module.replace(default, f"crs: {plane},"), ANSWERS)


def make_files(
    drop_unreachable: Callable[[str], str], minify: Callable[[str], str]
) -> dict[str, str]:
    """Make every file of ``maps/static/vendor`` but the licence.

    Parameters
    ----------
    drop_unreachable : callable
        Takes branches out of a module that nothing reaches.
    minify : callable
        Shortens a script.

    Returns
    -------
    dict of str
        Contents by name.
    """
    sources = {name: read_source(name) for name in (SCRIPT, SHEET)}
    module = as_text(sources[SCRIPT])
    files = {"leaflet.css": f"{keep_used_rules(as_text(sources[SHEET]))}\n"}
    settled = {plane: settle_script(module, plane) for plane in SCRIPTS.values()}
    for name, plane in SCRIPTS.items():
        script = minify(cut_script(drop_unreachable(settled[plane]), plane))
        files[name] = f"{read_notice(module)}\n{script}"
    record = _write_provenance(sources, settled[OWN], files)
    return files | {"PROVENANCE.json": record}


def read_notice(module: str) -> str:
    """Return the comment that a module begins with: its version and copyright."""
    return module[: module.index("*/") + 2]


def _write_provenance(
    sources: Mapping[str, bytes], settled: str, files: Mapping[str, str]
) -> str:
    """Write what went in and what came out, each with its sha256."""
    record = {
        "name": "Leaflet",
        "package": {"name": PACKAGE, "version": version(PACKAGE)},
        "licence": {"name": "BSD-2-Clause", "file": "LICENCE-leaflet.txt"},
        "made": "by python -m csto_atlas.maps.assets.vendor",
        "sources": {name: digest(data) for name, data in sources.items()},
        "before_esbuild": digest(settled.encode("utf-8")),
        "files": {name: digest(text.encode("utf-8")) for name, text in files.items()},
    }
    return json.dumps(record, indent=2) + "\n"


def digest(data: bytes) -> str:
    """Return the sha256 of some bytes in hexadecimal."""
    return sha256(data).hexdigest()
