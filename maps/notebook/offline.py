"""A layer with time as a whole page that requests nothing."""

from __future__ import annotations

from csto_atlas.maps.assets.templates import render, write_json
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.notebook.slider import TimeSlider
from csto_atlas.maps.notebook.time_layer import TimeLayer
from csto_atlas.maps.page.csp import add_policy
from csto_atlas.maps.page.folium_elements import OfflineMap, Script
from csto_atlas.maps.page.render import PageFigure, add_leaflet


def write_page(layer: TimeLayer, title: str, lang: str = "en") -> str:
    """Write a page with one layer and its slider: one file, no request.

    Parameters
    ----------
    layer : TimeLayer
        On no other map.
    title : str
    lang : str
        A language of the atlas.

    Returns
    -------
    str
        HTML.

    Raises
    ------
    ValueError
        If the layer is on a map already.
    """
    if layer._parent is not None:
        raise ValueError("the layer is on another map; expected one of its own")
    direction = Texts(lang, {}).direction
    figure = PageFigure(
        head=render("slices_head.html.jinja", title=title, lang=lang, dir=direction),
        before="</head>\n<body>\n<main>\n",
        stage=render("slices_stage.html.jinja", title=title),
        reading="",
    )
    add_leaflet(figure)
    atlas = OfflineMap("slices", crs="EPSG3857", zoomSnap=0, attributionControl=False)
    figure.add_child(atlas)
    TimeSlider([layer], lang=lang).add_to(atlas)
    name = atlas.get_name()
    # The part of Leaflet that pages have lacks fitBounds.
    fit = render("scripts/fit.js.jinja", map=name, bounds=write_json(layer.bounds))
    atlas.add_child(Script(fit, "fit"))
    return add_policy(figure.render(), markup="default")
