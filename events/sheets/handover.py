"""Ends that are the days of what follows: the sheet means the first day without."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from csto_atlas.events.dates import parse
from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.sheets.job import FoundMembership, SheetReader
from csto_atlas.events.sheets.spans import after


def check_handovers(job: SheetReader, found: Sequence[FoundMembership]) -> None:
    """Refuse rows that overlap only by the day that ends one and begins another.

    Raises
    ------
    DataError
        If there is such a row, no row overlaps by more, and the author of the sheet
        does not say what an end means.
    """
    if job.sheet.ends or job.shape.ends != "last":
        return
    overlaps = [
        pair for group in _groups(found) for pair in pairwise(group) if _meet(*pair)
    ]
    if not overlaps or not all(_is_handover(*pair) for pair in overlaps):
        return
    earlier, later = overlaps[0]
    many = f" (and {len(overlaps) - 1} more such)" if len(overlaps) > 1 else ""
    what = (
        f"{later.code} is '{later.status}' from {later.start}, the end of its row on "
        f"line {earlier.row.line}{many}"
    )
    expected = (
        "in dataset.yml 'ends: left' if an end is the first day without, "
        "or an end before it"
    )
    raise DataError([Problem(f"{job.path}:{later.row.line}", what, expected)])


def _groups(found: Iterable[FoundMembership]) -> list[list[FoundMembership]]:
    """Return the memberships of each country in each organisation, by their starts."""
    groups: dict[tuple[str, str], list[FoundMembership]] = {}
    for term in found:
        groups.setdefault((term.code, term.organisation), []).append(term)
    return [
        sorted(g, key=lambda term: parse(term.start).start) for g in groups.values()
    ]


def _meet(earlier: FoundMembership, later: FoundMembership) -> bool:
    return earlier.end is None or parse(earlier.end).start > parse(later.start).start


def _is_handover(earlier: FoundMembership, later: FoundMembership) -> bool:
    return earlier.end is not None and earlier.end == after(later.start)
