"""The inputs of a data set and of one map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from csto_atlas.events.records import Dataset, Event
from csto_atlas.geodata.places import Place
from csto_atlas.maps.joins.event_coverage import Finding
from csto_atlas.maps.joins.terrain import Terrain
from csto_atlas.maps.layers.model import LayerOnMap
from csto_atlas.maps.shapes.load import Geodata
from csto_atlas.maps.spec.placed import PlacedMap
from csto_atlas.maps.spec.selection import default_tick, events_of
from csto_atlas.maps.timeline.ticks import Tick, make_ticks, spans_of

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
    """Everything that one map is made from, the same in every language.

    Attributes
    ----------
    spec : PlacedMap
    dataset : Dataset
    places : mapping of Place
    findings : mapping of Finding
        What the joins in time and space say of the events.
    geodata : Geodata
    layers : tuple of LayerOnMap
        The layers of many events that the map shows.
    """

    spec: PlacedMap
    dataset: Dataset
    places: Mapping[str, Place]
    findings: Mapping[str, Finding]
    geodata: Geodata
    layers: tuple[LayerOnMap, ...] = ()

    @cached_property
    def ticks(self) -> tuple[Tick, ...]:
        """The ticks of the slider."""
        return make_ticks(self.spec.timeline, self.dataset.meta.as_of)

    @cached_property
    def first_tick(self) -> int:
        """The index of the tick that the page opens on."""
        return default_tick(self.spec, self.ticks)

    @cached_property
    def spans(self) -> dict[str, tuple[int, int]]:
        """First and last tick of every event that is shown, by its id."""
        return spans_of(events_of(self.spec, self.dataset), self.ticks)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events that are shown at some tick, in order of time."""
        chosen = events_of(self.spec, self.dataset)
        return tuple(event for event in chosen if event.id in self.spans)
