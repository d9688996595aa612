"""Content of the gallery: cards of the maps, downloads, figures that differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from csto_atlas.events.citation_counts import (
    CitationCount,
    count_figures,
    count_rows,
)
from csto_atlas.events.records import Article, Dataset
from csto_atlas.maps.content.call_cards import CallBoard
from csto_atlas.maps.content.event_text import EventEntry, write_event
from csto_atlas.maps.content.map_view import MapView
from csto_atlas.maps.downloads.credits import Licence, licence_of
from csto_atlas.maps.downloads.datapackage import title_of
from csto_atlas.maps.i18n.texts import Texts, fill, mark
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.metadata import sum_up
from csto_atlas.maps.page.oembed import write_frame
from csto_atlas.maps.stills.names import name_first

DISPUTED = 12  # events that are listed at most
RIVALS = 3  # figures of a listed event at least
LEAST_RANK = 2  # of a listed event

# Kinds of sources, as the README of the data set defines them.
KINDS = {
    "primary": mark("primary texts"),
    "agency": mark("news agencies"),
    "press": mark("newspapers and broadcasters"),
    "research": mark("research"),
    "encyclopaedia": mark("encyclopaedias"),
    "copy": mark("copies"),
    "party": mark("a party's own media"),
    "article": mark("the articles whose claims are checked"),
    None: mark("not stated"),
}


@dataclass(frozen=True)
class Card:
    """A map in one language in the gallery.

    `finding` is the headline that it opens on, `area` that of its frame.
    """

    id: str
    language: str
    title: str
    finding: str
    about: str
    still: str
    frame: str
    has_border: bool
    has_areas: bool
    area: float


@dataclass(frozen=True)
class Download:
    """A file in ``data/``, and its size."""

    path: str
    title: str
    kilobytes: int


@dataclass(frozen=True)
class GallerySection:
    """The gallery in one language.

    Attributes
    ----------
    texts : Texts
    title : str
        Of the data set.
    as_of : date
        The last day that it covers.
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
    board : CallBoard or None
        The calls for help, if the data set has any.
    citations : tuple of str
        Sentences on how many dated rows and figures are cited, and by what.
    """

    texts: Texts
    title: str
    as_of: date
    cards: tuple[Card, ...]
    articles: tuple[Article, ...]
    downloads: tuple[Download, ...]
    protection: str
    has_border: bool
    has_areas: bool
    licence: Licence
    disagreements: tuple[EventEntry, ...]
    count: int
    board: CallBoard | None
    citations: tuple[str, ...]


def make_card(view: MapView, site: Site) -> Card:
    """Make the card of a map.

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
        finding=view.header.headline,
        about=sum_up(view),
        still=name_first(view),
        frame=write_frame(
            f"{site.url}{texts.language}/{spec.id}.html", view.header.title
        ),
        has_border=spec.border is not None,
        has_areas=bool(view.state_changes.areas),
        area=(right - left) * (top - bottom),
    )


def write_section(
    dataset: Dataset,
    cards: Sequence[Card],
    texts: Texts,
    data: Mapping[str, str | bytes],
    board: CallBoard | None = None,
) -> GallerySection:
    """Write the gallery in one language.

    Parameters
    ----------
    dataset : Dataset
    cards : sequence of Card
        Of every map in this language.
    texts : Texts
    data : mapping of str or bytes
        The downloads, by path relative to the output.
    board : CallBoard, optional

    Returns
    -------
    GallerySection
    """
    meta = dataset.meta
    return GallerySection(
        texts=texts,
        title=texts.pick(meta.title),
        as_of=meta.as_of,
        cards=tuple(cards),
        articles=dataset.article,
        downloads=tuple(list_downloads(data, texts)),
        protection=texts.pick(meta.protection.note) if meta.protection else "",
        has_border=any(card.has_border for card in cards),
        has_areas=any(card.has_areas for card in cards),
        licence=licence_of(meta.licence),
        disagreements=tuple(find_disagreements(dataset, texts)),
        count=len(dataset.sources),
        board=board,
        citations=tuple(write_citations(dataset, texts)),
    )


def write_citations(dataset: Dataset, texts: Texts) -> list[str]:
    """Write how much of a data set is cited.

    Parameters
    ----------
    dataset : Dataset
    texts : Texts

    Returns
    -------
    list of str
        A sentence for the dated rows and one for the figures, if there are any.
    """
    rows = texts.gettext(
        "Dated rows: {total}; {cited} cite a source, {two} cite two publishers. "
        "Kinds of source: {kinds}."
    )
    figures = texts.gettext(
        "Figures: {total}; {cited} cite a source, {two} cite two publishers. "
        "Kinds of source: {kinds}."
    )
    counts = ((rows, count_rows(dataset)), (figures, count_figures(dataset)))
    return [_citations(form, count, texts) for form, count in counts if count.total]


def _citations(form: str, count: CitationCount, texts: Texts) -> str:
    kinds = (
        f"{texts.gettext(KINDS[kind])} {texts.decimal(number)}"
        for kind, number in count.by_kind.items()
    )
    return fill(
        form,
        total=texts.decimal(count.total),
        cited=texts.decimal(count.cited),
        two=texts.decimal(count.by_two),
        kinds=texts.gettext(", ").join(kinds),
    )


def list_downloads(data: Mapping[str, str | bytes], texts: Texts) -> list[Download]:
    """List what can be downloaded, each with its size.

    Parameters
    ----------
    data : mapping of str or bytes
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
            max(1, round(_size(content) / 1000)),
        )
        for path, content in data.items()
    ]


def _size(content: str | bytes) -> int:
    """Return how many bytes a file has."""
    return len(content if isinstance(content, bytes) else content.encode("utf-8"))


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
