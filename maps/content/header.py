"""The header of a map: title, headline and line of counts."""

from __future__ import annotations

from dataclasses import dataclass

from csto_atlas.maps.content.headlines import (
    choose_leads,
    write_headline,
    write_headlines,
)
from csto_atlas.maps.content.page_inputs import PageInputs
from csto_atlas.maps.content.tick_names import write_day
from csto_atlas.maps.timeline.changes import Changes, append_change, state_at


@dataclass(frozen=True)
class Header:
    """The lines above a map.

    Attributes
    ----------
    title : str
        Of the map.
    headlines, summaries : tuple of (int, str)
        Headline without the tick's name, and line of counts, as changes along the
        ticks.
    leads : tuple of (int, int)
        Position of the event that the headline tells of, or -1, along the ticks.
    headline, summary : str
        The same at the tick that the page opens on, the headline with the tick's name.
    day : str
        The day that this tick shows; empty if the tick is a day.
    """

    title: str
    headlines: Changes
    summaries: Changes
    leads: tuple[tuple[int, int], ...]
    headline: str
    summary: str
    day: str


def write_header(page: PageInputs) -> Header:
    """Write the header of a map.

    Parameters
    ----------
    page : PageInputs

    Returns
    -------
    Header
    """
    inputs, texts = page.inputs, page.texts
    ticks, start = inputs.ticks, inputs.first_tick
    goes_on = inputs.spec.tells != "bound"
    headlines = write_headlines(
        inputs.events,
        inputs.spans,
        page.summary.fallbacks,
        texts,
        goes_on=goes_on,
    )
    summaries = page.summary.lines
    leads: list[tuple[int, int]] = []
    chosen = choose_leads(inputs.events, inputs.spans, len(ticks), goes_on=goes_on)
    for index, position in enumerate(chosen):
        append_change(leads, index, position)
    return Header(
        title=texts.pick(inputs.spec.title),
        headlines=headlines,
        summaries=summaries,
        leads=tuple(leads),
        headline=write_headline(headlines, start, ticks, texts),
        summary=state_at(summaries, start),
        day=write_day(ticks[start], texts),
    )
