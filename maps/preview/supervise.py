"""Run the preview in a process of its own, and start it anew when our files change.

Code, templates, catalogues and geodata are loaded once in a process; when one of their
files changes, a new process is the sure way to load all of them again.
"""

from __future__ import annotations

import multiprocessing
import os
import socket
import threading
import webbrowser
from collections.abc import Sequence
from pathlib import Path

from watchfiles import Change, DefaultFilter, run_process

from csto_atlas.events.errors import UsageError
from csto_atlas.maps.assets.templates import HERE
from csto_atlas.maps.preview.http import HOST
from csto_atlas.maps.preview.rebuild import SETTLED, PreviewSettings, rebuild_on_changes

OWN = tuple(HERE.parent / name for name in ("events", "geodata", "maps"))


class OwnFiles(DefaultFilter):
    """Passes changes of our own files, but not of the data set that is served.

    Parameters
    ----------
    data : Path
        Folder of the data set.
    """

    def __init__(self, data: Path) -> None:
        super().__init__()
        self._data = data.resolve()

    def __call__(self, change: Change, path: str) -> bool:
        """Tell whether a change calls for a new process."""
        return super().__call__(change, path) and not Path(path).is_relative_to(
            self._data
        )


def serve(
    settings: PreviewSettings,
    port: int,
    own: Sequence[Path] = OWN,
    *,
    is_opened: bool = False,
) -> int:
    """Serve a preview until Ctrl+C.

    This process holds the socket and waits: a browser that asks while the preview
    starts anew gets its answer a little later.

    Parameters
    ----------
    settings : PreviewSettings
    port : int
        0 is any that is free.
    own : sequence of Path
        Folders and files that only a new process reads again.
    is_opened : bool
        Whether a browser shows the preview at once.

    Returns
    -------
    int
        0.

    Raises
    ------
    UsageError
        If the port is taken.
    """
    with listen(port) as listener:
        if is_opened:  # the socket listens already: its answer comes with the build
            webbrowser.open(f"http://{HOST}:{listener.getsockname()[1]}/")
        run_process(
            *own,
            target=_run,
            args=(settings, listener),
            callback=lambda _: print(
                "Our own files changed: starting anew", flush=True
            ),
            watch_filter=OwnFiles(settings.data),
            debounce=10 * SETTLED,
            step=SETTLED,
        )
    return 0


def listen(port: int) -> socket.socket:
    """Listen on this machine.

    Parameters
    ----------
    port : int
        0 is any that is free.

    Raises
    ------
    UsageError
        If it is taken.
    """
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        with socket.socket() as free:
            free.bind((HOST, 0))
            other = free.getsockname()[1]
        what = f"--port: {port} is not to be had ({os.strerror(error.errno or 0)})"
        raise UsageError(f"{what}; expected one such as --port {other}") from None


def _run(settings: PreviewSettings, listener: socket.socket) -> None:
    """Follow the data until the process that waits is gone, however it ended."""
    stop = threading.Event()
    parent = multiprocessing.parent_process()
    if parent is None:
        raise RuntimeError("not in a process of its own")

    def wait() -> None:
        parent.join()
        stop.set()

    threading.Thread(target=wait, daemon=True).start()
    rebuild_on_changes(settings, listener, stop)
