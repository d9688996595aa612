"""The article: a text in steps, each of which moves the map beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from csto_atlas.maps.assets.bundle import bundle, style
from csto_atlas.maps.assets.templates import render
from csto_atlas.maps.downloads.credits import CREDITS
from csto_atlas.maps.drawing.palette import mix_colours
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.article_content import write_article
from csto_atlas.maps.page.csp import add_policy
from csto_atlas.maps.page.linked_data import describe_data, link_data
from csto_atlas.maps.page.metadata import PageMetadata, list_editions, write_head
from csto_atlas.maps.scene.style import write_palette
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.spec.selection import default_tick
from csto_atlas.maps.stills.names import name_still
from csto_atlas.maps.timeline.ticks import make_ticks

NAME = "article.html"


def render_article(
    inputs: MapInputs,
    specs: Mapping[str, MapSpec],
    texts: Texts,
    languages: Mapping[str, str],
    stills: Collection[str],
    site: Site,
) -> str:
    """Render the article in one language.

    Parameters
    ----------
    inputs : MapInputs
        Of any map; its data set has an article.
    specs : mapping of MapSpec
        Of every map that the article names.
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
    meta = inputs.dataset.meta
    content = write_article(inputs, specs, texts, stills)
    page = render(
        "article.html.jinja",
        _=texts.gettext,
        texts=texts,
        languages=languages,
        page=NAME,
        about=write_head(_describe(inputs, specs, texts, languages, site)),
        css=write_palette(mix_colours(meta)) + style("page.css") + style("article.css"),
        content=content,
        citations=content.citations,
        credits=CREDITS,
        title=texts.pick(meta.title),
        as_of=meta.as_of,
        script=f"{bundle('age.js')}tellAge();",
    )
    own = "'self'"
    return add_policy(page, images=f"{own} data:", scripts=own, frames=own)


def _describe(
    inputs: MapInputs,
    specs: Mapping[str, MapSpec],
    texts: Texts,
    languages: Iterable[str],
    site: Site,
) -> PageMetadata:
    meta = inputs.dataset.meta
    (article,) = inputs.dataset.article
    title, lead = article.title[texts.language], article.lead.text[texts.language]
    image = site.preview(_name_picture(specs[article.sections[0].map], inputs, texts))
    own = {
        "@type": "Article",
        "headline": title,
        "description": lead,
        "inLanguage": texts.language,
        "dateModified": meta.as_of.isoformat(),
    }
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


def _name_picture(spec: MapSpec, inputs: MapInputs, texts: Texts) -> str:
    """Return the path of a map's first still, which `make stills` makes in any case."""
    ticks = make_ticks(spec.timeline, inputs.dataset.meta.as_of)
    tick = ticks[default_tick(spec, ticks)]
    return name_still(texts.language, spec.id, tick.id)
