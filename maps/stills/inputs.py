"""What the stills of one map in one language are drawn from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from csto_atlas.events.records import Status
from csto_atlas.maps.content.map_view import Drawn
from csto_atlas.maps.content.record_text import Stretch
from csto_atlas.maps.drawing.palette import Colours, mix_colours
from csto_atlas.maps.drawing.routes import Strength
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.layers.legend import LayerWords
from csto_atlas.maps.scene.model import DrawnParts
from csto_atlas.maps.slicing.states import Runs
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.timeline.changes import Slices
from csto_atlas.maps.timeline.ticks import Tick


@dataclass(frozen=True)
class StillInputs:
    """The part of a map that its stills show: whatever else changes, they do not.

    Attributes
    ----------
    spec : MapSpec
    texts : Texts
    ticks : sequence of Tick
    runs : Runs
    parts : DrawnParts
    colours : Colours
    shown : sequence of str
        Codes of the territories on the map.
    spans : mapping of (int, int)
        First and last tick of every event.
    start : int
        The tick that the page opens on.
    title : str
    sentences, summaries : tuple of (int, str)
        Headlines and the line below them, as changes along the ticks.
    statuses : sequence of Status
        Those that occur on the map.
    strengths : mapping of Strength
        By the contingent's code.
    border : sequence of (str, str)
        Name and length of every part of the border.
    lines : sequence of Stretch
        In the order of the drawn lines.
    layers : sequence of LayerWords
    """

    spec: MapSpec
    texts: Texts
    ticks: Sequence[Tick]
    runs: Runs
    parts: DrawnParts
    colours: Colours
    shown: Sequence[str]
    spans: Mapping[str, tuple[int, int]]
    start: int
    title: str
    sentences: Slices
    summaries: Slices
    statuses: Sequence[Status]
    strengths: Mapping[str, Strength]
    border: Sequence[tuple[str, str]]
    lines: Sequence[Stretch]
    layers: Sequence[LayerWords]


def select_inputs(drawn: Drawn) -> StillInputs:
    """Select what the stills show out of what a page shows.

    Parameters
    ----------
    drawn : Drawn

    Returns
    -------
    StillInputs
    """
    said = drawn.context
    return StillInputs(
        spec=drawn.spec,
        texts=drawn.texts,
        ticks=drawn.ticks,
        runs=drawn.runs,
        parts=drawn.scene.parts,
        colours=mix_colours(drawn.meta),
        shown=drawn.scene.shown,
        spans=said["spans"],
        start=said["start"],
        title=said["title"],
        sentences=said["sentences"],
        summaries=said["summaries"],
        statuses=said["statuses"],
        strengths={code: strength for code, (strength, _) in said["strengths"].items()},
        border=[(name, length) for _, name, length in said["parts"]],
        lines=said["lines"],
        layers=said["layers"],
    )
