"""The data of a page's layers: the JSON in the element ``script#layer-data``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired

from pydantic import Field, with_config
from typing_extensions import TypeAliasType, TypedDict

from csto_atlas.maps.payload.page import CONTRACT
from csto_atlas.maps.payload.values import Changes, Column

Estimate = Literal["low", "best", "high"]
Look = TypeAliasType(
    "Look",
    Annotated[
        tuple[int, float, float, float, float | None],
        Field(
            description="A point symbol: number of events, radius in pixels, radii of "
            "the circles for the lowest and the highest number of people killed, and "
            "uncertainty of the place in drawing steps: 0 where the place is exact, "
            "null where only the region is known."
        ),
    ],
)


@with_config(CONTRACT)
class SpotData(TypedDict):
    """A layer of single events, with one point symbol for each place."""

    id: str
    """Of the layer."""
    names: Sequence[str]
    """Of every place."""
    looks: Sequence[Changes[Look]]
    """The symbol of every place along the ticks."""


@with_config(CONTRACT)
class Tallies(TypedDict):
    """Columns of counts, with one number for each tick and cell with events."""

    events: Column
    """Events, less one."""
    places: Column
    """Events whose place is not exact."""
    dates: Column
    """Events whose date is not exact."""
    best: NotRequired[Column]
    """Best estimate of the people killed; absent where the source has none."""
    low: NotRequired[Column]
    """Best estimate less the lowest one."""
    high: NotRequired[Column]
    """Highest estimate less the best one."""


@with_config(CONTRACT)
class CellData(TypedDict):
    """A layer of counts in hexagonal cells."""

    id: str
    """Of the layer."""
    cells: int
    """How many cells there are."""
    breaks: Sequence[int]
    """The least number of events of every shade."""
    shades: Sequence[int]
    """The shades in use, from 1."""
    sizes: Sequence[float]
    """The size of a cell of every shade, as a share of its full size."""
    lands: Sequence[str]
    """Territories that cells reach into, as texts."""
    land: Column
    """Index into `lands`, by cell."""
    lon: Column
    """Degrees east times ten, by cell."""
    lat: Column
    """Degrees north times ten, by cell."""
    corners: Column
    """How many corners, by cell."""
    x: Column
    """Middle in drawing steps, by cell."""
    y: Column
    """Middle in drawing steps, by cell."""
    dx: Column
    """From the middle to each corner, less the same of the cell before."""
    dy: Column
    """From the middle to each corner, less the same of the cell before."""
    rows: Column
    """How many cells have events, by tick."""
    gaps: Column
    """How many cells are left out before each that has events."""
    tallies: Tallies
    """Counts, by tick and cell."""
    killed: Sequence[tuple[Estimate, str]]
    """The estimates of people killed that the source gives: [column, words]."""


@with_config(CONTRACT)
class LayerTexts(TypedDict):
    """The texts that the scripts of the layers put into the page."""

    north: str
    """Degrees north of the equator, with {degrees}."""
    south: str
    """Degrees south of the equator, with {degrees}."""
    east: str
    """Degrees east of Greenwich, with {degrees}."""
    west: str
    """Degrees west of Greenwich, with {degrees}."""
    title: str
    """The heading of a list, with {layer} and {tick}."""
    events: str
    """The name of the number of events."""
    places: str
    """The name of the number of events whose place is not exact."""
    dates: str
    """The name of the number of events whose date is not exact."""
    killed: str
    """The name of a number of people killed, with {estimate}."""
    none: str
    """The text at a tick without events."""


@with_config(CONTRACT)
class LayerData(TypedDict):
    """Everything that the script of the layers starts from (script#layer-data)."""

    layers: Sequence[CellData | SpotData]
    """In the order in which they are drawn."""
    language: str
    """Of the page, as a BCP 47 tag."""
    gap: float
    """Pixels between a symbol and the ring around it."""
    texts: LayerTexts
    """Texts in the page's language."""
