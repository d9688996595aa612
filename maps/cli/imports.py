"""``import``: files of event data that others publish, into a layer of a data set."""

from __future__ import annotations

import argparse
from typing import get_args

from csto_atlas.events.fields import Encoding
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
    about = "leave out events of the layer that is there and that the files lack"
    add("--update", action="store_true", help=about)
    about = "how the files were saved, if not in UTF-8, such as windows-1252"
    encodings = one_of("encoding", get_args(Encoding))
    add("--encoding", type=encodings, metavar="NAME", help=about)


def run(options: argparse.Namespace) -> int:
    """Import, and name the files that were written."""
    from csto_atlas.events.imports import import_events  # only this command needs it

    done = import_events(
        options.kind,
        options.files,
        options.data,
        options.layer,
        is_update=options.update,
        encoding=options.encoding,
    )
    for path in done.paths:
        print(f"Wrote {path}")
    if done.is_renewed:
        counts = done.changes
        print(
            f"Events: {counts.new} new, {counts.revised} revised, "
            f"{counts.withdrawn} withdrawn, {counts.same} as before"
        )
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
