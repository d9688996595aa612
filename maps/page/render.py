"""Spec, scene and texts -> a page that is one file."""

from __future__ import annotations

from branca.element import Figure
from jinja2 import Template

from csto_atlas.maps.assets.bundle import bundle, leaflet_script, leaflet_style, style
from csto_atlas.maps.assets.templates import render, write_json
from csto_atlas.maps.content.map_view import Drawn
from csto_atlas.maps.drawing.glyphs import GUARDED_OBJECT
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.csp import add_policy
from csto_atlas.maps.page.folium_elements import OfflineMap, Raw, SceneLayer, Script
from csto_atlas.maps.page.metadata import describe_map, write_head


class Page(Figure):
    """A folium figure with a document of our own around map and script.

    Parameters
    ----------
    head, before, stage, reading : str
        Markup before the figure's styles, before its map, after it with what the
        script needs, and below the script: the map does not wait for the long text.
    """

    _template = Template(
        "{{ this.head }}{{ this.header.render() }}{{ this.before }}"
        "{{ this.html.render() }}{{ this.stage }}"
        "<script>{{ this.script.render() }}</script>\n"
        "{{ this.reading }}</body></html>\n"
    )

    def __init__(self, head: str, before: str, stage: str, reading: str) -> None:
        super().__init__()
        self.head, self.before, self.stage, self.reading = head, before, stage, reading
        del self.header._children["meta_http"]  # the head says it already


def render_page(drawn: Drawn, site: Site) -> str:
    """Render the page of one map in one language.

    Parameters
    ----------
    drawn : Drawn
    site : Site
        Where it will be.

    Returns
    -------
    str
        A complete document that asks for nothing else.
    """
    spec, texts, context = drawn.spec, drawn.texts, drawn.context
    about = write_head(describe_map(drawn, site))
    page = Page(
        head=render("head.html.jinja", about=about, **context),
        before=render("before.html.jinja", **context),
        stage=render("stage.html.jinja", guard=GUARDED_OBJECT, **context),
        reading=render("reading.html.jinja", **context),
    )
    page.header.add_child(Raw(f"<style>{leaflet_style()}</style>", "leaflet_css"))
    page.header.add_child(Raw(f"<style>{style('page.css')}</style>", "page_css"))
    if drawn.scene.layers:
        sheet = f"<style>{style('layers.css')}</style>"
        page.header.add_child(Raw(sheet, "layers_css"))
    entries = ("layers.js",) if drawn.scene.layers else ()
    own = bundle("early.js", "main.js", *entries)
    page.script.add_child(Raw(leaflet_script(), "leaflet"))
    page.script.add_child(Raw(f"{own}startEarly();", "bundle"))
    atlas = OfflineMap(
        spec.id,
        zoomSnap=0,
        attributionControl=False,
        scrollWheelZoom=False,
        maxBoundsViscosity=1,
        zoomControl=False,
    )
    atlas.add_child(SceneLayer(drawn.scene))
    name = atlas.get_name()
    zoom = write_json(
        {
            # On the right in every language: on the left are the countries of Europe.
            "position": "topright",
            "zoomInTitle": texts.gettext("Zoom in"),
            "zoomOutTitle": texts.gettext("Zoom out"),
        }
    )
    atlas.add_child(Script(f"new L.Control.Zoom({zoom}).addTo({name});", "zoom"))
    start = f'const payload=startAtlas({name},readPayload("payload"));'
    if drawn.scene.layers:
        layers = f'startLayers({name},payload,readPayload("layer-data"))'
        start += f"whenRead(()=>{layers});"
    atlas.add_child(Script(start, "start"))
    page.add_child(atlas)
    return add_policy(page.render())
