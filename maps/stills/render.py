"""Pictures of single ticks: each one SVG file that looks the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lxml import etree

from csto_atlas.maps.assets.bundle import style
from csto_atlas.maps.assets.templates import render
from csto_atlas.maps.build_cache import remembered
from csto_atlas.maps.content.headlines import write_headline
from csto_atlas.maps.content.map_view import Drawn
from csto_atlas.maps.drawing import glyphs
from csto_atlas.maps.drawing.event_symbols import radius
from csto_atlas.maps.layers.hexagons import SIZES
from csto_atlas.maps.layers.markup import paint_layers
from csto_atlas.maps.slicing.states import Runs
from csto_atlas.maps.stills.css import flatten
from csto_atlas.maps.stills.frame import (
    FOOT,
    HEAD,
    HEIGHT,
    KEY,
    LETTERING,
    MARGIN,
    ROOM,
    WIDTH,
    Crop,
)
from csto_atlas.maps.stills.frame import crop as choose_crop
from csto_atlas.maps.stills.legend import PEOPLE, fit, list_rows, stack
from csto_atlas.maps.stills.names import name_still
from csto_atlas.maps.stills.svg_tree import paint, prepare, seen_kinds
from csto_atlas.maps.timeline.changes import state_at

Spans = Mapping[str, tuple[int, int]]
TITLE, HEADLINE, SUMMARY = 18.0, 36.0, 18.0  # font sizes in pixels
KEY_AIR = 24, 8  # pixels above and below the key
# The part of a page's context that stills say: what else a page says changes none.
SAID = (
    *("title", "start", "spans", "sentences", "summaries"),
    *("statuses", "strengths", "parts", "lines", "layers"),
)


def draw_stills(drawn: Drawn) -> dict[str, str]:
    """Draw a still of every tick at which something is new.

    Parameters
    ----------
    drawn : Drawn

    Returns
    -------
    dict of str
        SVG by path relative to the output: ``stills/ar/membership-2012.svg``.
    """
    said = {key: value for key, value in drawn.context.items() if key in SAID}
    return _draw_all(replace(drawn, context=said))


@remembered
def _draw_all(drawn: Drawn) -> dict[str, str]:
    crop, texts = choose_crop(drawn.spec), drawn.texts
    left = 0 if texts.direction == "rtl" else KEY
    root = prepare(drawn.scene.svg, crop, (left, HEAD))
    css = flatten(drawn.scene.css, crop.scale) + style("still.css")
    spans = drawn.context["spans"]
    found = find_ticks(drawn.runs, spans, drawn.context["start"], len(drawn.ticks))
    return {
        name_still(texts.language, drawn.spec.id, drawn.ticks[tick].id): _draw(
            drawn, paint(root, drawn.runs, spans, tick), tick, crop, css
        )
        for tick in found
    }


def find_ticks(runs: Runs, spans: Spans, start: int, count: int) -> list[int]:
    """Find the ticks at which something changes or an event begins.

    Parameters
    ----------
    runs : Runs
    spans : mapping of (int, int)
        First and last tick of every event.
    start : int
        The tick that the page opens on; it and the last one have a still in any case.
    count : int
        How many ticks there are.

    Returns
    -------
    list of int
    """
    changes = {
        tick
        for layer in runs.changing
        for slices in layer.values()
        for tick, _ in slices[1:]
    }
    return sorted(changes | {first for first, _ in spans.values()} | {start, count - 1})


def _draw(
    drawn: Drawn, painted: etree._Element, tick: int, crop: Crop, css: str
) -> str:
    paint_layers(painted, drawn.scene.layers, tick, crop.scale)
    rows = list_rows(drawn, painted, tick, seen_kinds(painted, crop))
    return render(
        "still.svg.jinja",
        _=drawn.texts.gettext,
        texts=drawn.texts,
        spec=drawn.spec,
        tick=drawn.ticks[tick],
        has_areas=bool(drawn.runs.areas),
        css=css,
        **_head(drawn, tick),
        scene=etree.tostring(painted, encoding="unicode"),
        rows=stack(rows, HEAD + KEY_AIR[0], HEIGHT - FOOT - KEY_AIR[1]),
        glyphs=glyphs,
        cell_sizes=SIZES,
        radius=round(radius(PEOPLE) * LETTERING, 1),
        size=(WIDTH, HEIGHT),
        room=ROOM,
        key=KEY,
        head=HEAD,
        foot=FOOT,
        margin=MARGIN,
    )


def _head(drawn: Drawn, tick: int) -> dict[str, Any]:
    """Write what stands above the map, each with the size at which it fits."""
    context, texts = drawn.context, drawn.texts
    room = WIDTH - 2 * MARGIN
    headline = write_headline(context["sentences"], tick, drawn.ticks, texts)
    summary = state_at(context["summaries"], tick)
    return {
        "title": context["title"],
        "title_size": fit(context["title"], TITLE, room * 0.7, is_bold=True),
        "date": texts.day(drawn.ticks[tick].day),
        "headline": headline,
        "headline_size": fit(headline, HEADLINE, room, is_bold=True),
        "summary": summary,
        "summary_size": fit(summary, SUMMARY, room),
    }
