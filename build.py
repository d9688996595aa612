"""Build the atlas: load -> validate -> join -> slice -> render -> write."""

from __future__ import annotations

import argparse
import gc
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm

from events.errors import DataError
from events.load import load_dataset
from events.records import Dataset
from events.validate import validate
from geodata.grounds import load_register
from geodata.places import Place, load_gazetteer
from geodata.territories import load_territories
from maps.about import Site, embed_map, read_site
from maps.article import render_article
from maps.bundle import embed_script
from maps.checks import check_gazetteer, check_specs
from maps.coverage import Finding, find_all
from maps.drawn import draw_map
from maps.export import export_data
from maps.extent import members_of, settle_all
from maps.gallery import make_card, render_gallery
from maps.page import render_page
from maps.shapes import (
    load_drawings,
    load_geodata,
    load_lines,
    load_outlines,
    load_overview,
    load_terrain,
)
from maps.spec import MapSpec, list_specs, load_specs
from maps.stills import draw_stills
from maps.texts import Texts, name_language
from maps.timeline import make_ticks
from maps.world import World

ROOT = Path(__file__).parent
DATA = ROOT / "events" / "data" / "csto"
GEODATA = ROOT / "geodata" / "data"
EXAMPLES = """
examples:
  python build.py
  python build.py --map membership --lang ar en
  python build.py --data ~/my-alliance --out ~/my-atlas
"""


class UsageError(Exception):
    """The command line asks for what there is not."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Parameters
    ----------
    arguments : sequence of str, optional
        The process's own if not given.

    Returns
    -------
    int
        0 built; 1 the data are wrong, every problem is on standard error, and the
        output is as it was; 2 wrong usage.
    """
    options = parse_arguments(arguments)
    # Looking for cycles takes a tenth of a build, and frees next to nothing.
    gc.disable()
    try:
        files = build(options.data, options.map, options.lang, options.site_url)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    finally:
        gc.enable()
    write(files, options.out)
    return 0


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line; exit with 2 if it is wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--data", type=Path, default=DATA, metavar="DIR")
    add("--out", type=Path, default=ROOT / "dist", metavar="DIR")
    add("--map", nargs="+", action="extend", metavar="NAME")
    add("--lang", nargs="+", action="extend", metavar="LANG")
    where = "where the atlas will be: pages then name their addresses"
    add("--site-url", type=_site, default=Site(), metavar="URL", help=where)
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        parser.error(f"--data: no folder {str(options.data)!r}")
    if options.out.exists() and not options.out.is_dir():
        parser.error(f"--out: {str(options.out)!r} is not a folder")
    return options


