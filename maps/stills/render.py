"""Pictures of single ticks: each one SVG file that looks the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from csto_atlas.maps.assets.minify import minify_style
from csto_atlas.maps.assets.templates import render
from csto_atlas.maps.build_cache import remembered
from csto_atlas.maps.content.axis_labels import label_axis
from csto_atlas.maps.content.headlines import write_headline
from csto_atlas.maps.content.map_view import MapView
from csto_atlas.maps.downloads.credits import write_credits
from csto_atlas.maps.drawing import glyphs
from csto_atlas.maps.drawing.medium import StillMedium
from csto_atlas.maps.drawing.palette import LAYER_COLOURS
from csto_atlas.maps.drawing.routes import force_radius
from csto_atlas.maps.drawing.symbol_sizes import radius
from csto_atlas.maps.layers.hexagons import SIZES
from csto_atlas.maps.scene.markup import write_scene
from csto_atlas.maps.scene.model import DrawnParts
from csto_atlas.maps.scene.style import write_scene_style
from csto_atlas.maps.slicing.states import StateChanges
from csto_atlas.maps.slicing.tick_states import find_states
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
from csto_atlas.maps.stills.inputs import StillInputs, select_inputs
from csto_atlas.maps.stills.lanes import StillLanes, lay_lanes
from csto_atlas.maps.stills.legend import (
    PEOPLE,
    TROOPS,
    Placed,
    fit,
    list_rows,
    stack,
)
from csto_atlas.maps.stills.names import name_still
from csto_atlas.maps.stills.portable import write_links, write_transforms
from csto_atlas.maps.stills.visible import keep_at_scale, keep_at_tick, list_kinds
from csto_atlas.maps.timeline.changes import state_at

Spans = Mapping[str, tuple[int, int]]
TITLE, HEADLINE, SUMMARY = 18.0, 36.0, 18.0  # font sizes in pixels
KEY_AIR = 24, 8  # pixels above and below the key


def draw_stills(view: MapView) -> dict[str, str]:
    """Draw a still of every tick at which something is new.

    Parameters
    ----------
    view : MapView

    Returns
    -------
    dict of str
        SVG by path relative to the output: ``stills/ar/membership-2012.svg``.
    """
    return _draw_all(select_inputs(view))


@remembered
def _draw_all(inputs: StillInputs) -> dict[str, str]:
    spec, texts = inputs.spec, inputs.texts
    crop = choose_crop(spec)
    medium = crop.medium(
        {**inputs.colours.light, **LAYER_COLOURS.light},
        is_rtl=texts.direction == "rtl",
    )
    css = _write_style(inputs, medium)
    parts = keep_at_scale(inputs.parts, crop)
    return {
        name_still(texts.language, spec.id, inputs.ticks[tick].id): _draw(
            inputs, parts, tick, crop, medium, css
        )
        for tick in find_ticks(
            inputs.state_changes, inputs.spans, inputs.start, len(inputs.ticks)
        )
    }


def _write_style(inputs: StillInputs, medium: StillMedium) -> str:
    scene = write_scene_style(inputs.spec, inputs.parts.layers, medium, inputs.colours)
    return scene + minify_style(render("still.css.jinja", colour=medium.colour))


def find_ticks(
    state_changes: StateChanges, spans: Spans, start: int, count: int
) -> list[int]:
    """Find the ticks at which something changes or an event begins.

    Parameters
    ----------
    state_changes : StateChanges
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
        for layer in state_changes.changing
        for changes_of_item in layer.values()
        for tick, _ in changes_of_item[1:]
    }
    return sorted(changes | {first for first, _ in spans.values()} | {start, count - 1})


def _draw(
    inputs: StillInputs,
    parts: DrawnParts,
    tick: int,
    crop: Crop,
    medium: StillMedium,
    css: str,
) -> str:
    spec, texts = inputs.spec, inputs.texts
    states = find_states(inputs.state_changes, inputs.spans, tick)
    visible = keep_at_tick(parts, states, keeps_past=spec.keeps_past)
    rows = list_rows(inputs, visible, states, list_kinds(visible, states, crop))
    placed = stack(rows, HEAD + KEY_AIR[0], HEIGHT - FOOT - KEY_AIR[1])
    lanes = _lay_lanes(inputs, tick, placed)
    svg = render(
        "still.svg.jinja",
        _=texts.gettext,
        texts=texts,
        spec=spec,
        tick=inputs.ticks[tick],
        credits=write_credits(),
        borders=inputs.legend.borders,
        css=css,
        **_head(inputs, tick),
        scene=write_transforms(write_scene(spec, visible, states, medium), medium),
        rows=placed,
        lanes=lanes,
        axis=[text for _, text, _ in label_axis(inputs.ticks, inputs.texts)],
        glyphs=glyphs,
        cell_sizes=SIZES,
        radius=round(radius(PEOPLE) * LETTERING, 1),
        force=round(force_radius(TROOPS) * LETTERING, 1),
        size=(WIDTH, HEIGHT),
        room=ROOM,
        key=KEY,
        head=HEAD,
        foot=FOOT,
        margin=MARGIN,
    )
    return write_links(svg)


def _lay_lanes(
    inputs: StillInputs, tick: int, placed: Sequence[Placed]
) -> StillLanes | None:
    """Lay the lanes below the key, at the foot of its column."""
    is_rtl = inputs.texts.direction == "rtl"
    ends = [row.lines[-1][1] + row.size for row in placed]
    left, right = (WIDTH - KEY, WIDTH - MARGIN) if is_rtl else (MARGIN, KEY)
    box = (
        left + is_rtl * KEY_AIR[1],
        max(ends, default=HEAD) + KEY_AIR[1],
        right - (not is_rtl) * KEY_AIR[1],
        HEIGHT - FOOT - KEY_AIR[1],
    )
    return lay_lanes(inputs.columns, len(inputs.ticks), tick, box, is_rtl=is_rtl)


def _head(inputs: StillInputs, tick: int) -> dict[str, Any]:
    """Write what stands above the map, each with the size at which it fits."""
    texts, title = inputs.texts, inputs.header.title
    room = WIDTH - 2 * MARGIN
    headline = write_headline(inputs.header.headlines, tick, inputs.ticks, texts)
    summary = state_at(inputs.header.summaries, tick)
    return {
        "title": title,
        "title_size": fit(title, TITLE, room * 0.7, is_bold=True),
        "date": texts.day(inputs.ticks[tick].day),
        "headline": headline,
        "headline_size": fit(headline, HEADLINE, room, is_bold=True),
        "summary": summary,
        "summary_size": fit(summary, SUMMARY, room),
    }
