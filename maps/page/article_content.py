"""Content of the article: chapters, steps beside their map, requests and sources."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from csto_atlas.events.records import Article, Step
from csto_atlas.maps.content.call_cards import (
    CallBoard,
    SmallMap,
    draw_small_maps,
    find_map_of_calls,
    write_calls,
)
from csto_atlas.maps.content.citations import Citations, list_citations
from csto_atlas.maps.content.help_requests import RequestTable, write_requests
from csto_atlas.maps.i18n.messages import capitalise
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.stills.names import name_still


@dataclass(frozen=True)
class ArticleStep:
    """A step of the article: its text, and the state of the map beside it.

    Attributes
    ----------
    map : str
        Id of the map.
    at, label : str
        The tick, and its name.
    select : str
        What the map has selected; empty for nothing.
    view : str
        ``un`` or ``control``.
    camera : str
        The preset that the map shows; empty for its first view.
    text : str
    sources : tuple of str
    still : str
        Path of the picture of this state, relative to the output; empty if there is
        none.
    """

    map: str
    at: str
    label: str
    select: str
    view: str
    camera: str
    text: str
    sources: tuple[str, ...]
    still: str

    @property
    def address(self) -> str:
        """The part of the map's address after ``#``."""
        words = {
            "t": self.at,
            "select": self.select,
            "view": "" if self.view == "un" else self.view,
            "at": self.camera,
        }
        return "&".join(f"{word}={value}" for word, value in words.items() if value)


@dataclass(frozen=True)
class Chapter:
    """A section of the article, with the map beside it and the map's title."""

    map: str
    title: str
    heading: str
    steps: tuple[ArticleStep, ...]


@dataclass(frozen=True)
class ArticleContent:
    """Everything that the article says.

    Attributes
    ----------
    article : Article
        The record, for title, lead and close.
    chapters : tuple of Chapter
    requests : RequestTable
    board : CallBoard or None
        The calls for help on cards, if the maps tell of any.
    small_maps : tuple of SmallMap
        Of the states that asked.
    citations : Citations
        Numbered as they are mentioned.
    """

    article: Article
    chapters: tuple[Chapter, ...]
    requests: RequestTable
    board: CallBoard | None
    small_maps: tuple[SmallMap, ...]
    citations: Citations


def write_article(
    maps: Mapping[str, MapInputs], texts: Texts, stills: Collection[str]
) -> ArticleContent:
    """Write the article in one language.

    Parameters
    ----------
    maps : mapping of MapInputs
        Every map that the article names, by id; their data set has an article.
    texts : Texts
    stills : collection of str
        Paths of the pictures of the maps, relative to the output.

    Returns
    -------
    ArticleContent
    """
    inputs = next(iter(maps.values()))
    dataset = inputs.dataset
    (article,) = dataset.article
    requests = write_requests(dataset.events, dataset, inputs.findings, texts)
    cited = [
        *(s for _, passage in article.passages() for s in passage.sources),
        *(s for row in requests.rows for s in row.sources),
    ]
    chapters = tuple(
        Chapter(
            map=section.map,
            title=texts.pick(maps[section.map].spec.title),
            heading=section.heading[texts.language],
            steps=tuple(
                _write_step(step, maps[section.map], texts, stills)
                for step in section.steps
            ),
        )
        for section in article.sections
    )
    citations = list_citations(dataset, cited, texts, by_mention=True)
    told = find_map_of_calls(maps)
    return ArticleContent(
        article=article,
        chapters=chapters,
        requests=requests,
        board=write_calls(maps, texts),
        small_maps=draw_small_maps(told) if told else (),
        citations=citations,
    )


def _write_step(
    step: Step, inputs: MapInputs, texts: Texts, stills: Collection[str]
) -> ArticleStep:
    (tick,) = [tick for tick in inputs.ticks if tick.id == step.at]
    still = name_still(texts.language, inputs.spec.id, step.at)
    return ArticleStep(
        map=inputs.spec.id,
        at=step.at,
        label=capitalise(texts.tick(tick)),
        select=step.select or "",
        view=step.view or "un",
        camera=step.camera or "",
        text=step.text[texts.language],
        sources=step.sources,
        still=still if still in stills else "",
    )
