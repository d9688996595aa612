"""Build, serve, and build again after each change."""

from __future__ import annotations

import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from watchfiles import watch

from csto_atlas.events.errors import DataError
from csto_atlas.maps.assets.templates import HERE
from csto_atlas.maps.build_cache import Memory, forget_files, remembering
from csto_atlas.maps.inputs import GEODATA
from csto_atlas.maps.output.write import write
from csto_atlas.maps.pipeline import UsageError
from csto_atlas.maps.preview.http import HOST, Server
from csto_atlas.maps.preview.state import Preview

# Files of our own that pages are made from beside the code itself.
OURS = (GEODATA, HERE / "templates", HERE / "static", HERE / "locale")
# Files of a data set that each build reads anew; one without a suffix is an editor's.
READ_ANEW = {".csv", ".md", ".tsv", ".txt", ".yml", ""}
SETTLED = 100  # milliseconds without a change after which a save is over


@dataclass(frozen=True)
class Job:
    """What is served.

    Attributes
    ----------
    make : callable
        Returns the files of the atlas: contents by path.
    data : Path
        Folder of the data set.
    out : Path or None
        Where each good build is kept as well.
    port : int
        0 is any that is free.
    overwrite : bool
        Whether `out` may have files that no build made.
    """

    make: Callable[[], Mapping[str, str]]
    data: Path
    out: Path | None
    port: int
    overwrite: bool = False


def serve(job: Job, stop: threading.Event) -> int:
    """Build, serve, and build again after each change.

    Parameters
    ----------
    job : Job
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
    server = _listen(job.port, preview)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        changes = _watch(job.data, stop)
        print(f"Serving {server.url()} (Ctrl+C ends)", flush=True)
        _rebuild(job, preview, memory)
        for changed in changes:
            if not all(_is_read_anew(path, job.data) for path in changed):
                memory = Memory()
                forget_files()
            _rebuild(job, preview, memory)
    except KeyboardInterrupt:
        pass
    finally:
        preview.close()
        server.shutdown()
        server.server_close()
    return 0


def _rebuild(job: Job, preview: Preview, memory: Memory) -> None:
    """Build and show; or say what is wrong, and leave the last good build."""
    started = time.perf_counter()
    try:
        with remembering(memory):
            files = job.make()
        if job.out:
            write(files, job.out, overwrite=job.overwrite)
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


def _watch(data: Path, stop: threading.Event) -> Iterable[list[Path]]:
    """Yield the files that have changed, a save at a time."""
    found = watch(
        *sorted({data.resolve(), *OURS}),
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
