"""One slider for any number of layers of a folium map."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, TypeVar

import folium
from branca.element import Element, Figure, MacroElement

from csto_atlas.events.dates import Interval, period
from csto_atlas.maps.assets.templates import write_json
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.notebook.frame import write_date
from csto_atlas.maps.notebook.time_layer import TimeLayer, add_scripts
from csto_atlas.maps.notebook.timeline import STEPS, fill_ticks
from csto_atlas.maps.page.figure_tree import find_on, free_id, mark_element
from csto_atlas.maps.page.folium_elements import add_raw
from csto_atlas.maps.timeline.ticks import Tick, TimeStep, span

Layer = TypeVar("Layer", bound=Element)


@dataclass(frozen=True)
class Dated:
    """A layer of folium's own, and when it is on the map.

    Attributes
    ----------
    layer : folium layer
        `folium.GeoJson`, `folium.FeatureGroup`, a marker ...; it is added to the
        slider's map if it is on none.
    start, end : object
        First day and first day after, as `Slices` takes them; ``None`` is open.

    Examples
    --------
    >>> Dated(folium.Marker([41.3, 69.2]), "1992", "1999").period.end
    datetime.date(1999, 1, 1)
    """

    layer: Element
    start: Any = None
    end: Any = None

    @property
    def period(self) -> Interval:
        """The days on which the layer is on the map."""
        start, end = write_date(self.start), write_date(self.end)
        return period(start or "0001-01-01", end)


class TimeSlider(MacroElement):
    """A slider that drives the layers of a map, with their key.

    Its ticks reach from the first tick of any layer to the last one, in the finest step
    of them; a single layer keeps its own. A layer that is on no map yet is added to the
    slider's.

    Parameters
    ----------
    layers : sequence of TimeLayer or Dated
        At least one of them a `Slices` or a layer of an `Atlas`.
    start : object, optional
        The tick that is shown first, as a date; the last one if not given.
    lang : str
        A language of the atlas: ``ar``, ``en``, ``ru``. In Arabic time runs from right
        to left.

    Raises
    ------
    ValueError
        If no layer has ticks, or they make too many together.

    Examples
    --------
    >>> TimeSlider([layer], start=2004, lang="ar").add_to(m)  # doctest: +SKIP
    """

    def __init__(
        self,
        layers: Sequence[TimeLayer | Dated],
        start: Any = None,
        lang: str = "en",
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.driven = [layer for layer in layers if isinstance(layer, TimeLayer)]
        self.dated = [layer for layer in layers if isinstance(layer, Dated)]
        if not self.driven or len(self.driven) + len(self.dated) < len(layers):
            raise ValueError("expected Slices or layers of an Atlas, and Dated layers")
        self.ticks = merge_ticks([layer.ticks for layer in self.driven])
        self.start = _find_start(self.ticks, write_date(start))
        self.texts = Texts(lang, {})
        for item in self.dated:
            mark_element(item.layer)
        self._name = "TimeSlider"

    def add_to(self, parent: Element, *args: Any, **kwargs: Any) -> TimeSlider:
        """Add the slider to a map, after those of its layers that are not there.

        Of a layer on another map, such as that of a former run of a notebook's cell, a
        copy is added.
        """
        self.driven = [bring(layer, parent) for layer in self.driven]
        self.dated = [
            replace(item, layer=bring(item.layer, parent)) for item in self.dated
        ]
        self._id = "_".join(layer.get_name() for layer in self.driven)
        self._id = free_id(self, parent)
        super().add_to(parent, *args, **kwargs)
        return self

    def render(self, **kwargs: Any) -> str:
        """Add the script that starts the slider when the page has been read.

        Raises
        ------
        ValueError
            If the slider or one of its layers is on no map.
        """
        figure, parent = self.get_root(), self._parent
        if not isinstance(figure, Figure) or not isinstance(parent, folium.Map):
            raise ValueError("a TimeSlider has to be added to a folium map")
        add_scripts(figure)
        driven = ",".join(self._write_driven(layer, parent) for layer in self.driven)
        dated = ",".join(self._write_dated(item, parent) for item in self.dated)
        data = write_json(self._describe())
        call = f"startTimeSlider({parent.get_name()},[{driven}],[{dated}],{data})"
        # Layers may be added to the map after the slider.
        script = f'document.addEventListener("DOMContentLoaded",()=>{call});'
        add_raw(figure.script, script, self.get_name())
        return ""

    def _write_driven(self, layer: TimeLayer, atlas: folium.Map) -> str:
        # Its copy, if a DualMap copied both for its second map.
        name = (find_on(layer, atlas) or layer).get_name()
        return f"{{overlay:{name},encoded:{write_json(layer.encode(self.ticks))}}}"

    def _write_dated(self, item: Dated, atlas: folium.Map) -> str:
        layer = find_on(item.layer, atlas) or item.layer
        parent = layer._parent or atlas
        found = span(self.ticks, item.period)
        spans = write_json([found] if found else [])
        return f"{{layer:{layer.get_name()},parent:{parent.get_name()},spans:{spans}}}"

    def _describe(self) -> dict[str, Any]:
        texts, gettext = self.texts, self.texts.gettext
        return {
            "labels": [texts.tick(tick) for tick in self.ticks],
            "start": self.start,
            "language": texts.language,
            "direction": texts.direction,
            "texts": {
                "time": gettext("Time"),
                "play": gettext("Play"),
                "pause": gettext("Pause"),
                "previous": gettext("Back one step"),
                "next": gettext("Forward one step"),
                "list": gettext("; "),
                "none": gettext("no status"),
            },
        }


def bring(layer: Layer, parent: Element) -> Layer:
    """Return a layer that is in the figure of a map, and put it there if it is in none.

    Parameters
    ----------
    layer : Element
        If it is in another figure, a copy of it is added to the map.
    parent : folium.Map

    Returns
    -------
    Element
    """
    if layer._parent is None:
        layer.add_to(parent)
    elif layer.get_root() is not parent.get_root():
        layer = copy(layer)
        layer.add_to(parent)
    return layer


def merge_ticks(timelines: Sequence[tuple[Tick, ...]]) -> tuple[Tick, ...]:
    """Return the ticks that serve all of some timelines.

    Parameters
    ----------
    timelines : sequence of tuple of Tick

    Returns
    -------
    tuple of Tick
        Those of the timeline if all are alike; else those of the finest step, from the
        first day of any to the last.

    Raises
    ------
    ValueError
        If there would be too many.
    """
    if len(set(timelines)) == 1:
        return timelines[0]
    ticks = [tick for timeline in timelines for tick in timeline]
    finest = max((_step_of(tick) for tick in ticks), key=STEPS.index)
    first, end = min(t.start for t in ticks), max(t.end for t in ticks)
    return fill_ticks(first, end - timedelta(days=1), finest)


def _step_of(tick: Tick) -> TimeStep:
    days = (tick.end - tick.start).days
    return "day" if days == 1 else "month" if days < 32 else "year"


def _find_start(ticks: Sequence[Tick], start: str) -> int:
    """Return the last tick that begins by a date; the last of all without one."""
    if not start:
        return len(ticks) - 1
    day = period(start).start
    return max(sum(tick.start <= day for tick in ticks) - 1, 0)
