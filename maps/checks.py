"""What the spec of a map names must be there: files, places, statuses, states."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from events.errors import Problem
from events.nearest import suggest
from events.records import Dataset
from geodata.grounds import load_register
from geodata.places import Place, check_on
from maps.shapes import load_drawings
from maps.spec import MapSpec

_REGISTERS = {
    "code": "codes in territories.csv",
    "file": "files in geodata/data",
    "place": "places in places.csv",
    "status": "statuses",
}

Name = tuple[str, str, Collection[str], tuple[str | int, ...]]


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
    """Find what specs name and nothing has.

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
