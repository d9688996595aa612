"""What other programs read of a page: previews of links, linked data, oEmbed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from babel.core import get_global
from pyproj import CRS, Transformer

from csto_atlas.events.records import Meta
from csto_atlas.maps.assets.templates import render, write_json
from csto_atlas.maps.content.map_view import MapPage, MapView
from csto_atlas.maps.downloads.credits import ATTRIBUTION, ORIGINS, licence_of
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.stills.frame import HEIGHT, WIDTH
from csto_atlas.maps.stills.names import name_first

FRAME = (960, 700)  # pixels that a frame is given where nobody measures its map
EDGE_POINTS = 21  # on each side of a view, to find how far north or east it reaches


@dataclass(frozen=True)
class PageMetadata:
    """What the head of a page says to other programs.

    Attributes
    ----------
    kind : str
        Of the Open Graph: ``website`` or ``article``.
    title, description, locale : str
    others : tuple of str
        The locales of the same page in other languages.
    linked : str
        JSON-LD.
    url, image : str
        Nothing if nobody knows where the atlas will be.
    alternates : mapping of str
        Addresses by language.
    oembed : str
    """

    kind: str
    title: str
    description: str
    locale: str
    others: tuple[str, ...]
    linked: str
    url: str = ""
    image: str = ""
    alternates: Mapping[str, str] = field(default_factory=dict)
    oembed: str = ""


def locale_of(language: str) -> str:
    """Return the locale that the Open Graph wants for a language.

    Examples
    --------
    >>> locale_of("ar"), locale_of("en")
    ('ar_EG', 'en_US')
    """
    likely = get_global("likely_subtags").get(language, language).split("_")
    return f"{likely[0]}_{likely[-1]}"


def describe_map(page: MapPage, site: Site) -> PageMetadata:
    """Describe the page of a map.

    Parameters
    ----------
    page : MapPage
    site : Site

    Returns
    -------
    PageMetadata
    """
    view, spec, texts = page.view, page.view.spec, page.view.texts
    name, title, sentence = f"{spec.id}.html", view.header.title, sum_up(view)
    image = site.preview(name_first(view))
    days = view.ticks[0].start, view.ticks[-1].day
    covers = _cover(days, box_of(spec))
    url = site.at(f"{texts.language}/{name}")
    own = {
        "@type": "Map",
        "name": title,
        "description": sentence,
        "inLanguage": texts.language,
        **covers,
        "dateModified": view.meta.as_of.isoformat(),
        **_given(url=url, image=image),
    }
    data = {**describe_data(view.meta, texts, site), **covers}
    return PageMetadata(
        kind="website",
        title=title,
        description=sentence,
        linked=link_data(own, data),
        image=image,
        oembed=site.at(f"{texts.language}/{spec.id}.oembed.json"),
        **speak(name, texts.language, page.languages, site),
    )


def sum_up(view: MapView) -> str:
    """Return the spec's sentence about a map, or else its first headline."""
    return view.texts.pick(view.spec.about) or view.header.headline


def speak(
    name: str, language: str, languages: Iterable[str], site: Site
) -> dict[str, Any]:
    """Say in which languages there is a page, and where.

    Parameters
    ----------
    name : str
        The page's, in the folder of its language.
    language : str
        This page's.
    languages : iterable of str
        All of them.
    site : Site

    Returns
    -------
    dict
        Fields of `PageMetadata`.
    """
    all_of_them = list(languages)
    return {
        "locale": locale_of(language),
        "others": tuple(locale_of(one) for one in all_of_them if one != language),
        "url": site.at(f"{language}/{name}"),
        "alternates": {one: site.at(f"{one}/{name}") for one in all_of_them},
    }


def describe_data(meta: Meta, texts: Texts, site: Site) -> dict[str, Any]:
    """Say what the data set is, in the words of schema.org.

    Parameters
    ----------
    meta : Meta
    texts : Texts
    site : Site

    Returns
    -------
    dict
        A ``Dataset``; what it covers in time and space is for the caller to add.
    """
    licence = licence_of(meta.licence)
    title = texts.pick(meta.title)
    credit = f"{title}, {texts.day(meta.as_of)}. {meta.licence}. {ATTRIBUTION}"
    package = site.at("data/datapackage.json")
    return {
        "@type": "Dataset",
        "name": title,
        "description": texts.pick(meta.about) if meta.about else title,
        "version": meta.as_of.isoformat(),
        "license": licence.get("path", licence["title"]),
        "isAccessibleForFree": True,
        "creditText": credit,
        "citation": [
            {"@type": "CreativeWork", "name": name, "url": url} for name, url in ORIGINS
        ],
        **_given(
            url=site.url,
            distribution=package
            and {
                "@type": "DataDownload",
                "encodingFormat": "application/json",
                "contentUrl": package,
            },
        ),
    }


def link_data(*things: Mapping[str, Any]) -> str:
    """Write JSON-LD that cannot end the script element it stands in."""
    return write_json({"@context": "https://schema.org", "@graph": list(things)})


def box_of(spec: MapSpec) -> tuple[float, float, float, float]:
    """Return south, west, north and east of what a map shows at first, in degrees."""
    there = Transformer.from_crs(CRS.from_user_input(spec.projection), 4326)
    return tuple(
        round(degrees, 1)
        for degrees in there.transform_bounds(*spec.views.wide, densify_pts=EDGE_POINTS)
    )


def embed_map(view: MapView, site: Site) -> str:
    """Write the answer of oEmbed 1.0 for a map: https://oembed.com/.

    Parameters
    ----------
    view : MapView
    site : Site
        Not an empty one.

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


def write_head(about: PageMetadata) -> str:
    """Write what the head of a page says to other programs."""
    return render("about.html.jinja", about=about, width=WIDTH, height=HEIGHT)


def _cover(
    days: tuple[date, date], box: tuple[float, float, float, float]
) -> dict[str, Any]:
    first, last = days
    return {
        "temporalCoverage": f"{first.isoformat()}/{last.isoformat()}",
        "spatialCoverage": {
            "@type": "Place",
            "geo": {"@type": "GeoShape", "box": " ".join(map(str, box))},
        },
    }


def _given(**values: Any) -> dict[str, Any]:
    """Leave out what there is nothing of."""
    return {name: value for name, value in values.items() if value}
