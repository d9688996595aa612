"""Elements for folium: unescaped text, an offline map, a script, a scene."""

from __future__ import annotations

import json
from typing import Any

import folium
from branca.element import Element, Figure, MacroElement
from jinja2 import Template

from csto_atlas.maps.assets.bundle import bundle
from csto_atlas.maps.assets.templates import read_template, render
from csto_atlas.maps.page.figure_tree import check_name, free_id
from csto_atlas.maps.scene.model import Scene
from csto_atlas.maps.scene.set_apart import set_apart


class Raw(Element):
    """Text that enters the page unchanged.

    branca compiles the output of a macro as a template once more when it puts it into
    a page, so a country named ``{{ 7*7 }}`` would become 49. Here the text is a value
    of a fixed template instead.

    Parameters
    ----------
    text : str
    name : str
        Unique in the page; also the identity in branca's tree.
    """

    _template = Template("{{ this.text }}")

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._name = "Raw"
        self._id = name
        self.text = text
        self.owner: Element | None = None


def add_raw(place: Element, text: str, name: str, owner: Element | None = None) -> None:
    """Add a text to a part of a figure, unchanged and once by its name.

    Parameters
    ----------
    place : Element
        The header, the body or the script of a figure.
    text : str
    name : str
        Unique in the page; a second text of the name takes the place of the first.
    owner : Element, optional
        The layer that it is of.
    """
    raw = Raw(text, name)
    raw.owner = owner
    place.add_child(raw, name=name)


class OfflineMap(folium.Map):
    """A folium map that requests nothing and has a stable name.

    It zooms without animation for readers who asked their system for less motion.

    Parameters
    ----------
    slug : str
        A JavaScript name, in place of folium's random one.
    **leaflet
        Options of Leaflet's ``L.map``.
    """

    _template = Template(read_template("scripts/offline_map.jinja"))

    def __init__(self, slug: str, crs: str = "Simple", **leaflet: object) -> None:
        super().__init__(tiles=None, crs=crs)
        self.default_js, self.default_css = [], []
        self._id = slug
        self.leaflet = leaflet


class Script(MacroElement):
    """A script of a map, which runs after the map and its earlier children.

    Parameters
    ----------
    text : str
    name : str
        Unique in the page.
    """

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._name = "Script"
        self._id = name
        self.text = text

    def render(self, **kwargs: object) -> str:
        """Add the script to the figure.

        Raises
        ------
        ValueError
            If the script is in no figure.
        """
        name = self.get_name()
        figure = self.get_root()
        if not isinstance(figure, Figure):
            raise ValueError("a Script has to be added to a map in a figure")
        add_raw(figure.script, self.text, name)
        return ""


class SceneLayer(MacroElement):
    """A scene as a layer of a folium map.

    On an `OfflineMap` the scene may be of any projection; on an ordinary
    `folium.Map` it has to be built for Web Mercator (``projection: EPSG:3857`` in
    its spec), and then lies below markers and above tiles.

    Parameters
    ----------
    scene : Scene

    Examples
    --------
    >>> SceneLayer(scene).add_to(folium.Map([48, 72], zoom_start=3))  # doctest: +SKIP
    """

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._name = "SceneLayer"
        self._id = scene.id.replace("-", "_")
        self.scene = scene

    def add_to(self, parent: Element, *args: Any, **kwargs: Any) -> SceneLayer:
        """Add the scene to a map, under a name that is free in the figure."""
        self._id = free_id(self, parent)
        super().add_to(parent, *args, **kwargs)
        return self

    def render(self, **kwargs: object) -> str:
        """Add style, drawing and call to the figure, each as `Raw`.

        Raises
        ------
        ValueError
            If the map's coordinate system is not the scene's, or another scene of the
            figure has its name.
        """
        figure, parent = self.get_root(), self._parent
        if not isinstance(figure, Figure) or not isinstance(parent, folium.Map):
            raise ValueError("a SceneLayer has to be added to a folium map")
        if parent.crs != self.scene.crs:
            raise ValueError(
                f"the map has the CRS {parent.crs!r}, the scene {self.scene.crs!r}; "
                "build the scene for EPSG:3857 to put it on an ordinary map"
            )
        check_name(figure, self)
        name = self.get_name()
        # A page of the atlas has one scene, which scripts and hosts know by its id.
        alone = isinstance(parent, OfflineMap)
        css, svg = self.scene.css, self.scene.svg
        if not alone:
            css, svg = set_apart(self.scene, name)
        call = render(
            "scripts/overlay.js.jinja",
            map=parent.get_name(),
            scene="scene" if alone else f"{name}-scene",
            bounds=json.dumps(self.scene.bounds),
        )
        script = bundle("overlay.js", names=("overlayScene",))
        for place, text, key in (
            (figure.header, f"<style>{css}</style>", f"{name}_style"),
            (figure.html, svg, f"{name}_svg"),
            (figure.script, script, "overlay"),
            (figure.script, call, f"{name}_call"),
        ):
            add_raw(place, text, key, owner=self)
        return ""
