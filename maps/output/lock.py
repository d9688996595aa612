"""One process at a time: a lock that ends with its process, however that ends."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    import msvcrt

PAUSE = 0.02  # seconds between two tries


@contextmanager
def hold(lock: Path, patience: float) -> Iterator[None]:
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
    until = time.monotonic() + patience
    while (descriptor := _take(lock)) is None:
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(PAUSE)
    try:
        yield
    finally:
        with suppress(PermissionError):  # Windows keeps an open file
            lock.unlink(missing_ok=True)
        os.close(descriptor)


def _take(lock: Path) -> int | None:
    """Open and lock the file; None if another process has it, or removed it."""
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    with suppress(BlockingIOError, PermissionError, FileNotFoundError):
        _lock(descriptor)
        if os.path.samestat(os.fstat(descriptor), lock.stat()):
            return descriptor
    os.close(descriptor)
    return None


def _lock(descriptor: int) -> None:
    if "fcntl" in globals():
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    else:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
