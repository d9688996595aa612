"""Records joined to boundaries: statuses by code, events by place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import geopandas as gpd
import pandas as pd

from csto_atlas.events.records import Area, Event, Membership
from csto_atlas.geodata.places import Place


def join_memberships(
    boundaries: gpd.GeoDataFrame, memberships: Iterable[Membership], organisation: str
) -> gpd.GeoDataFrame:
    """Give every territory the statuses it held in an organisation.

    Parameters
    ----------
    boundaries : GeoDataFrame
        With the column ``code``.
    memberships : iterable of Membership
    organisation : str

    Returns
    -------
    GeoDataFrame
        The boundaries with a column ``states``: a tuple of (Interval, status) in
        order of time, empty where the organisation says nothing of the territory.
    """
    held = pd.DataFrame(
        [
            (m.code, (m.period, m.status))
            for m in sorted(memberships, key=lambda m: m.period.start)
            if m.organisation == organisation
        ],
        columns=["code", "states"],
    )
    states = held.groupby("code", sort=False)["states"].agg(tuple)
    joined = boundaries.merge(states, how="left", left_on="code", right_index=True)
    return _fill(joined, "states")


def join_areas(outlines: gpd.GeoDataFrame, areas: Iterable[Area]) -> gpd.GeoDataFrame:
    """Give every disputed area the dated rows that speak of it.

    Parameters
    ----------
    outlines : GeoDataFrame
        With the column ``area``.
    areas : iterable of Area

    Returns
    -------
    GeoDataFrame
        Only the areas that have rows, with a column ``states`` as above.
    """
    held = pd.DataFrame(
        [(a.area, (a.period, a.status)) for a in areas], columns=["area", "states"]
    )
    states = held.groupby("area")["states"].agg(tuple)
    return outlines.merge(states, left_on="area", right_index=True)


def join_events(
    events: Iterable[Event], places: Mapping[str, Place]
) -> gpd.GeoDataFrame:
    """Put the events that have a place on the map.

    Parameters
    ----------
    events : iterable of Event
    places : mapping of Place

    Returns
    -------
    GeoDataFrame
        ``event``, ``kind``, ``precise``, ``is_main`` and a point in EPSG:4326, one row
        for each place of each event, its main place first.
    """
    pairs = [(event, name) for event in events for name in places_of(event)]
    placed = [(event, name, places[name]) for event, name in pairs]
    return gpd.GeoDataFrame(
        {
            "event": [event.id for event, *_ in placed],
            "kind": [event.kind for event, *_ in placed],
            "precise": [place.precision == "exact" for *_, place in placed],
            "is_main": [name == event.place for event, name, _ in placed],
        },
        geometry=gpd.points_from_xy(
            [place.lon for *_, place in placed], [place.lat for *_, place in placed]
        ),
        crs=4326,
    )


def places_of(event: Event) -> tuple[str, ...]:
    """Return the places of an event, its own first."""
    return tuple(dict.fromkeys(filter(None, [event.place, *event.other_places])))


def _fill(frame: gpd.GeoDataFrame, column: str) -> gpd.GeoDataFrame:
    filled = [value if isinstance(value, tuple) else () for value in frame[column]]
    return frame.assign(**{column: filled})
