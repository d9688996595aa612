"""Names that a data set and its maps use must exist: files, places, languages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from babel import Locale, UnknownLocaleError

from csto_atlas.events.errors import Problem
from csto_atlas.events.files.items import Loc
from csto_atlas.events.nearest import suggest
from csto_atlas.events.records import Dataset, Meta
from csto_atlas.geodata.grounds import load_register
from csto_atlas.geodata.places import Place, check_on
from csto_atlas.maps.shapes.load import load_drawings
from csto_atlas.maps.spec.model import MapSpec

_REGISTERS = {
    "code": "codes in territories.csv",
    "file": "files in geodata/data",
    "place": "places in places.csv",
    "status": "statuses",
}

Name = tuple[str, str, Collection[str], Loc]


def check_gazetteer(places: Mapping[str, Place], geodata: Path) -> list[Problem]:
    """Report places that are not in the state they name.

    Parameters
    ----------
    places : mapping of Place
    geodata : Path
        The folder with the boundaries.

    Returns
    -------
    list of Problem
    """
    coast_km = load_register(geodata).coast_km
    return check_on(places, load_drawings(geodata), coast_km)


def check_specs(
    specs: Iterable[MapSpec],
    dataset: Dataset,
    places: Collection[str],
    codes: Collection[str],
    geodata: Path,
) -> list[Problem]:
    """Find names in specs that do not exist.

    Parameters
    ----------
    specs : iterable of MapSpec
    dataset : Dataset
    places, codes : collection of str
        Ids of places and codes of territories.
    geodata : Path
        The folder with the boundaries.

    Returns
    -------
    list of Problem
        Each on its line, with the nearest name that there is.
    """
    files = {path.name for path in geodata.iterdir()}
    problems = []
    for spec in specs:
        for kind, name, known, loc in _names(spec, dataset, places, codes, files):
            # What could not be read has been told already.
            is_read = dataset.unread.isdisjoint((name, kind.capitalize()))
            if name not in known and is_read:
                what = f"unknown {kind} '{name}'"
                register = _REGISTERS.get(kind, f"{kind}s")
                expected = suggest(f"one of the {register}", name, known)
                problems.append(Problem(spec.origin.at(*loc), what, expected))
    return problems


def check_languages(meta: Meta) -> list[Problem]:
    """Find languages that CLDR does not know: no names, no months, no plurals.

    Parameters
    ----------
    meta : Meta
        Of the data set.

    Returns
    -------
    list of Problem
    """
    expected = "languages of CLDR, such as [en, ar]"
    return [
        Problem(meta.origin.at("languages", n), f"unknown language {name!r}", expected)
        for n, name in enumerate(meta.languages)
        if not _is_language(name)
    ]


def _is_language(name: str) -> bool:
    try:
        Locale.parse(name)
    except (ValueError, UnknownLocaleError):
        return False
    return True


def check_words(specs: Iterable[MapSpec], languages: Sequence[str]) -> list[Problem]:
    """Find texts of specs that have neither a language of the data set nor English.

    Parameters
    ----------
    specs : iterable of MapSpec
    languages : sequence of str
        Those of the data set.

    Returns
    -------
    list of Problem
    """
    expected = f"a text in {', '.join(languages)}; or in en, which stands for others"
    return [
        Problem(spec.origin.at(*loc), f"{loc[0]} has no '{language}'", expected)
        for spec in specs
        for loc, text in _texts(spec)
        for language in languages
        if not (text.get(language) or "en" in text)
    ]


def _texts(spec: MapSpec) -> Iterator[tuple[Loc, Mapping[str, str]]]:
    """Go through the texts of a spec, and where each is."""
    yield ("title",), spec.title
    yield ("about",), spec.about
    if spec.meaning:
        yield ("meaning",), spec.meaning
    for name, text in spec.regions.items():
        yield ("regions", name), text
    for field in ("presets", "lenses"):
        for n, part in enumerate(getattr(spec, field)):
            yield (field, n, "label"), part.label
    for part, text in spec.border.parts.items() if spec.border else ():
        yield ("border", "parts", part), text


def _names(
    spec: MapSpec,
    dataset: Dataset,
    places: Collection[str],
    codes: Collection[str],
    files: Collection[str],
) -> Iterator[Name]:
    """Go through the names in a spec: their kind, what is known, where they are."""
    organisations = {organisation.id for organisation in dataset.organisations}
    statuses = {status.id for status in dataset.statuses}
    for key in ("boundaries", "areas", "lakes"):
        if name := getattr(spec, key):
            yield "file", name, files, (key,)
    for n, name in enumerate(spec.overlays):
        yield "organisation", name, organisations, ("overlays", n)
    layers = {layer.id for layer in dataset.layers} | dataset.unread
    for n, name in enumerate(spec.layers):
        yield "layer", name, layers, ("layers", n)
    for name in spec.states:
        yield "status", name, statuses, ("states", name)
    for n, name in enumerate(spec.towns):
        yield "place", name, places, ("towns", n)
    for n, name in enumerate(spec.speaks_of):
        yield "code", name, codes, ("speaks_of", n)
    if spec.border:
        events = {event.id for event in dataset.events}
        yield "event", spec.border.figures, events, ("border", "figures")
        for n, name in enumerate(spec.border.codes):
            yield "code", name, codes, ("border", "codes", n)
