"""A data set and the geodata, loaded, checked and joined: what maps are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.load import load_dataset
from csto_atlas.events.records import Dataset
from csto_atlas.events.rules.known_names import KnownNames
from csto_atlas.events.rules.validate import validate
from csto_atlas.geodata.grounds import load_register
from csto_atlas.geodata.places import load_gazetteer
from csto_atlas.geodata.territories import load_territories
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import GEODATA, DataSetInputs, MapInputs
from csto_atlas.maps.joins.event_coverage import find_all
from csto_atlas.maps.joins.row_coverage import make_setting
from csto_atlas.maps.layers.build import make_layers
from csto_atlas.maps.shapes.load import (
    load_geodata,
    load_lines,
    load_terrain,
    load_world_drawing,
)
from csto_atlas.maps.spec.load import list_specs, load_specs
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.spec.partial import salvage_specs
from csto_atlas.maps.spec.placed import PlacedMap
from csto_atlas.maps.spec.placement import place_maps
from csto_atlas.maps.spec.selection import members_of
from csto_atlas.maps.timeline.ticks import make_ticks
from csto_atlas.maps.validation.contrast import check_palette
from csto_atlas.maps.validation.event_places import (
    check_border_places,
    check_exact_places,
)
from csto_atlas.maps.validation.place_names import check_place_names
from csto_atlas.maps.validation.references import (
    check_gazetteer,
    check_languages,
    check_specs,
    check_words,
)
from csto_atlas.maps.validation.reserved import check_reserved

if TYPE_CHECKING:
    from distributed import Client


def load_data_set(data: Path, countries: Mapping[str, str]) -> DataSetInputs:
    """Load and check a data set with its maps, and join its events.

    Parameters
    ----------
    data : Path
        Folder of a data set.
    countries : mapping of str
        The codes that it may use.

    Returns
    -------
    DataSetInputs

    Raises
    ------
    DataError
        With every problem of the data set, of its maps and of the places.
    """
    dataset, problems = load_dataset(data, countries)
    specs, spec_problems = load_specs(data)
    # Distances are measured to the border that a map is about.
    pair = next((spec.border.codes for spec in specs.values() if spec.border), None)
    terrain = load_terrain(GEODATA, pair)
    spoken = dataset.meta.languages if dataset else ()
    places, place_problems = load_gazetteer(
        GEODATA / "places.csv", data / "places.csv", spoken
    )
    found = [*problems, *spec_problems, *place_problems]
    found += check_gazetteer(places, GEODATA)
    if dataset is None:
        raise DataError(found)
    known = KnownNames(
        codes=countries.keys(),
        places=places.keys(),
        areas={*terrain.outlines["area"]},
        maps=list_specs(data).keys(),
        lines={*load_lines(GEODATA)["line"]},
        ticks=_name_ticks(specs, dataset.meta.as_of),
        presets={
            name: frozenset(preset.id for preset in spec.presets)
            for name, spec in specs.items()
        },
    )
    found += validate(dataset, known)
    found += check_languages(dataset.meta)
    found += check_palette(dataset.meta)
    written = [*specs.values(), *salvage_specs(data, specs)]
    found += check_specs(written, dataset, places, countries, GEODATA)
    found += check_words(specs.values(), spoken)
    found += check_reserved(dataset, specs.values())
    found += check_exact_places(dataset, places)
    found += check_border_places(dataset, places, specs.values(), terrain.border)
    found += check_place_names(dataset, places)
    placed, open_problems = _place(specs, dataset)
    found += open_problems
    if found:
        raise DataError(found)
    findings = find_all(dataset, places, terrain)
    return DataSetInputs(dataset, places, findings, placed, terrain)


def _name_ticks(specs: Mapping[str, MapSpec], as_of: date) -> dict[str, frozenset[str]]:
    return {
        name: frozenset(tick.id for tick in make_ticks(spec.timeline, as_of))
        for name, spec in specs.items()
    }


def _place(
    specs: Mapping[str, MapSpec], dataset: Dataset
) -> tuple[dict[str, PlacedMap], list[Problem]]:
    is_open = any(spec.is_open for spec in specs.values())
    world = load_world_drawing(GEODATA) if is_open else {}
    return place_maps(specs, dataset, world, load_register(GEODATA).default)


def make_map_inputs(
    inputs: DataSetInputs, spec: PlacedMap, client: Client | None = None
) -> MapInputs:
    """Load the shapes of a map, and join its layers.

    Parameters
    ----------
    inputs : DataSetInputs
    spec : PlacedMap
    client : Client, optional
        Of the Dask cluster that joins layers; this process if not given.

    Returns
    -------
    MapInputs
    """
    dataset = inputs.dataset
    geodata = load_geodata(GEODATA, spec, members_of(spec, dataset))
    loaded = MapInputs(spec, dataset, inputs.places, inputs.findings, geodata)
    setting = make_setting(dataset, inputs.terrain)
    layers = make_layers(dataset.layers, spec, loaded.ticks, setting, client)
    return replace(loaded, layers=layers)


def load_map(data: Path, spec: MapSpec, language: str) -> tuple[MapInputs, Texts]:
    """Load what one map in one language is made from, for use in a notebook.

    Parameters
    ----------
    data : Path
        Folder of a data set.
    spec : MapSpec
        As `load_spec` returns it, or a changed copy (`MapSpec.with_changes`).
    language : str

    Returns
    -------
    MapInputs
    Texts

    Raises
    ------
    DataError
        With every problem of the data, and of the spec.
    """
    countries = load_territories(GEODATA / "territories.csv")
    inputs = load_data_set(data, countries)
    placed = place_spec(inputs, spec, countries)
    return make_map_inputs(inputs, placed), Texts(language, countries)


def place_spec(
    inputs: DataSetInputs, spec: MapSpec, countries: Mapping[str, str]
) -> PlacedMap:
    """Check a spec like those of the data set's files, and place it.

    Parameters
    ----------
    inputs : DataSetInputs
    spec : MapSpec
        A changed copy of one of the data set's, say.
    countries : mapping of str
        The codes that it may use.

    Returns
    -------
    PlacedMap

    Raises
    ------
    DataError
        With every problem of the spec.
    """
    dataset = inputs.dataset
    placed, problems = _place({spec.id: spec}, dataset)
    problems += check_specs([spec], dataset, inputs.places, countries, GEODATA)
    problems += check_words([spec], dataset.meta.languages)
    if problems:
        raise DataError(problems)
    return placed[spec.id]
