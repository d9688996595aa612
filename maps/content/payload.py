"""The payload of a page, which its script starts from."""

from __future__ import annotations

from csto_atlas.maps.content.axis_labels import label_axis
from csto_atlas.maps.content.header import Header
from csto_atlas.maps.content.legend import count_members
from csto_atlas.maps.content.page_inputs import PageInputs
from csto_atlas.maps.content.record_text import list_border_parts, name_object
from csto_atlas.maps.content.status_since import name_earlier_starts, name_starts
from csto_atlas.maps.content.tick_names import write_clock
from csto_atlas.maps.i18n.names import name_states, name_statuses
from csto_atlas.maps.i18n.texts import Texts, fill
from csto_atlas.maps.payload.page import PageTexts, Payload
from csto_atlas.maps.timeline.changes import NONE, OTHER, says_something


def make_payload(page: PageInputs, header: Header) -> Payload:
    """Collect what the script of a page starts from.

    Parameters
    ----------
    page : PageInputs
    header : Header

    Returns
    -------
    Payload
        In the order of the keys in the page.
    """
    texts, runs, scene, ticks = page.texts, page.runs, page.scene, page.inputs.ticks
    states = {
        code: runs.states[code]
        for code in scene.shown
        if says_something(runs.states[code])
    }
    return Payload(
        clock=write_clock(ticks, texts),
        axis=label_axis(ticks, texts),
        start=page.inputs.first_tick,
        states=states,
        select=page.focus,
        # In the order of the entries in the text, which therefore need no ids.
        events=[
            (event.id, *page.inputs.spans[event.id]) for event in page.inputs.events
        ],
        areas=runs.areas,
        held=runs.held,
        contingents=runs.contingents,
        routes=runs.routes,
        objects=runs.objects,
        lines=runs.lines,
        members=runs.members,
        memberCounts={
            organisation: counts
            for organisation, counts in count_members(page.inputs).items()
            if organisation in runs.members
        },
        jumps=_find_jumps(page),
        counts=page.summary.counts,
        headlines=header.headlines,
        summaries=header.summaries,
        names={code: texts.territory(code) for code in scene.unlabelled},
        stateLabels=_name_states(page),
        titles=_name_items(page),
        bounds=scene.bounds,
        wide=scene.wide,
        narrow=scene.narrow,
        presets=scene.presets,
        steps=scene.steps,
        since=name_starts(states.values(), ticks, texts),
        earlier=_name_earlier(page),
        closest=scene.closest,
        texts=_write_texts(texts),
    )


def _write_texts(texts: Texts) -> PageTexts:
    return PageTexts(
        headline=texts.gettext("{tick}: {headline}"),
        play=texts.gettext("Play"),
        pause=texts.gettext("Pause"),
        events=texts.gettext("Events of {tick}"),
        noEvents=texts.gettext("No event is recorded here."),
        copied=texts.gettext("Copied"),
        noChange=texts.gettext("No change of status"),
        list=texts.gettext("; "),
    )


def _name_states(page: PageInputs) -> dict[str, str]:
    """Write the words for every state of a territory, an area or a contingent."""
    texts = page.texts
    return {
        NONE: texts.gettext("no status"),
        OTHER: texts.gettext("no status"),
        "disputed": texts.gettext("disputed"),
        **_name_shown(page),
        **(name_states(texts) if page.runs.contingents else {}),
    }


def _name_shown(page: PageInputs) -> dict[str, str]:
    """Name the statuses that anybody has on the map at any tick."""
    layers = (*page.runs.states.values(), *page.runs.held.values())
    shown = {state for changes in layers for _, state in changes}
    names = name_statuses(page.inputs.dataset, page.texts)
    return {status: name for status, name in names.items() if status in shown}


def _name_earlier(page: PageInputs) -> dict[str, str]:
    """Write since when the statuses held that began before the first tick."""
    dataset = page.inputs.dataset
    main = dataset.meta.organisation
    rows = (row for row in dataset.memberships if row.organisation == main)
    return name_earlier_starts(rows, page.inputs.ticks[0], page.texts)


def _find_jumps(page: PageInputs) -> list[int]:
    """List the ticks that the buttons for changes stop at, without tick 0."""
    found = {
        index
        for layer in page.runs.changing
        for changes in layer.values()
        for index, _ in changes[1:]
    }
    if page.inputs.spec.jumps == "events":
        found |= {first for first, _ in page.inputs.spans.values()}
    return sorted(found - {0})


def _name_items(page: PageInputs) -> dict[str, str]:
    """Name the areas, lines and objects on the map, for the tip at the pointer."""
    texts, dataset = page.texts, page.inputs.dataset
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
    for part in list_border_parts(page.inputs.spec, page.inputs.geodata.lengths, texts):
        names[part.id] = f"{part.name}: {part.length}"
    if page.inputs.spec.has_routes:
        names |= {row.object: name_object(row, texts) for row in dataset.objects}
    return names
