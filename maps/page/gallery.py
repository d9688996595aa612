"""The gallery: every map in every language, how to embed it, what lies behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from csto_atlas.events.records import Article, Dataset
from csto_atlas.maps.assets.bundle import bundle, style
from csto_atlas.maps.assets.templates import render
from csto_atlas.maps.content.map_view import MapView
from csto_atlas.maps.content.record_text import EventEntry, write_event
from csto_atlas.maps.downloads.credits import CREDITS, Licence, licence_of
from csto_atlas.maps.downloads.datapackage import title_of
from csto_atlas.maps.i18n.texts import Texts, name_language
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.csp import add_policy
from csto_atlas.maps.page.metadata import (
    PageMetadata,
    describe_data,
    link_data,
    locale_of,
    sum_up,
    write_frame,
    write_head,
)
from csto_atlas.maps.stills.css import variables
from csto_atlas.maps.stills.names import name_first

DISPUTED = 12  # how many disagreements are listed
RIVALS = 3  # figures that make one
LEAST_RANK = 2


@dataclass(frozen=True)
class Card:
    """A map in one language, as the gallery has it; `area` is how much it shows."""

    id: str
    language: str
    title: str
    about: str
    still: str
    frame: str
    has_border: bool
    has_areas: bool
    area: float


@dataclass(frozen=True)
class Download:
    """A file in ``data/``, and how many kilobytes it has."""

    path: str
    title: str
    kilobytes: int


@dataclass(frozen=True)
class GallerySection:
    """The gallery in one language.

    Attributes
    ----------
    texts : Texts
    title, as_of : str
        Of the data set, and the last day that it covers.
    cards : tuple of Card
    articles : tuple of Article
    downloads : tuple of Download
    protection : str
        The data set's rule of coverage, empty if it has none.
    has_border, has_areas : bool
        Whether a map is about a border, and whether one shows disputed areas.
    licence : Licence
        Of the data set.
    disagreements : tuple of EventEntry
        Events on whose figures the sources do not agree.
    count : int
        Of all sources.
    """

    texts: Texts
    title: str
    as_of: str
    cards: tuple[Card, ...]
    articles: tuple[Article, ...]
    downloads: tuple[Download, ...]
    protection: str
    has_border: bool
    has_areas: bool
    licence: Licence
    disagreements: tuple[EventEntry, ...]
    count: int


def make_card(view: MapView, site: Site) -> Card:
    """Note what the gallery says of a map.

    Parameters
    ----------
    view : MapView
    site : Site

    Returns
    -------
    Card
    """
    spec, texts = view.spec, view.texts
    left, bottom, right, top = spec.frame
    return Card(
        id=spec.id,
        language=texts.language,
        title=view.header.title,
        about=sum_up(view),
        still=name_first(view),
        frame=write_frame(
            f"{site.url}{texts.language}/{spec.id}.html", view.header.title
        ),
        has_border=spec.border is not None,
        has_areas=bool(view.runs.areas),
        area=(right - left) * (top - bottom),
    )


def render_gallery(
    dataset: Dataset,
    cards: Iterable[Card],
    texts: Mapping[str, Texts],
    data: Mapping[str, str],
    css: str,
    site: Site,
) -> str:
    """Render ``index.html``.

    Parameters
    ----------
    dataset : Dataset
    cards : iterable of Card
        Of every map in every language.
    texts : mapping of Texts
        By language.
    data : mapping of str
        What can be downloaded, by path relative to the output.
    css : str
        Of any scene: its colours are the gallery's.
    site : Site
        Where the atlas will be.

    Returns
    -------
    str
        A page that asks for its stills and for nothing else.
    """
    shown = sorted(cards, key=lambda card: -card.area)  # the whole before its parts
    sections = [
        _write_section(
            dataset, [c for c in shown if c.language == language], own_texts, data
        )
        for language, own_texts in texts.items()
    ]
    page = render(
        "index.html.jinja",
        sections=sections,
        credits=CREDITS,
        site=site,
        names={language: name_language(language) for language in texts},
        about=write_head(_about(dataset, shown, texts, site)),
        css=variables(css) + style("page.css") + style("gallery/gallery.css"),
        script=f"{bundle('gallery/gallery.js')}startGallery();",
    )
    return add_policy(page, images="'self' data:")


def _about(
    dataset: Dataset, cards: Sequence[Card], texts: Mapping[str, Texts], site: Site
) -> PageMetadata:
    """Describe the gallery, in the first of its languages."""
    language, first_texts = next(iter(texts.items()))
    data = describe_data(dataset.meta, first_texts, site)
    cited = [f"{s.publisher}: {s.title}" for s in dataset.sources]
    catalogue = {
        "@type": "DataCatalog",
        "name": data["name"],
        "description": data["description"],
        "inLanguage": list(texts),
    }
    return PageMetadata(
        kind="website",
        title=data["name"],
        description=data["description"],
        locale=locale_of(language),
        others=tuple(locale_of(one) for one in texts if one != language),
        linked=link_data(catalogue, data | {"citation": [*data["citation"], *cited]}),
        url=site.url,
        image=site.preview(cards[0].still),
    )


def _write_section(
    dataset: Dataset, cards: Sequence[Card], texts: Texts, data: Mapping[str, str]
) -> GallerySection:
    meta = dataset.meta
    return GallerySection(
        texts=texts,
        title=texts.pick(meta.title),
        as_of=texts.day(meta.as_of),
        cards=tuple(cards),
        articles=dataset.article,
        downloads=tuple(list_downloads(data, texts)),
        protection=texts.pick(meta.protection.note) if meta.protection else "",
        has_border=any(card.has_border for card in cards),
        has_areas=any(card.has_areas for card in cards),
        licence=licence_of(meta.licence),
        disagreements=tuple(find_disagreements(dataset, texts)),
        count=len(dataset.sources),
    )


def list_downloads(data: Mapping[str, str], texts: Texts) -> list[Download]:
    """List what can be downloaded, each with its size.

    Parameters
    ----------
    data : mapping of str
        Contents by path.
    texts : Texts

    Returns
    -------
    list of Download
    """
    return [
        Download(
            path,
            texts.gettext(title_of(path.removeprefix("data/"))),
            max(1, round(len(content.encode("utf-8")) / 1000)),
        )
        for path, content in data.items()
    ]


def find_disagreements(dataset: Dataset, texts: Texts) -> list[EventEntry]:
    """List the weightiest events of which there are several figures.

    Parameters
    ----------
    dataset : Dataset
    texts : Texts

    Returns
    -------
    list of EventEntry
        In order of time: of the events with three figures or more the weightiest, and
        of these the ones with most figures.
    """
    rivals = [
        event
        for event in dataset.events
        if event.rank <= LEAST_RANK and len(event.figures) >= RIVALS
    ]
    rivals.sort(key=lambda event: (event.rank, -len(event.figures), event.id))
    chosen = sorted(rivals[:DISPUTED], key=lambda event: (event.date.start, event.id))
    return [write_event(event, texts) for event in chosen]
