"""One process at a time: a lock that ends with its process, however that ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock

PAUSE = 0.02  # seconds between two tries


@contextmanager
def acquire_lock(lock: Path, patience: float) -> Iterator[None]:
    """Hold a lock while the block runs.

    Parameters
    ----------
    lock : Path
        A file for the lock alone; made, and removed at the end.
    patience : float
        How many seconds to wait for another process.

    Raises
    ------
    TimeoutError
        If another process still holds it then.
    OSError
        If the file cannot be made.
    """
    with FileLock(lock, timeout=patience, poll_interval=PAUSE):
        try:
            yield
        finally:
            # A process that waits sees, once it has this lock, that its file is gone,
            # and makes a new one. Windows keeps an open file; filelock removes it.
            with suppress(OSError):
                lock.unlink(missing_ok=True)
