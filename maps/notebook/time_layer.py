"""What all layers with time have in common: a name, ticks, and their own markup."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from html import escape
from typing import Any

from branca.element import Element, Figure
from folium.map import Layer

from csto_atlas.maps.assets.bundle import bundle, style
from csto_atlas.maps.page.figure_tree import check_name, free_id, mark_element
from csto_atlas.maps.page.folium_elements import add_raw
from csto_atlas.maps.timeline.ticks import Tick

SCRIPTS = ("time_layer.js", "scene_layer.js", "time_slider.js")
CALLED = ("makeTimeLayer", "makeSceneLayer", "startTimeSlider")
SHEET = "time_layers.css"
OPACITY = 0.75  # of polygons


class TimeLayer(Layer):
    """A layer of a folium map that a `TimeSlider` drives.

    It is drawn once, and stands in a `LayerControl` and a `FeatureGroup` like any other
    layer. Without a slider it shows its last tick.

    Parameters
    ----------
    name : str
        Shown in the key, in a `LayerControl` and to screen readers.
    identity : str
        Unique on the page: letters, digits and underscores.
    show : bool
        Whether the layer is on at first.
    """

    def __init__(self, name: str, identity: str, show: bool) -> None:
        # Leaflet writes the names of a LayerControl as HTML.
        super().__init__(name=escape(name), overlay=True, control=True, show=show)
        self._name = type(self).__name__
        self._id = identity
        self.title = name
        mark_element(self)

    def add_to(self, parent: Element, *args: Any, **kwargs: Any) -> TimeLayer:
        """Add the layer to a map or a group, under a name that no other layer has."""
        self._id = free_id(self, parent)
        super().add_to(parent, *args, **kwargs)
        return self

    @property
    @abstractmethod
    def ticks(self) -> tuple[Tick, ...]:
        """The ticks of the layer by itself."""

    @property
    @abstractmethod
    def bounds(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """South-west and north-east, in degrees."""

    @abstractmethod
    def encode(self, ticks: Sequence[Tick]) -> Any:
        """Return what a slider with these ticks shows of the layer, for its script."""

    @abstractmethod
    def write_parts(self) -> tuple[str, str, str]:
        """Return style, SVG, and the expression that makes the layer in Leaflet."""

    def get_bounds(self, *args: Any) -> list[list[float | None]]:
        """Return south-west and north-east, as `folium.Map.fit_bounds` takes them."""
        return [[*corner] for corner in self.bounds]

    def _get_self_bounds(self, *args: Any) -> list[list[float | None]]:
        # What Map.get_bounds asks its children; the name is folium's.
        return self.get_bounds()

    def render(self, **kwargs: Any) -> str:
        """Add style, drawing and script to the figure, each as `Raw`.

        Raises
        ------
        ValueError
            If the layer is on no map, or another one of the figure has its name.
        """
        figure, name = self.get_root(), self.get_name()
        if not isinstance(figure, Figure):
            raise ValueError("the layer is on no map; expected layer.add_to(map)")
        check_name(figure, self)
        css, svg, made = self.write_parts()
        add_scripts(figure)
        call = f"var {name}={made};"
        for place, text, key in (
            (figure.header, f"<style>{css}</style>", "style"),
            (figure.html, svg, "svg"),
            (figure.script, call, "call"),
        ):
            add_raw(place, text, f"{name}_{key}", owner=self)
        if self.show and self._parent is not None:
            add = f"{name}.addTo({self._parent.get_name()});"
            add_raw(figure.script, add, f"{name}_add")
        return ""


def add_scripts(figure: Figure) -> None:
    """Add the scripts and styles that all layers share to a figure, once."""
    sheet = f"<style>{style(SHEET)}</style>"
    add_raw(figure.header, sheet, "time_layers_style")
    add_raw(figure.script, bundle(*SCRIPTS, names=CALLED), "time_layers_scripts")


def check_opacity(opacity: float) -> float:
    """Return an opacity.

    Raises
    ------
    ValueError
        If it is not from 0 to 1.
    """
    if not 0 <= opacity <= 1:
        raise ValueError(f"opacity {opacity}; expected 0 to 1")
    return opacity
