"""Since when a territory has had its status, for those who hear the map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from csto_atlas.events.dates import contains
from csto_atlas.events.records import Membership
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.timeline.changes import NONE, Slices
from csto_atlas.maps.timeline.ticks import Tick


def name_starts(
    layer: Iterable[Slices], ticks: Sequence[Tick], texts: Texts
) -> dict[int, str]:
    """Say of every tick at which a status begins since when it has held.

    Parameters
    ----------
    layer : iterable of Slices
    ticks : sequence of Tick
    texts : Texts

    Returns
    -------
    dict of str
        By the index of the tick; the text follows the name of a status.
    """
    begun = {index for slices in layer for index, state in slices if state != NONE}
    return {index: _since(ticks[index].id, texts) for index in sorted(begun)}


def name_earlier_starts(
    memberships: Iterable[Membership], first: Tick, texts: Texts
) -> dict[str, str]:
    """Say the same of statuses that had begun before the first tick.

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
