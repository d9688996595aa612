"""What pages and tables show, fact by fact, and what they should show."""

import csv
import json
from collections import Counter
from io import StringIO

import build
from csto_atlas.events.dates import contains, period
from csto_atlas.maps.content.map_view import draw_map
from csto_atlas.maps.downloads.export import export_data
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.shapes.load import load_outlines, load_overview
from csto_atlas.maps.timeline.ticks import make_ticks

LAYERS = ("states", "areas", "held", "contingents", "routes", "objects", "lines")


def all_shown(facts, texts):
    """Return every fact by its place: map, layer and item; or table and row."""
    shown = {}
    for name, spec in facts.specs.items():
        world = build.make_map_inputs(facts, spec)
        page = draw_map(world, texts, {"en": "English"})
        shown |= {(name, *key): fact for key, fact in page_facts(page, world)}
    return shown | table_facts(world, texts)


def page_facts(page, world):
    payload = json.loads(json.dumps(page.payload))
    reading, number = page.reading, len(page.view.ticks)
    for layer in LAYERS:
        for item, changes in payload[layer].items():
            yield (layer, item), spread(changes, number)
    for organisation, members in payload["members"].items():
        for item, changes in members.items():
            yield ("members", organisation, item), spread(changes, number)
    for entry in reading.events:
        coverage = reading.coverage.get(entry.id)
        yield ("entry", entry.id), (entry, page.view.spans[entry.id], coverage)
    for country in reading.countries:
        yield ("terms", country.code), country.periods
    for kind, records in texts_of(world.dataset, payload).items():
        for record, row in zip(records, getattr(reading, kind), strict=False):
            yield (f"text of {kind}", *record), row


def texts_of(dataset, payload):
    """Return whose the texts below a map are, in their order."""
    return {
        "areas": [
            (row.area, n)
            for n, row in enumerate(dataset.areas)
            if row.area in payload["areas"]
        ],
        "routes": [(row.movement, row.contingent) for row in dataset.movements],
        "objects": [(row.object,) for row in dataset.objects],
        "lines": [(row.line,) for row in dataset.lines if row.line in payload["lines"]],
    }


def spread(changes, number):
    """Return the state at each of so many ticks."""
    states, found = dict(map(tuple, changes)), []
    for tick in range(number):
        found.append(states.get(tick, found[-1] if found else "none"))
    return found


def table_facts(world, texts):
    every = {key: Texts(key, COUNTRIES) for key in world.dataset.meta.languages}
    files = export_data(
        world, load_overview(build.GEODATA), load_outlines(build.GEODATA), every
    )
    return {
        (name, tuple(row)): number
        for name, text in files.items()
        if name.endswith(".csv")
        for row, number in Counter(map(tuple, csv.reader(StringIO(text)))).items()
    }


COUNTRIES = build.load_territories(build.GEODATA / "territories.csv")
ROWS = {
    "states": ("memberships", "code", "status"),
    "areas": ("areas", "area", "status"),
    "contingents": ("deployments", "contingent", "state"),
    "objects": ("objects", "object", None),
    "lines": ("lines", "line", None),
}
WORDS = {"objects": "guarded", "lines": "drawn"}


def should_show(facts):
    """Say what a map must show of rows with a period, in the simplest way there is."""
    dataset = facts.dataset
    for name, spec in facts.specs.items():
        days = [tick.day for tick in make_ticks(spec.timeline, dataset.meta.as_of)]
        for layer, (table, key, state) in ROWS.items():
            for row in getattr(dataset, table):
                if layer == "states" and row.organisation != dataset.meta.organisation:
                    continue
                term = period(row.start.text, row.end.text if row.end else "")
                value = getattr(row, state) if state else WORDS[layer]
                for tick, day in enumerate(days):
                    if contains(term, day):
                        yield (name, layer, getattr(row, key)), tick, value
