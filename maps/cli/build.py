"""``build``: the whole atlas, or a part of it, into a folder."""

from __future__ import annotations

import argparse
import sys
from functools import partial

from tqdm import tqdm

from csto_atlas.maps.build_cache import Memory
from csto_atlas.maps.cli.command import (
    Command,
    Defaults,
    Parser,
    add_data,
    add_out,
    add_scheduler,
    add_selection,
    check_out,
    site,
)
from csto_atlas.maps.cli.result import summarize_build
from csto_atlas.maps.output.write import write
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.pipeline import BuildResult, build
from csto_atlas.maps.validation.report import warn

NOWHERE = Site()


def add_arguments(parser: Parser, defaults: Defaults) -> None:
    """Say which arguments there are."""
    add_data(parser, defaults)
    add_out(parser, defaults.out, "folder to build into (default: dist)")
    add_selection(parser)
    add_scheduler(parser)
    add = parser.add_argument
    about = "address at which the atlas will be published, which pages then name"
    add("--site-url", type=site, default=NOWHERE, metavar="URL", help=about)
    about = (
        "scripts and styles as files beside the pages, for servers that allow nothing"
        " inline (default: in the pages)"
    )
    add("--assets", choices=("inline", "files"), default="inline", help=about)


def run(options: argparse.Namespace) -> int:
    """Build and write everything that is asked for."""
    check_out(options)
    result = make(options, options.site_url, has_files=options.assets == "files")
    warn(result.warnings)
    is_whole = not (options.map or options.lang)
    write(result.files, options.out, is_whole=is_whole, overwrite=options.overwrite)
    if sys.stdout is not None and sys.stdout.isatty():  # scripts want no words
        print(*summarize_build(result.files, options.out), sep="\n")
    return 0


def make(
    options: argparse.Namespace,
    site: Site = NOWHERE,
    memory: Memory | None = None,
    *,
    has_files: bool = False,
) -> BuildResult:
    """Build everything that is asked for.

    Parameters
    ----------
    options : Namespace
        With `data`, `map`, `lang` and `scheduler`.
    site : Site
        Where the atlas will be.
    memory : Memory, optional
        Results of the last build.
    has_files : bool
        Whether scripts and styles are files.
    """
    return build(
        options.data,
        options.map,
        options.lang,
        site,
        options.scheduler,
        has_files=has_files,
        memory=memory,
        progress=partial(tqdm, desc="maps", unit="page", disable=None),
    )


COMMAND = Command(
    about="Build the atlas: load, validate, join, slice, render, write.",
    examples=(
        "",
        "--map membership --lang ar en",
        "--data ~/my-alliance --out ~/my-atlas",
        "--site-url https://maps.example.org/",
        "--assets files --out ~/strict",
        "--data ~/my-alliance --scheduler tcp://127.0.0.1:8786",
    ),
    add=add_arguments,
    run=run,
)
