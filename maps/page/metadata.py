"""Metadata in the head of a page, for previews of links and for search engines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from babel.core import get_global

from csto_atlas.maps.assets.templates import render
from csto_atlas.maps.content.map_view import MapPage, MapView
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.linked_data import (
    describe_extent,
    drop_empty,
    link_data,
    name_data,
)
from csto_atlas.maps.stills.frame import HEIGHT, WIDTH
from csto_atlas.maps.stills.names import name_first


@dataclass(frozen=True)
class Editions:
    """A page and its editions in other languages.

    Attributes
    ----------
    locale : str
        Of the page, as the Open Graph has it.
    others : tuple of str
        The locales of the other editions.
    url : str
        Of the page; empty if the atlas has no address.
    alternates : mapping of str
        Addresses of all editions, by language.
    """

    locale: str
    others: tuple[str, ...]
    url: str = ""
    alternates: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PageMetadata:
    """What the head of a page tells other programs.

    Attributes
    ----------
    kind : str
        Of the Open Graph: ``website`` or ``article``.
    title, description : str
    editions : Editions
    linked : str
        JSON-LD.
    image, oembed : str
        Addresses; empty if the atlas has no address.
    """

    kind: str
    title: str
    description: str
    editions: Editions
    linked: str
    image: str = ""
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


def list_editions(
    name: str, language: str, languages: Iterable[str], site: Site
) -> Editions:
    """List the editions of a page.

    Parameters
    ----------
    name : str
        Of the page's file, in the folder of its language.
    language : str
        Of this page.
    languages : iterable of str
        Of all editions.
    site : Site

    Returns
    -------
    Editions
    """
    every = list(languages)
    return Editions(
        locale=locale_of(language),
        others=tuple(locale_of(other) for other in every if other != language),
        url=site.at(f"{language}/{name}"),
        alternates={other: site.at(f"{other}/{name}") for other in every},
    )


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
    title, sentence = view.header.title, sum_up(view)
    image = site.preview(name_first(view))
    editions = list_editions(f"{spec.id}.html", texts.language, page.languages, site)
    extent = describe_extent(spec, view.ticks)
    own = {
        "@type": "Map",
        "name": title,
        "description": sentence,
        "inLanguage": texts.language,
        **extent,
        "dateModified": view.meta.as_of.isoformat(),
        **drop_empty(url=editions.url, image=image),
    }
    return PageMetadata(
        kind="website",
        title=title,
        description=sentence,
        editions=editions,
        linked=link_data({**own, "isPartOf": name_data(view.meta, texts, site)}),
        image=image,
        oembed=site.at(f"{texts.language}/{spec.id}.oembed.json"),
    )


def sum_up(view: MapView) -> str:
    """Return the spec's sentence about a map, or else its first headline."""
    return view.texts.pick(view.spec.about) or view.header.headline


def write_head(about: PageMetadata) -> str:
    """Write the elements of a page's head that other programs read."""
    return render("about.html.jinja", about=about, width=WIDTH, height=HEIGHT)
