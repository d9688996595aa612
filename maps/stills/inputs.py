"""What the stills of one map in one language are drawn from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from csto_atlas.maps.content.header import Header
from csto_atlas.maps.content.legend import Legend
from csto_atlas.maps.content.map_view import MapView
from csto_atlas.maps.content.summary import StateColumn
from csto_atlas.maps.drawing.palette import Colours, mix_colours
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.scene.model import DrawnParts
from csto_atlas.maps.slicing.states import StateChanges
from csto_atlas.maps.spec.placed import PlacedMap
from csto_atlas.maps.timeline.ticks import Tick


@dataclass(frozen=True)
class StillInputs:
    """The part of a map that its stills show; nothing else can change them.

    Attributes
    ----------
    spec : PlacedMap
    texts : Texts
    ticks : sequence of Tick
    state_changes : StateChanges
    parts : DrawnParts
    colours : Colours
    shown : sequence of str
        Codes of the territories on the map.
    spans : mapping of (int, int)
        First and last tick of every event.
    start : int
        The tick that the page opens on.
    header : Header
    legend : Legend
    columns : sequence of StateColumn
    """

    spec: PlacedMap
    texts: Texts
    ticks: Sequence[Tick]
    state_changes: StateChanges
    parts: DrawnParts
    colours: Colours
    shown: Sequence[str]
    spans: Mapping[str, tuple[int, int]]
    start: int
    header: Header
    legend: Legend
    columns: Sequence[StateColumn]


def select_inputs(view: MapView) -> StillInputs:
    """Select what the stills show out of what a page shows.

    Parameters
    ----------
    view : MapView

    Returns
    -------
    StillInputs
    """
    return StillInputs(
        spec=view.spec,
        texts=view.texts,
        ticks=view.ticks,
        state_changes=view.state_changes,
        parts=view.scene.parts,
        colours=mix_colours(view.meta),
        shown=view.scene.shown,
        spans=view.spans,
        start=view.start,
        header=view.header,
        legend=view.legend,
        columns=view.columns,
    )
