"""Every file of the atlas: load -> validate -> join -> slice -> render."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tqdm import tqdm

from csto_atlas.events.nearest import suggest
from csto_atlas.geodata.territories import load_territories
from csto_atlas.maps.assets.bundle import embed_script
from csto_atlas.maps.content.map_view import draw_map
from csto_atlas.maps.downloads.export import export_data
from csto_atlas.maps.downloads.layer_tables import list_tables
from csto_atlas.maps.i18n.texts import Texts, name_language
from csto_atlas.maps.inputs import GEODATA
from csto_atlas.maps.layers.scheduler import open_scheduler
from csto_atlas.maps.load import load_facts, make_world
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.article import render_article
from csto_atlas.maps.page.gallery import render_gallery
from csto_atlas.maps.page.gallery_content import make_card
from csto_atlas.maps.page.oembed import embed_map
from csto_atlas.maps.page.render import render_page
from csto_atlas.maps.shapes.load import load_outlines, load_overview
from csto_atlas.maps.stills.render import draw_stills
from csto_atlas.maps.validation.report import warn


class UsageError(Exception):
    """The command line asks for what there is not."""


def build(
    data: Path,
    maps: Sequence[str] | None,
    languages: Sequence[str] | None,
    site: Site,
    scheduler: str | None = None,
) -> dict[str, str]:
    """Make every page; nothing is written.

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

    Returns
    -------
    dict of str
        Contents by path relative to the output.

    Raises
    ------
    DataError
        With every problem of the data.
    UsageError
        If the data have not a map or a language that is asked for.
    """
    countries = load_territories(GEODATA / "territories.csv")
    facts = load_facts(data, countries)
    warn(facts.dataset.warnings)
    spoken = facts.dataset.meta.languages
    chosen = languages or spoken
    _require("--map: no map", maps or (), facts.specs)
    _require("--lang: no texts in", chosen, spoken)
    specs = {n: spec for n, spec in facts.specs.items() if not maps or n in maps}
    with open_scheduler(scheduler) as client:
        worlds = {n: make_world(facts, spec, client) for n, spec in specs.items()}
    texts = {language: Texts(language, countries) for language in chosen}
    names = {language: name_language(language) for language in spoken}
    jobs = [(name, language) for name in specs for language in chosen]
    files: dict[str, str] = {}
    cards = []
    for name, language in tqdm(jobs, desc="maps", unit="page", disable=None):
        page = draw_map(worlds[name], texts[language], names)
        files[f"{language}/{name}.html"] = render_page(page, site)
        files |= draw_stills(page.view)
        if site.url:
            files[f"{language}/{name}.oembed.json"] = embed_map(page.view, site)
        cards.append(make_card(page.view, site))
    dataset = worlds[name].dataset
    for article in dataset.article:
        if {section.map for section in article.sections} <= specs.keys():
            files |= {
                f"{language}/article.html": render_article(
                    worlds[name], specs, texts[language], names, [*files], site
                )
                for language in chosen
            }
    drawn_from = {spec.boundaries for spec in facts.specs.values()}
    overview, outlines = load_overview(GEODATA, drawn_from), load_outlines(GEODATA)
    layers = list_tables(worlds)
    tables = export_data(worlds[name], overview, outlines, countries, layers)
    files |= tables | {"embed.js": embed_script()}
    if len(jobs) == len(facts.specs) * len(spoken):  # it shows all there is
        files["index.html"] = render_gallery(dataset, cards, texts, tables, site)
    return files


def _require(complaint: str, wanted: Iterable[str], known: Iterable[str]) -> None:
    """Refuse a name that is asked for and that nothing has."""
    if unknown := sorted(set(wanted) - set(known)):
        expected = suggest(f"one of {', '.join(known)}", unknown[0], known)
        raise UsageError(f"{complaint} {unknown[0]!r}; expected {expected}")
