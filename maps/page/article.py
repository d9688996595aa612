"""The article: a text in steps, each of which moves the map beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from csto_atlas.events.records import Article
from csto_atlas.maps.assets.bundle import bundle, style
from csto_atlas.maps.assets.templates import render
from csto_atlas.maps.downloads.credits import CREDITS
from csto_atlas.maps.drawing.palette import mix_colours
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.article_content import write_article
from csto_atlas.maps.page.csp import add_policy
from csto_atlas.maps.page.line_breaks import keep_dates_together
from csto_atlas.maps.page.linked_data import describe_data, link_data
from csto_atlas.maps.page.metadata import PageMetadata, list_editions, write_head
from csto_atlas.maps.scene.style import write_palette
from csto_atlas.maps.stills.names import name_still

NAME = "article.html"


def render_article(
    maps: Mapping[str, MapInputs],
    texts: Texts,
    languages: Mapping[str, str],
    stills: Collection[str],
    site: Site,
) -> str:
    """Render the article in one language.

    Parameters
    ----------
    maps : mapping of MapInputs
        Every map that the article names, by id; their data set has an article.
    texts : Texts
    languages : mapping of str
        The languages that the article has a page in, with their own names.
    stills : collection of str
        Paths of the pictures of the maps, relative to the output.
    site : Site
        Where the atlas will be published.

    Returns
    -------
    str
        A page that requests its maps and ``embed.js``, and nothing else.
    """
    content = write_article(maps, texts, stills)
    meta = next(iter(maps.values())).dataset.meta
    published = content.article.published
    page = render(
        "article.html.jinja",
        _=texts.gettext,
        texts=texts,
        languages=languages,
        page=NAME,
        about=write_head(_describe(maps, content.article, texts, languages, site)),
        css=write_palette(mix_colours(meta))
        + style("page.css")
        + style("calls.css")
        + style("article.css"),
        content=content,
        citations=content.citations,
        credits=CREDITS,
        title=texts.pick(meta.title),
        as_of=meta.as_of,
        published=published and texts.day(published),
        script=f"{bundle('age.js')}tellAge();",
    )
    own = "'self'"
    html = keep_dates_together(page)
    return add_policy(html, images=f"{own} data:", scripts=own, frames=own)


def _describe(
    maps: Mapping[str, MapInputs],
    article: Article,
    texts: Texts,
    languages: Iterable[str],
    site: Site,
) -> PageMetadata:
    first = maps[article.sections[0].map]
    meta = first.dataset.meta
    title, lead = article.title[texts.language], article.lead.text[texts.language]
    image = site.preview(_name_picture(first, texts))
    own = {
        "@type": "Article",
        "headline": title,
        "description": lead,
        "inLanguage": texts.language,
        "dateModified": (article.published or meta.as_of).isoformat(),
    }
    if article.published:
        own["datePublished"] = article.published.isoformat()
    if site.url:
        own |= {"url": site.at(f"{texts.language}/{NAME}"), "image": image}
    return PageMetadata(
        kind="article",
        title=title,
        description=lead,
        editions=list_editions(NAME, texts.language, languages, site),
        linked=link_data(own, describe_data(meta, texts, site)),
        image=image,
    )


def _name_picture(inputs: MapInputs, texts: Texts) -> str:
    """Return the path of a map's first still, which `make stills` makes in any case."""
    tick = inputs.ticks[inputs.first_tick]
    return name_still(texts.language, inputs.spec.id, tick.id)
