"""``serve``: a local preview that is built again whenever a file changes."""

from __future__ import annotations

import argparse
import socket
import sys
import threading
import time
import traceback
from collections.abc import Iterable
from pathlib import Path

from watchfiles import watch

from events.errors import DataError
from maps.atlas import UsageError
from maps.commands.building import make
from maps.commands.command import (
    Command,
    Defaults,
    Parser,
    add_data,
    add_selection,
    target,
)
from maps.facts import GEODATA
from maps.memory import Memory, forget_files, remembering
from maps.output import write
from maps.serving.handler import HOST, Server
from maps.serving.preview import Preview
from maps.templating import HERE

PORT = 8000
# Files of our own that pages are made from beside the code itself.
OURS = (GEODATA, HERE / "templates", HERE / "static", HERE / "locale")
# Files of a data set that each build reads anew; one without a suffix is an editor's.
READ_ANEW = {".csv", ".md", ".yml", ""}
SETTLED = 100  # milliseconds without a change after which a save is over


def add_arguments(parser: Parser, defaults: Defaults) -> None:
    """Say which arguments there are."""
    add_data(parser, defaults)
    about = "folder to keep the last good build in (default: none is kept)"
    add = parser.add_argument
    add("--out", type=target, metavar="DIR", help=about)
    about = f"where to listen on this machine (default: {PORT}; 0: any that is free)"
    add("--port", type=_port, default=PORT, metavar="N", help=about)
    add_selection(parser)


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl+C."""
    out = options.out
    if out and out.resolve().is_relative_to(options.data.resolve()):
        what = f"--out: {str(out)!r} is inside the data set"
        raise UsageError(f"{what}; expected a folder elsewhere")
    return serve(options, threading.Event())


def serve(options: argparse.Namespace, stop: threading.Event) -> int:
    """Build, serve, and build again after each change.

    Parameters
    ----------
    options : Namespace
        The arguments of the command.
    stop : threading.Event
        Ends it, as Ctrl+C does.

    Returns
    -------
    int
        0.

    Raises
    ------
    UsageError
        If the port is taken.
    """
    preview, memory = Preview(), Memory()
    server = _listen(options.port, preview)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        changes = _watch(options, stop)
        print(f"Serving {server.url()} (Ctrl+C ends)", flush=True)
        _rebuild(options, preview, memory)
        for changed in changes:
            if not all(_is_read_anew(path, options.data) for path in changed):
                memory = Memory()
                forget_files()
            _rebuild(options, preview, memory)
    except KeyboardInterrupt:
        pass
    finally:
        preview.close()
        server.shutdown()
        server.server_close()
    return 0


def _rebuild(options: argparse.Namespace, preview: Preview, memory: Memory) -> None:
    """Build and show; or say what is wrong, and leave the last good build."""
    started = time.perf_counter()
    try:
        with remembering(memory):
            files = make(options)
        if options.out:
            write(files, options.out)
    except (DataError, UsageError) as error:
        print(error, file=sys.stderr, flush=True)
        preview.complain(str(error).splitlines())
    except Exception as error:  # a template being edited; the preview goes on
        traceback.print_exc()
        preview.complain([f"{type(error).__name__}: {error}; the terminal has more"])
    else:
        preview.show(files)
        seconds = time.perf_counter() - started
        print(f"Built {len(files)} files in {seconds:.1f} s", flush=True)


def _watch(
    options: argparse.Namespace, stop: threading.Event
) -> Iterable[Iterable[Path]]:
    """Yield the files that have changed, a save at a time."""
    found = watch(
        *sorted({options.data.resolve(), *OURS}),
        debounce=10 * SETTLED,
        step=SETTLED,
        rust_timeout=2 * SETTLED,
        yield_on_timeout=True,
        stop_event=stop,
    )
    next(found)  # now it watches: what changes during the first build is not missed
    return ([Path(path) for _, path in changes] for changes in found if changes)


def _is_read_anew(path: Path, data: Path) -> bool:
    """Tell whether each build reads a file anyway, so that nothing kept is stale."""
    return path.suffix in READ_ANEW and path.is_relative_to(data.resolve())


def _listen(port: int, preview: Preview) -> Server:
    try:
        return Server(port, preview)
    except OSError as error:
        with socket.socket() as free:
            free.bind((HOST, 0))
            other = free.getsockname()[1]
        what = f"--port: {port} is not to be had ({error.strerror})"
        raise UsageError(f"{what}; expected one such as --port {other}") from None


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) < 2**16):
        what = f"{text!r} is no port; expected a number from 0 to 65535"
        raise argparse.ArgumentTypeError(what)
    return int(text)


COMMAND = Command(
    about="Preview on this machine: build again and reload pages on every change.",
    examples=(
        "",
        "--data ~/my-alliance",
        "--map membership --lang en --port 8080",
    ),
    add=add_arguments,
    run=run,
)
