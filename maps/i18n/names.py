"""Names of statuses and of states of contingents."""

from __future__ import annotations

from csto_atlas.events.records import Dataset
from csto_atlas.maps.i18n.texts import Texts, mark

# In the order of a deployment.
CONTINGENT_STATES = (
    *(mark("preparing"), mark("arriving"), mark("deployed")),
    *(mark("leaving"), mark("gone")),
)


def name_statuses(dataset: Dataset, texts: Texts) -> dict[str, str]:
    """Name the statuses of states."""
    return {status.id: status.label[texts.language] for status in dataset.statuses}


def name_states(texts: Texts) -> dict[str, str]:
    """Name the states of contingents."""
    return {state: texts.gettext(state) for state in CONTINGENT_STATES}
