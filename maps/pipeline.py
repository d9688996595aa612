"""Every file of the atlas: load -> validate -> join -> slice -> render."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from csto_atlas.events.errors import Problem, UsageError
from csto_atlas.events.nearest import suggest
from csto_atlas.geodata.lengths import load_lengths
from csto_atlas.geodata.territories import load_territories
from csto_atlas.maps.assets.bundle import embed_script
from csto_atlas.maps.assets.licences import LICENCES, write_licences
from csto_atlas.maps.build_cache import Memory, remembering
from csto_atlas.maps.content.map_view import MapPage, draw_map
from csto_atlas.maps.downloads.export import export_data
from csto_atlas.maps.downloads.layer_tables import list_tables
from csto_atlas.maps.i18n.messages import name_language
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import GEODATA, DataSetInputs, MapInputs
from csto_atlas.maps.layers.scheduler import open_scheduler
from csto_atlas.maps.load import load_data_set, make_map_inputs
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.article import render_article
from csto_atlas.maps.page.asset_files import split_pages
from csto_atlas.maps.page.gallery import render_gallery
from csto_atlas.maps.page.gallery_content import Card, make_card
from csto_atlas.maps.page.headers import write_headers
from csto_atlas.maps.page.oembed import embed_map
from csto_atlas.maps.page.render import render_page
from csto_atlas.maps.shapes.drawable import drawing
from csto_atlas.maps.shapes.load import load_outlines, load_overview
from csto_atlas.maps.stills.render import draw_stills

Page = tuple[str, str]  # a map and a language
Progress = Callable[[Sequence[Page]], Iterable[Page]]


@dataclass(frozen=True)
class BuildResult:
    """What a build makes.

    Attributes
    ----------
    files : mapping of str or bytes
        Contents by path relative to the output.
    warnings : tuple of Problem
        What readers of the data set put right or left out by themselves.
    """

    files: Mapping[str, str | bytes]
    warnings: tuple[Problem, ...]


def build(
    data: Path,
    maps: Sequence[str] | None,
    languages: Sequence[str] | None,
    site: Site,
    scheduler: str | None = None,
    *,
    has_files: bool = False,
    memory: Memory | None = None,
    progress: Progress = iter,
) -> BuildResult:
    """Make every page; nothing is written or printed.

    Parameters
    ----------
    data : Path
        Folder of a data set.
    maps, languages : sequence of str or None
        What to build; everything if not given.
    site : Site
        Where the atlas will be.
    scheduler : str, optional
        The address of the Dask cluster that joins the layers, or ``local``; this
        process if not given.
    has_files : bool
        Whether scripts and styles are files beside the pages, not parts of them.
    memory : Memory, optional
        Results of the last build, which this one may use and then replaces.
    progress : callable
        Given the pages, yields them one by one as they are made; `tqdm` is one.

    Returns
    -------
    BuildResult

    Raises
    ------
    DataError
        With every problem of the data.
    UsageError
        If the data have not a map or a language that is asked for.
    """
    with remembering(memory):
        countries = load_territories(GEODATA / "territories.csv")
        inputs = load_data_set(data, countries)
        spoken = inputs.dataset.meta.languages
        _require("--map: no map", maps or (), inputs.specs)
        _require("--lang: no texts in", languages or (), spoken)
        specs = {n: spec for n, spec in inputs.specs.items() if not maps or n in maps}
        with open_scheduler(scheduler) as client:
            map_inputs = {
                n: make_map_inputs(inputs, spec, client) for n, spec in specs.items()
            }
        texts = {name: Texts(name, countries) for name in languages or spoken}
        chosen = _Selection(inputs, map_inputs, texts, site)
        files = _make_files(chosen, progress)
    if has_files:
        files = split_pages(files)
    if chosen.is_whole:
        files |= write_headers(files)
    return BuildResult(files, tuple(inputs.dataset.warnings))


@dataclass(frozen=True)
class _Selection:
    """The maps and languages that are built, loaded."""

    inputs: DataSetInputs
    map_inputs: Mapping[str, MapInputs]
    texts: Mapping[str, Texts]
    site: Site

    @property
    def pages(self) -> list[Page]:
        """Every map in every language."""
        return [(name, language) for name in self.map_inputs for language in self.texts]

    @property
    def languages(self) -> dict[str, str]:
        """Every language of the data set, with its own name."""
        spoken = self.inputs.dataset.meta.languages
        return {language: name_language(language) for language in spoken}

    @property
    def last_map(self) -> MapInputs:
        """The last map, for what all maps share: the data set with its findings."""
        *_, last = self.map_inputs.values()
        return last

    @property
    def is_whole(self) -> bool:
        """Whether every map is built in every language."""
        return len(self.pages) == len(self.inputs.specs) * len(self.languages)


def _make_files(chosen: _Selection, progress: Progress) -> dict[str, str | bytes]:
    """Draw every page, then make what lists or copies from all of them."""
    files: dict[str, str | bytes] = {}
    cards: list[Card] = []
    for name, language in progress(chosen.pages):
        inputs, texts = chosen.map_inputs[name], chosen.texts[language]
        with drawing(inputs.spec):
            page = draw_map(inputs, texts, chosen.languages)
        _add(files, _write_map(page, chosen.site))
        cards.append(make_card(page.view, chosen.site))
    _add(files, _write_articles(chosen, [*files]))
    tables = _export(chosen)
    _add(files, tables)
    # Also those that this build leaves as they are.
    names = sorted(chosen.inputs.specs)
    script = embed_script(names, [*chosen.languages])
    _add(files, {"embed.js": script, LICENCES: write_licences()})
    if chosen.is_whole:
        files["index.html"] = render_gallery(
            chosen.inputs.dataset,
            cards,
            chosen.texts,
            tables,
            chosen.site,
            chosen.map_inputs,
        )
    return files


def _add(
    files: dict[str, str | bytes], more: Mapping[str, str | bytes] | Mapping[str, str]
) -> None:
    """Add files, each path once.

    Raises
    ------
    ValueError
        If two steps make a file of one path: one would be lost in silence.
    """
    if twice := files.keys() & more.keys():
        raise ValueError(f"two steps make {min(twice)}")
    files.update(more)


def _write_map(page: MapPage, site: Site) -> dict[str, str]:
    """Return the page of one map in one language, and its stills."""
    view = page.view
    path = f"{view.texts.language}/{view.spec.id}"
    files = {f"{path}.html": render_page(page, site)} | draw_stills(view)
    if site.url:
        files[f"{path}.oembed.json"] = embed_map(view, site)
    return files


def _write_articles(chosen: _Selection, stills: Sequence[str]) -> dict[str, str]:
    """Return the article in every language, if all of its maps are built."""
    return {
        f"{language}/article.html": render_article(
            chosen.map_inputs,
            texts,
            chosen.languages,
            stills,
            chosen.site,
        )
        for article in chosen.inputs.dataset.article
        if {section.map for section in article.sections} <= chosen.map_inputs.keys()
        for language, texts in chosen.texts.items()
    }


def _export(chosen: _Selection) -> dict[str, str | bytes]:
    """Return the data as tables and GeoJSON."""
    drawn_from = {spec.boundaries for spec in chosen.inputs.specs.values()}
    countries = load_territories(GEODATA / "territories.csv")
    texts = {name: Texts(name, countries) for name in chosen.languages}
    return export_data(
        chosen.last_map,
        load_overview(GEODATA, drawn_from),
        load_outlines(GEODATA),
        texts,
        list_tables(chosen.map_inputs, texts),
        [
            (
                spec.border,
                load_lengths(GEODATA / "border_lengths.csv", spec.border.codes),
            )
            for spec in chosen.inputs.specs.values()
            if spec.border
        ],
    )


def _require(complaint: str, wanted: Iterable[str], known: Iterable[str]) -> None:
    """Refuse an unknown name."""
    if unknown := sorted(set(wanted) - set(known)):
        expected = suggest(f"one of {', '.join(known)}", unknown[0], known)
        raise UsageError(f"{complaint} {unknown[0]!r}; expected {expected}")
