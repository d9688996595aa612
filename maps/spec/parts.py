"""The parts of a map's spec: views, styles, presets, the border, the steps."""

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
    """Let the east of a box of degrees be further than its west."""
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
    """What a map shows at first, as boxes in the projection's plane."""

    wide: Bounds
    narrow: Bounds


class Style(Frozen):
    """The colour and the pattern of one status; names that the style sheet knows."""

    colour: Literal["strong", "middle", "weak", "pale", "former", "faint", "cool"]
    pattern: Literal["solid", "hatch", "lines", "columns", "dots"]
    band: bool = False
    """Whether the pattern is only a band along the border: for states that are large on
    the map."""


class Preset(Frozen):
    """A part of the map that a button leads to.

    `label` is by language, `box` in the projection's plane; or `extent` in degrees:
    west, south, east, north.
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
    """The border that a map is about."""

    codes: tuple[str, str]
    """The two states."""
    parts: dict[str, Text]
    """Names by language of the parts that do not touch, by their id in
    ``border_lengths.csv``, longest first."""
    figures: str
    """The event whose figures say how long it is officially; it has no date to be shown
    at."""
