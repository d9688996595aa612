"""Build, serve, and build again after each change of the data."""

from __future__ import annotations

import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from watchfiles import watch
from watchfiles.main import FileChange

from csto_atlas.events.errors import DataError, SchedulerLostError, UsageError
from csto_atlas.maps.build_cache import Memory
from csto_atlas.maps.output.write import write
from csto_atlas.maps.pipeline import BuildResult
from csto_atlas.maps.preview.http import Server
from csto_atlas.maps.preview.state import Preview
from csto_atlas.maps.validation.report import warn

SETTLED = 100  # milliseconds without a change after which a save is over


@dataclass(frozen=True)
class PreviewSettings:
    """What is served.

    Attributes
    ----------
    make : callable
        Builds the atlas; is given the results of the last build. It has to pickle.
    data : Path
        Folder of the data set.
    out : Path or None
        Where each good build is kept as well.
    overwrite : bool
        Whether `out` may have files that no build made.
    """

    make: Callable[[Memory], BuildResult]
    data: Path
    out: Path | None
    overwrite: bool = False


def rebuild_on_changes(
    settings: PreviewSettings, listener: socket.socket, stop: threading.Event
) -> None:
    """Build, serve, and build again after each change of the data.

    Parameters
    ----------
    settings : PreviewSettings
    listener : socket
        Where the server listens.
    stop : threading.Event
        Ends it, as Ctrl+C does.
    """
    preview, memory = Preview(), Memory()
    server = Server(listener, preview)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        changes = _watch(settings.data, stop)
        print(f"Serving {server.url()} (Ctrl+C ends)", flush=True)
        _rebuild(settings, preview, memory)
        for _ in changes:
            _rebuild(settings, preview, memory)
    except KeyboardInterrupt:
        pass
    finally:
        preview.close()
        server.shutdown()
        server.server_close()


def _rebuild(settings: PreviewSettings, preview: Preview, memory: Memory) -> None:
    """Build and show; or say what is wrong, and leave the last good build."""
    started = time.perf_counter()
    try:
        result = settings.make(memory)
        warn(result.warnings)
        if settings.out:
            write(result.files, settings.out, overwrite=settings.overwrite)
    except (DataError, UsageError, SchedulerLostError) as error:
        print(error, file=sys.stderr, flush=True)
        preview.complain(str(error).splitlines())
    except Exception as error:  # a template being edited; the preview goes on
        traceback.print_exc()
        preview.complain([f"{type(error).__name__}: {error}; the terminal has more"])
    else:
        preview.show(result.files)
        seconds = time.perf_counter() - started
        print(f"Built {len(result.files)} files in {seconds:.1f} s", flush=True)


def _watch(data: Path, stop: threading.Event) -> Iterable[set[FileChange]]:
    """Yield the files that have changed, a save at a time."""
    found = watch(
        data.resolve(),
        debounce=10 * SETTLED,
        step=SETTLED,
        rust_timeout=2 * SETTLED,
        yield_on_timeout=True,
        stop_event=stop,
    )
    next(found)  # now it watches: what changes during the first build is not missed
    return filter(None, found)
