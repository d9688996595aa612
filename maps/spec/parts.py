"""Parts of a map spec: views, styles, presets, the border and the timeline."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    StringConstraints,
    model_validator,
)

from csto_atlas.events.bases import Frozen
from csto_atlas.events.fields import Text
from csto_atlas.maps.spec.plane import Bounds

STEPS = ("year", "month", "day")
_END = {"type": ["string", "integer"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
SEGMENTS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "properties": {"from": _END, "to": _END, "step": {"enum": list(STEPS)}},
        "required": ["from", "to", "step"],
    },
}

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]


def _turn(extent: Bounds) -> Bounds:
    """Return an extent in degrees with its east above its west.

    Raises
    ------
    ValueError
        If the extent is not on the globe.
    """
    west, south, east, north = extent
    turned = east + 360 if east <= west else east
    is_found = -180 <= west <= 180 and west < turned <= west + 360
    if not is_found or not -90 <= south < north <= 90:
        raise ValueError(
            f"extent {list(extent)} is no part of the globe; "
            "expected [west, south, east, north] in degrees"
        )
    return west, south, turned, north


Extent = Annotated[Bounds, AfterValidator(_turn)]


class Views(Frozen):
    """First views of a map: left, bottom, right, top in the projection's units."""

    wide: Bounds
    narrow: Bounds


class Style(Frozen):
    """Colour and pattern of one status, by their names in the style sheet."""

    colour: Literal["strong", "middle", "weak", "pale", "former", "faint", "cool"]
    pattern: Literal["solid", "hatch", "lines", "columns", "dots"]
    band: bool = False
    """Whether only a band along the border has the pattern; for states that are large
    on the map."""


class Preset(Frozen):
    """A part of the map with a button that zooms to it.

    `label` is the text of the button by language. The part is either `box` (left,
    bottom, right, top in the projection's units) or `extent` (west, south, east, north
    in degrees).
    """

    id: Slug
    label: Text
    box: Bounds | None = None
    extent: Extent | None = None

    @model_validator(mode="after")
    def _is_somewhere(self) -> Preset:
        if (self.box is None) is (self.extent is None):
            raise ValueError("preset with both or none; expected a box or an extent")
        return self


class Border(Frozen):
    """The border between two states that a map is about."""

    codes: tuple[str, str]
    """Codes of the two states."""
    parts: dict[str, Text]
    """Separate parts of the border, longest first: their ids in ``border_lengths.csv``
    and their names by language."""
    figures: str
    """Id of the event with the official lengths of the border; it is not shown on the
    map."""
