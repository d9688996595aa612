"""The article: the story of the data, whose steps move the maps beside it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from csto_atlas.events.records import Article, Step
from csto_atlas.maps.assets.bundle import style
from csto_atlas.maps.assets.templates import render
from csto_atlas.maps.content.help_requests import list_calls, name_article
from csto_atlas.maps.content.record_text import write_references
from csto_atlas.maps.drawing.palette import mix_colours
from csto_atlas.maps.i18n.texts import Texts, capitalise
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.csp import add_policy
from csto_atlas.maps.page.metadata import (
    About,
    describe_data,
    link_data,
    speak,
    write_head,
)
from csto_atlas.maps.scene.style import write_palette
from csto_atlas.maps.slicing.events import default_tick
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.stills.names import name_still
from csto_atlas.maps.timeline.ticks import make_ticks

NAME = "article.html"


@dataclass(frozen=True)
class Stop:
    """A step as the article has it: its text, and what it shows on which map."""

    map: str
    at: str
    label: str
    select: str
    view: str
    text: str
    sources: tuple[str, ...]
    still: str

    @property
    def address(self) -> str:
        """The part of the map's address after ``#``."""
        view = f"&view={self.view}" if self.view != "un" else ""
        return f"t={self.at}{f'&select={self.select}' if self.select else ''}{view}"


@dataclass(frozen=True)
class Chapter:
    """A section as the article has it."""

    map: str
    title: str
    heading: str
    steps: tuple[Stop, ...]


def render_article(
    world: MapInputs,
    specs: Mapping[str, MapSpec],
    texts: Texts,
    languages: Mapping[str, str],
    stills: Collection[str],
    site: Site,
) -> str:
    """Render the article in one language.

    Parameters
    ----------
    world : MapInputs
        Its data set has an article.
    specs : mapping of MapSpec
        Of every map that the article names.
    texts : Texts
    languages : mapping of str
        The languages that there are pages in, with their own names.
    stills : collection of str
        Paths of the pictures that there are, relative to the output.
    site : Site
        Where it will be.

    Returns
    -------
    str
        A page that asks for its maps, for ``embed.js`` and for nothing else.
    """
    dataset = world.dataset
    (article,) = dataset.article
    calls = list_calls(dataset.events, dataset, world.findings, texts)
    cited = [
        *(s for _, passage in article.passages() for s in passage.sources),
        *(s for call in calls for s in call.sources),
    ]
    order = {source: n for n, source in enumerate(dict.fromkeys(cited))}
    references = sorted(
        write_references(dataset.sources, cited, texts), key=lambda one: order[one.id]
    )
    page = render(
        "article.html.jinja",
        _=texts.gettext,
        texts=texts,
        languages=languages,
        page=NAME,
        about=write_head(_about(article, world, specs, texts, languages, site)),
        css=write_palette(mix_colours(dataset.meta))
        + style("page.css")
        + style("article.css"),
        article=article,
        chapters=[
            Chapter(
                section.map,
                texts.pick(specs[section.map].title),
                section.heading[texts.language],
                tuple(
                    _write(step, specs[section.map], world, texts, stills)
                    for step in section.steps
                ),
            )
            for section in article.sections
        ],
        calls=calls,
        article_heading=name_article(dataset, texts),
        references=references,
        numbers={source.id: n for n, source in enumerate(references, 1)},
        title=texts.pick(dataset.meta.title),
        as_of=texts.day(dataset.meta.as_of),
    )
    own = "'self'"
    return add_policy(page, images=f"{own} data:", scripts=own, frames=own)


def _write(
    step: Step, spec: MapSpec, world: MapInputs, texts: Texts, stills: Collection[str]
) -> Stop:
    ticks = make_ticks(spec.timeline, world.dataset.meta.as_of)
    (tick,) = [tick for tick in ticks if tick.id == step.at]
    still = name_still(texts.language, spec.id, step.at)
    return Stop(
        map=spec.id,
        at=step.at,
        label=capitalise(texts.tick(tick)),
        select=step.select or "",
        view=step.view or "un",
        text=step.text[texts.language],
        sources=step.sources,
        still=still if still in stills else "",
    )


def _about(
    article: Article,
    world: MapInputs,
    specs: Mapping[str, MapSpec],
    texts: Texts,
    languages: Mapping[str, str],
    site: Site,
) -> About:
    meta = world.dataset.meta
    title, lead = article.title[texts.language], article.lead.text[texts.language]
    first = specs[article.sections[0].map]
    ticks = make_ticks(first.timeline, meta.as_of)
    # The picture that `make stills` makes in any case.
    tick = ticks[default_tick(first, ticks)]
    still = name_still(texts.language, first.id, tick.id)
    image = site.preview(still)
    own = {
        "@type": "Article",
        "headline": title,
        "description": lead,
        "inLanguage": texts.language,
        "dateModified": meta.as_of.isoformat(),
    }
    if site.url:
        own |= {"url": site.at(f"{texts.language}/{NAME}"), "image": image}
    return About(
        kind="article",
        title=title,
        description=lead,
        linked=link_data(own, describe_data(meta, texts, site)),
        image=image,
        **speak(NAME, texts.language, languages, site),
    )
