"""``import``: files of event data that others publish, into a layer of a data set."""

from __future__ import annotations

import argparse

from csto_atlas.maps.cli.command import Command, Defaults, Parser, file, folder, one_of

KINDS = ("ucdp", "acled")


def add_arguments(parser: Parser, defaults: Defaults) -> None:
    """Say which arguments there are; the data set must be named, as it is changed."""
    add = parser.add_argument
    kinds, about = (
        one_of("kind", KINDS),
        f"where the files are from: {' or '.join(KINDS)}",
    )
    add("kind", type=kinds, metavar="KIND", help=about)
    about = "one or more exported files"
    add("files", type=file, nargs="+", metavar="FILE", help=about)
    about = "folder of the data set that gets the layer"
    add("--data", type=folder, required=True, metavar="DIR", help=about)
    about = "id of the layer (default: the kind)"
    add("--layer", metavar="NAME", help=about)


def run(options: argparse.Namespace) -> int:
    """Import, and name the files that were written."""
    from csto_atlas.events.imports import import_events  # only this command needs it

    layer = options.layer
    for path in import_events(options.kind, options.files, options.data, layer):
        print(f"Wrote {path}")
    return 0


COMMAND = Command(
    about="Import UCDP or ACLED files into a data set, as a layer of many events.",
    examples=(
        "ucdp ~/GEDEvent.csv --data ~/my-alliance",
        "acled ~/2024.csv ~/2025.csv --data ~/my-alliance --layer unrest",
    ),
    add=add_arguments,
    run=run,
)
