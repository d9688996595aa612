"""The state of everything on a map at one tick."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from csto_atlas.maps.slicing.states import ItemChanges, StateChanges
from csto_atlas.maps.timeline.changes import phase, state_at

States = Mapping[str, str]


@dataclass(frozen=True)
class TickStates:
    """States at a tick, by the same names as in `StateChanges`.

    Attributes
    ----------
    tick : int
    territories : mapping of str
        By code.
    areas, held, contingents, routes, objects, lines : mapping of str
    phases : mapping of str
        ``past``, ``now`` or ``future``, by event.
    """

    tick: int
    territories: States
    areas: States
    held: States
    contingents: States
    routes: States
    objects: States
    lines: States
    phases: States


def find_states(
    state_changes: StateChanges, spans: Mapping[str, tuple[int, int]], tick: int
) -> TickStates:
    """Look up the states of a tick.

    Parameters
    ----------
    state_changes : StateChanges
    spans : mapping of (int, int)
        First and last tick of every event.
    tick : int

    Returns
    -------
    TickStates
    """

    def at(layer: ItemChanges) -> States:
        return {name: state_at(changes, tick) for name, changes in layer.items()}

    return TickStates(
        tick=tick,
        territories=at(state_changes.states),
        areas=at(state_changes.areas),
        held=at(state_changes.held),
        contingents=at(state_changes.contingents),
        routes=at(state_changes.routes),
        objects=at(state_changes.objects),
        lines=at(state_changes.lines),
        phases={event: phase(span, tick) for event, span in spans.items()},
    )
