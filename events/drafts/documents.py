"""The files of a drafted data set: descriptions, statuses, changes, and the map."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any

import yaml

from csto_atlas.events.drafts import wording
from csto_atlas.events.drafts.changes import Change, find_changes
from csto_atlas.events.drafts.wish import Wish
from csto_atlas.events.drafts.wording import FORMER, MEMBER, StatusWords, pick
from csto_atlas.events.files.text import read_bytes
from csto_atlas.events.records import Membership

ORGANISATION = "organisation"
SOURCE = "sheet"
LARGEST = 50_000_000  # bytes


def write_base(
    wish: Wish, statuses: Sequence[StatusWords], keys: Mapping[str, Any]
) -> dict[str, str | bytes]:
    """Return the files that do not depend on what the rows say.

    Parameters
    ----------
    wish : Wish
    statuses : sequence of StatusWords
    keys : mapping
        Of the sheet in ``dataset.yml``, besides its file, status and sources.

    Returns
    -------
    dict of str or bytes
        By relative path.

    Raises
    ------
    DataError
        If the sheet cannot be read, or is too large.
    """
    sheet = {
        "file": wish.sheet.name,
        "status": MEMBER.id,
        "sources": [SOURCE],
        "basis": _texts(wording.BASIS, wish.languages),
        **keys,
    }
    meta = {
        "title": _named(wording.TITLE, wish),
        "as_of": wish.as_of.isoformat(),
        "languages": list(wish.languages),
        "organisation": ORGANISATION,
        "licence": "CC BY 4.0",
        "sheets": [sheet],
    }
    names = {language: wish.name(language) for language in wish.languages}
    own = {"id": ORGANISATION, "name": names, "short": names, "sources": [SOURCE]}
    return {
        "dataset.yml": write_yaml(meta),
        "organisations.yml": write_yaml([own]),
        "sources.yml": write_yaml([_source(wish)]),
        "statuses.yml": write_yaml([_status(s, wish.languages) for s in statuses]),
        wish.sheet.name: read_bytes(wish.sheet, LARGEST, "a sheet with the list alone"),
    }


def _source(wish: Wish) -> dict[str, Any]:
    entry = {"id": SOURCE, "publisher": wish.source, "title": wish.sheet.name}
    if re.match(r"https?://", wish.source):
        host = wish.source.split("/")[2].removeprefix("www.")
        entry |= {"publisher": host, "url": wish.source}
    return entry | {"language": wish.languages[0]}


def _status(status: StatusWords, languages: Sequence[str]) -> dict[str, Any]:
    return {
        "id": status.id,
        "label": _texts(status.label, languages),
        "plural": _texts(status.plural, languages),
        "counted": {lang: dict(pick_counted(status, lang)) for lang in languages},
        "counts": status.counts,
    }


def pick_counted(status: StatusWords, language: str) -> Mapping[str, str]:
    """Return the counted noun of a status in a language, or in English."""
    return status.counted.get(language, status.counted["en"])


def write_former(
    left: Iterable[tuple[Membership, str, str | None]], languages: Sequence[str]
) -> str:
    """Write the rows of those that left, as tables of memberships have them."""
    stream = StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    basis = [f"basis_{language}" for language in languages]
    head = ("organisation", "code", "status", "start", "end", "certainty", *basis)
    writer.writerow([*head, "sources", "claims"])
    why = [pick(wording.LEFT_BASIS, language) for language in languages]
    for row, start, end in left:
        cells = [ORGANISATION, row.code, FORMER.id, start, end or "", row.certainty]
        writer.writerow([*cells, *why, " ".join(row.sources), ""])
    return stream.getvalue()


def write_events(
    rows: Sequence[Membership],
    counting: Sequence[str],
    statuses: Sequence[StatusWords],
    wish: Wish,
    countries: Mapping[str, str],
) -> list[dict[str, Any]]:
    """Return an event for each change, named by the states that changed.

    Parameters
    ----------
    rows : sequence of Membership
        Of the organisation.
    counting : sequence of str
        Statuses that count as membership.
    statuses : sequence of StatusWords
    wish : Wish
    countries : mapping of str
        Two-letter codes by the three-letter codes of the register.

    Returns
    -------
    list of dict
        As `events/changes.yml` has them.
    """
    labels = {status.id: status.label for status in statuses}
    return [
        {
            "id": f"change-{number}",
            "kind": "act",
            "date": change.day,
            "countries": sorted(change.codes),
            "rank": 2 if change.kind == "become" else 1,
            "maps": ["membership"],
            "headline": _name(change, labels, wish, countries, short=True),
            "title": _name(change, labels, wish, countries, short=False),
            "certainty": "medium",
            "sources": list(change.sources),
        }
        for number, change in enumerate(find_changes(rows, counting), 1)
    ]


def _name(
    change: Change,
    labels: Mapping[str, Mapping[str, str]],
    wish: Wish,
    countries: Mapping[str, str],
    *,
    short: bool,
) -> dict[str, str]:
    """Return the title of a change in each language, or its headline."""
    two = [countries[code] for code in change.codes]
    return {
        language: wording.name_change(
            change.kind,
            two,
            language,
            wish.name(language),
            pick(labels[change.status], language),
            short=short,
        )
        for language in wish.languages
    }


def write_map(
    rows: Sequence[Membership], statuses: Sequence[StatusWords], wish: Wish
) -> dict[str, Any]:
    """Return the spec of the map: a year a step, a month if there are few years.

    Parameters
    ----------
    rows : sequence of Membership
        The first of them begins the timeline.
    statuses : sequence of StatusWords
        Those on the map.
    wish : Wish

    Returns
    -------
    dict
    """
    first = min((row.start.start for row in rows), default=wish.as_of).year
    step = "month" if wish.as_of.year - first < 3 else "year"
    last = f"{wish.as_of:%Y-%m}" if step == "month" else str(wish.as_of.year)
    begin = f"{first}-01" if step == "month" else str(first)
    about = _named(wording.ABOUT, wish)
    return {
        "id": "membership",
        "title": _named(wording.TITLE, wish),
        "about": {lang: t.replace("{year}", str(first)) for lang, t in about.items()},
        "timeline": [{"from": begin, "to": last, "step": step}],
        "default": "last",
        "least_rank": 3,
        "overlays": [],
        "states": {s.id: {"colour": s.colour, "pattern": s.pattern} for s in statuses},
    }


def _texts(text: Mapping[str, str], languages: Iterable[str]) -> dict[str, str]:
    return {language: pick(text, language) for language in languages}


def _named(text: Mapping[str, str], wish: Wish) -> dict[str, str]:
    """Return a text in each language, with the name of the organisation."""
    return {
        language: pick(text, language).replace("{name}", wish.name(language))
        for language in wish.languages
    }


class _Dumper(yaml.SafeDumper):
    """Writes each value where it belongs, as data sets have no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def write_yaml(value: Any) -> str:
    """Write a document of a data set: in the order given, without aliases."""
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
