"""Names of statuses and of states of contingents."""

from __future__ import annotations

from csto_atlas.events.records import Dataset
from csto_atlas.maps.i18n.messages import mark, mark_plural
from csto_atlas.maps.i18n.texts import Texts

# In the order of a deployment.
CONTINGENT_STATES = (
    *(mark("preparing"), mark("arriving"), mark("deployed")),
    *(mark("leaving"), mark("gone")),
)
COUNTED_CONTINGENTS = {
    "preparing": mark_plural("{number} preparing", "{number} preparing"),
    "arriving": mark_plural("{number} arriving", "{number} arriving"),
    "deployed": mark_plural("{number} deployed", "{number} deployed"),
    "leaving": mark_plural("{number} leaving", "{number} leaving"),
    "gone": mark_plural("{number} gone", "{number} gone"),
}


def name_statuses(dataset: Dataset, texts: Texts) -> dict[str, str]:
    """Name the statuses of states, for the middle of sentences too."""
    return {
        status.id: texts.isolate(status.label[texts.language])
        for status in dataset.statuses
    }


def name_states(texts: Texts) -> dict[str, str]:
    """Name the states of contingents."""
    return {state: texts.gettext(state) for state in CONTINGENT_STATES}
