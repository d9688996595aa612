"""One map in one language: everything that its page and its stills show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from csto_atlas.events.records import Meta
from csto_atlas.maps.content.call_cards import CallBoard, write_calls_of
from csto_atlas.maps.content.citations import (
    Citations,
    choose_sources,
    cited_by,
    list_citations,
    list_publishers,
)
from csto_atlas.maps.content.header import Header, write_header
from csto_atlas.maps.content.lanes import Lanes, choose_lanes
from csto_atlas.maps.content.legend import Legend, write_legend
from csto_atlas.maps.content.page_inputs import PageInputs, make_page_inputs
from csto_atlas.maps.content.payload import make_payload
from csto_atlas.maps.content.reading import Reading, write_reading
from csto_atlas.maps.content.summary import StateColumn
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.layers.payload import make_layer_data
from csto_atlas.maps.payload.layers import LayerData
from csto_atlas.maps.payload.page import Payload
from csto_atlas.maps.scene.model import Scene
from csto_atlas.maps.slicing.states import StateChanges
from csto_atlas.maps.spec.placed import PlacedMap
from csto_atlas.maps.timeline.ticks import Tick


@dataclass(frozen=True)
class MapView:
    """A map in one language, as both its page and its stills show it.

    Attributes
    ----------
    spec : PlacedMap
    meta : Meta
        Of the data set.
    texts : Texts
    ticks : sequence of Tick
    start : int
        Index of the tick that the page opens on.
    spans : mapping of (int, int)
        First and last tick of every event, by id.
    state_changes : StateChanges
    scene : Scene
    header : Header
    legend : Legend
    columns : sequence of StateColumn
        What the map is about, with the states of each along the ticks.
    """

    spec: PlacedMap
    meta: Meta
    texts: Texts
    ticks: Sequence[Tick]
    start: int
    spans: Mapping[str, tuple[int, int]]
    state_changes: StateChanges
    scene: Scene
    header: Header
    legend: Legend
    columns: Sequence[StateColumn]


@dataclass(frozen=True)
class MapPage:
    """The content of a map's page.

    Attributes
    ----------
    view : MapView
    languages : mapping of str
        The languages that the map has a page in, with their own names.
    reading : Reading
    citations : Citations
    lanes : Lanes
    calls : CallBoard or None
        None on a map that tells of no calls for help, or of one only.
    payload : Payload
    layer_data : LayerData or None
        None on a map without layers.
    """

    view: MapView
    languages: Mapping[str, str]
    reading: Reading
    citations: Citations
    lanes: Lanes
    calls: CallBoard | None
    payload: Payload
    layer_data: LayerData | None


def draw_map(inputs: MapInputs, texts: Texts, languages: Mapping[str, str]) -> MapPage:
    """Slice and draw a map in one language, and write its text.

    Parameters
    ----------
    inputs : MapInputs
    texts : Texts
    languages : mapping of str
        The languages that the map has a page in, with their own names.

    Returns
    -------
    MapPage
    """
    page = make_page_inputs(inputs, texts)
    dataset = inputs.dataset
    header, legend, reading = (
        write_header(page),
        write_legend(page),
        write_reading(page),
    )
    publishers = list_publishers(dataset)
    cited = (
        source
        for sources in _list_cited(legend, reading)
        for source in choose_sources(sources, publishers)
    )
    lanes = choose_lanes(page)
    return MapPage(
        view=MapView(
            spec=inputs.spec,
            meta=dataset.meta,
            texts=texts,
            ticks=inputs.ticks,
            start=inputs.first_tick,
            spans=inputs.spans,
            state_changes=page.state_changes,
            scene=page.scene,
            header=header,
            legend=legend,
            columns=page.summary.columns,
        ),
        languages=languages,
        reading=reading,
        citations=list_citations(dataset, cited, texts, publishers=publishers),
        lanes=lanes,
        calls=write_calls_of(inputs, texts),
        payload=make_payload(page, header, lanes),
        layer_data=_make_layer_data(page),
    )


def _make_layer_data(page: PageInputs) -> LayerData | None:
    layers, boundaries = page.scene.layers, page.inputs.geodata.boundaries
    if not layers:
        return None
    return make_layer_data(layers, boundaries, len(page.inputs.ticks), page.texts)


def _list_cited(legend: Legend, reading: Reading) -> Iterator[tuple[str, ...]]:
    """Iterate over the ids of the sources of every fact on a page."""
    yield from cited_by(reading.events)
    if legend.lengths:
        yield from cited_by([legend.lengths])
    for row in (*reading.rows, *legend.overlays):
        yield row.sources
    if reading.protection:
        yield reading.protection.sources
    for layer in legend.layers:
        yield (layer.source,)
