"""What maps are made from: the inputs of a data set, and of one map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from csto_atlas.events.records import Dataset
from csto_atlas.geodata.places import Place
from csto_atlas.maps.joins.event_coverage import Finding
from csto_atlas.maps.joins.terrain import Terrain
from csto_atlas.maps.layers.model import LayerOnMap
from csto_atlas.maps.shapes.load import Geodata
from csto_atlas.maps.spec.placed import PlacedMap

PACKAGE = Path(__file__).parents[1]
DATA = PACKAGE / "events" / "data" / "csto"  # the default data set
GEODATA = PACKAGE / "geodata" / "data"


@dataclass(frozen=True)
class DataSetInputs:
    """Everything that maps are made from but their shapes, loaded and checked."""

    dataset: Dataset
    places: Mapping[str, Place]
    findings: Mapping[str, Finding]
    specs: Mapping[str, PlacedMap]
    terrain: Terrain


@dataclass(frozen=True)
class MapInputs:
    """Everything a page is made from, loaded once for all pages.

    Attributes
    ----------
    dataset : Dataset
    places : mapping of Place
    findings : mapping of Finding
        What the joins in time and space say of the events.
    geodata : Geodata
    layers : tuple of LayerOnMap
        The layers of many events that the map shows.
    """

    dataset: Dataset
    places: Mapping[str, Place]
    findings: Mapping[str, Finding]
    geodata: Geodata
    layers: tuple[LayerOnMap, ...] = ()
