"""Content of a map's page -> a page that is one file."""

from __future__ import annotations

from branca.element import Figure
from jinja2 import Template

from csto_atlas.maps.assets.bundle import bundle, leaflet_script, leaflet_style, style
from csto_atlas.maps.assets.minify import minify_markup
from csto_atlas.maps.assets.templates import render, write_json
from csto_atlas.maps.content.map_view import MapPage, MapView
from csto_atlas.maps.downloads.credits import CREDITS
from csto_atlas.maps.drawing.glyphs import GUARDED_OBJECT
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.csp import add_policy
from csto_atlas.maps.page.folium_elements import (
    OfflineMap,
    SceneLayer,
    Script,
    add_raw,
)
from csto_atlas.maps.page.line_breaks import keep_dates_together
from csto_atlas.maps.page.metadata import describe_map, write_head

# What the scripts of a page call by name.
CALLED = ("startEarly", "startAtlas", "readPayload")
OF_LAYERS = ("whenRead", "startLayers")
OF_NOTES = ("startNotes",)


class PageFigure(Figure):
    """A folium figure with our own document around its map and script.

    Parameters
    ----------
    head, before, stage, reading : str
        Markup before the figure's styles, before its map, after its map with the
        payload, and below the script: the map does not wait for the long text.
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
        del self.header._children["meta_http"]  # head.html.jinja has it


def add_leaflet(figure: Figure, *, is_earth: bool = False) -> None:
    """Add the part of Leaflet that our pages need, and allow what it writes.

    Parameters
    ----------
    figure : Figure
    is_earth : bool
        For layers in longitudes and latitudes, not for a plane of the scene's own.
    """
    allow = f"{bundle('leaflet_markup.js')}allowLeafletMarkup();"
    add_raw(figure.header, f"<style>{leaflet_style()}</style>", "leaflet_css")
    add_raw(figure.script, allow, "leaflet_markup")
    add_raw(figure.script, leaflet_script(is_earth=is_earth), "leaflet")


def render_page(page: MapPage, site: Site) -> str:
    """Render the page of one map in one language.

    Parameters
    ----------
    page : MapPage
    site : Site
        Where the atlas will be published.

    Returns
    -------
    str
        A complete document that requests no other file.
    """
    figure = _make_figure(page, site)
    layers = page.view.scene.layers
    has_notes = "notes" in page.payload
    parts = [("layers", bool(layers), OF_LAYERS), ("notes", has_notes, OF_NOTES)]
    added = [(name, calls) for name, is_there, calls in parts if is_there]
    add_leaflet(figure)
    sheets = ["page.css", *(["calls.css"] if page.calls else [])]
    for name in (*sheets, *(f"{name}.css" for name, _ in added)):
        sheet = f"<style>{style(name)}</style>"
        add_raw(figure.header, sheet, name.replace(".", "_"))
    modules = ("early.js", "main.js", *(f"{name}.js" for name, _ in added))
    called = [*CALLED, *(call for _, calls in added for call in calls)]
    own = bundle(*modules, names=called)
    add_raw(figure.script, f"{own}startEarly();", "bundle")
    figure.add_child(_make_map(page.view, has_notes=has_notes))
    html = keep_dates_together(figure.render())
    return add_policy(html, markup="default")


def _make_figure(page: MapPage, site: Site) -> PageFigure:
    """Render everything around the map."""
    view, texts = page.view, page.view.texts
    data = write_json(page.payload)
    common = {"_": texts.gettext, "texts": texts, "view": view, "legend": view.legend}
    return PageFigure(
        head=render(
            "head.html.jinja", about=write_head(describe_map(page, site)), **common
        ),
        before=render("before.html.jinja", header=view.header, **common),
        stage=minify_markup(
            render(
                "stage.html.jinja",
                citations=page.citations,
                credits=CREDITS,
                guard=GUARDED_OBJECT,
                lanes=page.lanes,
                calls=page.calls,
                **common,
            )
        )
        + f'<script type="application/json" id="payload">{data}</script>',
        # Its lists and tables are most of the markup of a page.
        reading=minify_markup(
            render(
                "reading.html.jinja",
                reading=page.reading,
                calls=page.calls,
                citations=page.citations,
                languages=page.languages,
                layer_data=write_json(page.layer_data) if page.layer_data else "",
                **common,
            )
        ),
    )


def _make_map(view: MapView, *, has_notes: bool) -> OfflineMap:
    """Make the folium map, with the calls that start the page's scripts."""
    atlas = OfflineMap(
        view.spec.id,
        zoomSnap=0,
        attributionControl=False,
        scrollWheelZoom=False,
        maxBoundsViscosity=1,
        zoomControl=False,
    )
    atlas.add_child(SceneLayer(view.scene))
    name, gettext = atlas.get_name(), view.texts.gettext
    zoom = {
        # On the right in every language: on the left are the countries of Europe.
        "position": "topright",
        "zoomInTitle": gettext("Zoom in"),
        "zoomOutTitle": gettext("Zoom out"),
    }
    control = render("scripts/zoom.js.jinja", map=name, options=write_json(zoom))
    atlas.add_child(Script(control, "zoom"))
    has_layers = bool(view.scene.layers)
    start = render(
        "scripts/start.js.jinja", map=name, has_layers=has_layers, has_notes=has_notes
    )
    atlas.add_child(Script(start, "start"))
    return atlas
