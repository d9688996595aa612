"""A layer with time as a whole page that requests nothing."""

from __future__ import annotations

from collections.abc import Sequence

from csto_atlas.maps.assets.templates import render, write_json
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.notebook.drawing import LatLng
from csto_atlas.maps.notebook.slider import TimeSlider
from csto_atlas.maps.notebook.time_layer import TimeLayer
from csto_atlas.maps.page.csp import add_policy
from csto_atlas.maps.page.folium_elements import OfflineMap, Script
from csto_atlas.maps.page.render import PageFigure, add_leaflet


def write_page(
    layer: TimeLayer | Sequence[TimeLayer], title: str, lang: str = "en"
) -> str:
    """Write a page with layers and their slider: one file, no request.

    Parameters
    ----------
    layer : TimeLayer or sequence of TimeLayer
        All under the one slider; those on another map stay there, too.
    title : str
    lang : str
        A language of the atlas.

    Returns
    -------
    str
        HTML.
    """
    layers = [layer] if isinstance(layer, TimeLayer) else list(layer)
    direction = Texts(lang, {}).direction
    figure = PageFigure(
        head=render("slices_head.html.jinja", title=title, lang=lang, dir=direction),
        before="</head>\n<body>\n<main>\n",
        stage=render("slices_stage.html.jinja", title=title),
        reading="",
    )
    add_leaflet(figure, is_earth=True)
    atlas = OfflineMap("slices", crs="EPSG3857", zoomSnap=0, attributionControl=False)
    figure.add_child(atlas)
    TimeSlider(layers, lang=lang).add_to(atlas)
    name = atlas.get_name()
    # The part of Leaflet that pages have lacks fitBounds.
    bounds = write_json(join_bounds([one.bounds for one in layers]))
    fit = render("scripts/fit.js.jinja", map=name, bounds=bounds)
    atlas.add_child(Script(fit, "fit"))
    return add_policy(figure.render(), markup="default")


def join_bounds(
    bounds: Sequence[tuple[LatLng, LatLng]],
) -> tuple[LatLng, LatLng]:
    """Return south-west and north-east of all of some bounds."""
    south_wests, north_easts = zip(*bounds, strict=True)
    low, high = (
        tuple(choose(axis) for axis in zip(*corners, strict=True))
        for choose, corners in ((min, south_wests), (max, north_easts))
    )
    return low, high
