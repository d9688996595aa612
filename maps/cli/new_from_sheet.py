"""``new --sheet``: a complete data set from a sheet of memberships, built at once."""

from __future__ import annotations

import argparse
import re
import shlex
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from csto_atlas.events.drafts.cited import find_cited
from csto_atlas.events.drafts.draft import Draft, draft_data_set, open_wish
from csto_atlas.events.drafts.wish import Wish
from csto_atlas.events.drafts.wording import FORMER
from csto_atlas.events.errors import DataError, Problem, UsageError
from csto_atlas.events.sheet_record import Sheet
from csto_atlas.geodata.territories import load_territories
from csto_atlas.maps.cli.command import Parser, one_of
from csto_atlas.maps.cli.result import summarize_build
from csto_atlas.maps.inputs import GEODATA
from csto_atlas.maps.output.place import OUT
from csto_atlas.maps.output.write import write, write_into
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.pipeline import build
from csto_atlas.maps.validation.report import warn

_CHOICES = {
    "ends": ("last", "left"),
    "dates": ("day-first", "month-first"),
    "after": ("open", "closed"),
    "periods": ("years", "months"),
    "calendar": ("gregorian",),
    "fill": ("down",),
}
# "in dataset.yml 'fill: down'" or "'fill: down' in dataset.yml"
_IN_FILE = re.compile(
    r"in dataset\.yml ('[\w-]+: [^']*')|('[\w-]+: [^']*'),? in dataset\.yml"
)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def add_sheet_arguments(parser: Parser) -> None:
    """Say which arguments a data set from a sheet has."""
    add = parser.add_argument
    about = "list of memberships: xlsx, xls, ods, CSV or TSV"
    add("--sheet", metavar="FILE", help=about)
    about = "name of the organisation; once for each language as en=..., ar=..."
    add("--name", action="append", default=[], metavar="NAME", help=about)
    about = "languages of the pages (default: en)"
    add("--lang", nargs="+", default=["en"], metavar="LANG", help=about)
    add("--source", metavar="TEXT", help="who published the list, or its address")
    about = "last day that the list speaks of, as 2025-12-31 (default: today)"
    add("--as-of", type=_read_day, default=None, metavar="DAY", help=about)
    about = "any key of a sheet, as 'countries: {Czechoslovakia: [CZE, SVK]}'"
    add(
        "--set",
        type=_read_keys,
        action="append",
        default=[],
        metavar="YAML",
        help=about,
    )
    for key, known in _CHOICES.items():
        about = f"{' or '.join(known)}, as in docs/memberships.md"
        add(f"--{key}", type=one_of(key, known), metavar="WORD", help=about)


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"no day {text!r}; expected one such as 2025-12-31"
        ) from None


def _read_keys(text: str) -> dict[str, Any]:
    """Read keys of a sheet, as ``dataset.yml`` has them."""
    try:
        keys = yaml.safe_load(text)
        if not isinstance(keys, dict):
            raise ValueError("no 'key: value'")
        Sheet.model_validate({"file": "-", "sources": ["-"], **keys})
    except (yaml.YAMLError, ValueError) as error:
        why = str(error).splitlines()
        raise argparse.ArgumentTypeError(
            f"{text!r}: {' '.join(why[:3])}; expected a key of a sheet, as "
            "docs/memberships.md has them"
        ) from None
    return keys


def check_sheet_options(options: argparse.Namespace) -> None:
    """Ask for what only the author knows; without a terminal, name it.

    Raises
    ------
    UsageError
        If an option is missing, or is of no use.
    """
    if not options.sheet:
        if options.name or options.source:
            raise UsageError("--name, --source: no --sheet; expected the list")
        return
    if _ADDRESS.match(options.sheet):
        what = f"--sheet: {options.sheet!r} is an address"
        how = "a file; in Google Sheets: File > Download > Microsoft Excel (.xlsx)"
        raise UsageError(f"{what}; expected {how}")
    if not Path(options.sheet).is_file():
        raise UsageError(f"--sheet: no file {options.sheet!r}; expected a table")
    if not options.name:
        options.name = [_ask("--name", "Name of the organisation")]


