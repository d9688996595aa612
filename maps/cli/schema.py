"""``schema``: the JSON Schemas of a data set's YAML files, for editors."""

from __future__ import annotations

import argparse
from pathlib import Path

from csto_atlas.maps.cli.command import Command, Defaults, Parser, target
from csto_atlas.maps.output.write import write_into
from csto_atlas.maps.validation.json_schema import write_schemas


def add_arguments(parser: Parser, defaults: Defaults) -> None:
    """Say which arguments there are."""
    about = "folder to write into; other files there stay"
    parser.add_argument("folder", type=target, metavar="DIR", help=about)


def run(options: argparse.Namespace) -> int:
    """Write the schemas."""
    folder: Path = options.folder
    write_into(write_schemas(), folder)
    return 0


COMMAND = Command(
    about="Write the JSON Schemas of the YAML files, for editors.",
    examples=("docs/schema", "~/my-alliance/schema"),
    add=add_arguments,
    run=run,
)
