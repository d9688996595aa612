"""Who asked for help and who got it: a small map and the result of every call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from shapely import GeometryCollection
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from csto_atlas.maps.content.help_requests import HelpRequest, write_requests
from csto_atlas.maps.drawing.svg_paths import path_data
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs

SIDE = 100  # of a small map, in steps of its drawing
AROUND = 0.3  # of the longer side of a state: how much is shown on each side of it
SMALL = 0.02  # of the largest part of a state: parts below this widen no map
DETAIL = 0.7  # steps that a drawn line may be off
FEWEST = 2  # calls of a map that has a board of its own


@dataclass(frozen=True)
class SmallMap:
    """A state and the land around it, as paths in a square of 100 steps."""

    code: str
    state: str
    land: str


@dataclass(frozen=True)
class CallCard:
    """A call for help on one card.

    Attributes
    ----------
    call : HelpRequest
    code : str
        Of who asked.
    year : int
    map : str
        Id of the map that shows it.
    words : str
        Of the address that shows it there.
    """

    call: HelpRequest
    code: str
    year: int
    map: str
    words: str

    @property
    def address(self) -> str:
        """The page that shows it, relative to the language's folder."""
        return f"{self.map}.html#{self.words}"


@dataclass(frozen=True)
class CallBoard:
    """All calls for help, by date, and how many brought troops."""

    cards: tuple[CallCard, ...]
    finding: str


def write_calls(maps: Mapping[str, MapInputs], texts: Texts) -> CallBoard | None:
    """Write the calls for help of the map that tells of most of them.

    Parameters
    ----------
    maps : mapping of MapInputs
    texts : Texts

    Returns
    -------
    CallBoard or None
        None if no map tells of any.
    """
    inputs = find_map_of_calls(maps)
    if inputs is None:
        return None
    events = {event.id: event for event in inputs.events if event.request}
    table = write_requests(events.values(), inputs.dataset, inputs.findings, texts)
    cards = []
    for row in table.rows:
        event = events[row.event]
        tick = inputs.ticks[inputs.spans[event.id][0]]
        assert event.request
        cards.append(
            CallCard(
                call=row,
                code=event.request.by,
                year=event.date.start.year,
                map=inputs.spec.id,
                words=f"t={tick.id}&select={event.id}",
            )
        )
    return CallBoard(tuple(cards), _sum_up(cards, texts))


def write_calls_of(inputs: MapInputs, texts: Texts) -> CallBoard | None:
    """Write the calls for help that one map tells of; None if they are too few.

    Parameters
    ----------
    inputs : MapInputs
    texts : Texts
    """
    return write_calls({inputs.spec.id: inputs}, texts) if has_board(inputs) else None


def has_board(inputs: MapInputs) -> bool:
    """Tell whether a map tells of enough calls for help for a board of its own."""
    return _count_calls(inputs) >= FEWEST


def _count_calls(inputs: MapInputs) -> int:
    return sum(event.request is not None for event in inputs.events)


def find_map_of_calls(maps: Mapping[str, MapInputs]) -> MapInputs | None:
    """Return the map that tells of most calls for help; None if none tells of any."""
    counts = {name: _count_calls(inputs) for name, inputs in maps.items()}
    best = max(counts, key=lambda name: counts[name], default=None)
    return maps[best] if best is not None and counts[best] else None


def draw_small_maps(inputs: MapInputs) -> tuple[SmallMap, ...]:
    """Draw every state that asked for help, with the land around it.

    Parameters
    ----------
    inputs : MapInputs

    Returns
    -------
    tuple of SmallMap
        One for each state, by code; states outside the map's frame have none.
    """
    spec = inputs.spec
    flat = inputs.geodata.boundaries.to_crs(spec.projection)
    clipped = flat.clip_by_rect(*spec.frame)
    land = flat.assign(geometry=clipped)[~clipped.is_empty]
    askers = {event.request.by for event in inputs.events if event.request}
    return tuple(
        _draw(code, land) for code in sorted(askers & {*land["code"].tolist()})
    )


def _draw(code: str, land: gpd.GeoDataFrame) -> SmallMap:
    is_own = (land["code"] == code).to_numpy()
    own = shapely.union_all(land.geometry.to_numpy()[is_own])
    left, bottom, right, top = _bounds(own)
    side = (1 + 2 * AROUND) * max(right - left, top - bottom)
    x, y = (left + right - side) / 2, (bottom + top - side) / 2
    scale = SIDE / side
    move = [scale, 0, 0, -scale, -x * scale, SIDE + y * scale]

    def put(shape: BaseGeometry) -> BaseGeometry:
        seen = shapely.clip_by_rect(shape, x, y, x + side, y + side)
        return shapely.simplify(affine_transform(seen, move), DETAIL)

    others = shapely.get_parts([put(one) for one in land.geometry.to_numpy()[~is_own]])
    # One geometry, because what is written starts where the part before it ends.
    around = GeometryCollection([*others])
    return SmallMap(
        code=code,
        state=path_data([put(own)])[0],
        land=path_data([around])[0],
    )


def _bounds(shape: BaseGeometry) -> tuple[float, float, float, float]:
    """Return the bounds of a state without its small far islands."""
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    left, bottom, right, top = shapely.total_bounds(
        parts[areas >= SMALL * np.max(areas)]
    )
    return left, bottom, right, top


def _sum_up(cards: list[CallCard], texts: Texts) -> str:
    sent = [card.call.by for card in cards if card.call.troops]
    number = texts.decimal(len(cards))
    informal = texts.decimal(sum(not card.call.made for card in cards))
    if sent:
        form = texts.gettext(
            "Cases: {number}, without a formal request: {informal}. "
            "Troops came to: {names}."
        )
    else:
        form = texts.gettext(
            "Cases: {number}, without a formal request: {informal}. "
            "Troops came to nobody."
        )
    names = texts.listed(sent) if sent else ""
    return texts.fill(form, number=number, informal=informal, names=names)
