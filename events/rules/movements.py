"""Rule: a contingent moves on days on which its deployment has it moving."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from csto_atlas.events.dates import Interval
from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset
from csto_atlas.events.rules.known_names import KnownNames

STATES = {"out": "arriving", "home": "leaving"}
"""The state of a contingent on a day of a movement, by the movement's direction."""


def stray_movements(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a movement without a deployment, or outside its days of moving."""
    deployed = {row.contingent for row in dataset.deployments}
    groups: defaultdict[tuple[str, str], list[Interval]] = defaultdict(list)
    for row in dataset.deployments:
        groups[row.contingent, row.state].append(row.period)
    calendars = {key: _arrange(periods) for key, periods in groups.items()}
    for way in dataset.movements:
        if not dataset.unread.isdisjoint((way.contingent, "Deployment")):
            continue
        state = STATES[way.direction]
        calendar = calendars.get((way.contingent, state))
        if way.contingent not in deployed:
            where = way.origin.at("contingent")
            what = f"contingent '{way.contingent}' has no rows in deployments.csv"
            yield Problem(where, what, "at least one")
        elif calendar is None or not calendar.touches(way.date):
            where = way.origin.at("date")
            what = f"'{way.movement}' is on no day on which {way.contingent} is {state}"
            yield Problem(where, what, f"a date that touches such a day, '{state}'")


class _Calendar(NamedTuple):
    """Periods in the order of their starts; `ends` are the latest so far."""

    starts: list[date]
    ends: list[date]

    def touches(self, days: Interval) -> bool:
        """Tell whether one of the periods shares a day with an interval."""
        begun = bisect_left(self.starts, days.end or date.max)
        return begun > 0 and days.start < self.ends[begun - 1]


def _arrange(periods: Iterable[Interval]) -> _Calendar:
    ordered = sorted(periods, key=lambda period: period.start)
    ends = (period.end or date.max for period in ordered)
    return _Calendar([period.start for period in ordered], [*accumulate(ends, max)])
