"""Rules: nothing lies in the future, and nothing is in two states at once."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TypeVar

from csto_atlas.events.dates import Interval, overlaps, parse
from csto_atlas.events.errors import Problem
from csto_atlas.events.files.items import Loc, Origin
from csto_atlas.events.files.model_errors import field_name
from csto_atlas.events.records import Dataset, Term
from csto_atlas.events.rules.known_names import KnownNames

T = TypeVar("T", bound=Term)
_BETWEEN = re.compile(r"/|\.\.")


def future_dates(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a date that begins after the day the data speak of."""
    as_of = dataset.meta.as_of
    for origin, loc, interval in _dates(dataset):
        if last_start(interval) > as_of:
            what = f"{field_name(loc)} '{interval.text}' is in the future"
            yield Problem(origin.at(*loc), what, f"a day up to {as_of} (as_of)")


def overlapping_statuses(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report two statuses of one state in one organisation on one day."""
    yield from _overlaps(
        dataset.memberships, lambda row: f"{row.code} in {row.organisation}", "status"
    )


def overlapping_areas(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report two rows of one disputed area for one day."""
    yield from _overlaps(dataset.areas, lambda row: f"area {row.area}", "status")


def overlapping_deployments(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report two states of one contingent on one day."""
    yield from _overlaps(
        dataset.deployments, lambda row: f"the contingent of {row.contingent}", "state"
    )


def overlapping_objects(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report two rows of one guarded object for one day."""
    yield from _overlaps(dataset.objects, lambda row: f"object {row.object}")


def overlapping_lines(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report two rows of one line for one day."""
    yield from _overlaps(dataset.lines, lambda row: f"line {row.line}")


def _overlaps(
    rows: Iterable[T], whose: Callable[[T], str], state: str = ""
) -> Iterator[Problem]:
    """Report rows of one subject that share a day, with the state each gives it."""
    groups: dict[str, list[T]] = {}
    for row in rows:
        groups.setdefault(whose(row), []).append(row)
    for subject, group in groups.items():
        ordered = sorted(group, key=lambda row: (row.period.start, row.origin.line))
        for earlier, later in _neighbours(ordered):
            if overlaps(earlier.period, later.period):
                new, old = (
                    f"'{getattr(row, state)}'" if state else "given"
                    for row in (later, earlier)
                )
                what = (
                    f"{subject} is {new} from {later.start.text} "
                    f"while {old} at {earlier.origin}"
                )
                expected = (
                    f"no open start at {earlier.origin}"
                    if earlier.known_by
                    else f"the earlier row to end by {later.start.text}"
                )
                yield Problem(str(later.origin), what, expected)


def _neighbours(ordered: Sequence[T]) -> Iterator[tuple[T, T]]:
    """Yield the pairs of rows, in the order of their starts, that may share a day."""
    for n, earlier in enumerate(ordered, 1):
        end = earlier.period.end
        for later in islice(ordered, n, None):
            if end is not None and later.period.start >= end:
                break
            yield earlier, later


def _dates(dataset: Dataset) -> Iterator[tuple[Origin, Loc, Interval]]:
    for event in dataset.events:
        yield event.origin, ("date",), event.date
        if event.request and event.request.answered:
            yield event.origin, ("request", "answered"), event.request.answered
    for way in dataset.movements:
        yield way.origin, ("date",), way.date
    for source in dataset.sources:
        if source.date:
            yield source.origin, ("date",), source.date
    for term in dataset.terms:
        yield term.origin, ("start",), term.start
        if term.end:
            yield term.origin, ("end",), term.end


def last_start(interval: Interval) -> date:
    """Return the first day of the last date that an interval names.

    The year 2026 is no future date in March 2026, nor is 2025/2026; 2025/2027 is, and
    so is [..2027].
    """
    inner = interval.text.strip("[]{}")
    last = _BETWEEN.split(inner)[-1]
    if last in ("", inner) or "," in inner:
        return interval.start
    return parse(last).start