def _ask(option: str, question: str) -> str:
    """Return an answer from the terminal.

    Raises
    ------
    UsageError
        If there is none to ask.
    """
    is_terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    answer = input(f"{question}: ").strip() if is_terminal else ""
    if not answer:
        expected = f"{question[0].lower()}{question[1:]}"
        raise UsageError(f"{option} is missing; expected {expected}")
    return answer


def run_with_sheet(options: argparse.Namespace, schemas: Mapping[str, str]) -> int:
    """Draft a data set from a sheet, write it, build it, and say where the pages are.

    Nothing is written unless the whole data set can be built.

    Parameters
    ----------
    options : Namespace
        Of the command.
    schemas : mapping of str
        Schemas of the files, by relative path.

    Raises
    ------
    DataError
        With everything that is wrong in the sheet.
    """
    countries = load_territories(GEODATA / "territories.csv")
    try:
        if not options.source and not _cites_all(_wish(options), countries):
            options.source = _ask("--source", "Who published the list (or its address)")
        draft = draft_data_set(_wish(options), countries)
    except DataError as error:
        raise DataError(map(_as_option, error.problems)) from None
    with tempfile.TemporaryDirectory() as name:
        trial = Path(name) / "data"
        write_into(draft.files, trial)
        try:
            result = build(trial, None, None, Site())
        except DataError as error:
            here, there = trial.as_posix(), Path(options.folder).as_posix()
            raise DataError(
                Problem(p.where.replace(here, there), p.what, p.expected)
                for p in error.problems
            ) from None
    folder: Path = options.folder
    write_into({**draft.files, **schemas}, folder)
    write(result.files, folder / OUT, is_whole=True, overwrite=False)
    warn(draft.dataset.warnings)
    for line in _report(draft, options):
        print(line)
    for line in summarize_build(result.files, folder / OUT):
        print(line)
    again = shlex.join(["--data", str(folder), "--out", str(folder / OUT)])
    print(f"After a change: {options.program} {again}")
    return 0


def _wish(options: argparse.Namespace) -> Wish:
    named = [re.match(r"([a-z]{2,3})=(.+)", name) for name in options.name]
    names = {match[1]: match[2] for match in named if match}
    plain = [n for n, match in zip(options.name, named, strict=True) if not match]
    if plain:
        names = dict.fromkeys(options.lang, plain[0]) | names
    keys: dict[str, Any] = {}
    for given in options.set or ():
        for key, value in given.items():
            both = isinstance(value, dict) and key in keys
            keys[key] = {**keys[key], **value} if both else value
    keys |= {key: getattr(options, key) for key in _CHOICES if getattr(options, key)}
    as_of = options.as_of or date.today()
    languages = tuple(dict.fromkeys(options.lang))
    source = options.source or ""
    return Wish(Path(options.sheet), names, languages, source, as_of, keys)


def _cites_all(wish: Wish, countries: Mapping[str, str]) -> bool:
    """Return whether a column of the sheet has a source in every row."""
    return find_cited(*open_wish(wish, countries), wish.languages[0]).is_complete


def _as_option(problem: Problem) -> Problem:
    """Name a remedy by the option that it is here, in place of ``dataset.yml``."""
    expected = _IN_FILE.sub(r"--set \1\2", problem.expected)
    where = re.sub(r"^.*\bdataset\.yml:\d+$", "--set", problem.where)
    return Problem(where, problem.what, expected)


def _report(draft: Draft, options: argparse.Namespace) -> list[str]:
    """Say what was read, so that a wrong sheet is seen at once."""
    rows = [row for row in draft.dataset.memberships if row.status != FORMER.id]
    states = len({row.code for row in rows})
    ended = sum(row.end is not None for row in rows)
    said = (
        f"Read {states} state{'s' * (states != 1)}, "
        f"{len(rows)} period{'s' * (len(rows) != 1)} ({ended} of them ended)"
    )
    first = min(row.start.text for row in rows)
    files = f"Wrote {len(draft.files)} files to {options.folder}"
    return [f"{said}, from {first} on.", *draft.remarks, f"{files}."]
