"""``build``: the whole atlas, or a part of it, into a folder."""

from __future__ import annotations

import argparse
import gc

from maps.about import Site
from maps.atlas import build
from maps.commands.command import (
    Command,
    Defaults,
    Parser,
    add_data,
    add_selection,
    site,
    target,
)
from maps.output import write


def add_arguments(parser: Parser, defaults: Defaults) -> None:
    """Say which arguments there are."""
    add_data(parser, defaults)
    about = "folder to build into (default: dist)"
    add = parser.add_argument
    add("--out", type=target, default=defaults.out, metavar="DIR", help=about)
    add_selection(parser)
    about = "where the atlas will be: pages then name their addresses"
    add("--site-url", type=site, default=Site(), metavar="URL", help=about)


def run(options: argparse.Namespace) -> int:
    """Build and write everything that is asked for."""
    # Looking for cycles takes a tenth of a build, and frees next to nothing.
    gc.disable()
    try:
        files = build(options.data, options.map, options.lang, options.site_url)
    finally:
        gc.enable()
    write(files, options.out)
    return 0


COMMAND = Command(
    about="Build the atlas: load, validate, join, slice, render, write.",
    examples=(
        "",
        "--map membership --lang ar en",
        "--data ~/my-alliance --out ~/my-atlas",
        "--site-url https://maps.example.org/",
    ),
    add=add_arguments,
    run=run,
)
