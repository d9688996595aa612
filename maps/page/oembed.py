"""Code and oEmbed answers by which other sites embed a map."""

from __future__ import annotations

import json

from csto_atlas.maps.assets.templates import render
from csto_atlas.maps.content.map_view import MapView
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.stills.frame import HEIGHT, WIDTH
from csto_atlas.maps.stills.names import name_first

FRAME = (960, 700)  # width and height in pixels, the height as in embed.js


def embed_map(view: MapView, site: Site) -> str:
    """Write the oEmbed 1.0 answer for a map: https://oembed.com/.

    Parameters
    ----------
    view : MapView
    site : Site
        With an address.

    Returns
    -------
    str
        JSON.
    """
    title, (width, height) = view.header.title, FRAME
    url = site.at(f"{view.texts.language}/{view.spec.id}.html")
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": view.texts.pick(view.meta.title),
        "provider_url": site.url,
        "html": write_frame(url, title),
        "width": width,
        "height": height,
        "thumbnail_url": site.preview(name_first(view)),
        "thumbnail_width": WIDTH,
        "thumbnail_height": HEIGHT,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def write_frame(url: str, title: str) -> str:
    """Write the code that embeds a map as a frame."""
    return render("frame.html.jinja", url=url, title=title, height=FRAME[1])
