"""Rebuild ``maps/static/vendor``: python -m csto_atlas.maps.assets.vendor."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from csto_atlas.maps.assets.templates import STATIC
from csto_atlas.maps.assets.vendor.esbuild import drop_unreachable, minify
from csto_atlas.maps.assets.vendor.leaflet import make_files
from csto_atlas.maps.assets.vendor.npm import NoPackagesError

ROOT = Path(__file__).parents[3]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 if the files were made, 1 if there is no esbuild."""
    parser = argparse.ArgumentParser(
        prog="python -m csto_atlas.maps.assets.vendor", description=__doc__
    )
    add = parser.add_argument
    add("--inputs", type=Path, default=ROOT / ".inputs", metavar="DIR")
    add("--out", type=Path, default=STATIC / "vendor", metavar="DIR")
    options = parser.parse_args(arguments)
    try:
        cache = options.inputs / "esbuild"
        files = make_files(
            partial(drop_unreachable, cache=cache), partial(minify, cache=cache)
        )
    except NoPackagesError as error:
        print(error, file=sys.stderr)
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (options.out / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
