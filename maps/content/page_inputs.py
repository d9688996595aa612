"""The inputs of one page: a map in one language, sliced and drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from csto_atlas.maps.content.summary import Summary, summarise
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.scene.assemble import draw_scene
from csto_atlas.maps.scene.model import Scene
from csto_atlas.maps.slicing.map_states import find_state_changes
from csto_atlas.maps.slicing.states import StateChanges
from csto_atlas.maps.timeline.changes import NONE, says_something


@dataclass(frozen=True)
class PageInputs:
    """Everything that the text and the payload of one page are written from.

    Attributes
    ----------
    inputs : MapInputs
        Of the map, with its ticks and events.
    texts : Texts
        Of the page's language.
    state_changes : StateChanges
    scene : Scene
    focus : sequence of str
        Codes of the territories with a status or a contingent at some tick: those
        that have a status at the first tick, then the others, each group by name.
    summary : Summary
    """

    inputs: MapInputs
    texts: Texts
    state_changes: StateChanges
    scene: Scene
    focus: Sequence[str]
    summary: Summary


def make_page_inputs(inputs: MapInputs, texts: Texts) -> PageInputs:
    """Slice, draw and summarise one map in one language.

    Parameters
    ----------
    inputs : MapInputs
    texts : Texts

    Returns
    -------
    PageInputs
    """
    spec, dataset, ticks = inputs.spec, inputs.dataset, inputs.ticks
    state_changes = find_state_changes(inputs)
    scene = draw_scene(inputs, texts, state_changes)
    focus = _find_focus(scene, state_changes, texts)
    summary = summarise(spec, state_changes, focus, dataset, ticks, texts)
    return PageInputs(inputs, texts, state_changes, scene, focus, summary)


def _find_focus(scene: Scene, state_changes: StateChanges, texts: Texts) -> list[str]:
    """List the territories with a status or a contingent at some tick."""
    codes = (
        code
        for code in scene.shown
        if says_something(state_changes.states[code])
        or code in state_changes.contingents
    )
    return sorted(
        codes,
        key=lambda code: (
            state_changes.states[code][0][1] == NONE,
            texts.territory(code),
        ),
    )
