"""The files of a data set, drafted from a sheet of memberships."""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import yaml

from csto_atlas.events.drafts import wording
from csto_atlas.events.drafts.changes import find_changes, find_gaps
from csto_atlas.events.drafts.wording import FORMER, MEMBER, StatusWords, pick
from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.items import Origin
from csto_atlas.events.files.text import read_bytes
from csto_atlas.events.load import load_dataset
from csto_atlas.events.records import Dataset, Membership, Meta
from csto_atlas.events.sheets.lookups import know
from csto_atlas.events.sheets.read import open_sheet
from csto_atlas.events.sheets.words import NO, YES
from csto_atlas.events.spelling.fold import word_of

ORGANISATION = "organisation"
SOURCE = "sheet"
LARGEST = 50_000_000  # bytes
_HANDOVER = "'ends: left'"


@dataclass(frozen=True)
class Wish:
    """What the author says of a sheet, besides the sheet.

    Attributes
    ----------
    sheet : Path
    names : mapping of str
        The name of the organisation by language.
    languages : tuple of str
    source : str
        Who published the list; an address is linked.
    as_of : date
        The last day that the list speaks of.
    keys : mapping of str
        Keys of a sheet in ``dataset.yml``: ``ends``, ``dates``, ``after``, ``sheet``...
    """

    sheet: Path
    names: Mapping[str, str]
    languages: tuple[str, ...]
    source: str
    as_of: date
    keys: Mapping[str, Any] = field(default_factory=dict)

    def name(self, language: str) -> str:
        """Return the name of the organisation in a language."""
        return self.names.get(language) or next(iter(self.names.values()))


@dataclass(frozen=True)
class Draft:
    """Files by relative path, what was read, and what was decided besides."""

    files: Mapping[str, str | bytes]
    dataset: Dataset
    remarks: tuple[str, ...]


def draft_data_set(wish: Wish, countries: Mapping[str, str]) -> Draft:
    """Draft a data set: who belonged, what changed, and one map of it.

    Parameters
    ----------
    wish : Wish
    countries : mapping of str
        Two-letter codes by the three-letter codes of the register.

    Raises
    ------
    DataError
        If the sheet cannot be read, or leaves something in doubt.
    """
    words = _find_statuses(wish, countries)
    statuses = list(dict.fromkeys([MEMBER, *words.values()]))
    remarks: list[str] = []
    keys = dict(wish.keys)
    if words:
        keys["statuses"] = {word: status.id for word, status in words.items()}
    try:
        dataset = _load(_base(wish, statuses, keys), wish, countries)
    except DataError as error:
        if len(error.problems) > 1 or _HANDOVER not in error.problems[0].expected:
            raise
        # Each row begins on the day that ends the one before it.
        keys["ends"] = "left"
        remarks.append("ends: left (rows begin on the day that ends the row before)")
        dataset = _load(_base(wish, statuses, keys), wish, countries)
    own = [row for row in dataset.memberships if row.organisation == ORGANISATION]
    left = find_gaps(own)
    shown = [s for s in (*statuses, FORMER) if s is not FORMER or left or s in statuses]
    files = _base(wish, [*dict.fromkeys(shown)], keys)
    if left:
        files["memberships.csv"] = _write_former(left, wish.languages)
    counting = [status.id for status in shown if status.counts]
    events = _write_events(own, counting, shown, wish, countries)
    if events:
        files["events/changes.yml"] = _yaml(events)
    files["maps/membership.yml"] = _yaml(_map(own, shown, wish))
    return Draft(files, dataset, tuple(remarks))


def _find_statuses(wish: Wish, countries: Mapping[str, str]) -> dict[str, StatusWords]:
    """Return the statuses by the words of a sheet that name them."""
    record = {"file": wish.sheet.name, "status": "member", "sources": [SOURCE]}
    meta = Meta.model_validate(
        {
            "title": {"en": "-"},
            "as_of": wish.as_of.isoformat(),
            "languages": list(wish.languages),
            "organisation": ORGANISATION,
            "licence": "-",
            "sheets": [record | {"basis": {"en": "-"}} | dict(wish.keys)],
            "origin": Origin("dataset.yml", 1),
        }
    )
    job, grid, _ = open_sheet(wish.sheet, meta, 0, know(meta, (), (), countries))
    column = job.shape.columns.get("status")
    columns = [column] if column is not None else []
    if job.shape.kind == "wide":
        columns = [*job.shape.many]
    words = {
        row.cells[n]: None
        for row in grid.rows
        if len(row.cells) >= len(grid.header.cells)
        for n in columns
        if row.cells[n] and word_of(row.cells[n]) not in YES | NO
    }
    return {
        word: wording.find_status(word)
        or wording.make_status(word, _slug(word, number), number)
        for number, word in enumerate(words)
    }


def _slug(word: str, number: int) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")
    return plain[:40].strip("-") or f"status-{number}"


def _base(
    wish: Wish, statuses: Sequence[StatusWords], keys: Mapping[str, Any]
) -> dict[str, str | bytes]:
    """Return the files that do not depend on what the rows say."""
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
        "dataset.yml": _yaml(meta),
        "organisations.yml": _yaml([own]),
        "sources.yml": _yaml([_source(wish)]),
        "statuses.yml": _yaml([_status(s, wish.languages) for s in statuses]),
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


def _load(
    files: Mapping[str, str | bytes], wish: Wish, countries: Mapping[str, str]
) -> Dataset:
    """Read a data set from a folder that is gone afterwards.

    Raises
    ------
    DataError
        With every problem, placed in the sheet where its author has it.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            (folder / path).write_bytes(data)
        dataset, problems = load_dataset(folder, countries)
        here, there = folder.as_posix(), wish.sheet.parent.as_posix()
    if problems or dataset is None:
        raise DataError(
            Problem(p.where.replace(here, there), p.what, p.expected) for p in problems
        )
    return dataset


def _write_former(
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


def _write_events(
    rows: Sequence[Membership],
    counting: Sequence[str],
    statuses: Sequence[StatusWords],
    wish: Wish,
    countries: Mapping[str, str],
) -> list[dict[str, Any]]:
    """Return an event for each change, named by the states that changed."""
    labels = {status.id: status.label for status in statuses}
    events = []
    for number, change in enumerate(find_changes(rows, counting), 1):
        two = [countries[code] for code in change.codes]

        def say(
            language: str,
            short: bool,
            change: Any = change,
            two: Sequence[str] = tuple(two),
        ) -> str:
            label = pick(labels[change.status], language)
            return wording.name_change(
                change.kind, two, language, wish.name(language), label, short=short
            )

        events.append(
            {
                "id": f"change-{number}",
                "kind": "act",
                "date": change.day,
                "countries": sorted(change.codes),
                "rank": 2 if change.kind == "become" else 1,
                "maps": ["membership"],
                "headline": {lang: say(lang, True) for lang in wish.languages},
                "title": {lang: say(lang, False) for lang in wish.languages},
                "certainty": "medium",
                "sources": list(change.sources),
            }
        )
    return events


def _map(
    rows: Sequence[Membership], statuses: Sequence[StatusWords], wish: Wish
) -> dict[str, Any]:
    """Return the spec of the map: a year a step, a month if there are few years."""
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


def _yaml(value: Any) -> str:
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
