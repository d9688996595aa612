"""Spec, scene and texts -> a page that is one file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import geopandas as gpd
from branca.element import Figure
from jinja2 import Template

from events.records import Dataset, Event
from geodata.places import Place
from maps import reading, story
from maps.bundle import bundle, leaflet_script, leaflet_style, style
from maps.join import join_areas, join_events, join_memberships
from maps.layers import OfflineMap, Raw, SceneLayer
from maps.policy import add_policy
from maps.scene import Scene, build_scene
from maps.slices import NONE, Slices, slice_states
from maps.spec import MapSpec
from maps.templating import render
from maps.texts import Texts
from maps.timeline import Tick, make_ticks

# On the right in every language: on the left are the countries of Europe.
ZOOM = '{position:"topright"}'


@dataclass(frozen=True)
class World:
    """Everything a page is made from, loaded once for all pages.

    Attributes
    ----------
    dataset : Dataset
    boundaries : GeoDataFrame
        ``code`` and geometry.
    areas : GeoDataFrame
        ``area`` and geometry.
    places : mapping of Place
    """

    dataset: Dataset
    boundaries: gpd.GeoDataFrame
    areas: gpd.GeoDataFrame
    places: Mapping[str, Place]


class Page(Figure):
    """A folium figure with a document of our own around map and script.

    Parameters
    ----------
    head, body, foot : str
        Markup before the figure's styles, around its map, and after it.
    """

    _template = Template(
        "{{ this.head }}{{ this.header.render() }}{{ this.before }}"
        "{{ this.html.render() }}{{ this.after }}"
        "<script>{{ this.script.render() }}</script></body></html>\n"
    )

    def __init__(self, head: str, before: str, after: str) -> None:
        super().__init__()
        self.head, self.before, self.after = head, before, after
        del self.header._children["meta_http"]  # the head says it already


def make_scene(spec: MapSpec, world: World, texts: Texts) -> Scene:
    """Join, slice and draw one map in one language.

    Parameters
    ----------
    spec : MapSpec
    world : World
    texts : Texts

    Returns
    -------
    Scene
    """
    dataset = world.dataset
    ticks = make_ticks(spec.timeline, dataset.meta.as_of)
    events = events_of(spec, dataset)
    spans = story.spans_of(events, ticks)
    marked = [event for event in events if event.id in spans]
    return build_scene(
        spec,
        join_memberships(
            world.boundaries, dataset.memberships, dataset.meta.organisation
        ),
        join_areas(world.areas, dataset.areas),
        join_events(marked, world.places),
        spans=spans,
        ticks=ticks,
        tick=default_tick(spec, ticks),
        names={code: texts.territory(code) for code in world.boundaries["code"]},
        members=slice_members(spec, dataset, ticks),
        kinds=(event.kind for event in marked),
        label=spec.title[texts.language],
    )


def events_of(spec: MapSpec, dataset: Dataset) -> list[Event]:
    """List the events that a map shows: by date, those of a whole year last."""
    shown = (
        event
        for event in dataset.events
        if spec.id in event.maps and event.rank <= spec.least_rank
    )
    return sorted(shown, key=lambda e: (e.date.end or date.max, e.rank, e.id))


def default_tick(spec: MapSpec, ticks: Sequence[Tick]) -> int:
    """Return the index of the tick that a page opens on.

    Raises
    ------
    ValueError
        If the spec names a tick that its timeline has not.
    """
    if spec.default == "last":
        return len(ticks) - 1
    return [tick.id for tick in ticks].index(spec.default)


def slice_members(
    spec: MapSpec, dataset: Dataset, ticks: Sequence[Tick]
) -> dict[str, dict[str, Slices]]:
    """Slice the memberships of the organisations that can be outlined.

    Returns
    -------
    dict of dict of Slices
        By organisation and code; organisations without any row are left out.
    """
    members: dict[str, dict[str, Slices]] = {}
    for organisation in spec.overlays:
        held: dict[str, list[Any]] = {}
        for row in dataset.memberships:
            if row.organisation == organisation:
                held.setdefault(row.code, []).append((row.period, row.status))
        if held:
            members[organisation] = {
                code: slice_states(rows, ticks) for code, rows in sorted(held.items())
            }
    return members


def render_page(
    spec: MapSpec, world: World, texts: Texts, languages: Mapping[str, str]
) -> str:
    """Render the page of one map in one language.

    Parameters
    ----------
    spec : MapSpec
    world : World
    texts : Texts
    languages : mapping of str
        The languages that there are pages in, with their own names.

    Returns
    -------
    str
        A complete document that asks for nothing else.
    """
    scene = make_scene(spec, world, texts)
    context = _context(spec, world, texts, scene)
    context["languages"] = languages
    page = Page(
        head=render("head.html.jinja", **context),
        before=render("before.html.jinja", **context),
        after=render("after.html.jinja", **context),
    )
    page.header.add_child(Raw(f"<style>{leaflet_style()}</style>", "leaflet_css"))
    page.script.add_child(Raw(leaflet_script(), "leaflet"))
    atlas = OfflineMap(
        spec.id,
        zoomSnap=0,
        attributionControl=False,
        scrollWheelZoom=False,
        maxBoundsViscosity=1,
        zoomControl=False,
    )
    page.add_child(atlas)
    atlas.add_child(SceneLayer(scene))
    page.header.add_child(Raw(f"<style>{style('page.css')}</style>", "page_css"))
    page.render()
    call = f"startAtlas({atlas.get_name()},JSON.parse(document.getElementById"
    page.script.add_child(
        Raw(f"L.control.zoom({ZOOM}).addTo({atlas.get_name()});", "zoom")
    )
    start = f'{bundle("main.js")}{call}("payload").textContent));'
    page.script.add_child(Raw(start, "start"), name="start")
    html = page._template.render(this=page, kwargs={})
    return add_policy(html)


def _context(spec: MapSpec, world: World, texts: Texts, scene: Scene) -> dict[str, Any]:
    dataset = world.dataset
    language = texts.language
    ticks = make_ticks(spec.timeline, dataset.meta.as_of)
    start = default_tick(spec, ticks)
    events = [e for e in events_of(spec, dataset) if story.spans_of([e], ticks)]
    focus = sorted(
        (c for c, changes in scene.states.items() if _ever(changes)),
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
    payload = _payload(spec, world, texts, scene, ticks)
    areas = [area for area in dataset.areas if area.area in scene.areas]
    overlays = [o for o in dataset.organisations if o.id in payload["members"]]
    cited = [
        *(reading.cited_by(events)),
        *(s for rows in terms.values() for term in rows for s in term.sources),
        *(s for record in (*areas, *overlays) for s in record.sources),
    ]
    references = reading.write_references(dataset.sources, cited, texts)
    return {
        "_": texts.gettext,
        "texts": texts,
        "spec": spec,
        "title": spec.title[language],
        "tick": ticks[start],
        "ticks": ticks,
        "start": start,
        "headline": payload["headlines"][-1][1]
        if start == len(ticks) - 1
        else _at(payload["headlines"], start),
        "summary": _at(payload["summaries"], start),
        "payload": _json(payload),
        "statuses": [s for s in dataset.statuses if s.id in used],
        "counts": story.count_states(scene.states.values(), start),
        "overlays": overlays,
        "codes": focus,
        "rows": reading.write_rows(scene.states, focus, ticks, labels, texts),
        "entries": [reading.write_entry(event, texts) for event in events],
        "terms": terms,
        "areas": [reading.write_area(area, texts) for area in areas],
        "spans": story.spans_of(events, ticks),
        "references": references,
        "numbers": {source.id: n for n, source in enumerate(references, 1)},
        "as_of": texts.day(dataset.meta.as_of),
    }


def _payload(
    spec: MapSpec, world: World, texts: Texts, scene: Scene, ticks: Sequence[Tick]
) -> dict[str, Any]:
    dataset = world.dataset
    events = events_of(spec, dataset)
    spans = story.spans_of(events, ticks)
    runs = list(scene.states.values())
    counts = [
        story.leading_count(story.count_states(runs, i), dataset.statuses, texts)
        for i in range(len(ticks))
    ]
    spoken = {c: s for c, s in scene.states.items() if _ever(s)}
    return {
        "ticks": [tick.id for tick in ticks],
        "labels": [texts.tick(tick) for tick in ticks],
        "start": default_tick(spec, ticks),
        "states": spoken,
        "areas": scene.areas,
        "members": slice_members(spec, dataset, ticks),
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


def _ever(changes: Slices) -> bool:
    return any(state != NONE for _, state in changes)


def _at(changes: Sequence[tuple[int, str]], tick: int) -> str:
    return [value for start, value in changes if start <= tick][-1]


def _json(value: Any) -> str:
    """Write JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text
