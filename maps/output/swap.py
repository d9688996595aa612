"""Two folders change places in one step, where the system can do that."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path

# rename(2) of Linux: AT_FDCWD and RENAME_EXCHANGE; of macOS: RENAME_SWAP.
_HERE, _EXCHANGE, _SWAP = -100, 2, 2


def swap(one: Path, other: Path) -> bool:
    """Let two folders change places; nobody ever finds one of them missing.

    Parameters
    ----------
    one, other : Path
        Absolute, on the same file system.

    Returns
    -------
    bool
        Whether it was done. If not, nothing was: neither the C library of Windows nor
        every file system can.
    """
    try:
        return _call()(os.fsencode(one), os.fsencode(other)) == 0
    except (AttributeError, OSError):
        return False


def _call() -> Callable[[bytes, bytes], int]:
    """Return the system's own function; it is missing in old C libraries."""
    if sys.platform not in ("linux", "darwin"):
        raise OSError("no such function")
    library = ctypes.CDLL(None)
    if sys.platform == "darwin":
        rename = library.renamex_np
        rename.argtypes = [ctypes.c_char_p, ctypes.c_char_p, ctypes.c_uint]
        return lambda one, other: rename(one, other, _SWAP)
    rename = library.renameat2
    rename.argtypes = [
        ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint,
    ]  # fmt: skip
    return lambda one, other: rename(_HERE, one, _HERE, other, _EXCHANGE)
