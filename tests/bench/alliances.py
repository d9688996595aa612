"""The bars of builds of other alliances: whole, with stills and data."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import build
from tests.bench.bar import Bar
from tests.bench.bars import AT_SPEED
from tests.bench.process import BuildError, run
from tests.conftest import EXAMPLES
from tests.made.organisations import read_members, write_alliance

LIMIT_S = 120.0
SECONDS = 10
ALLIANCES = ("AU", "LAS", "EU", "ASEAN", "ECOWAS", "OAS")
LANGUAGES = ["ar", "en"]


def check_alliances(slowness: float) -> list[Bar]:
    """Build the examples, and six alliances of which only the members are given."""
    bars = []
    with tempfile.TemporaryDirectory() as folder:
        for what, data in _write_all(Path(folder)):
            out = ["--out", str(Path(folder) / "out" / data.name)]
            try:
                cost = run(["build.py", "--data", str(data), *out], LIMIT_S)
            except BuildError as error:
                print(f"{what}: {error}", file=sys.stderr)
                bars.append(Bar(f"{what}: not built", 1, 0))
                continue
            seconds = cost.seconds / slowness
            bars.append(Bar(f"build of {what}, s{AT_SPEED}", seconds, SECONDS))
    return bars


def _write_all(folder: Path) -> Iterator[tuple[str, Path]]:
    """Write data sets one by one, each with what it is called in the table."""
    for name in EXAMPLES:
        yield f"examples/{name}", build.ROOT / "examples" / name
    members = read_members()
    for name in ALLIANCES:
        data = write_alliance(folder / name, name, members[name], LANGUAGES)
        yield f"{name}, {len(members[name])} states, ar and en", data
