"""Measure layers of a GeoDataFrame beside folium's: python -m tests.bench.slices."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from playwright.sync_api import Browser, sync_playwright

from csto_atlas.maps.stills.raster.install import find_browser
from tests.bench.bar import Bar
from tests.bench.job import NONE, Job
from tests.bench.made import CELL, COLUMNS, CORNER, SEED, STATES, make_job
from tests.bench.measure import Row, measure_all
from tests.bench.npm import CACHE, PINS, NoPackagesError, fetch_packages
from tests.bench.peers import SLICES, SLIDERS, Peer
from tests.bench.table import write_bars, write_missed, write_rows
from tests.conftest import FLAGS

ROUNDS = (1, 1)  # quick ones, and at a quarter of the speed
BYTES, STEP = 0.5, 1.0  # of the best of the others that is right
POINTS, DAYS = 3_000, 365


def make_jobs() -> dict[str, Job]:
    """Return the jobs by what they have."""
    return {
        "60 polygons × 35": _colour(make_job(35, 60, 0)),
        "250 polygons × 100": _colour(make_job(100, 250, 0)),
        f"{POINTS:,} points × {DAYS}": _scatter(make_job(DAYS, 1, 0), POINTS),
    }


def _colour(job: Job) -> Job:
    """Give every territory one state after another, with a gap."""
    size = len(job.ticks)
    order = (*STATES, NONE)
    states = {
        code: tuple(order[(4 * tick // size + index) % 4] for tick in range(size))
        for index, code in enumerate(job.states)
    }
    return replace(job, states=states)


def _scatter(job: Job, count: int) -> Job:
    """Put points in place of territories, each there for a month."""
    size = len(job.ticks)
    random = np.random.default_rng(SEED)
    lon = CORNER[0] + random.uniform(0, COLUMNS * CELL[0], count)
    lat = CORNER[1] + random.uniform(0, 30, count)
    states = {}
    for index in range(count):
        first = index * size // count
        seen = {(first + day) % size for day in range(30)}
        own = STATES[index % len(STATES)]
        states[f"P{index}"] = tuple(
            own if tick in seen else NONE for tick in range(size)
        )
    features = [_point(code, x, y) for code, x, y in zip(states, lon, lat, strict=True)]
    collection = {"type": "FeatureCollection", "features": features}
    return replace(job, states=states, territories=collection)


def _point(code: str, lon: float, lat: float) -> dict[str, Any]:
    place = [round(float(lon), 4), round(float(lat), 4)]
    return {
        "type": "Feature",
        "id": code,
        "properties": {"code": code},
        "geometry": {"type": "Point", "coordinates": place},
    }


def check_slices(rows: Sequence[Row], what: str) -> list[Bar]:
    """Compare ours with the best of the others that is right at every tick."""
    ours = [row.figures for row in rows[: len(SLICES)] if row.figures]
    others = [row.figures for row in rows[len(SLICES) :] if row.figures]
    right = [figures for figures in others if not figures.wrong_ticks]
    wrong = sum(figures.wrong_ticks for figures in ours)
    bars = [
        Bar(f"{what}: wrong ticks of ours", wrong, 0),
        Bar(f"{what}: axe rules of the page", ours[0].axe_rules if ours else 1, 0),
    ]
    if not ours or not right:
        return [*bars, Bar(f"{what}: nothing to compare with", 1, 0)]
    bytes_, step = (
        min(getattr(figures, name) for figures in right)
        for name in ("whole_gzip", "step")
    )
    return [
        *bars,
        Bar(
            f"{what}: bytes of the page, × the best", ours[0].whole_gzip / bytes_, BYTES
        ),
        Bar(f"{what}: step, × the best", min(f.step for f in ours) / step, STEP),
    ]


def measure(browser: Browser, wanted: str) -> list[Bar]:
    """Measure the jobs whose names begin as is wanted; print their tables."""
    try:
        packages = fetch_packages(PINS, CACHE)
    except NoPackagesError as error:
        print(f"the others will fail: {error}", file=sys.stderr)
        packages = None
    bars: list[Bar] = []
    for what, job in make_jobs().items():
        if not what.startswith(wanted):
            continue
        rows = measure_all(_able(job), job, browser, packages, ROUNDS)
        print(f"{what}:\n\n{write_rows(rows)}", flush=True)
        bars += check_slices(rows, what)
    return bars


def _able(job: Job) -> list[Peer]:
    """Return the ways to make a job: a choropleth has no points."""
    others = [p for p in SLIDERS if p.module != "time_slider" or not job.has_points]
    return [*SLICES, *others]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, the bars and what falls short; 1 if a tick of ours is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    about = "only the jobs whose names begin so, such as 60"
    parser.add_argument("job", nargs="?", default="", help=about)
    wanted = parser.parse_args(arguments).job
    with sync_playwright() as playwright:
        found = find_browser()
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        bars = measure(browser, wanted)
        browser.close()
    print(write_bars(bars))
    print(write_missed(bars))
    return int(any("wrong" in bar.what and not bar.is_kept for bar in bars))


if __name__ == "__main__":
    sys.exit(main())
