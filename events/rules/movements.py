"""Rule: a contingent moves on days on which its deployment has it moving."""

from collections.abc import Iterator

from csto_atlas.events.dates import overlaps
from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset
from csto_atlas.events.rules.known_names import KnownNames

STATES = {"out": "arriving", "home": "leaving"}
"""The state of a contingent on a day of a movement, by the movement's direction."""


def stray_movements(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a movement without a deployment, or outside its days of moving."""
    for way in dataset.movements:
        if not dataset.unread.isdisjoint((way.contingent, "Deployment")):
            continue
        rows = [r for r in dataset.deployments if r.contingent == way.contingent]
        state = STATES[way.direction]
        if not rows:
            where = way.origin.at("contingent")
            what = f"contingent '{way.contingent}' has no rows in deployments.csv"
            yield Problem(where, what, "at least one")
        elif not any(r.state == state and overlaps(r.period, way.date) for r in rows):
            where = way.origin.at("date")
            what = f"'{way.movement}' is on no day on which {way.contingent} is {state}"
            yield Problem(where, what, f"a date that touches such a day, '{state}'")
