"""Headline and line of counts of every tick, as changes along the ticks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from csto_atlas.events.records import Event, Status
from csto_atlas.maps.i18n.messages import capitalise
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.timeline.changes import Changes, append_change, state_at
from csto_atlas.maps.timeline.ticks import Tick


def write_calendar(
    events: Sequence[Event],
    spans: Mapping[str, tuple[int, int]],
    ticks: Sequence[Tick],
) -> list[list[int]]:
    """List the events of every tick.

    Parameters
    ----------
    events : sequence of Event
        All of them with a span.
    spans : mapping of (int, int)
    ticks : sequence of Tick

    Returns
    -------
    list of list of int
        Positions in `events`, counted from 1.
    """
    days: list[list[int]] = [[] for _ in ticks]
    for number, event in enumerate(events, 1):
        first, last = spans[event.id]
        for day in days[first : last + 1]:
            day.append(number)
    return days


def write_headlines(
    events: Iterable[Event],
    spans: Mapping[str, tuple[int, int]],
    fallbacks: Sequence[str],
    texts: Texts,
    *,
    goes_on: bool = False,
) -> Changes:
    """Choose the sentence over the map for every tick, without the tick's name.

    Parameters
    ----------
    events : iterable of Event
        In order of date. Of those that begin at a tick, the weightiest that has a
        headline gives it, and of these the first; without one, its title stands in.
    spans : mapping of (int, int)
    fallbacks : sequence of str
        The headline of every tick without an event, before any says what holds from
        then on.
    texts : Texts
    goes_on : bool
        Whether an event is the headline also while it lasts and no other begins.

    Returns
    -------
    tuple of (int, str)
    """
    told = [event for event in events if event.id in spans]
    leads = choose_leads(told, spans, len(fallbacks), goes_on=goes_on)
    changes: list[tuple[int, str]] = []
    standing = _list_standing(told, spans, fallbacks, texts)
    for index, (lead, holds) in enumerate(zip(leads, standing, strict=True)):
        if lead < 0:
            append_change(changes, index, holds)
            continue
        text = told[lead].headline or told[lead].title
        append_change(changes, index, texts.isolate(text[texts.language]))
    return tuple(changes)


def choose_leads(
    events: Sequence[Event],
    spans: Mapping[str, tuple[int, int]],
    length: int,
    *,
    goes_on: bool,
) -> list[int]:
    """Choose the event that heads each tick.

    Parameters
    ----------
    events : sequence of Event
        All of them with a span, in order of date; of several, the weightiest with a
        headline leads.
    spans : mapping of (int, int)
    length : int
        How many ticks there are.
    goes_on : bool
        Whether an event leads also while it lasts and no other begins.

    Returns
    -------
    list of int
        Positions in `events`; -1 where none does.
    """
    begun: dict[int, int] = {}
    lasting: dict[int, int] = {}
    untitled: dict[int, int] = {}
    ranked = sorted(enumerate(events), key=lambda pair: pair[1].rank)
    for position, event in ranked:
        first, last = spans[event.id]
        untitled.setdefault(first, position)
        if event.headline:
            begun.setdefault(first, position)
            for tick in range(first, last + 1 if goes_on else first):
                lasting.setdefault(tick, position)
    # The last of them decides.
    chosen = {**untitled, **lasting, **begun}
    return [chosen.get(tick, -1) for tick in range(length)]


def _list_standing(
    events: Iterable[Event],
    spans: Mapping[str, tuple[int, int]],
    fallbacks: Sequence[str],
    texts: Texts,
) -> list[str]:
    """List what holds at every tick, as the last event has it that says so."""
    standing = [*fallbacks]
    for event in events:
        if event.holds:
            first, _ = spans[event.id]
            rest = len(standing) - first
            standing[first:] = [texts.isolate(event.holds[texts.language])] * rest
    return standing


def write_headline(
    sentences: Changes, tick: int, ticks: Sequence[Tick], texts: Texts
) -> str:
    """Write the headline of a tick, as the script of the page does.

    Parameters
    ----------
    sentences : tuple of (int, str)
        As `write_headlines` returns them.
    tick : int
        Its index.
    ticks : sequence of Tick
    texts : Texts

    Returns
    -------
    str
        Such as ``2012: Uzbekistan suspends its membership``.
    """
    form, named = texts.gettext("{tick}: {headline}"), texts.tick(ticks[tick])
    return capitalise(texts.fill(form, tick=named, headline=state_at(sentences, tick)))


def count_states(states: Iterable[Changes], tick: int) -> Counter[str]:
    """Count the territories in each state at a tick."""
    return Counter(state_at(changes, tick) for changes in states)


def count_bound(
    states: Iterable[Changes], statuses: Iterable[Status], ticks: Sequence[Tick]
) -> tuple[tuple[int, int], ...]:
    """Count who is bound by the treaty or in the organisation, along the ticks.

    Parameters
    ----------
    states : iterable of Changes
    statuses : iterable of Status
        Those with ``counts`` are counted.
    ticks : sequence of Tick

    Returns
    -------
    tuple of (int, int)
    """
    counting = {status.id for status in statuses if status.counts}
    state_changes: list[Changes] = list(states)
    changes: list[tuple[int, int]] = []
    for tick in range(len(ticks)):
        counts = count_states(state_changes, tick)
        total = sum(number for state, number in counts.items() if state in counting)
        append_change(changes, tick, total)
    return tuple(changes)


def leading_count(
    counts: Mapping[str, int], statuses: Sequence[Status], texts: Texts
) -> str:
    """Write how many are bound, named by the status that most of them have.

    Parameters
    ----------
    counts : mapping of int
        Territories by status.
    statuses : sequence of Status
    texts : Texts

    Returns
    -------
    str
        Such as ``six members``.
    """
    counting = [s for s in statuses if s.counts and counts.get(s.id)]
    if not counting:
        return texts.gettext("no members")
    most = max(counting, key=lambda status: counts[status.id])
    total = sum(counts[status.id] for status in counting)
    return texts.counted(most.counted[texts.language], total)


def write_summaries(
    states: Iterable[Changes],
    statuses: Sequence[Status],
    ticks: Sequence[Tick],
    texts: Texts,
) -> Changes:
    """Write the line of counts for every tick.

    Parameters
    ----------
    states : iterable of Changes
    statuses : sequence of Status
        In the order of the line.
    ticks : sequence of Tick
    texts : Texts

    Returns
    -------
    tuple of (int, str)
        Such as ``Six members, of them one with participation frozen · two former
        parties``.
    """
    state_changes = list(states)
    changes: list[tuple[int, str]] = []
    for index in range(len(ticks)):
        counts = count_states(state_changes, index)
        lead = capitalise(leading_count(counts, statuses, texts))
        most = max(
            (s for s in statuses if s.counts),
            key=lambda status: counts[status.id],
            default=None,
        )
        parts = []
        for status in statuses:
            number = counts[status.id]
            if not number or status is most:
                continue
            counted = texts.counted(status.counted[texts.language], number)
            if status.counts:
                form = texts.gettext("{count}, including {part}")
                lead = texts.fill(form, count=lead, part=counted)
            else:
                parts.append(counted)
        append_change(changes, index, texts.join(" · ", [lead, *parts]))
    return tuple(changes)
