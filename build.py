"""Build the atlas: load -> validate -> join -> slice -> render -> write."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from csto_atlas.maps import (
    DATA,
    GEODATA,
    UsageError,
    build,
    load_data_set,
    load_map,
    load_territories,
    make_map_inputs,
    write,
)
from csto_atlas.maps.cli import Defaults, run

__all__ = [
    "DATA",
    "GEODATA",
    "ROOT",
    "UsageError",
    "build",
    "load_data_set",
    "load_map",
    "load_territories",
    "main",
    "make_map_inputs",
    "write",
]

ROOT = Path(__file__).parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Parameters
    ----------
    arguments : sequence of str, optional
        The process's own if not given.

    Returns
    -------
    int
        0 done; 1 the data are wrong, every problem is on standard error, and the
        output is as it was; 2 wrong usage; 3 the output cannot be written.
    """
    return run(arguments, Defaults(DATA, ROOT / "dist", "python build.py"))


if __name__ == "__main__":
    status = main()
    gc.freeze()  # what is left is not searched for cycles on the way out
    sys.exit(status)
