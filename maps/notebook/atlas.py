"""Maps of an atlas as layers of any folium map, with all their ticks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from pyproj import Transformer

from csto_atlas.events.errors import UsageError
from csto_atlas.events.records import Event
from csto_atlas.geodata.territories import load_territories
from csto_atlas.maps.assets.templates import render, write_json
from csto_atlas.maps.drawing.palette import mix_colours
from csto_atlas.maps.i18n.names import name_statuses
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import DATA, GEODATA, MapInputs
from csto_atlas.maps.load import load_data_set, make_map_inputs, place_spec
from csto_atlas.maps.notebook.time_layer import OPACITY, TimeLayer, check_opacity
from csto_atlas.maps.scene.assemble import draw_scene
from csto_atlas.maps.scene.set_apart import set_apart
from csto_atlas.maps.slicing.map_states import find_state_changes
from csto_atlas.maps.spec.load import load_spec
from csto_atlas.maps.spec.placed import PlacedMap
from csto_atlas.maps.timeline.changes import state_at
from csto_atlas.maps.timeline.ticks import Tick

MERCATOR = "EPSG:3857"
STEPS = 3_000  # of the drawing, across the map's first view
ROOM = 1.0  # of the view, drawn around it on each side: people move folium maps
WORLD = 20_037_508.0  # metres from the centre of Web Mercator to its ends
EAST = 1.06 * WORLD  # 190.8 degrees: beyond the end of Russia


@dataclass(frozen=True)
class Atlas:
    """The maps of a data set, for folium maps and notebooks.

    Parameters
    ----------
    data : Path
        Folder of a data set; the default one if not given.

    Examples
    --------
    >>> layer = Atlas().layer("membership", lang="ar")  # doctest: +SKIP
    >>> TimeSlider([layer], lang="ar").add_to(folium.Map())  # doctest: +SKIP
    """

    data: Path = DATA

    def layer(
        self,
        name: str,
        lang: str = "en",
        *,
        opacity: float = OPACITY,
        ground: bool = False,
        show: bool = True,
    ) -> SceneTimeLayer:
        """Draw a map of the data set in Web Mercator.

        Parameters
        ----------
        name : str
            Id of the map.
        lang : str
            A language of the data set.
        opacity : float
            Of what has a status, from 0 to 1: tiles stay visible below.
        ground : bool
            Whether sea, and land without a status, are drawn too: for maps without
            tiles.
        show : bool
            Whether the layer is on at first.

        Returns
        -------
        SceneTimeLayer

        Raises
        ------
        DataError
            With every problem of the data.
        UsageError
            If the data set does not have the map or the language.
        """
        data = Path(self.data)
        countries = load_territories(GEODATA / "territories.csv")
        loaded = load_data_set(data, countries)
        for what, wanted, known in (
            ("map", name, tuple(loaded.specs)),
            ("texts in", lang, loaded.dataset.meta.languages),
        ):
            if wanted not in known:
                expected = f"expected one of {', '.join(known)}"
                raise UsageError(f"no {what} {wanted!r}; {expected}")
        spec = load_spec(data / "maps" / f"{name}.yml").with_changes(
            projection=MERCATOR, presets=(), opens=None, closest=None,
            **_find_frame(loaded.specs[name]),
        )  # fmt: skip
        inputs = make_map_inputs(loaded, place_spec(loaded, spec, countries))
        return SceneTimeLayer(
            inputs, Texts(lang, countries), opacity=opacity, ground=ground, show=show
        )


def _find_frame(placed: PlacedMap) -> dict[str, Any]:
    """Return first views, frame and unit of a map in Web Mercator."""
    transformer = Transformer.from_crs(placed.projection, MERCATOR, always_xy=True)
    left, low, right, high = transformer.transform_bounds(*placed.views.wide)
    if not np.isfinite([left, low, right, high]).all() or right <= left:
        return {"frame": None, "unit": None, "views": None}
    unit = (right - left) / STEPS
    dx, dy, end = ROOM * (right - left), ROOM * (high - low), WORLD - unit
    around = np.clip(
        [left - dx, low - dy, right + dx, high + dy], -end, [end, end, EAST, end]
    )
    view = (left, low, right, high)
    return {
        "frame": tuple(float(side) for side in around),
        "unit": unit,
        "views": {"wide": view, "narrow": view},
    }


class SceneTimeLayer(TimeLayer):
    """A map of an atlas as a layer that a `TimeSlider` drives.

    Parameters
    ----------
    inputs : MapInputs
        Of a map in Web Mercator.
    texts : Texts
    opacity : float
        Of what has a status, from 0 to 1.
    ground : bool
        Whether sea, and land without a status, are drawn too.
    show : bool
        Whether the layer is on at first.

    Raises
    ------
    ValueError
        If the map is in another projection, or the opacity is none.
    """

    def __init__(
        self,
        inputs: MapInputs,
        texts: Texts,
        *,
        opacity: float = OPACITY,
        ground: bool = False,
        show: bool = True,
    ) -> None:
        self.opacity, self.ground = check_opacity(opacity), ground
        if inputs.spec.projection != MERCATOR:
            raise ValueError(
                f"the map is in {inputs.spec.projection}; expected {MERCATOR}"
            )
        self.inputs, self.texts = inputs, texts
        self.changes = find_state_changes(inputs)
        self.scene = draw_scene(inputs, texts, self.changes)
        name = texts.pick(inputs.spec.title)
        identity = (
            f"{inputs.dataset.meta.organisation}_{inputs.spec.id}_{texts.language}"
        )
        super().__init__(name, identity.replace("-", "_"), show)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The ticks of the map's slider."""
        return self.inputs.ticks

    @property
    def bounds(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """South-west and north-east of the first view, in degrees."""
        return self.scene.wide

    def encode(self, ticks: Sequence[Tick]) -> list[int]:
        """Return the map's own tick at each tick of a slider.

        Parameters
        ----------
        ticks : sequence of Tick

        Returns
        -------
        list of int
            The last own tick that ends by then; the first one before that.
        """
        ends = np.array([tick.day.toordinal() for tick in self.ticks])
        days = [tick.day.toordinal() for tick in ticks]
        found = np.searchsorted(ends, days, side="right") - 1
        return [int(index) for index in np.maximum(found, 0)]

    def counts(self) -> pd.DataFrame:
        """Count the states of each status at every tick.

        Returns
        -------
        DataFrame
            A row for each tick, a column for each status.
        """
        statuses = list(self.inputs.spec.states)
        table = pd.DataFrame(0, index=[t.id for t in self.ticks], columns=statuses)
        for changes in self._shown.values():
            for index, tick in enumerate(self.ticks):
                state = state_at(changes, index)
                if state in statuses:
                    table.loc[tick.id, state] += 1
        return table

    @property
    def _shown(self) -> dict[str, Any]:
        states = self.changes.states
        return {code: states[code] for code in self.scene.shown if code in states}

    def write_parts(self) -> tuple[str, str, str]:
        """Return style, SVG, and the expression that makes the layer in Leaflet."""
        name = self.get_name()
        place = f"{name}_drawing"
        made = (
            f'makeSceneLayer(document.getElementById("{place}"),'
            f"{write_json(self.scene.bounds)},{write_json(self._describe())})"
        )
        css, svg = set_apart(self.scene, name)
        over = render(
            "scene_on_tiles.css.jinja", drawing=f"{name}-scene", ground=self.ground,
            opacity=self.opacity,
        )  # fmt: skip
        return f"{css}{over}", f'<div id="{place}">{svg}</div>', made

    def _name_event(self, event: Event) -> str:
        texts = self.texts
        return f"{texts.interval(event.date)}: {texts.pick(event.title)}"

    def _describe(self) -> dict[str, Any]:
        inputs, texts, changes = self.inputs, self.texts, self.changes
        colours = mix_colours(inputs.dataset.meta).light
        words = name_statuses(inputs.dataset, texts)
        layers = ("areas", "held", "contingents", "routes", "objects", "lines")
        return {
            "name": self.title,
            "layers": {
                "states": self._shown,
                **{layer: getattr(changes, layer) for layer in layers},
            },
            "events": [
                (event.id, *inputs.spans[event.id], self._name_event(event))
                for event in inputs.events
            ],
            "names": {code: texts.territory(code) for code in self._shown},
            "states": [
                (status, words[status], colours[str(style.colour)])
                for status, style in inputs.spec.states.items()
            ],
            "none": texts.gettext("no status"),
            "start": inputs.first_tick,
        }
