"""``check``: everything that a build would check, and what looks forgotten."""

from __future__ import annotations

import argparse
import sys

from csto_atlas.events.errors import DataError
from csto_atlas.events.load import load_dataset
from csto_atlas.geodata.territories import load_territories
from csto_atlas.maps.cli.command import Command, Defaults, Parser, add_data
from csto_atlas.maps.inputs import GEODATA
from csto_atlas.maps.load import load_facts
from csto_atlas.maps.validation.explanation import explain_projection
from csto_atlas.maps.validation.report import warn
from csto_atlas.maps.validation.unused import find_forgotten, find_unseen


def add_arguments(parser: Parser, defaults: Defaults) -> None:
    """Say which arguments there are."""
    add_data(parser, defaults)
    about = "exit with 1 also if there is only a warning"
    parser.add_argument("--strict", action="store_true", help=about)


def run(options: argparse.Namespace) -> int:
    """Print problems and warnings, how each map lies, then one line that sums up."""
    countries = load_territories(GEODATA / "territories.csv")
    try:
        facts = load_facts(options.data, countries)
        unseen = [*find_unseen(facts)]
    except DataError as error:
        dataset, _ = load_dataset(options.data, countries)
        problems, warnings = error.problems, dataset.warnings if dataset else ()
        counted = ""
    else:
        dataset, specs = facts.dataset, facts.specs
        problems, forgotten = (), find_forgotten(dataset, specs)
        warnings = (*dataset.warnings, *forgotten, *unseen)
        for spec in specs.values():
            print(explain_projection(spec))
        counted = f"{_count(len(dataset.events), 'event')}, {_count(len(specs), 'map')}"
    for problem in problems:
        print(problem, file=sys.stderr)
    warn(warnings)
    found = [
        _count(len(found), name)
        for found, name in ((problems, "problem"), (warnings, "warning"))
        if found
    ]
    print(": ".join(filter(None, [counted, ", ".join(found) or "no problem"])))
    return int(bool(problems or (options.strict and warnings)))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


COMMAND = Command(
    about="Check a data set and its maps; nothing is built.",
    examples=("", "--strict", "--data ~/my-alliance --strict"),
    add=add_arguments,
    run=run,
)
