"""folium elements: text put in as it is, an offline map, a scene on a map."""

from __future__ import annotations

import json

import folium
from branca.element import Element, Figure, MacroElement
from jinja2 import Template

from csto_atlas.maps.assets.bundle import bundle
from csto_atlas.maps.scene.model import Scene


class Raw(Element):
    """Text that enters the page once and untouched.

    branca fills the output of a macro into a page by compiling it as a template
    again, so a country named ``{{ 7*7 }}`` would become 49. This is the way round:
    the text is a value, and the only template is fixed.

    Parameters
    ----------
    text : str
    name : str
        Tells elements apart; also the identity in branca's tree.
    """

    _template = Template("{{ this.text }}")

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._name = "Raw"
        self._id = name
        self.text = text


class OfflineMap(folium.Map):
    """A folium map that links nothing, with names that do not change.

    It zooms without animation for readers who asked their system for less motion.

    Parameters
    ----------
    slug : str
        Takes the place of folium's random identity; a JavaScript name.
    **options
        What `folium.Map` takes.
    """

    _template = Template(
        """
        {% macro html(this, kwargs) %}
        <div class="folium-map" id="{{ this.get_name() }}"></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
        const {{ this.get_name() }} = L.map("{{ this.get_name() }}",
            {crs: L.CRS.{{ this.crs }}, center: {{ this.location|tojson }}, zoom: 0,
             zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
             ...{{ this.leaflet|tojson }} });
        {% endmacro %}
        """
    )

    def __init__(self, slug: str, crs: str = "Simple", **leaflet: object) -> None:
        super().__init__(tiles=None, crs=crs)
        self.default_js, self.default_css = [], []
        self._id = slug
        self.leaflet = leaflet


class Script(MacroElement):
    """A script of a map: runs after the map and its earlier children are there.

    Parameters
    ----------
    text : str
    name : str
        Tells elements apart.
    """

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._name = "Script"
        self._id = name
        self.text = text

    def render(self, **kwargs: object) -> str:
        """Hand the script to the figure; there is nothing to put where it stands."""
        figure, name = self.get_root(), self.get_name()
        if not isinstance(figure, Figure):
            raise ValueError("a Script has to be added to a folium map")
        figure.script.add_child(Raw(self.text, name), name=name)
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

    def render(self, **kwargs: object) -> str:
        """Hand style, drawing and call to the figure, each as `Raw`.

        Raises
        ------
        ValueError
            If the map's coordinate system is not the scene's.
        """
        figure, parent = self.get_root(), self._parent
        if not isinstance(figure, Figure) or not isinstance(parent, folium.Map):
            raise ValueError("a SceneLayer has to be added to a folium map")
        if parent.crs != self.scene.crs:
            raise ValueError(
                f"the map has the CRS {parent.crs!r}, the scene {self.scene.crs!r}; "
                "build the scene for EPSG:3857 to put it on an ordinary map"
            )
        name = self.get_name()
        call = f"overlayScene({parent.get_name()}, document.getElementById("
        bounds = json.dumps(self.scene.bounds)
        for place, text, key in (
            (figure.header, f"<style>{self.scene.css}</style>", "style"),
            (figure.html, self.scene.svg, "svg"),
            (figure.script, bundle("overlay.js"), "overlay"),
            (figure.script, f'{call}"scene"), {bounds});', "call"),
        ):
            place.add_child(Raw(text, f"{name}_{key}"), name=f"{name}_{key}")
        return ""
