"""``check``: everything that a build checks, warnings, and how much is cited."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from csto_atlas.events.citation_counts import (
    CitationCount,
    count_figures,
    count_rows,
)
from csto_atlas.events.errors import DataError
from csto_atlas.events.load import load_dataset
from csto_atlas.events.records import Dataset
from csto_atlas.geodata.territories import load_territories
from csto_atlas.maps.cli.command import Command, Defaults, Parser, add_data
from csto_atlas.maps.inputs import GEODATA
from csto_atlas.maps.load import load_data_set
from csto_atlas.maps.validation.age import find_aged
from csto_atlas.maps.validation.explanation import explain_projection
from csto_atlas.maps.validation.report import warn
from csto_atlas.maps.validation.superlatives import find_superlatives
from csto_atlas.maps.validation.unused import find_forgotten, find_unseen


def add_arguments(parser: Parser, defaults: Defaults) -> None:
    """Say which arguments there are."""
    add_data(parser, defaults)
    about = "exit with 1 for warnings too, except those about the age of the data"
    parser.add_argument("--strict", action="store_true", help=about)
    about = "day from which to count the age of the data (default: today)"
    parser.add_argument("--on", type=day, metavar="DATE", help=about)


def day(text: str) -> date:
    """Read a day.

    Raises
    ------
    argparse.ArgumentTypeError
        If it is not a date in ISO 8601.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        what = f"{text!r} is no day; expected one such as 2026-03-11"
        raise argparse.ArgumentTypeError(what) from None


def run(options: argparse.Namespace) -> int:
    """Print problems, warnings, how each map lies, what is cited, and a summary."""
    today = options.on or date.today()  # the only question to the clock
    countries = load_territories(GEODATA / "territories.csv")
    try:
        inputs = load_data_set(options.data, countries)
        unseen = [*find_unseen(inputs)]
    except DataError as error:
        dataset, _ = load_dataset(options.data, countries)
        problems, warnings = error.problems, dataset.warnings if dataset else ()
        counted = ""
    else:
        dataset, specs = inputs.dataset, inputs.specs
        problems, forgotten = (), find_forgotten(dataset, specs)
        superlatives = find_superlatives(dataset, specs.values())
        warnings = (
            *dataset.warnings,
            *forgotten,
            *unseen,
            *superlatives,
        )
        for spec in specs.values():
            print(explain_projection(spec))
        counted = f"{_count(len(dataset.events), 'event')}, {_count(len(specs), 'map')}"
        print(_describe_memberships(dataset))
        _print_citations("dated row", count_rows(dataset))
        _print_citations("figure", count_figures(dataset))
    aged = find_aged(dataset.meta, today) if dataset else []
    for problem in problems:
        print(problem, file=sys.stderr)
    warn([*warnings, *aged])
    found = [
        _count(len(found), name)
        for found, name in ((problems, "problem"), ((*warnings, *aged), "warning"))
        if found
    ]
    print(": ".join(filter(None, [counted, ", ".join(found) or "no problem"])))
    # Data that nobody changed do not fail from one day to the next.
    return int(bool(problems or (options.strict and warnings)))


def _describe_memberships(dataset: Dataset) -> str:
    """Count what was read, so that a wrong sheet is seen at once."""
    main = dataset.meta.organisation
    derived = dataset.meta.derive.former if dataset.meta.derive else None
    rows = [
        row
        for row in dataset.memberships
        if row.organisation == main and row.status != derived
    ]
    states = _count(len({row.code for row in rows}), "state")
    periods = _count(len(rows), "period")
    ended = sum(row.end is not None for row in rows)
    return f"Memberships in {main}: {states}, {periods}, {ended} of them ended"


def _print_citations(noun: str, count: CitationCount) -> None:
    """Print how many facts are cited, how well, and by which kinds of source."""
    if not count.total:
        return
    kinds = ", ".join(f"{kind} {number}" for kind, number in count.by_kind.items())
    others = ""
    if count.claims and count.claims < count.total:
        share = _percent(count.by_two, count.total - count.claims)
        others = f" ({share} without the {count.claims} that only an article gives)"
    print(
        f"{_count(count.total, noun)}: {_percent(count.cited, count.total)} cited, "
        f"{_percent(count.by_two, count.total)} by two publishers{others}"
        f"{'; ' if kinds else ''}{kinds}"
    )


def _percent(part: int, whole: int) -> str:
    """Return a share in whole per cent, rounded down: 79.9 is no 80."""
    return f"{100 * part // whole}%"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


COMMAND = Command(
    about="Check a data set and its maps; nothing is built.",
    examples=("", "--strict", "--data ~/my-alliance --strict"),
    add=add_arguments,
    run=run,
)
