"""One map in one language: sliced, drawn and put into words, for page and stills."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from csto_atlas.events.records import Meta
from csto_atlas.maps.content.context import make_context
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.scene.assemble import draw_scene
from csto_atlas.maps.scene.model import Scene
from csto_atlas.maps.slicing.map_states import make_runs
from csto_atlas.maps.slicing.states import Runs
from csto_atlas.maps.spec.placed import PlacedMap
from csto_atlas.maps.timeline.ticks import Tick


@dataclass(frozen=True)
class Drawn:
    """A map that is ready to be written.

    Attributes
    ----------
    spec : PlacedMap
    meta : Meta
        Of the data set.
    texts : Texts
    ticks : sequence of Tick
    runs : Runs
    scene : Scene
    context : mapping
        What the templates name (`maps.content.context.make_context`).
    """

    spec: PlacedMap
    meta: Meta
    texts: Texts
    ticks: Sequence[Tick]
    runs: Runs
    scene: Scene
    context: Mapping[str, Any]


def draw_map(world: MapInputs, texts: Texts, languages: Mapping[str, str]) -> Drawn:
    """Slice and draw one map in one language, and find its words.

    Parameters
    ----------
    world : MapInputs
    texts : Texts
    languages : mapping of str
        The languages that there are pages in, with their own names.

    Returns
    -------
    Drawn
    """
    spec, ticks = world.spec, world.ticks
    runs = make_runs(world)
    scene = draw_scene(world, texts, runs)
    context = make_context(spec, world, texts, scene, runs, ticks, languages)
    return Drawn(spec, world.dataset.meta, texts, ticks, runs, scene, context)
