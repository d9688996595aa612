"""The parts of a drawing that are visible at a tick and at the scale of a still."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from csto_atlas.maps.drawing.event_symbols import Mark
from csto_atlas.maps.labels.model import Label
from csto_atlas.maps.labels.placement import SceneLabels
from csto_atlas.maps.scene.model import DrawnParts
from csto_atlas.maps.slicing.tick_states import TickStates
from csto_atlas.maps.stills.frame import Crop
from csto_atlas.maps.timeline.changes import NONE


def keep_at_scale(parts: DrawnParts, crop: Crop) -> DrawnParts:
    """Keep the labels that are whole at a still's scale, and everything else.

    Parameters
    ----------
    parts : DrawnParts
    crop : Crop

    Returns
    -------
    DrawnParts
    """

    def keep(labels: Iterable[tuple[Label, bool]]) -> list[tuple[Label, bool]]:
        return [(label, True) for label, _ in labels if _is_seen(label, crop)]

    names = parts.names
    return replace(
        parts,
        names=SceneLabels(
            keep(names.countries), keep(names.regions), keep(names.towns)
        ),
    )


def _is_seen(label: Label, crop: Crop) -> bool:
    """Tell whether a label is there at the scale, whole and with its line."""
    if not label.shows(crop.scale):
        return False
    left, top, right, bottom = label.box(crop.scale)
    corners = [(left, top), (right, bottom)]
    if label.is_beside:
        corners += label.line(crop.scale)
    return all(crop.shows(x, y) for x, y in corners)


def keep_at_tick(
    parts: DrawnParts, states: TickStates, *, keeps_past: bool
) -> DrawnParts:
    """Keep what is there at a tick.

    Parameters
    ----------
    parts : DrawnParts
    states : TickStates
    keeps_past : bool
        Whether past events stay on the map.

    Returns
    -------
    DrawnParts
    """
    phases = {"now", "past"} if keeps_past else {"now"}
    marks = [mark for mark in parts.marks if states.phases[mark.event] in phases]
    contingents = {
        code: [route for route in routes if states.routes[route.id] != NONE]
        for code, routes in parts.contingents.items()
    }
    return replace(
        parts,
        areas=[area for area in parts.areas if states.areas[area.key] != NONE],
        lines=[
            line
            for line in parts.lines
            if line.is_border or states.lines[line.key] != NONE
        ],
        contingents={code: routes for code, routes in contingents.items() if routes},
        objects=[one for one in parts.objects if states.objects[one.key] != NONE],
        marks=marks,
        kinds=_kinds(marks),
        names=_drop_leaders(parts.names, states),
    )


def _drop_leaders(names: SceneLabels, states: TickStates) -> SceneLabels:
    """Keep no line to the name of a country that has no status at the tick."""
    return replace(
        names,
        countries=[
            (label, shown)
            for label, shown in names.countries
            if not label.is_leader or states.territories[label.code] != NONE
        ],
    )


def list_kinds(parts: DrawnParts, states: TickStates, crop: Crop) -> tuple[str, ...]:
    """List the kinds of the events of a tick whose places are seen, sorted.

    Parameters
    ----------
    parts : DrawnParts
    states : TickStates
    crop : Crop

    Returns
    -------
    tuple of str
    """
    return _kinds(
        mark
        for mark in parts.marks
        if states.phases[mark.event] == "now" and crop.shows(mark.x, mark.y)
    )


def _kinds(marks: Iterable[Mark]) -> tuple[str, ...]:
    return tuple(sorted({mark.kind for mark in marks}))
