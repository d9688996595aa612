"""What the templates of a page say, and the data its script starts from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from events.records import Event
from maps.assets.templates import write_json
from maps.content import headlines as story
from maps.content import record_text as reading
from maps.content.axis_labels import label_axis
from maps.content.coverage_text import write_verdict
from maps.content.help_requests import list_calls, name_article
from maps.content.status_bars import draw_strip
from maps.content.status_since import name_earlier_starts, name_starts
from maps.content.summary import Told, name_states, name_statuses, tell
from maps.content.tick_names import write_clock, write_day
from maps.drawing.event_symbols import radius
from maps.drawing.routes import find_strengths, width
from maps.i18n.texts import Texts, fill
from maps.layers import legend as layer_texts
from maps.layers.hexagons import SIZES as CELL_SIZES
from maps.layers.payload import make_layer_data
from maps.scene.assemble import World, default_tick, events_of
from maps.scene.build import Scene
from maps.slicing.states import OTHER, Runs
from maps.spec.model import MapSpec
from maps.timeline.changes import NONE, says_something, state_at
from maps.timeline.ticks import Tick

WIDTHS = (100, 500, 1500)  # troops, in the key of arcs
SIZES = (10, 100, 500)  # people killed, in the key of circles


@dataclass(frozen=True)
class Page:
    """What is known of a page before it is put into words."""

    spec: MapSpec
    world: World
    texts: Texts
    scene: Scene
    runs: Runs
    ticks: Sequence[Tick]
    events: Sequence[Event]
    spans: Mapping[str, tuple[int, int]]
    focus: Sequence[str]
    told: Told


def make_context(
    spec: MapSpec,
    world: World,
    texts: Texts,
    scene: Scene,
    runs: Runs,
    ticks: Sequence[Tick],
    languages: Mapping[str, str],
) -> dict[str, Any]:
    """Collect everything the templates of a page name.

    Parameters
    ----------
    spec : MapSpec
    world : World
    texts : Texts
    scene : Scene
    runs : Runs
    ticks : sequence of Tick
    languages : mapping of str
        The languages that there are pages in, with their own names.

    Returns
    -------
    dict
    """
    dataset = world.dataset
    start = default_tick(spec, ticks)
    found = events_of(spec, dataset)
    spans = story.spans_of(found, ticks)
    events = [event for event in found if event.id in spans]
    focus = sorted(
        (
            code
            for code in scene.shown
            if says_something(runs.states[code]) or code in runs.contingents
        ),
        key=lambda code: (runs.states[code][0][1] == NONE, texts.territory(code)),
    )
    told = tell(spec, runs, focus, dataset, ticks, texts)
    page = Page(spec, world, texts, scene, runs, ticks, events, spans, focus, told)
    payload = _payload(page, start)
    sentences = payload["headlines"]
    read = _read(page)
    shown = [runs.states[code] for code in scene.shown]
    used = {state for changes in shown for _, state in changes}
    return {
        "_": texts.gettext,
        "languages": languages,
        "texts": texts,
        "spec": spec,
        "title": texts.pick(spec.title),
        "tick": ticks[start],
        "ticks": ticks,
        "start": start,
        "sentences": sentences,
        "headline": story.write_headline(sentences, start, ticks, texts),
        "summaries": payload["summaries"],
        "summary": state_at(payload["summaries"], start),
        "day": write_day(ticks[start], texts),
        "payload": write_json(payload),
        "statuses": [s for s in dataset.statuses if s.id in used],
        "counts": story.count_states(shown, start),
        "runs": runs,
        "codes": focus,
        "columns": told.columns,
        **_headings(spec, ticks, texts, dataset.meta.as_of),
        "strip": draw_strip(told.columns, ticks, texts),
        "spans": spans,
        "rows": _rows(page),
        "as_of": texts.day(dataset.meta.as_of),
        "widths": [(number, width(number)) for number in WIDTHS],
        "sizes": [(number, radius(number)) for number in SIZES],
        **_layers(page),
        **read,
    }


def _rows(page: Page) -> list[reading.Row]:
    """Write the table of states and events."""
    ticks, texts = page.ticks, page.texts
    totals = [
        layer_texts.write_totals(drawn, ticks, texts) for drawn in page.scene.layers
    ]
    events = story.calendar(page.events, page.spans, ticks)
    return reading.write_rows(page.told.columns, totals, events, ticks, texts)


def _layers(page: Page) -> dict[str, Any]:
    """Write what a page says of its layers; next to nothing without any."""
    layers, territories = page.scene.layers, page.world.geodata.boundaries
    if not layers:
        return {"layers": (), "layer_data": ""}
    count = len(page.ticks)
    data = make_layer_data(layers, territories, count, page.texts)
    dataset = page.world.dataset
    return {
        "layers": layer_texts.write_layers(layers, dataset, page.ticks, page.texts),
        "layer_data": write_json(data),
        "cell_sizes": CELL_SIZES,
    }


def _read(page: Page) -> dict[str, Any]:
    """Write what stands below the map, and number the sources of all of it."""
    spec, world, texts, runs = page.spec, page.world, page.texts, page.runs
    dataset, language = world.dataset, texts.language
    terms = {code: _terms(page, code) for code in page.focus}
    areas = [area for area in dataset.areas if area.area in runs.areas]
    overlays = [o for o in dataset.organisations if o.id in runs.members]
    routes = [m for m in dataset.movements if spec.has_routes]
    objects = [o for o in dataset.objects if spec.has_routes]
    lines = [line for line in dataset.lines if line.line in runs.lines]
    verdicts = {
        event.id: write_verdict(
            event, world.findings[event.id], dataset, world.places, texts
        )
        for event in page.events
        if event.kind == "incident" and event.id in world.findings
    }
    protection = dataset.meta.protection if verdicts else None
    lengths = reading.find_event(dataset, spec.border.figures if spec.border else None)
    cited = [
        *reading.cited_by([*page.events, *([lengths] if lengths else [])]),
        *(s for rows in terms.values() for term in rows for s in term.sources),
        *(
            source
            for record in (*areas, *overlays, *routes, *objects, *lines)
            for source in record.sources
        ),
        *(protection.sources if protection else ()),
        *(drawn.layer.source for drawn in page.scene.layers),
    ]
    references = reading.write_references(dataset.sources, cited, texts)
    strengths = find_strengths(dataset.events) if spec.has_routes else {}
    return {
        "terms": terms,
        "entries": [reading.write_entry(event, texts) for event in page.events],
        "verdicts": verdicts,
        "protection": protection,
        "calls": list_calls(page.events, dataset, world.findings, texts),
        "has_claims": bool(dataset.claims),
        "article_heading": name_article(dataset, texts),
        "areas": [reading.write_area(area, texts) for area in areas],
        "overlays": overlays,
        "lines": [reading.write_line(line, texts) for line in lines],
        "routes": [reading.write_route(row, world.places, texts) for row in routes],
        "objects": [reading.write_object(row, texts) for row in objects],
        "lengths": lengths and reading.write_entry(lengths, texts),
        "parts": reading.write_parts(spec, world.geodata.lengths, texts),
        "strengths": {
            code: (strength, strength.figure.by[language])
            for code, strength in strengths.items()
        },
        "references": references,
        "numbers": {source.id: n for n, source in enumerate(references, 1)},
    }


def _terms(page: Page, code: str) -> list[reading.Term]:
    """Write what a country was, and what its contingent did."""
    dataset, texts = page.world.dataset, page.texts
    labels = name_statuses(dataset, texts)
    states = name_states(texts)
    main = dataset.meta.organisation
    deployed = [
        reading.write_term(row, states[row.state], texts)
        for row in dataset.deployments
        if row.contingent == code and code in page.runs.contingents
    ]
    return deployed or [
        reading.write_term(row, labels[row.status], texts)
        for row in dataset.memberships
        if row.code == code and row.organisation == main
    ]


def _payload(page: Page, start: int) -> dict[str, Any]:
    texts, runs, scene = page.texts, page.runs, page.scene
    dataset, ticks, told = page.world.dataset, page.ticks, page.told
    main = dataset.meta.organisation
    states = {
        code: runs.states[code]
        for code in scene.shown
        if says_something(runs.states[code])
    }
    return {
        "clock": write_clock(ticks, texts),
        "axis": label_axis(ticks, texts),
        "start": start,
        "states": states,
        "select": page.focus,
        # In the order of the reading section, which is why that names none of them.
        "events": [(event.id, *page.spans[event.id]) for event in page.events],
        "areas": runs.areas,
        "held": runs.held,
        "contingents": runs.contingents,
        "routes": runs.routes,
        "objects": runs.objects,
        "lines": runs.lines,
        "members": runs.members,
        "jumps": _jumps(page),
        "counts": told.counts,
        "headlines": story.headlines(
            page.events,
            page.spans,
            told.fallbacks,
            texts,
            goes_on=page.spec.tells != "bound",
        ),
        "summaries": told.summaries,
        "names": {c: texts.territory(c) for c in scene.unlabelled},
        "stateLabels": {
            NONE: texts.gettext("no status"),
            OTHER: texts.gettext("no status"),
            "disputed": texts.gettext("disputed"),
            **name_statuses(dataset, texts),
            **(name_states(texts) if runs.contingents else {}),
        },
        "titles": _titles(page),
        "bounds": scene.bounds,
        "wide": scene.wide,
        "narrow": scene.narrow,
        "presets": scene.presets,
        "steps": scene.steps,
        "since": name_starts(states.values(), ticks, texts),
        "earlier": name_earlier_starts(
            (m for m in dataset.memberships if m.organisation == main), ticks[0], texts
        ),
        "closest": scene.closest,
        "texts": {
            "headline": texts.gettext("{tick}: {headline}"),
            "play": texts.gettext("Play"),
            "pause": texts.gettext("Pause"),
            "events": texts.gettext("Events of {tick}"),
            "noEvents": texts.gettext("No event is recorded here."),
            "copied": texts.gettext("Copied"),
            "noChange": texts.gettext("No change of status"),
            "list": texts.gettext("; "),
        },
    }


def _headings(
    spec: MapSpec, ticks: Sequence[Tick], texts: Texts, as_of: date
) -> dict[str, str]:
    """Say what the steps of the slider mean."""
    steps = {segment.step for segment in spec.timeline}
    heading = {
        "contingents": texts.gettext("Every contingent, day by day"),
        "states": texts.gettext("The states and the disputed areas, step by step"),
        "bound": texts.gettext("Status of every country, step by step"),
    }[spec.tells]
    if spec.tells == "bound" and steps == {"year"}:
        heading = texts.gettext("Status of every country on the last day of the year")
    if steps == {"day"}:
        meaning = texts.gettext("A day means the day as it was there.")
    elif steps == {"year"}:
        meaning = texts.gettext(
            "A year means 31 December of that year; the last one means {date}."
        )
    else:
        meaning = texts.gettext(
            "A year means its 31 December, a month its last day; the last one means "
            "{date}."
        )
    if spec.meaning:
        meaning = texts.pick(spec.meaning)
    return {"heading": heading, "meaning": meaning.replace("{date}", texts.day(as_of))}


def _jumps(page: Page) -> list[int]:
    """List the ticks that the buttons for changes stop at."""
    found = {
        index
        for layer in page.runs.changing
        for changes in layer.values()
        for index, _ in changes[1:]
    }
    if page.spec.jumps == "events":
        found |= {first for first, _ in page.spans.values()}
    return sorted(found - {0})


def _titles(page: Page) -> dict[str, str]:
    """Name what is on the map beside territories and events, for the pointer."""
    texts, dataset = page.texts, page.world.dataset
    language = texts.language
    names: dict[str, str] = {}
    for area in dataset.areas:
        if area.area in page.runs.areas:
            holder = (
                area.controller[language]
                if area.controller
                else texts.territory(area.controlled_by)
            )
            form = texts.gettext("{area}, held by {holder}")
            names[area.area] = fill(form, area=area.name[language], holder=holder)
    for row in dataset.lines:
        names[row.line] = row.name[language]
    for key, name, length in reading.write_parts(
        page.spec, page.world.geodata.lengths, texts
    ):
        names[key] = f"{name}: {length}"
    if page.spec.has_routes:
        names |= {
            row.object: reading.name_object(row, texts) for row in dataset.objects
        }
    return names
