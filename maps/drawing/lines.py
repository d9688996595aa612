"""Lines on the map: the parts of its border, and lines with dates."""

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
from csto_atlas.maps.timeline.changes import Changes


@dataclass(frozen=True)
class DrawnLine:
    """A line with its id and its style.

    Attributes
    ----------
    key : str
        Id of the line, or of the part of the border.
    style : str
        Class in the style sheet: ``border`` for a border between states; ``line-0``,
        ``line-1`` and so on for the other lines, in order.
    path : str
        SVG path data in drawing steps.
    """

    key: str
    style: str
    path: str

    @property
    def is_border(self) -> bool:
        """Whether it is a border between states; those are drawn at every tick."""
        return self.style == "border"


def draw_lines(
    spec: PlacedMap, geodata: Geodata, changes: Mapping[str, Changes]
) -> list[DrawnLine]:
    """Draw the lines of a map.

    Parameters
    ----------
    spec : PlacedMap
    geodata : Geodata
    changes : mapping of Changes
        By the id of a line; lines without changes are not drawn.

    Returns
    -------
    list of DrawnLine
        The parts of the border first.
    """
    parts = split_border(spec.border, geodata.source) if spec.border else []
    dated = zip(geodata.lines["line"], geodata.lines.geometry, strict=True)
    known = [(key, line) for key, line in dated if key in changes]
    named = [
        *(("border", key, line) for key, line in parts),
        *((f"line-{n}", key, line) for n, (key, line) in enumerate(known)),
    ]
    frame = gpd.GeoDataFrame(geometry=[line for *_, line in named], crs=4326)
    if frame.empty:
        return []
    paths = path_data(list(spec.plane.to_drawing(frame).geometry))
    return [
        DrawnLine(key, style, path)
        for (style, key, _), path in zip(named, paths, strict=True)
    ]


def split_border(
    border: Border, boundaries: gpd.GeoDataFrame
) -> list[tuple[str, MultiLineString]]:
    """Return the ids of the parts of a border with their lines, longest first."""
    shapes = boundaries.set_index("code").geometry
    one, other = (shapes[code] for code in border.codes)
    parts = border_parts(shared_border(one, other))
    return list(zip(border.parts, parts, strict=False))
