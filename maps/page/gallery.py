"""The gallery: every map in every language, how to embed it, and the downloads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from csto_atlas.events.records import Dataset
from csto_atlas.maps.assets.bundle import bundle, style
from csto_atlas.maps.assets.templates import render
from csto_atlas.maps.content.call_cards import (
    draw_small_maps,
    find_map_of_calls,
    has_board,
    write_calls,
)
from csto_atlas.maps.content.citations import name_source
from csto_atlas.maps.downloads.credits import CREDITS
from csto_atlas.maps.drawing.palette import mix_colours
from csto_atlas.maps.i18n.messages import name_language
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.csp import add_policy
from csto_atlas.maps.page.gallery_content import Card, write_section
from csto_atlas.maps.page.line_breaks import keep_dates_together
from csto_atlas.maps.page.linked_data import describe_data, link_data
from csto_atlas.maps.page.metadata import (
    Editions,
    PageMetadata,
    locale_of,
    write_head,
)
from csto_atlas.maps.scene.style import write_palette
from csto_atlas.maps.stills.names import name_calls


def render_gallery(
    dataset: Dataset,
    cards: Iterable[Card],
    texts: Mapping[str, Texts],
    data: Mapping[str, str | bytes],
    site: Site,
    maps: Mapping[str, MapInputs],
) -> str:
    """Render ``index.html``.

    Parameters
    ----------
    dataset : Dataset
    cards : iterable of Card
        Of every map in every language.
    texts : mapping of Texts
        By language.
    data : mapping of str or bytes
        The downloads, by path relative to the output.
    site : Site
        Where the atlas will be published.
    maps : mapping of MapInputs
        By id.

    Returns
    -------
    str
        A page that requests its stills and nothing else.
    """
    shown = sorted(cards, key=lambda card: -card.area)  # the whole before its parts
    sections = [
        write_section(
            dataset,
            [c for c in shown if c.language == language],
            own_texts,
            data,
            write_calls(maps, own_texts),
        )
        for language, own_texts in texts.items()
    ]
    told = find_map_of_calls(maps)
    page = render(
        "index.html.jinja",
        sections=sections,
        small_maps=draw_small_maps(told) if told else (),
        credits=CREDITS,
        site=site,
        names={language: name_language(language) for language in texts},
        about=write_head(_about(dataset, shown, texts, site, told)),
        css=write_palette(mix_colours(dataset.meta))
        + style("page.css")
        + style("calls.css")
        + style("gallery/gallery.css"),
        script=f"{bundle('age.js', 'gallery/gallery.js')}startGallery();tellAge();",
    )
    return add_policy(keep_dates_together(page), images="'self' data:")


def _about(
    dataset: Dataset,
    cards: Sequence[Card],
    texts: Mapping[str, Texts],
    site: Site,
    told: MapInputs | None,
) -> PageMetadata:
    """Describe the gallery, in the first of its languages.

    Its picture has the calls for help, if a map has them on one screen.
    """
    language, first_texts = next(iter(texts.items()))
    data = describe_data(dataset.meta, first_texts, site)
    cited = [f"{s.publisher}: {name_source(s, language)}" for s in dataset.sources]
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
        editions=Editions(
            locale=locale_of(language),
            others=tuple(locale_of(other) for other in texts if other != language),
            url=site.url,
        ),
        linked=link_data(catalogue, data | {"citation": [*data["citation"], *cited]}),
        image=site.preview(
            name_calls(language, told.spec.id)
            if told and has_board(told)
            else cards[0].still
        ),
    )