def _site(text: str) -> Site:
    try:
        return read_site(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def build(
    data: Path,
    maps: Sequence[str] | None,
    languages: Sequence[str] | None,
    site: Site,
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
    spoken = facts.dataset.meta.languages
    chosen = languages or spoken
    _require("--map: no map", maps or (), facts.specs)
    _require("--lang: no texts in", chosen, spoken)
    specs = {n: spec for n, spec in facts.specs.items() if not maps or n in maps}
    worlds = {name: make_world(facts, spec) for name, spec in specs.items()}
    texts = {language: Texts(language, countries) for language in chosen}
    names = {language: name_language(language) for language in spoken}
    jobs = [(name, language) for name in specs for language in chosen]
    files: dict[str, str] = {}
    cards = []
    for name, language in tqdm(jobs, desc="maps", unit="page", disable=None):
        drawn = draw_map(specs[name], worlds[name], texts[language], names)
        files[f"{language}/{name}.html"] = render_page(drawn, site)
        files |= draw_stills(drawn)
        if site.url:
            files[f"{language}/{name}.oembed.json"] = embed_map(drawn, site)
        cards.append(make_card(drawn, site))
    dataset, css = worlds[name].dataset, drawn.scene.css
    for article in dataset.article:
        if {section.map for section in article.sections} <= specs.keys():
            files |= {
                f"{language}/article.html": render_article(
                    worlds[name], specs, texts[language], names, [*files], css, site
                )
                for language in chosen
            }
    codes = {row.code for row in dataset.memberships}
    overview, outlines = load_overview(GEODATA, codes), load_outlines(GEODATA)
    tables = export_data(worlds[name], overview, outlines, countries)
    files |= tables | {"embed.js": embed_script()}
    if len(jobs) == len(facts.specs) * len(spoken):  # it shows all there is
        files["index.html"] = render_gallery(dataset, cards, texts, tables, css, site)
    return files


def _require(complaint: str, wanted: Iterable[str], known: Iterable[str]) -> None:
    """Refuse a name that is asked for and that nothing has."""
    if unknown := sorted(set(wanted) - set(known)):
        raise UsageError(
            f"{complaint} {unknown[0]!r}; expected one of {', '.join(known)}"
        )


@dataclass(frozen=True)
class Facts:
    """Everything that maps are made from but their shapes, loaded and checked."""

    dataset: Dataset
    places: Mapping[str, Place]
    findings: Mapping[str, Finding]
    specs: Mapping[str, MapSpec]


def load_facts(data: Path, countries: Mapping[str, str]) -> Facts:
    """Load and check a data set with its maps, and join its events.

    Parameters
    ----------
    data : Path
        Folder of a data set.
    countries : mapping of str
        The codes that it may use.

    Returns
    -------
    Facts

    Raises
    ------
    DataError
        With every problem of the data set, of its maps and of the places.
    """
    dataset, problems = load_dataset(data)
    specs, spec_problems = load_specs(data)
    # Distances are measured to the border that a map is about.
    pair = next((spec.border.codes for spec in specs.values() if spec.border), None)
    terrain = load_terrain(GEODATA, pair)
    places, place_problems = load_gazetteer(GEODATA / "places.csv", data / "places.csv")
    problems = [*problems, *spec_problems, *place_problems]
    problems += check_gazetteer(places, GEODATA)
    if dataset:
        areas = set(terrain.outlines["area"])
        lines = set(load_lines(GEODATA)["line"])
        as_of = dataset.meta.as_of
        problems += validate(
            dataset,
            codes=countries,
            places=places,
            areas=areas,
            lines=lines,
            maps=list_specs(data),
            ticks={
                name: [tick.id for tick in make_ticks(spec.timeline, as_of)]
                for name, spec in specs.items()
            },
        )
        problems += check_specs(specs.values(), dataset, places, countries, GEODATA)
        files = load_register(GEODATA).default
        specs, open_problems = settle_all(
            specs, dataset, load_drawings(GEODATA)[-1], files
        )
        problems += open_problems
    if problems or dataset is None:
        raise DataError(problems)
    return Facts(dataset, places, find_all(dataset, places, terrain), specs)


def make_world(facts: Facts, spec: MapSpec) -> World:
    """Load the shapes of a map.

    Parameters
    ----------
    facts : Facts
    spec : MapSpec

    Returns
    -------
    World
    """
    geodata = load_geodata(GEODATA, spec, members_of(spec, facts.dataset))
    return World(facts.dataset, facts.places, facts.findings, geodata)


def load_world(data: Path, spec: MapSpec, language: str) -> tuple[World, Texts]:
    """Load what one map in one language is made from, for use in a notebook.

    Parameters
    ----------
    data : Path
        Folder of a data set.
    spec : MapSpec
    language : str

    Returns
    -------
    World
    Texts

    Raises
    ------
    DataError
        With every problem of the data.
    """
    countries = load_territories(GEODATA / "territories.csv")
    return make_world(load_facts(data, countries), spec), Texts(language, countries)


def write(files: Mapping[str, str], out: Path) -> None:
    """Put the files in place, all at once: the output is never half new.

    Parameters
    ----------
    files : mapping of str
        Contents by relative path. Files of the former output that are not among
        them stay.
    out : Path
        The output folder; made if it is not there.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as folder:
        fresh, former = Path(folder) / "new", Path(folder) / "old"
        if out.exists():
            shutil.copytree(out, fresh)
        _write_all(files.items(), fresh)
        if out.exists():
            out.rename(former)
        try:
            fresh.rename(out)
        except BaseException:
            if former.exists():
                former.rename(out)
            raise


def _write_all(files: Iterable[tuple[str, str]], folder: Path) -> None:
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
