"""Leaflet from its pinned package: cut to what a scene needs, then minified."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from importlib import resources
from importlib.metadata import version

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
    *("svg", "canvas", "GridLayer", "TileLayer", "EPSG3395", "EPSG4326"),
    *("BoxZoom", "TapHold", "Keyboard"),
)
# Methods of Leaflet's map that nothing calls.
UNCALLED = (
    *("flyTo", "flyToBounds", "fitBounds", "fitWorld", "panInside", "locate"),
    *("_handleGeolocationError", "_handleGeolocationResponse"),
)


def read_source(name: str) -> bytes:
    """Return a file of the pinned package."""
    return (resources.files("xstatic.pkg.leaflet") / "data" / name).read_bytes()


def as_text(source: bytes) -> str:
    """Decode a file of the package, whose lines end as on Windows."""
    return source.decode("utf-8").replace("\r\n", "\n")


def cut_script(module: str) -> str:
    """Return the part of Leaflet that a scene needs, as a script that declares ``L``.

    Parameters
    ----------
    module : str
        Leaflet as one ES module.
    """
    return f"const L={shake(module, WANTED, UNWANTED, UNCALLED)};\n"


def make_files(minify: Callable[[str], str]) -> dict[str, str]:
    """Make every file of ``maps/static/vendor`` but the licence.

    Parameters
    ----------
    minify : callable
        Shortens a script.

    Returns
    -------
    dict of str
        Contents by name.
    """
    sources = {name: read_source(name) for name in (SCRIPT, SHEET)}
    script = cut_script(as_text(sources[SCRIPT]))
    files = {
        "leaflet.js": f"{read_notice(as_text(sources[SCRIPT]))}\n{minify(script)}",
        "leaflet.css": f"{keep_used_rules(as_text(sources[SHEET]))}\n",
    }
    return files | {"PROVENANCE.json": _write_provenance(sources, script, files)}


def read_notice(module: str) -> str:
    """Return the comment that a module begins with: its version and copyright."""
    return module[: module.index("*/") + 2]


def _write_provenance(
    sources: Mapping[str, bytes], script: str, files: Mapping[str, str]
) -> str:
    """Write what went in and what came out, each with its sha256."""
    record = {
        "name": "Leaflet",
        "package": {"name": PACKAGE, "version": version(PACKAGE)},
        "licence": {"name": "BSD-2-Clause", "file": "LICENCE-leaflet.txt"},
        "made": "by python -m csto_atlas.maps.assets.vendor",
        "sources": {name: digest(data) for name, data in sources.items()},
        "before_minifying": digest(script.encode("utf-8")),
        "files": {name: digest(text.encode("utf-8")) for name, text in files.items()},
    }
    return json.dumps(record, indent=2) + "\n"


def digest(data: bytes) -> str:
    """Return the sha256 of some bytes in hexadecimal."""
    return sha256(data).hexdigest()
