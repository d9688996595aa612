"""Events from memberships: who joined, left, was suspended and came back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from csto_atlas.events.dates import Interval, parse
from csto_atlas.events.records import Membership


@dataclass(frozen=True)
class Change:
    """States that got a status, or lost theirs, on one date (EDTF)."""

    day: str
    kind: str
    status: str
    rows: tuple[Membership, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The states, in the order of their rows."""
        return tuple(row.code for row in self.rows)


@dataclass(frozen=True)
class Roles:
    """What statuses mean for changes.

    Attributes
    ----------
    counting : frozenset of str
        Those of members.
    former, suspended : str or None
        Those of who has left, and of who is suspended.
    """

    counting: frozenset[str]
    former: str | None = None
    suspended: str | None = None


def find_changes(rows: Iterable[Membership], roles: Roles) -> list[Change]:
    """Return the changes of the states of one organisation, in order of date.

    Parameters
    ----------
    rows : iterable of Membership
        Of one organisation.
    roles : Roles
    """
    groups: dict[tuple[str, str, str], list[Membership]] = {}
    for own in _by_code(rows).values():
        before: Membership | None = None
        for row in own:
            follows = before is not None and _is_next(before, row)
            if before is not None and not follows and before.end:
                _add(groups, _last(before), "leave", before.status, before)
            kind = _name(before if follows else None, row, roles, before is not None)
            if kind:
                _add(groups, row.start.text, kind, row.status, row)
            before = row
        if before is not None and before.end and before.status != roles.former:
            _add(groups, _last(before), "leave", before.status, before)
    found = [
        Change(day, kind, status, tuple(found))
        for (day, kind, status), found in groups.items()
    ]
    return sorted(found, key=lambda change: (parse(change.day).start, change.kind))


def find_gaps(
    rows: Iterable[Membership], former: str
) -> list[tuple[Membership, str, str | None]]:
    """Return each row after which a state does not belong, with its end and the next.

    The end is the first day without, as EDTF; the next start is None if there is none.
    Rows of the status `former` leave no gap.
    """
    found = []
    for own in _by_code(rows).values():
        for row, later in zip(own, [*own[1:], None], strict=True):
            if row.end is None or row.status == former:
                continue
            if later is None or not _is_next(row, later):
                found.append((row, row.end.text, later.start.text if later else None))
    return found


def _by_code(rows: Iterable[Membership]) -> Mapping[str, list[Membership]]:
    groups: dict[str, list[Membership]] = {}
    for row in rows:
        groups.setdefault(row.code, []).append(row)
    return {code: sorted(own, key=_start) for code, own in groups.items()}


def _start(row: Membership) -> date:
    return row.start.start


def _is_next(before: Membership, row: Membership) -> bool:
    """Return whether a row begins where the one before it ends."""
    return before.end is not None and row.start.start <= before.end.start


def _name(before: Membership | None, row: Membership, roles: Roles, was: bool) -> str:
    """Return what a row changes after the one that ends there, empty for nothing."""
    if before is not None and before.status == row.status:
        return ""
    if row.status == roles.former:
        return "leave"
    if row.status == roles.suspended:
        return "suspend"
    if row.status not in roles.counting:
        return "become"
    if before is not None and before.status == roles.suspended:
        return "return"
    if before is not None and before.status in roles.counting:
        return "become"
    return "return" if was and before is None else "join"


def _last(row: Membership) -> str:
    """Return the last day, month or year of a row, or its end if days are known."""
    end: Interval = row.end or row.start
    if len(end.text) == 10:
        return end.text
    if not end.text.replace("-", "").isdigit():
        return end.text
    return (end.start - timedelta(days=1)).isoformat()[: len(end.text)]


def _add(
    groups: dict[tuple[str, str, str], list[Membership]],
    day: str,
    kind: str,
    status: str,
    row: Membership,
) -> None:
    groups.setdefault((day, kind, status), []).append(row)
