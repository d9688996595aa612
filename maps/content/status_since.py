"""Start of every status in words, for users of screen readers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from csto_atlas.events.dates import contains
from csto_atlas.events.records import Membership
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.timeline.changes import NONE, Changes
from csto_atlas.maps.timeline.ticks import Tick


def name_starts(
    layer: Iterable[Changes], ticks: Sequence[Tick], texts: Texts
) -> dict[int, str]:
    """Name the start of the statuses that begin at each tick.

    Parameters
    ----------
    layer : iterable of Changes
    ticks : sequence of Tick
    texts : Texts

    Returns
    -------
    dict of str
        Such as ``, since 2009``, by the index of the tick.
    """
    starts = {index for changes in layer for index, state in changes if state != NONE}
    return {index: _since(ticks[index].id, texts) for index in sorted(starts)}


def name_earlier_starts(
    memberships: Iterable[Membership], first: Tick, texts: Texts
) -> dict[str, str]:
    """Name the start of the statuses that began before the first tick.

    Parameters
    ----------
    memberships : iterable of Membership
        Of one organisation.
    first : Tick
    texts : Texts

    Returns
    -------
    dict of str
        By code.
    """
    return {
        row.code: _since(row.start.text, texts)
        for row in memberships
        if row.start.start < first.start and contains(row.period, first.day)
    }


def _since(start: str, texts: Texts) -> str:
    return f"{texts.gettext(', ')}{texts.since(start)}"
