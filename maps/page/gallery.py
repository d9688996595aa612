"""The gallery: every map in every language, how to embed it, what lies behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from csto_atlas.events.records import Dataset
from csto_atlas.maps.assets.bundle import bundle, style
from csto_atlas.maps.assets.templates import render
from csto_atlas.maps.content.map_view import Drawn
from csto_atlas.maps.content.record_text import Entry, write_entry
from csto_atlas.maps.downloads.credits import GEOMETRY, licence_of
from csto_atlas.maps.downloads.datapackage import title_of
from csto_atlas.maps.drawing.palette import mix_colours
from csto_atlas.maps.i18n.texts import Texts, name_language
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.csp import add_policy
from csto_atlas.maps.page.metadata import (
    About,
    describe_data,
    link_data,
    locale_of,
    sum_up,
    write_frame,
    write_head,
)
from csto_atlas.maps.scene.style import write_palette
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


def make_card(drawn: Drawn, site: Site) -> Card:
    """Note what the gallery says of a map.

    Parameters
    ----------
    drawn : Drawn
    site : Site

    Returns
    -------
    Card
    """
    spec, texts = drawn.spec, drawn.texts
    left, bottom, right, top = spec.frame
    return Card(
        id=spec.id,
        language=texts.language,
        title=drawn.context["title"],
        about=sum_up(drawn),
        still=name_first(drawn),
        frame=write_frame(
            f"{site.url}{texts.language}/{spec.id}.html", drawn.context["title"]
        ),
        has_border=spec.border is not None,
        has_areas=bool(drawn.runs.areas),
        area=(right - left) * (top - bottom),
    )


def render_gallery(
    dataset: Dataset,
    cards: Iterable[Card],
    texts: Mapping[str, Texts],
    data: Mapping[str, str],
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
    site : Site
        Where the atlas will be.

    Returns
    -------
    str
        A page that asks for its stills and for nothing else.
    """
    shown = sorted(cards, key=lambda card: -card.area)  # the whole before its parts
    parts = [
        _part(dataset, [c for c in shown if c.language == language], said, data)
        for language, said in texts.items()
    ]
    page = render(
        "index.html.jinja",
        parts=parts,
        site=site,
        names={language: name_language(language) for language in texts},
        about=write_head(_about(dataset, shown, texts, site)),
        css=write_palette(mix_colours(dataset.meta))
        + style("page.css")
        + style("gallery/gallery.css"),
        script=f"{bundle('gallery/gallery.js')}startGallery();",
    )
    return add_policy(page, images="'self' data:")


def _about(
    dataset: Dataset, cards: Sequence[Card], texts: Mapping[str, Texts], site: Site
) -> About:
    """Say what the gallery is, in the first of its languages."""
    meta, (language, said) = dataset.meta, next(iter(texts.items()))
    data = describe_data(meta, said, site)
    cited = [f"{s.publisher}: {s.title}" for s in dataset.sources]
    catalogue = {
        "@type": "DataCatalog",
        "name": data["name"],
        "description": data["description"],
        "inLanguage": list(texts),
    }
    return About(
        kind="website",
        title=data["name"],
        description=data["description"],
        locale=locale_of(language),
        others=tuple(locale_of(one) for one in texts if one != language),
        linked=link_data(catalogue, data | {"citation": [*data["citation"], *cited]}),
        url=site.url,
        image=site.preview(cards[0].still),
    )


def _part(
    dataset: Dataset, cards: Sequence[Card], texts: Texts, data: Mapping[str, str]
) -> dict[str, Any]:
    meta = dataset.meta
    return {
        "_": texts.gettext,
        "texts": texts,
        "title": texts.pick(meta.title),
        "as_of": texts.day(meta.as_of),
        "cards": cards,
        "articles": dataset.article,
        "downloads": list_downloads(data, texts),
        "protection": texts.pick(meta.protection.note) if meta.protection else "",
        "has_border": any(card.has_border for card in cards),
        "has_areas": any(card.has_areas for card in cards),
        "licences": (licence_of(meta.licence), GEOMETRY),
        "disagreements": find_disagreements(dataset, texts),
        "count": len(dataset.sources),
    }


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


def find_disagreements(dataset: Dataset, texts: Texts) -> list[Entry]:
    """List the weightiest events of which there are several figures.

    Parameters
    ----------
    dataset : Dataset
    texts : Texts

    Returns
    -------
    list of Entry
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
    return [write_entry(event, texts) for event in chosen]
