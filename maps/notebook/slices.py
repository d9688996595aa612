"""A GeoDataFrame with dates as a layer that shows one point in time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from csto_atlas.events.bidi import close_directions
from csto_atlas.events.dates import contains
from csto_atlas.maps.assets.templates import render, write_json
from csto_atlas.maps.notebook.colours import Colours, choose_colours
from csto_atlas.maps.notebook.drawing import MercatorDrawing, draw_in_mercator
from csto_atlas.maps.notebook.frame import FAMILIES, DatedRow, FrameColumns, read_rows
from csto_atlas.maps.notebook.time_layer import OPACITY, TimeLayer, check_opacity
from csto_atlas.maps.notebook.timeline import STEPS, list_ticks, name_ticks
from csto_atlas.maps.timeline.changes import slice_values
from csto_atlas.maps.timeline.ticks import Tick, TimeStep

NOTHING = -1  # the row of a shape that is not there


class Slices(TimeLayer):
    """Rows of a GeoDataFrame, each shown as long as it holds.

    Every shape is drawn once, whatever the number of its rows and of the ticks. A tick
    shows the rows that hold on its last day: a period is half-open, so that a row that
    ends on the day the next one starts leaves no gap.

    Parameters
    ----------
    gdf : GeoDataFrame
        Polygons, lines or points, in any CRS.
    start, end : str
        Columns of the first day and of the first day after: EDTF texts, years as whole
        numbers, dates or timestamps; ``None``, ``NaN`` or ``NaT`` for an open end.
        Empty if there is no such column.
    value : str
        Column of texts or numbers that become colours; one colour if empty.
    key : str
        Column that is the same for all rows of one thing: at most one of them may hold
        at a time. Each row by itself if empty.
    step : str or sequence of str
        ``year``, ``month``, ``day``, or ticks of one's own as EDTF texts.
    label : str
        Column of names, shown where they fit into their shape and in the tip.
    tooltip : sequence of str
        Columns that the tip at a pointer or a finger lists.
    colours : mapping or callable, optional
        From values to colours of CSS; a colour map of branca is one.
    name : str
        What the key calls the layer.
    opacity : float
        Of polygons, from 0 to 1: what lies below stays visible.
    show : bool
        Whether the layer is on at first.

    Raises
    ------
    FrameError
        With every wrong row (`csto_atlas.maps.notebook.frame.read_rows`).
    ValueError
        If the step or a colour is wrong.

    Examples
    --------
    >>> layer = Slices(gdf, start="from", end="to", value="status")  # doctest: +SKIP
    >>> TimeSlider([layer]).add_to(folium.Map())  # doctest: +SKIP
    """

    def __init__(
        self,
        gdf: gpd.GeoDataFrame,
        start: str = "",
        end: str = "",
        value: str = "",
        key: str = "",
        step: TimeStep | Sequence[str] = "year",
        *,
        label: str = "",
        tooltip: Sequence[str] = (),
        colours: Colours = None,
        name: str = "Slices",
        opacity: float = OPACITY,
        show: bool = True,
    ) -> None:
        columns = FrameColumns(start, end, value, key, label, tuple(tooltip))
        self.columns = columns
        self.rows = tuple(read_rows(gdf, columns))
        self.family = FAMILIES[str(gdf.geom_type.iloc[0])]
        self.values = tuple(sorted({row.value for row in self.rows}, key=_order))
        self.colours = tuple(choose_colours(self.values, colours))
        self.opacity = check_opacity(opacity)
        self._ticks = _make_ticks(self.rows, step)
        super().__init__(close_directions(name), _identify(name, self), show)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The ticks of the layer by itself."""
        return self._ticks

    @property
    def bounds(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """South-west and north-east, in degrees."""
        return self.drawing.bounds

    @cached_property
    def items(self) -> list[list[int]]:
        """The rows of each shape: those of one key with the same geometry."""
        found: dict[tuple[str, bytes], list[int]] = {}
        for index, row in enumerate(self.rows):
            found.setdefault((row.key, row.geometry.wkb), []).append(index)
        return list(found.values())

    @cached_property
    def drawing(self) -> MercatorDrawing:
        """The shapes as they are drawn."""
        first = [self.rows[indexes[0]] for indexes in self.items]
        names = [row.label for row in first]
        return draw_in_mercator([row.geometry for row in first], names, self.family)

    def at(self, day: Any) -> list[DatedRow]:
        """Return the rows that hold on a day, asked one by one.

        Parameters
        ----------
        day : datetime.date

        Returns
        -------
        list of DatedRow
        """
        return [row for row in self.rows if contains(row.period, day)]

    def counts(self, ticks: Sequence[Tick] | None = None) -> pd.DataFrame:
        """Count the rows of each value at every tick.

        Parameters
        ----------
        ticks : sequence of Tick, optional
            The layer's own if not given.

        Returns
        -------
        DataFrame
            A row for each tick, a column for each value.
        """
        ticks = self.ticks if ticks is None else tuple(ticks)
        place = {value: index for index, value in enumerate(self.values)}
        own = np.array([place[row.value] for row in self.rows])
        periods = [row.period for row in self.rows]
        starts = np.array([period.start.toordinal() for period in periods])
        ends = np.array([(period.end or date.max).toordinal() for period in periods])
        days = [tick.day.toordinal() for tick in ticks]
        table = [
            np.bincount(own[(starts <= day) & (day < ends)], minlength=len(place))
            for day in days
        ]
        return pd.DataFrame(table, [t.id for t in ticks], list(self.values))

    def encode(self, ticks: Sequence[Tick]) -> list[tuple[tuple[int, int], ...]]:
        """Return the changes of each shape: tick, and row from there on.

        Parameters
        ----------
        ticks : sequence of Tick

        Returns
        -------
        list of tuple of (int, int)
            By shape; row -1 where nothing holds.
        """
        return [
            slice_values(((self.rows[n].period, n) for n in rows), ticks, NOTHING)
            for rows in self.items
        ]

    def write_parts(self) -> tuple[str, str, str]:
        """Return style, SVG, and the expression that makes the layer in Leaflet."""
        name, drawing = self.get_name(), self.drawing
        values = {"layer": self, "name": name, "drawing": drawing}
        data = {
            "name": self.title,
            "family": self.family,
            "values": [[_write_value(v), c] for v, c in self._legend],
            "columns": self.columns.tooltip,
            "rows": [
                [self.values.index(row.value), row.label, *row.tooltip]
                for row in self.rows
            ],
            "changes": self.encode(self.ticks),
            "last": len(self.ticks) - 1,
        }
        svg = f'document.getElementById("{name}_drawing")'
        made = f"makeTimeLayer({svg},{write_json(drawing.bounds)},{write_json(data)})"
        return (
            render("time_layer.css.jinja", **values),
            render("time_layer.svg.jinja", **values),
            made,
        )

    @property
    def _legend(self) -> list[tuple[Any, str]]:
        return list(zip(self.values, self.colours, strict=True))


def _make_ticks(
    rows: Iterable[DatedRow], step: TimeStep | Sequence[str]
) -> tuple[Tick, ...]:
    if not isinstance(step, str):
        return name_ticks(step)
    for known in STEPS:
        if step == known:
            return list_ticks((row.period for row in rows), known)
    raise ValueError(f"step {step!r}; expected one of {', '.join(STEPS)}")


def _order(value: Any) -> tuple[bool, Any]:
    """Sort numbers before texts."""
    return isinstance(value, str), value


def _write_value(value: Any) -> str:
    return close_directions(str(value))


def _identify(name: str, layer: Slices) -> str:
    """Return a name that is the same for the same layer in every run."""
    parts = (name, *(f"{row.key}{row.value}{row.period}" for row in layer.rows))
    digest = sha256("\0".join(parts).encode()).hexdigest()[:8]
    return f"{re.sub(r'[^a-z0-9]+', '_', name.lower()).strip('_') or 'layer'}_{digest}"
