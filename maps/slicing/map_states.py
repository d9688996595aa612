"""All state changes of one map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

import geopandas as gpd

from csto_atlas.events.records import Membership
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.joins.records import join_areas, join_memberships
from csto_atlas.maps.slicing.deployments import slice_deployments
from csto_atlas.maps.slicing.states import (
    StateChanges,
    slice_held,
    slice_lines,
    slice_members,
)
from csto_atlas.maps.timeline.changes import Changes, says_something, slice_states
from csto_atlas.maps.timeline.ticks import Tick

# Weights of a name: that its state changes, how late it changes last, and the share of
# time in which it is a member. Our own choice, with a sum of 1.
CHANGES, LATE, COUNTS = 0.3, 0.2, 0.5


def find_state_changes(inputs: MapInputs) -> StateChanges:
    """Slice everything that changes on a map.

    Parameters
    ----------
    inputs : MapInputs

    Returns
    -------
    StateChanges
    """
    spec, dataset, ticks = inputs.spec, inputs.dataset, inputs.ticks
    territories = join_memberships(
        inputs.geodata.boundaries, dataset.memberships, dataset.meta.organisation
    )
    areas = join_areas(inputs.geodata.areas, dataset.areas)
    states = _slices(territories, "code", ticks)
    contingents, routes, objects = (
        slice_deployments(dataset, ticks) if spec.has_routes else ({}, {}, {})
    )
    return StateChanges(
        states=states,
        areas=_slices(areas, "area", ticks),
        held=slice_held(
            (row for row in dataset.areas if row.area in set(areas["area"])),
            states,
            ticks,
        ),
        members=slice_members(spec.overlays, _outlined(inputs), ticks),
        contingents=contingents,
        routes=routes,
        objects=objects,
        lines=slice_lines(dataset.lines, ticks) if spec.has_lines else {},
    )


def weigh_names(inputs: MapInputs, changes: StateChanges) -> dict[str, float]:
    """Weigh the names of territories against each other.

    Parameters
    ----------
    inputs : MapInputs
    changes : StateChanges

    Returns
    -------
    dict of float
        By code, from 0 to 1: half times the share of the ticks at which it counts as a
        member, 0.3 for a state that changes while the map is played, and up to 0.2 the
        later it changes last.
    """
    counting, count = _find_counting(inputs), len(inputs.ticks)
    return {
        code: (len(held) > 1) * CHANGES
        + held[-1][0] / count * LATE
        + _share(held, counting, count) * COUNTS
        for code, held in changes.states.items()
        if says_something(held)
    }


def _share(changes: Changes, states: Set[str], count: int) -> float:
    """Return the share of ticks at which an item is in one of some states."""
    ends = [*(index for index, _ in changes[1:]), count]
    spans = zip(changes, ends, strict=True)
    return sum(end - start for (start, state), end in spans if state in states) / count


def _find_counting(inputs: MapInputs) -> set[str]:
    return {status.id for status in inputs.dataset.statuses if status.counts}


def _outlined(inputs: MapInputs) -> Iterator[Membership]:
    """Go through the rows of states on the map that are in an organisation.

    A partner or an observer is outside of it, and so is its outline.
    """
    counting = _find_counting(inputs)
    drawn = {*inputs.geodata.boundaries["code"]}
    for row in inputs.dataset.memberships:
        if row.status in counting and row.code in drawn:
            yield row


def _slices(
    frame: gpd.GeoDataFrame, key: str, ticks: Sequence[Tick]
) -> dict[str, Changes]:
    return {
        name: slice_states(held, ticks)
        for name, held in zip(frame[key], frame["states"], strict=True)
    }
