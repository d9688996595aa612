"""What the templates of a page say, and the data its script starts from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from csto_atlas.maps.assets.templates import write_json
from csto_atlas.maps.content.coverage_text import write_verdict
from csto_atlas.maps.content.headlines import (
    count_states,
    write_calendar,
    write_headline,
)
from csto_atlas.maps.content.help_requests import list_calls, name_article
from csto_atlas.maps.content.page_content import Page
from csto_atlas.maps.content.payload import make_payload
from csto_atlas.maps.content.record_text import (
    Term,
    cited_by,
    find_event,
    write_area,
    write_entry,
    write_line,
    write_object,
    write_parts,
    write_references,
    write_route,
    write_term,
)
from csto_atlas.maps.content.state_table import Row, write_rows
from csto_atlas.maps.content.status_bars import draw_strip
from csto_atlas.maps.content.summary import tell
from csto_atlas.maps.content.tick_names import write_day
from csto_atlas.maps.drawing.event_symbols import radius
from csto_atlas.maps.drawing.routes import find_strengths, width
from csto_atlas.maps.i18n.names import name_states, name_statuses
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.layers import legend as layer_texts
from csto_atlas.maps.layers.hexagons import SIZES as CELL_SIZES
from csto_atlas.maps.layers.payload import make_layer_data
from csto_atlas.maps.scene.model import Scene
from csto_atlas.maps.slicing.states import Runs
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.timeline.changes import NONE, says_something, state_at
from csto_atlas.maps.timeline.ticks import Tick

WIDTHS = (100, 500, 1500)  # troops, in the key of arcs
SIZES = (10, 100, 500)  # people killed, in the key of circles


def make_context(
    spec: MapSpec,
    world: MapInputs,
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
    world : MapInputs
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
    start, events, spans = world.first_tick, world.events, world.spans
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
    payload = make_payload(page, start)
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
        "headline": write_headline(sentences, start, ticks, texts),
        "summaries": payload["summaries"],
        "summary": state_at(payload["summaries"], start),
        "day": write_day(ticks[start], texts),
        "payload": write_json(payload),
        "statuses": [s for s in dataset.statuses if s.id in used],
        "counts": count_states(shown, start),
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


def _rows(page: Page) -> list[Row]:
    """Write the table of states and events."""
    ticks, texts = page.ticks, page.texts
    totals = [
        layer_texts.write_totals(drawn, ticks, texts) for drawn in page.scene.layers
    ]
    events = write_calendar(page.events, page.spans, ticks)
    return write_rows(page.told.columns, totals, events, ticks, texts)


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
    lengths = find_event(dataset, spec.border.figures if spec.border else None)
    cited = [
        *cited_by([*page.events, *([lengths] if lengths else [])]),
        *(s for rows in terms.values() for term in rows for s in term.sources),
        *(
            source
            for record in (*areas, *overlays, *routes, *objects, *lines)
            for source in record.sources
        ),
        *(protection.sources if protection else ()),
        *(drawn.layer.source for drawn in page.scene.layers),
    ]
    references = write_references(dataset.sources, cited, texts)
    strengths = find_strengths(dataset.events) if spec.has_routes else {}
    return {
        "terms": terms,
        "entries": [write_entry(event, texts) for event in page.events],
        "verdicts": verdicts,
        "protection": protection,
        "calls": list_calls(page.events, dataset, world.findings, texts),
        "has_claims": bool(dataset.claims),
        "article_heading": name_article(dataset, texts),
        "areas": [write_area(area, texts) for area in areas],
        "overlays": overlays,
        "lines": [write_line(line, texts) for line in lines],
        "routes": [write_route(row, world.places, texts) for row in routes],
        "objects": [write_object(row, texts) for row in objects],
        "lengths": lengths and write_entry(lengths, texts),
        "parts": write_parts(spec, world.geodata.lengths, texts),
        "strengths": {
            code: (strength, strength.figure.by[language])
            for code, strength in strengths.items()
        },
        "references": references,
        "numbers": {source.id: n for n, source in enumerate(references, 1)},
    }


def _terms(page: Page, code: str) -> list[Term]:
    """Write what a country was, and what its contingent did."""
    dataset, texts = page.world.dataset, page.texts
    labels = name_statuses(dataset, texts)
    states = name_states(texts)
    main = dataset.meta.organisation
    deployed = [
        write_term(row, states[row.state], texts)
        for row in dataset.deployments
        if row.contingent == code and code in page.runs.contingents
    ]
    return deployed or [
        write_term(row, labels[row.status], texts)
        for row in dataset.memberships
        if row.code == code and row.organisation == main
    ]


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
