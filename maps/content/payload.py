"""The payload of a page, which its script starts from."""

from __future__ import annotations

from csto_atlas.maps.content.axis_labels import label_axis
from csto_atlas.maps.content.header import Header
from csto_atlas.maps.content.lanes import Lanes
from csto_atlas.maps.content.legend import count_members
from csto_atlas.maps.content.notes import write_notes
from csto_atlas.maps.content.page_inputs import PageInputs
from csto_atlas.maps.content.record_text import list_border_parts, name_object
from csto_atlas.maps.content.status_since import name_earlier_starts, name_starts
from csto_atlas.maps.content.tick_names import write_clock
from csto_atlas.maps.i18n.messages import capitalise
from csto_atlas.maps.i18n.names import name_states, name_statuses
from csto_atlas.maps.payload.page import PageTexts, Payload
from csto_atlas.maps.timeline.changes import NONE, OTHER, says_something


def make_payload(page: PageInputs, header: Header, lanes: Lanes) -> Payload:
    """Collect what the script of a page starts from.

    Parameters
    ----------
    page : PageInputs
    header : Header
    lanes : Lanes

    Returns
    -------
    Payload
        In the order of the keys in the page.
    """
    texts, state_changes, scene, ticks = (
        page.texts,
        page.state_changes,
        page.scene,
        page.inputs.ticks,
    )
    states = {
        code: state_changes.states[code]
        for code in scene.shown
        if says_something(state_changes.states[code])
    }
    payload = Payload(
        clock=write_clock(ticks, texts),
        axis=[
            (index, "" if text == ticks[index].id else text, level)
            for index, text, level in label_axis(ticks, texts)
        ],
        start=page.inputs.first_tick,
        states=states,
        select=page.focus,
        regions={
            code: texts.countries[code]
            for code in page.focus
            if code in texts.countries
        },
        # In the order of the entries in the text, which therefore need no ids.
        events=[
            (event.id, first) if first == last else (event.id, first, last)
            for event in page.inputs.events
            for first, last in [page.inputs.spans[event.id]]
        ],
        areas=state_changes.areas,
        lands={
            row.area: row.code
            for row in page.inputs.dataset.areas
            if row.area in state_changes.areas
        },
        held=state_changes.held,
        contingents=state_changes.contingents,
        routes=state_changes.routes,
        objects=state_changes.objects,
        lines=state_changes.lines,
        members=state_changes.members,
        memberCounts={
            organisation: counts
            for organisation, counts in count_members(page.inputs).items()
            if organisation in state_changes.members
        },
        jumps=_find_jumps(page),
        lanes=lanes.rows,
        calls=lanes.calls,
        counts=() if lanes.rows else page.summary.counts,
        turns=lanes.turns,
        incidents=lanes.bars,
        headlines=header.headlines,
        leads=header.leads,
        summaries=header.summaries,
        names={code: texts.isolate(texts.territory(code)) for code in scene.unlabelled},
        stateLabels=_name_states(page),
        titles=_name_items(page),
        bounds=scene.bounds,
        wide=scene.wide,
        narrow=scene.narrow,
        presets=scene.presets,
        steps=scene.steps,
        since=name_starts(states.values(), ticks, texts),
        earlier=_name_earlier(page),
        closest=round(scene.closest, 6),
        texts=_write_texts(page),
    )
    if notes := write_notes(page.inputs, texts):
        payload["notes"] = notes
    return payload


def _write_texts(page: PageInputs) -> PageTexts:
    texts = page.texts
    return PageTexts(
        headline=texts.gettext("{tick}: {headline}"),
        play=texts.gettext("Play"),
        pause=texts.gettext("Pause"),
        events=texts.gettext("Events of {tick}"),
        standing=texts.gettext("As things stand"),
        noEvents=texts.gettext("No event is recorded for this step."),
        copied=texts.gettext("Copied"),
        noChange=capitalise(texts.gettext("no change")),
        over=_name_ends(page),
        routesNow=texts.gettext("Routes on the map: {number}"),
        eventsNow=texts.gettext("Events: {number}"),
        list=texts.gettext("; "),
        compared=texts.gettext("{from} to {to}: {changes}"),
        became=texts.gettext("{name}: {old} → {now}"),
        locale=str(texts.locale).replace("_", "-"),
        nothing=texts.gettext("Nothing found"),
    )


def _name_ends(page: PageInputs) -> dict[str, str]:
    """Write what is said of an item that is no longer on the map, by its layer."""
    texts, changes = page.texts, page.state_changes
    words = {
        "areas": (changes.areas, texts.gettext("no longer disputed")),
        "held": (changes.held, texts.gettext("no longer disputed")),
        "lines": (changes.lines, texts.gettext("no longer on the map")),
        "objects": (changes.objects, texts.gettext("no longer under guard")),
    }
    return {layer: said for layer, (items, said) in words.items() if items}


def _name_states(page: PageInputs) -> dict[str, str]:
    """Write the words for every state of a territory, an area or a contingent."""
    texts, changes = page.texts, page.state_changes
    drawn = {"drawn": texts.gettext("on the map")} if changes.lines else {}
    guarded = {"guarded": texts.gettext("under guard")} if changes.objects else {}
    return {
        NONE: texts.gettext("no status"),
        OTHER: texts.gettext("no status"),
        "disputed": texts.gettext("disputed"),
        **drawn,
        **guarded,
        **_name_shown(page),
        **(name_states(texts) if changes.contingents else {}),
    }


def _name_shown(page: PageInputs) -> dict[str, str]:
    """Name the statuses that anybody has on the map at any tick."""
    layers = (*page.state_changes.states.values(), *page.state_changes.held.values())
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
        for layer in page.state_changes.changing
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
        if area.area in page.state_changes.areas:
            holder = (
                area.controller[language]
                if area.controller
                else texts.territory(area.controlled_by)
            )
            form = texts.gettext("{area}, held by {holder}")
            names[area.area] = texts.fill(form, area=area.name[language], holder=holder)
    for row in dataset.lines:
        names[row.line] = texts.isolate(row.name[language])
    for part in list_border_parts(page.inputs.spec, page.inputs.geodata.lengths, texts):
        names[part.id] = f"{texts.isolate(part.name)}: {part.length}"
    if page.inputs.spec.has_routes:
        names |= {row.object: name_object(row, texts) for row in dataset.objects}
    return names
