"""All state changes of one map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
from csto_atlas.maps.timeline.changes import Changes, slice_states
from csto_atlas.maps.timeline.ticks import Tick


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


def _outlined(inputs: MapInputs) -> Iterator[Membership]:
    """Go through the rows of states on the map that are in an organisation.

    A partner or an observer is outside of it, and so is its outline.
    """
    counting = {status.id for status in inputs.dataset.statuses if status.counts}
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
