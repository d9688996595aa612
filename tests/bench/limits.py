"""The bars of maps at the bounds that ``check`` allows: python -m tests.bench.limits.

A page is built in one language, in a process of its own.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import build
from csto_atlas.events.layers.parquet_guard import MOST_ROWS as MOST_EVENTS_OF_LAYERS
from csto_atlas.events.rules.bounds import MOST_ON_A_MAP, MOST_ROWS
from csto_atlas.maps.timeline.ticks import MOST_TICKS
from tests.bench.bar import Bar
from tests.bench.bars import AT_SPEED, measure_slowness
from tests.bench.layers import LANGUAGE, MAP, make_data
from tests.bench.process import BuildError, run
from tests.made.crowded import Crowd, write_crowded

SECONDS, MEGABYTES = 60, 2000
GIVEN_UP_S = 900.0
WORLD = len(build.load_territories(build.GEODATA / "territories.csv"))
YEAR = Crowd(ticks=365)
CROWDS = {
    "every territory": Crowd(members=WORLD),
    "memberships and ticks": Crowd(
        members=WORLD, periods=MOST_ROWS["memberships"] // WORLD, ticks=MOST_TICKS
    ),
    "events at one place": Crowd(events=MOST_ON_A_MAP),
    "events at as many places": Crowd(events=MOST_ON_A_MAP, places=MOST_ON_A_MAP),
    "areas": Crowd(areas=MOST_ROWS["areas"]),
    "movements": replace(
        YEAR, contingents=MOST_ROWS["deployments"], movements=MOST_ROWS["movements"]
    ),
    "objects": replace(YEAR, contingents=10, objects=MOST_ROWS["objects"]),
    "organisations": Crowd(organisations=MOST_ROWS["organisations"]),
}


def check_limits(slowness: float) -> list[Bar]:
    """Build a page with as many items of each kind as a data set may have."""
    bars = []
    with tempfile.TemporaryDirectory() as folder:
        for what, crowd in CROWDS.items():
            data = write_crowded(Path(folder) / what.replace(" ", "-"), crowd)
            bars += _build(what, data, "membership", slowness)
        data = make_data(folder, MOST_EVENTS_OF_LAYERS, "parquet")
        bars += _build("rows of layers", data, MAP, slowness, has_extras=True)
    return bars


def _build(
    what: str, data: Path, name: str, slowness: float, *, has_extras: bool = False
) -> list[Bar]:
    out = ["--out", str(data.parent / "out" / data.name)]
    command = ["build.py", "--data", str(data), *out, "--map", name, "--lang", LANGUAGE]
    try:
        cost = run(command, GIVEN_UP_S, has_extras=has_extras)
    except BuildError as error:
        print(f"{what}: {error}", file=sys.stderr)
        return [Bar(f"at the bound of {what}: not built", 1, 0)]
    return [
        Bar(f"at the bound of {what}, s{AT_SPEED}", cost.seconds / slowness, SECONDS),
        Bar(f"at the bound of {what}, MB", cost.megabytes, MEGABYTES),
    ]


if __name__ == "__main__":
    for bar in check_limits(measure_slowness()):
        print(f"{bar.value:8.1f} of {bar.most:,.0f}  {bar.what}", flush=True)
