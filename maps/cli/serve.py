"""``serve``: a local preview that is built again whenever a file changes."""

from __future__ import annotations

import argparse
from functools import partial

from csto_atlas.maps.build_cache import Memory
from csto_atlas.maps.cli.build import make
from csto_atlas.maps.cli.command import (
    Command,
    Defaults,
    Parser,
    add_data,
    add_out,
    add_scheduler,
    add_selection,
    check_out,
)
from csto_atlas.maps.pipeline import BuildResult

PORT = 8000


def add_arguments(parser: Parser, defaults: Defaults) -> None:
    """Say which arguments there are."""
    add_data(parser, defaults)
    about = "folder to keep the last good build in (default: none is kept)"
    add_out(parser, None, about)
    add = parser.add_argument
    about = f"port to listen on (default: {PORT}; 0: any free port)"
    add("--port", type=_port, default=PORT, metavar="N", help=about)
    about = "show the preview in a browser"
    add("--open", action="store_true", dest="is_opened", help=about)
    add_selection(parser)
    add_scheduler(parser)


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl+C."""
    check_out(options, is_watched=True)
    # A build needs none of it.
    from csto_atlas.maps.preview.rebuild import PreviewSettings
    from csto_atlas.maps.preview.supervise import serve

    make_anew = partial(_make, options)
    settings = PreviewSettings(make_anew, options.data, options.out, options.overwrite)
    return serve(settings, options.port, is_opened=options.is_opened)


def _make(options: argparse.Namespace, memory: Memory) -> BuildResult:
    return make(options, memory=memory)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) < 2**16):
        what = f"{text!r} is no port; expected a number from 0 to 65535"
        raise argparse.ArgumentTypeError(what)
    return int(text)


COMMAND = Command(
    about="Preview on this machine: build again and reload pages on every change.",
    examples=(
        "",
        "--data ~/my-alliance --open",
        "--map membership --lang en --port 8080",
    ),
    add=add_arguments,
    run=run,
)
