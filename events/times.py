"""Rules: nothing lies in the future, and no state has two statuses at once."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from events.dates import Interval, overlaps, parse
from events.errors import Problem
from events.facts import Facts
from events.items import Origin
from events.records import Area, Dataset, Membership, Term


def future_dates(dataset: Dataset, facts: Facts) -> Iterator[Problem]:
    """Report a date that begins after the day the data speak of."""
    as_of = dataset.meta.as_of
    for origin, name, interval in _dates(dataset):
        if _last_start(interval) > as_of:
            what = f"{name} '{interval.text}' is in the future"
            yield Problem(origin.at(name), what, f"a day up to {as_of} (as_of)")


def overlapping_statuses(dataset: Dataset, facts: Facts) -> Iterator[Problem]:
    """Report two statuses of one state in one organisation on one day."""
    groups: dict[tuple[str, str], list[Membership]] = {}
    for row in dataset.memberships:
        groups.setdefault((row.organisation, row.code), []).append(row)
    for (organisation, code), rows in groups.items():
        yield from _overlaps(f"{code} in {organisation}", rows)


def overlapping_areas(dataset: Dataset, facts: Facts) -> Iterator[Problem]:
    """Report two rows of one disputed area for one day."""
    groups: dict[str, list[Area]] = {}
    for row in dataset.areas:
        groups.setdefault(row.area, []).append(row)
    for area, rows in groups.items():
        yield from _overlaps(f"area {area}", rows)


def _overlaps(whose: str, rows: Iterable[Membership | Area]) -> Iterator[Problem]:
    ordered = sorted(rows, key=lambda row: (row.period.start, row.origin.line))
    for earlier, later in combinations(ordered, 2):
        if overlaps(earlier.period, later.period):
            what = (
                f"{whose} is '{later.status}' from {later.start.text} "
                f"while '{earlier.status}' at {earlier.origin}"
            )
            expected = f"the earlier row to end by {later.start.text}"
            yield Problem(str(later.origin), what, expected)


def _dates(dataset: Dataset) -> Iterator[tuple[Origin, str, Interval]]:
    for event in dataset.events:
        yield event.origin, "date", event.date
    for source in dataset.sources:
        if source.date:
            yield source.origin, "date", source.date
    terms: tuple[Term, ...] = (*dataset.memberships, *dataset.areas)
    for term in terms:
        yield term.origin, "start", term.start
        if term.end:
            yield term.origin, "end", term.end


def _last_start(interval: Interval) -> date:
    """Return the first day of the last date that an interval names.

    The year 2026 is no future date in March 2026, nor is 2025/2026; 2025/2027 is.
    """
    last = interval.text.rpartition("/")[2]
    if last == interval.text or last in ("", ".."):
        return interval.start
    return parse(last).start
