"""What the templates of a page say, and the data its script starts from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from events.records import Event
from maps import reading, story
from maps.scene import Scene
from maps.slices import NONE, says_something, state_at
from maps.spec import MapSpec
from maps.texts import Texts
from maps.timeline import Tick, make_ticks
from maps.world import World, default_tick, events_of


def make_context(
    spec: MapSpec,
    world: World,
    texts: Texts,
    scene: Scene,
    languages: Mapping[str, str],
) -> dict[str, Any]:
    """Collect everything the templates of a page name.

    Parameters
    ----------
    spec : MapSpec
    world : World
    texts : Texts
    scene : Scene
    languages : mapping of str
        The languages that there are pages in, with their own names.

    Returns
    -------
    dict
    """
    dataset = world.dataset
    language = texts.language
    ticks = make_ticks(spec.timeline, dataset.meta.as_of)
    start = default_tick(spec, ticks)
    shown = events_of(spec, dataset)
    spans = story.spans_of(shown, ticks)
    events = [event for event in shown if event.id in spans]
    focus = sorted(
        (c for c, changes in scene.states.items() if says_something(changes)),
        key=lambda code: (scene.states[code][0][1] == NONE, texts.territory(code)),
    )
    labels = {status.id: status.label[language] for status in dataset.statuses}
    used = {state for c in focus for _, state in scene.states[c]}
    main = dataset.meta.organisation
    terms = {
        code: [
            reading.write_term(row, labels, texts)
            for row in dataset.memberships
            if row.code == code and row.organisation == main
        ]
        for code in focus
    }
    payload = _payload(spec, world, texts, scene, ticks, events, spans)
    areas = [area for area in dataset.areas if area.area in scene.areas]
    overlays = [o for o in dataset.organisations if o.id in scene.members]
    cited = [
        *(reading.cited_by(events)),
        *(s for rows in terms.values() for term in rows for s in term.sources),
        *(s for record in (*areas, *overlays) for s in record.sources),
    ]
    references = reading.write_references(dataset.sources, cited, texts)
    return {
        "_": texts.gettext,
        "languages": languages,
        "texts": texts,
        "spec": spec,
        "title": spec.title[language],
        "tick": ticks[start],
        "ticks": ticks,
        "start": start,
        "headline": state_at(payload["headlines"], start),
        "summary": state_at(payload["summaries"], start),
        "day": payload["days"][start],
        "payload": write_json(payload),
        "statuses": [s for s in dataset.statuses if s.id in used],
        "counts": story.count_states(scene.states.values(), start),
        "overlays": overlays,
        "codes": focus,
        "rows": reading.write_rows(scene.states, focus, ticks, labels, texts),
        "entries": [reading.write_entry(event, texts) for event in events],
        "terms": terms,
        "areas": [reading.write_area(area, texts) for area in areas],
        "spans": spans,
        "calendar": story.calendar(events, spans, ticks),
        "references": references,
        "numbers": {source.id: n for n, source in enumerate(references, 1)},
        "as_of": texts.day(dataset.meta.as_of),
    }


def _payload(
    spec: MapSpec,
    world: World,
    texts: Texts,
    scene: Scene,
    ticks: Sequence[Tick],
    events: Sequence[Event],
    spans: Mapping[str, tuple[int, int]],
) -> dict[str, Any]:
    dataset = world.dataset
    runs = list(scene.states.values())
    counts = [
        story.leading_count(story.count_states(runs, i), dataset.statuses, texts)
        for i in range(len(ticks))
    ]
    at = texts.gettext("at {date}")
    spoken = {c: s for c, s in scene.states.items() if says_something(s)}
    return {
        "ticks": [tick.id for tick in ticks],
        "labels": [texts.tick(tick) for tick in ticks],
        "days": [at.replace("{date}", texts.day(tick.day)) for tick in ticks],
        "start": default_tick(spec, ticks),
        "states": spoken,
        "areas": scene.areas,
        "members": scene.members,
        "counts": story.bound(spoken.values(), dataset.statuses, ticks),
        "headlines": story.headlines(events, spans, counts, ticks, texts),
        "summaries": story.summaries(runs, dataset.statuses, ticks, texts),
        "names": {c: texts.territory(c) for c in scene.unlabelled},
        "stateLabels": {
            NONE: texts.gettext("no status"),
            **{s.id: s.label[texts.language] for s in dataset.statuses},
        },
        "bounds": scene.bounds,
        "wide": scene.wide,
        "narrow": scene.narrow,
        "closest": scene.closest,
        "texts": {
            "play": texts.gettext("Play"),
            "pause": texts.gettext("Pause"),
            "events": texts.gettext("Events of {tick}"),
            "noEvents": texts.gettext("No event of this year is recorded here."),
            "noChange": texts.gettext("No change of status"),
            "list": texts.gettext("; "),
        },
    }


def write_json(value: Any) -> str:
    """Write JSON that cannot end the script element it stands in.

    Parameters
    ----------
    value : object
        What `json.dumps` takes.

    Returns
    -------
    str
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text
