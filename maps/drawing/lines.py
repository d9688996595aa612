"""Lines on the map: the border that it is about, part by part, and lines of a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
from shapely import MultiLineString

from csto_atlas.geodata.borders import border_parts, shared_border
from csto_atlas.maps.drawing.svg_paths import path_data
from csto_atlas.maps.shapes.load import Geodata
from csto_atlas.maps.spec.parts import Border
from csto_atlas.maps.spec.placed import PlacedMap
from csto_atlas.maps.timeline.changes import Slices, state_at


@dataclass(frozen=True)
class DrawnLine:
    """A line with its identity, its kind and its state at the drawn tick.

    `kind` is ``border`` for a border between states and ``line`` for any other.
    """

    key: str
    kind: str
    state: str
    path: str


def draw_lines(
    spec: PlacedMap, geodata: Geodata, changes: Mapping[str, Slices], tick: int
) -> list[DrawnLine]:
    """Draw the lines of a map.

    Parameters
    ----------
    spec : PlacedMap
    geodata : Geodata
    changes : mapping of Slices
        By line; lines without changes are not drawn.
    tick : int
        The tick that is drawn.

    Returns
    -------
    list of DrawnLine
        Parts of the border first.
    """
    parts = split_border(spec.border, geodata.source) if spec.border else []
    dated = zip(geodata.lines["line"], geodata.lines.geometry, strict=True)
    named = [("border", key, line) for key, line in parts]
    named += [("line", key, line) for key, line in dated if key in changes]
    frame = gpd.GeoDataFrame(
        {"kind": [k for k, _, _ in named], "key": [key for _, key, _ in named]},
        geometry=[line for *_, line in named],
        crs=4326,
    )
    if frame.empty:
        return []
    drawn = spec.plane.to_drawing(frame)
    return [
        DrawnLine(
            key,
            kind,
            "drawn" if kind == "border" else state_at(changes[key], tick),
            path,
        )
        for key, kind, path in zip(
            drawn["key"], drawn["kind"], path_data(list(drawn.geometry)), strict=True
        )
    ]


def split_border(
    border: Border, boundaries: gpd.GeoDataFrame
) -> list[tuple[str, MultiLineString]]:
    """Pair the ids of a border's parts with their lines, longest first."""
    shapes = boundaries.set_index("code").geometry
    one, other = (shapes[code] for code in border.codes)
    parts = border_parts(shared_border(one, other))
    return list(zip(border.parts, parts, strict=False))
