"""Warnings of unused sources, statuses, maps and languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from pydantic import BaseModel

from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset, Membership, Meta
from csto_atlas.maps.drawing.polygons import draw_clipped
from csto_atlas.maps.i18n.messages import LOCALE
from csto_atlas.maps.inputs import GEODATA, DataSetInputs
from csto_atlas.maps.shapes.drawable import drawing
from csto_atlas.maps.shapes.load import load_geodata
from csto_atlas.maps.spec.placed import PlacedMap
from csto_atlas.maps.spec.selection import members_of
from csto_atlas.maps.timeline.ticks import make_ticks


def find_forgotten(dataset: Dataset, specs: Mapping[str, PlacedMap]) -> list[Problem]:
    """Find what looks forgotten in a data set that has no problem.

    Parameters
    ----------
    dataset : Dataset
    specs : mapping of PlacedMap
        By name.

    Returns
    -------
    list of Problem
        Warnings, each on the line where it can be mended.
    """
    return [
        *_uncited_sources(dataset),
        *_undrawn_statuses(dataset, specs),
        *_empty_maps(dataset, specs),
        *_silent_languages(dataset.meta),
    ]


def find_unseen(inputs: DataSetInputs) -> Iterator[Problem]:
    """Find states with a status that a map counts, outside what it shows.

    Parameters
    ----------
    inputs : DataSetInputs

    Yields
    ------
    Problem
        A warning, on the first row of the state.

    Raises
    ------
    DataError
        If a map cannot be drawn where it is.
    """
    dataset = inputs.dataset
    main = dataset.meta.organisation
    held = [row for row in dataset.memberships if row.organisation == main]
    rows = {row.code: row for row in reversed(held)}
    for spec in inputs.specs.values():
        members = members_of(spec, dataset)
        with drawing(spec):
            shapes = load_geodata(GEODATA, spec, members).boundaries
            drawn = {*draw_clipped(shapes, spec)["code"]}
        for code in members if spec.tells == "bound" else ():
            if code in rows and code not in drawn:
                what = f"the map '{spec.id}' has no '{code}', and does not count it"
                expected = "boundaries and a frame with all states of the map"
                yield Problem(rows[code].origin.at("code"), what, expected)


def _uncited_sources(dataset: Dataset) -> Iterator[Problem]:
    """Warn of sources that nothing cites."""
    cited = {*_cited(dataset), *(layer.source for layer in dataset.layers)}
    for source in dataset.sources:
        if source.id not in cited:
            what = f"nothing cites the source '{source.id}'"
            yield Problem(source.origin.at("id"), what, "a record that cites it")


def _cited(part: object) -> Iterator[str]:
    """Go through the ids in every field named `sources`, however deep."""
    if isinstance(part, BaseModel):
        for name in type(part).model_fields:
            value = getattr(part, name)
            if name == "sources" and not isinstance(part, Dataset):
                yield from value
            else:
                yield from _cited(value)
    elif isinstance(part, tuple):
        for item in part:
            yield from _cited(item)


def _undrawn_statuses(
    dataset: Dataset, specs: Mapping[str, PlacedMap]
) -> Iterator[Problem]:
    """Warn of statuses that states hold on a map which gives them no colour."""
    meta = dataset.meta
    for spec in specs.values():
        ticks = make_ticks(spec.timeline, meta.as_of)
        held = {
            row.status
            for row in dataset.memberships
            if row.organisation == meta.organisation
            and any(_holds_at(row, tick.day) for tick in ticks)
        }
        for status in sorted(held - spec.states.keys()):
            what = f"states are '{status}' on this map, which gives it no colour"
            yield Problem(spec.origin.at("states"), what, f"a line for '{status}'")


def _holds_at(row: Membership, day: date) -> bool:
    period = row.period
    return period.start <= day and (period.end is None or day < period.end)


def _empty_maps(dataset: Dataset, specs: Mapping[str, PlacedMap]) -> Iterator[Problem]:
    """Warn of maps that show no event."""
    for spec in specs.values():
        if not any(
            spec.id in event.maps and event.rank <= spec.least_rank
            for event in dataset.events
        ):
            what = f"no event is shown on the map '{spec.id}'"
            yield Problem(spec.origin.at("id"), what, "an event with it among its maps")


def _silent_languages(meta: Meta) -> Iterator[Problem]:
    """Warn of languages without a catalogue: their pages fall back to English."""
    for n, language in enumerate(meta.languages):
        path = Path("maps/locale", language, "LC_MESSAGES/atlas.po")
        # English is the language of the messages themselves.
        if language != "en" and not (LOCALE.parent.parent / path).exists():
            what = f"the pages' own words are not in '{language}'"
            yield Problem(meta.origin.at("languages", n), what, path.as_posix())
