"""The bars of maps at the bounds that ``check`` allows: python -m tests.bench.limits.

A page is built in one language, in a process of its own. Every map has as many ticks
and territories as there may be.
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
LARGE = Crowd(members=WORLD, ticks=MOST_TICKS)
PART = 0.17  # of every bound: a little less than `MOST_TOGETHER` in sum


def _share(table: str, part: float) -> int:
    return int(part * MOST_ROWS[table])


CROWDS = {
    "memberships": replace(LARGE, periods=_share("memberships", 1) // WORLD),
    "events at one place": replace(LARGE, events=MOST_ON_A_MAP),
    "events at as many places": replace(
        LARGE, events=MOST_ON_A_MAP, places=MOST_ON_A_MAP
    ),
    "areas": replace(LARGE, areas=_share("areas", 1)),
    "movements": replace(
        LARGE,
        contingents=_share("deployments", 0.5),
        movements=_share("movements", 0.5),
    ),
    "objects": replace(LARGE, contingents=10, objects=_share("objects", 1)),
    "organisations": replace(
        LARGE, members=10, organisations=_share("organisations", 1)
    ),
    "everything": replace(
        LARGE,
        periods=_share("memberships", PART) // WORLD,
        events=int(PART * MOST_ON_A_MAP),
        places=int(PART * MOST_ON_A_MAP),
        areas=_share("areas", PART),
        contingents=_share("deployments", PART),
        movements=_share("movements", PART),
        objects=_share("objects", PART),
        organisations=1,
    ),
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
