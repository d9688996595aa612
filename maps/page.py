"""Spec, scene and texts -> a page that is one file."""

from __future__ import annotations

from collections.abc import Mapping

from branca.element import Figure
from jinja2 import Template

from maps.bundle import bundle, leaflet_script, leaflet_style, style
from maps.context import make_context, write_json
from maps.layers import OfflineMap, Raw, SceneLayer, Script
from maps.policy import add_policy
from maps.spec import MapSpec
from maps.templating import render
from maps.texts import Texts
from maps.timeline import make_ticks
from maps.world import World, draw_world, make_runs


class Page(Figure):
    """A folium figure with a document of our own around map and script.

    Parameters
    ----------
    head, before, after : str
        Markup before the figure's styles, before its map, and after it.
    """

    _template = Template(
        "{{ this.head }}{{ this.header.render() }}{{ this.before }}"
        "{{ this.html.render() }}{{ this.after }}"
        "<script>{{ this.script.render() }}</script></body></html>\n"
    )

    def __init__(self, head: str, before: str, after: str) -> None:
        super().__init__()
        self.head, self.before, self.after = head, before, after
        del self.header._children["meta_http"]  # the head says it already


def render_page(
    spec: MapSpec, world: World, texts: Texts, languages: Mapping[str, str]
) -> str:
    """Render the page of one map in one language.

    Parameters
    ----------
    spec : MapSpec
    world : World
    texts : Texts
    languages : mapping of str
        The languages that there are pages in, with their own names.

    Returns
    -------
    str
        A complete document that asks for nothing else.
    """
    ticks = make_ticks(spec.timeline, world.dataset.meta.as_of)
    runs = make_runs(spec, world, ticks)
    scene = draw_world(spec, world, texts, ticks, runs)
    context = make_context(spec, world, texts, scene, runs, ticks, languages)
    page = Page(
        head=render("head.html.jinja", **context),
        before=render("before.html.jinja", **context),
        after=render("after.html.jinja", **context),
    )
    page.header.add_child(Raw(f"<style>{leaflet_style()}</style>", "leaflet_css"))
    page.header.add_child(Raw(f"<style>{style('page.css')}</style>", "page_css"))
    page.script.add_child(Raw(leaflet_script(), "leaflet"))
    atlas = OfflineMap(
        spec.id,
        zoomSnap=0,
        attributionControl=False,
        scrollWheelZoom=False,
        maxBoundsViscosity=1,
        zoomControl=False,
    )
    atlas.add_child(SceneLayer(scene))
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
    atlas.add_child(Script(bundle("main.js"), "bundle"))
    data = 'JSON.parse(document.getElementById("payload").textContent)'
    atlas.add_child(Script(f"startAtlas({name},{data});", "start"))
    page.add_child(atlas)
    return add_policy(page.render())
