"""The legend of a map: what its colours, lines and symbols stand for."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date

from csto_atlas.events.records import Status
from csto_atlas.maps.content.event_text import EventEntry, find_event, write_event
from csto_atlas.maps.content.headlines import count_bound, count_states
from csto_atlas.maps.content.page_inputs import PageInputs
from csto_atlas.maps.content.record_text import BorderPart, list_border_parts
from csto_atlas.maps.drawing.routes import find_strengths, force_radius
from csto_atlas.maps.drawing.symbol_sizes import radius
from csto_atlas.maps.i18n.event_kinds import KINDS
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.layers.hexagons import SIZES
from csto_atlas.maps.layers.legend import LayerWords, describe_layers
from csto_atlas.maps.payload.values import Changes
from csto_atlas.maps.slicing.states import slice_members

# Round numbers that span those of the data, one for each key symbol.
TROOPS = (100, 500, 1500)
KILLED = (10, 100, 500)
# The last change of borders that states agreed on: South Sudan became independent
# (United Nations General Assembly, resolution 65/308).
TODAYS_BORDERS = date(2011, 7, 9)


@dataclass(frozen=True)
class LegendStatus:
    """A status of territories, and how many have it when the page opens.

    Attributes
    ----------
    id, name : str
    count : int
        The territories with a status that is a part of this one are among them.
    counted : tuple of str
        The statuses that are counted: its own, and those that are a part of it.
    """

    id: str
    name: str
    count: int
    counted: tuple[str, ...]


@dataclass(frozen=True)
class LegendContingent:
    """A contingent: its size in words, whether that is certain, and who gives it."""

    code: str
    size: str
    is_sure: bool
    by: str


@dataclass(frozen=True)
class Overlay:
    """Another organisation, whose members can be outlined, and what it lacks."""

    id: str
    name: str
    note: str
    incomplete: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Legend:
    """Everything that the legend of a map names.

    Attributes
    ----------
    statuses : tuple of LegendStatus
        Those that a territory on the map has at some tick.
    borders : str
        Whose borders the map shows.
    has_areas : bool
        Whether the map shows disputed areas.
    contingents : tuple of LegendContingent
    border : tuple of BorderPart
    lines : tuple of str
        Names of the lines that are on the map for some time.
    forces : tuple of (int, float)
        Troops, and the radius in pixels of a circle that stands for so many.
    sizes : tuple of (int, float)
        People killed, and the radius in pixels of a circle that stands for so many.
    kinds : tuple of (str, str)
        The signs of events on the map, and what they stand for.
    has_rings : bool
        Whether a sign or a site has a ring, for a place that is not exact.
    layers : tuple of LayerWords
    cell_sizes : tuple of float
        The size of a cell of every shade, as a share of its full size.
    overlays : tuple of Overlay
    lengths : EventEntry or None
        The event whose figures are published lengths of the border.
    """

    statuses: tuple[LegendStatus, ...]
    borders: str
    has_areas: bool
    contingents: tuple[LegendContingent, ...]
    border: tuple[BorderPart, ...]
    lines: tuple[str, ...]
    forces: tuple[tuple[int, float], ...]
    sizes: tuple[tuple[int, float], ...]
    kinds: tuple[tuple[str, str], ...]
    has_rings: bool
    layers: tuple[LayerWords, ...]
    cell_sizes: tuple[float, ...]
    overlays: tuple[Overlay, ...]
    lengths: EventEntry | None


def write_legend(page: PageInputs) -> Legend:
    """Write the legend of a map.

    Parameters
    ----------
    page : PageInputs

    Returns
    -------
    Legend
    """
    spec, texts, dataset = page.inputs.spec, page.texts, page.inputs.dataset
    marks = page.scene.parts.marks
    sure = [one.precise for one in marks]
    sure += [site.precise for site in page.scene.parts.objects]
    kinds = [kind for kind in KINDS if kind in {mark.kind for mark in marks}]
    lengths = find_event(dataset, spec.border.figures if spec.border else None)
    return Legend(
        statuses=_list_statuses(page),
        borders=_write_borders(page),
        has_areas=bool(page.state_changes.areas),
        contingents=_list_contingents(page) if spec.has_routes else (),
        border=list_border_parts(spec, page.inputs.geodata.lengths, texts),
        lines=tuple(
            row.name[texts.language]
            for row in dataset.lines
            if row.line in page.state_changes.lines
        ),
        forces=tuple((number, force_radius(number)) for number in TROOPS),
        sizes=tuple((number, radius(number)) for number in KILLED),
        kinds=tuple((kind, texts.gettext(KINDS[kind])) for kind in kinds),
        has_rings=not all(sure),
        layers=tuple(
            describe_layers(page.scene.layers, dataset, page.inputs.ticks, texts)
        ),
        cell_sizes=SIZES,
        overlays=_list_overlays(page),
        lengths=write_event(lengths, texts) if lengths else None,
    )


def _write_borders(page: PageInputs) -> str:
    """Say whose borders a map shows: those of today, also at an earlier date."""
    gettext, first = page.texts.gettext, page.inputs.ticks[0].day
    if first < TODAYS_BORDERS:
        if page.state_changes.areas:
            return gettext(
                "Today's borders at every date, as recognised by the UN General "
                "Assembly; disputed areas hatched."
            )
        return gettext(
            "Today's borders at every date, as recognised by the UN General Assembly."
        )
    if page.state_changes.areas:
        return gettext(
            "Borders as recognised by the UN General Assembly; disputed areas hatched."
        )
    return gettext("Borders as recognised by the UN General Assembly.")


def _list_statuses(page: PageInputs) -> tuple[LegendStatus, ...]:
    """List the statuses that a territory on the map has at some tick."""
    shown = [page.state_changes.states[code] for code in page.scene.shown]
    used = {state for changes in shown for _, state in changes}
    counts = count_states(shown, page.inputs.first_tick)
    statuses = page.inputs.dataset.statuses
    return tuple(
        LegendStatus(
            id=status.id,
            name=page.texts.pick(status.plural),
            count=sum(counts[name] for name in counted),
            counted=counted,
        )
        for status in statuses
        if status.id in used
        for counted in [_counted_as(status, statuses, used)]
    )


def _counted_as(
    status: Status, statuses: Iterable[Status], used: Set[str]
) -> tuple[str, ...]:
    parts = (s.id for s in statuses if s.part_of == status.id and s.id in used)
    return status.id, *parts


def _list_contingents(page: PageInputs) -> tuple[LegendContingent, ...]:
    texts = page.texts
    return tuple(
        LegendContingent(
            code=code,
            size=texts.between(strength.low, strength.high),
            is_sure=strength.is_sure,
            by=strength.figure.by[texts.language],
        )
        for code, strength in find_strengths(page.inputs.dataset.events).items()
    )


def count_members(inputs: MapInputs) -> dict[str, Changes[int]]:
    """Count the states in the organisations that can be outlined, along the ticks.

    Parameters
    ----------
    inputs : MapInputs

    Returns
    -------
    dict of sequence of (int, int)
        By organisation: of all its rows, those of states that are not drawn too.
    """
    dataset, ticks = inputs.dataset, inputs.ticks
    members = slice_members(inputs.spec.overlays, dataset.memberships, ticks)
    return {
        organisation: count_bound(held.values(), dataset.statuses, ticks)
        for organisation, held in members.items()
    }


def _list_overlays(page: PageInputs) -> tuple[Overlay, ...]:
    language = page.texts.language
    return tuple(
        Overlay(
            id=row.id,
            name=row.short[language],
            note=row.note[language] if row.note else "",
            incomplete=row.incomplete[language] if row.incomplete else "",
            sources=row.sources,
        )
        for row in page.inputs.dataset.organisations
        if row.id in page.state_changes.members
    )
