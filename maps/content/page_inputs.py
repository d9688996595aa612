"""The inputs of one page: a map in one language, sliced and drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from csto_atlas.events.records import Event
from csto_atlas.maps.content.summary import Summary, summarise
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.scene.assemble import draw_world
from csto_atlas.maps.scene.model import Scene
from csto_atlas.maps.slicing.events import default_tick, events_of, spans_of
from csto_atlas.maps.slicing.map_states import make_runs
from csto_atlas.maps.slicing.states import Runs
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.timeline.changes import NONE, says_something
from csto_atlas.maps.timeline.ticks import Tick, make_ticks


@dataclass(frozen=True)
class PageInputs:
    """Everything that the text and the payload of one page are written from.

    Attributes
    ----------
    spec : MapSpec
    inputs : MapInputs
    texts : Texts
        Of the page's language.
    ticks : sequence of Tick
    start : int
        Index of the tick that the page opens on.
    events : sequence of Event
        The events of the map that fall into its timeline, by date.
    spans : mapping of (int, int)
        First and last tick of each of these events, by id.
    runs : Runs
    scene : Scene
    focus : sequence of str
        Codes of the territories with a status or a contingent at some tick: those
        that have a status at the first tick, then the others, each group by name.
    summary : Summary
    """

    spec: MapSpec
    inputs: MapInputs
    texts: Texts
    ticks: Sequence[Tick]
    start: int
    events: Sequence[Event]
    spans: Mapping[str, tuple[int, int]]
    runs: Runs
    scene: Scene
    focus: Sequence[str]
    summary: Summary


def make_page_inputs(spec: MapSpec, inputs: MapInputs, texts: Texts) -> PageInputs:
    """Slice, draw and summarise one map in one language.

    Parameters
    ----------
    spec : MapSpec
    inputs : MapInputs
    texts : Texts

    Returns
    -------
    PageInputs
    """
    dataset = inputs.dataset
    ticks = make_ticks(spec.timeline, dataset.meta.as_of)
    runs = make_runs(spec, inputs, ticks)
    scene = draw_world(spec, inputs, texts, ticks, runs)
    events = events_of(spec, dataset)
    spans = spans_of(events, ticks)
    focus = _find_focus(scene, runs, texts)
    return PageInputs(
        spec=spec,
        inputs=inputs,
        texts=texts,
        ticks=ticks,
        start=default_tick(spec, ticks),
        events=[event for event in events if event.id in spans],
        spans=spans,
        runs=runs,
        scene=scene,
        focus=focus,
        summary=summarise(spec, runs, focus, dataset, ticks, texts),
    )


def _find_focus(scene: Scene, runs: Runs, texts: Texts) -> list[str]:
    """List the territories with a status or a contingent at some tick."""
    codes = (
        code
        for code in scene.shown
        if says_something(runs.states[code]) or code in runs.contingents
    )
    return sorted(
        codes, key=lambda code: (runs.states[code][0][1] == NONE, texts.territory(code))
    )
