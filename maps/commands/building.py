"""Build the atlas: load -> validate -> join -> slice -> render -> write."""

from __future__ import annotations

import argparse
import gc
from pathlib import Path
from typing import Any

from maps.about import Site, read_site
from maps.atlas import build
from maps.output import write

EXAMPLES = """
examples:
  python build.py
  python build.py --map membership --lang ar en
  python build.py --data ~/my-alliance --out ~/my-atlas
"""


def add_arguments(parser: argparse.ArgumentParser, defaults: Any) -> None:
    """Say what the command understands."""
    add = parser.add_argument
    add("--data", type=Path, default=defaults.data, metavar="DIR")
    add("--out", type=Path, default=defaults.out, metavar="DIR")
    add("--map", nargs="+", action="extend", metavar="NAME")
    add("--lang", nargs="+", action="extend", metavar="LANG")
    where = "where the atlas will be: pages then name their addresses"
    add("--site-url", type=_site, default=Site(), metavar="URL", help=where)
    parser.set_defaults(run=run)


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


def _site(text: str) -> Site:
    try:
        return read_site(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
