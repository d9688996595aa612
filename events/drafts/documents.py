"""The files of a drafted data set: descriptions, statuses, and the map."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml

from csto_atlas.events.derived.wording import pick
from csto_atlas.events.drafts import wording
from csto_atlas.events.drafts.cited import Cited
from csto_atlas.events.drafts.wish import Wish
from csto_atlas.events.drafts.wording import FORMER, MEMBER, SUSPENDED, StatusWords
from csto_atlas.events.files.text import read_bytes
from csto_atlas.events.records import Membership

ORGANISATION = "organisation"
SOURCE = "sheet"
MAP = "membership"
LARGEST = 50_000_000  # bytes
NOTHING_CITED = Cited()


def write_base(
    wish: Wish,
    statuses: Sequence[StatusWords],
    keys: Mapping[str, Any],
    cited: Cited = NOTHING_CITED,
) -> dict[str, str | bytes]:
    """Return the files that do not depend on what the rows say.

    Parameters
    ----------
    wish : Wish
    statuses : sequence of StatusWords
    keys : mapping
        Of the sheet in ``dataset.yml``, besides its file, status and sources.
    cited : Cited
        What its column of sources says.

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
        "derive": {
            "maps": [MAP],
            "former": FORMER.id,
            **({"suspended": SUSPENDED.id} if SUSPENDED in statuses else {}),
        },
    }
    names = {language: wish.name(language) for language in wish.languages}
    own = {"id": ORGANISATION, "name": names, "short": names, "sources": [SOURCE]}
    return {
        "dataset.yml": write_yaml(meta),
        "organisations.yml": write_yaml([own]),
        "sources.yml": write_yaml([_source(wish), *cited.entries]),
        "statuses.yml": write_yaml([_status(s, wish.languages) for s in statuses]),
        wish.sheet.name: read_bytes(wish.sheet, LARGEST, "a sheet with the list alone"),
    }


def _source(wish: Wish) -> dict[str, Any]:
    file = wish.sheet.name
    entry = {"id": SOURCE, "publisher": wish.source or file, "title": file}
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
        "id": MAP,
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
