"""What the content of one page is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from csto_atlas.events.records import Event
from csto_atlas.maps.content.summary import Told
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.scene.model import Scene
from csto_atlas.maps.slicing.states import Runs
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.timeline.ticks import Tick


@dataclass(frozen=True)
class Page:
    """What is known of a page before it is put into words."""

    spec: MapSpec
    world: MapInputs
    texts: Texts
    scene: Scene
    runs: Runs
    ticks: Sequence[Tick]
    events: Sequence[Event]
    spans: Mapping[str, tuple[int, int]]
    focus: Sequence[str]
    told: Told
