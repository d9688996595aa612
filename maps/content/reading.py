"""The text below a map: states, requests, countries, events and their coverage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from csto_atlas.events.records import Protection
from csto_atlas.maps.content.coverage_text import CoverageText, write_coverage
from csto_atlas.maps.content.event_text import EventEntry, write_event
from csto_atlas.maps.content.help_requests import RequestTable, write_requests
from csto_atlas.maps.content.page_inputs import PageInputs
from csto_atlas.maps.content.record_text import (
    DatedRecord,
    StatusPeriod,
    write_area,
    write_line,
    write_object,
    write_route,
    write_status_period,
)
from csto_atlas.maps.content.state_table import StateTable, write_state_table
from csto_atlas.maps.content.tick_names import explain_steps
from csto_atlas.maps.i18n.names import name_states, name_statuses


@dataclass(frozen=True)
class CountryEntry:
    """A country, and its statuses or the states of its contingent, by date."""

    code: str
    name: str
    periods: tuple[StatusPeriod, ...]


@dataclass(frozen=True)
class Reading:
    """The text below a map; sources and layers have records of their own.

    Attributes
    ----------
    table : StateTable
    as_of : date
        The last day that the data set covers.
    steps : str
        What a step of the slider means.
    requests : RequestTable
    countries : tuple of CountryEntry
    events : tuple of EventEntry
    others : int
        How many events of the map have too little weight to be drawn or told.
    coverage : mapping of CoverageText
        By the id of an incident with a place.
    protection : Protection or None
        The data set's rule of coverage; None if the page names no coverage.
    routes, objects, lines, areas : tuple of DatedRecord
    """

    table: StateTable
    as_of: date
    steps: str
    requests: RequestTable
    countries: tuple[CountryEntry, ...]
    events: tuple[EventEntry, ...]
    others: int
    coverage: Mapping[str, CoverageText]
    protection: Protection | None
    routes: tuple[DatedRecord, ...]
    objects: tuple[DatedRecord, ...]
    lines: tuple[DatedRecord, ...]
    areas: tuple[DatedRecord, ...]

    @property
    def rows(self) -> Iterator[DatedRecord | StatusPeriod]:
        """Iterate over everything with a period."""
        for country in self.countries:
            yield from country.periods
        for rows in (self.routes, self.objects, self.lines, self.areas):
            yield from rows


def write_reading(page: PageInputs) -> Reading:
    """Write the text below a map.

    Parameters
    ----------
    page : PageInputs

    Returns
    -------
    Reading
    """
    spec, inputs, texts = page.inputs.spec, page.inputs, page.texts
    dataset, state_changes = inputs.dataset, page.state_changes
    movements = dataset.movements if spec.has_routes else ()
    objects = dataset.objects if spec.has_routes else ()
    lines = (row for row in dataset.lines if row.line in state_changes.lines)
    areas = (row for row in dataset.areas if row.area in state_changes.areas)
    coverage = _write_coverage(page)
    return Reading(
        table=write_state_table(page),
        as_of=dataset.meta.as_of,
        steps=explain_steps(spec, dataset.meta.as_of, texts),
        requests=write_requests(page.inputs.events, dataset, inputs.findings, texts),
        countries=tuple(_write_country(page, code) for code in page.focus),
        events=tuple(write_event(event, texts) for event in page.inputs.events),
        others=sum(
            spec.id in event.maps and event.rank > spec.least_rank
            for event in dataset.events
        ),
        coverage=coverage,
        protection=dataset.meta.protection if coverage else None,
        routes=tuple(write_route(row, inputs.places, texts) for row in movements),
        objects=tuple(write_object(row, texts) for row in objects),
        lines=tuple(write_line(row, texts) for row in lines),
        areas=tuple(write_area(row, texts) for row in areas),
    )


def _write_coverage(page: PageInputs) -> dict[str, CoverageText]:
    """Write the coverage of every incident with a place."""
    inputs = page.inputs
    return {
        event.id: write_coverage(
            event, inputs.findings[event.id], inputs.dataset, inputs.places, page.texts
        )
        for event in page.inputs.events
        if event.kind == "incident" and event.id in inputs.findings
    }


def _write_country(page: PageInputs, code: str) -> CountryEntry:
    """Write the states of a country's contingent if the map shows it, else statuses."""
    dataset, texts = page.inputs.dataset, page.texts
    labels, states = name_statuses(dataset, texts), name_states(texts)
    deployed = tuple(
        write_status_period(row, states[row.state], texts)
        for row in dataset.deployments
        if row.contingent == code and code in page.state_changes.contingents
    )
    held = tuple(
        write_status_period(row, labels[row.status], texts)
        for row in dataset.memberships
        if row.code == code and row.organisation == dataset.meta.organisation
    )
    return CountryEntry(code, texts.territory(code), deployed or held)
