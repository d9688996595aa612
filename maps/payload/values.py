"""Values that several parts of the payload have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, TypeVar

from pydantic import Field
from typing_extensions import TypeAliasType

T = TypeVar("T")

Changes = TypeAliasType(
    "Changes",
    Annotated[
        Sequence[tuple[int, T]],
        Field(
            description="Changes along the ticks: [[from_tick, value], ...], the first "
            "one at tick 0."
        ),
    ],
    type_params=(T,),
)
States = TypeAliasType(
    "States",
    Annotated[
        Mapping[str, Changes[str]],
        Field(
            description="States along the ticks of every item of a kind, by code or "
            'id; "none" is no state.'
        ),
    ],
)
Point = TypeAliasType(
    "Point",
    Annotated[
        tuple[float, float],
        Field(
            description="A point as Leaflet has it, [lat, lng]; with the CRS Simple, "
            "in drawing steps upwards and to the right."
        ),
    ],
)
Corners = TypeAliasType(
    "Corners",
    Annotated[
        tuple[Point, Point],
        Field(description="South-west and north-east corner of a part of the drawing."),
    ],
)
Column = TypeAliasType(
    "Column",
    Annotated[
        str,
        Field(
            description="A column of whole numbers, written as text (column_codec.py, "
            "columns.js)."
        ),
    ],
)
