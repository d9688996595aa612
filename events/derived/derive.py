"""Events and rows of former members, derived from the memberships of a data set.

They follow a table of members at every build, so that a new row of it is told without
an event of one's own. What an own event tells is not told again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from csto_atlas.events.dates import overlaps, parse
from csto_atlas.events.derived.changes import Change, Roles, find_changes, find_gaps
from csto_atlas.events.derived.wording import LEFT_BASIS, name_change, pick
from csto_atlas.events.errors import Problem
from csto_atlas.events.nearest import suggest
from csto_atlas.events.records import Event, Membership, Meta, Organisation, Status


def derive_former(meta: Meta, rows: Iterable[Membership]) -> list[Membership]:
    """Return a row for each state whose membership has ended, from then on.

    Parameters
    ----------
    meta : Meta
        Says in `derive` which status they get; without one there are none.
    rows : iterable of Membership
    """
    former = meta.derive.former if meta.derive else None
    if former is None:
        return []
    basis = {language: pick(LEFT_BASIS, language) for language in meta.languages}
    own = (row for row in rows if row.organisation == meta.organisation)
    found = []
    for row, start, end in find_gaps(own, former):
        fields = {
            "organisation": row.organisation,
            "code": row.code,
            "status": former,
            "start": start,
            "basis": basis,
            "certainty": row.certainty,
            "sources": row.sources,
            "origin": row.origin,
        }
        found.append(Membership.model_validate(fields | ({"end": end} if end else {})))
    return found


def derive_events(
    meta: Meta,
    rows: Iterable[Membership],
    told: Sequence[Event],
    statuses: Sequence[Status],
    organisations: Sequence[Organisation],
    countries: Mapping[str, str],
) -> list[Event]:
    """Return an event for each change that no event of the data set tells.

    Parameters
    ----------
    meta : Meta
        Says in `derive` on which maps; without that there are none.
    rows : iterable of Membership
    told : sequence of Event
        An event of the same country, on one of the maps, at the same time tells it.
    statuses : sequence of Status
    organisations : sequence of Organisation
    countries : mapping of str
        Two-letter codes by the three-letter codes of the register.
    """
    if meta.derive is None:
        return []
    labels = {status.id: status.label for status in statuses}
    counting = frozenset(status.id for status in statuses if status.counts)
    roles = Roles(counting, meta.derive.former, meta.derive.suspended)
    own = [row for row in rows if row.organisation == meta.organisation]
    name = next((o.short for o in organisations if o.id == meta.organisation), {})
    on_maps = [event for event in told if {*event.maps} & {*meta.derive.maps}]
    events: dict[str, Event] = {}
    for change in _untold(find_changes(own, roles), on_maps):
        named = {
            part: {
                language: name_change(
                    change.kind,
                    [countries.get(code, code) for code in change.codes],
                    language,
                    name.get(language, meta.organisation),
                    labels.get(change.status, {}).get(language, change.status),
                    short=part == "headline",
                )
                for language in meta.languages
            }
            for part in ("headline", "title")
        }
        event = _make_event(change, named, meta.derive.maps, {*events})
        events[event.id] = event
    return [*events.values()]


def _untold(changes: Iterable[Change], told: Sequence[Event]) -> Iterator[Change]:
    """Yield the changes without the states of which an event tells it."""
    for change in changes:
        day = parse(change.day)
        known = {c for e in told if overlaps(e.date, day) for c in e.countries}
        rows = tuple(row for row in change.rows if row.code not in known)
        if rows:
            yield Change(change.day, change.kind, change.status, rows)


def _make_event(
    change: Change,
    named: Mapping[str, Mapping[str, str]],
    maps: Sequence[str],
    taken: set[str],
) -> Event:
    first = change.rows[0]
    status = f"-{change.status}" if change.kind == "become" else ""
    identity = re.sub(r"[^a-z0-9]+", "-", f"{change.kind}{status}-{change.day}".lower())
    identity = identity.strip("-")
    numbered = (f"{identity}-{n}" for n in range(2, len(taken) + 3))
    while identity in taken:
        identity = next(numbered)
    return Event.model_validate(
        {
            "id": identity,
            "kind": "act",
            "date": change.day,
            "maps": [*maps],
            "countries": sorted({*change.codes}),
            "rank": 2 if change.kind == "become" else 1,
            "certainty": first.certainty,
            "sources": first.sources,
            "origin": first.origin,
            **named,
        }
    )


def check_derive(
    meta: Meta, statuses: Sequence[Status], unread: frozenset[str]
) -> Iterator[Problem]:
    """Yield a problem for each status of `derive` that there is not.

    Parameters
    ----------
    meta : Meta
    statuses : sequence of Status
    unread : frozenset of str
        What could not be read, and so is not missing.
    """
    if meta.derive is None or "Status" in unread:
        return
    known = [status.id for status in statuses]
    for key in ("former", "suspended"):
        own = getattr(meta.derive, key)
        if own is not None and own not in known and own not in unread:
            where = meta.origin.at("derive", key)
            expected = suggest("one of statuses.yml", own, known)
            yield Problem(where, f"unknown status '{own}'", expected)
