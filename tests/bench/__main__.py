"""Measure our page beside the others: python -m tests.bench [--quick] [--readme]."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from tqdm import tqdm

import build
from csto_atlas.maps.stills.raster.install import find_browser
from tests.bench.alliances import check_alliances
from tests.bench.atlas import check_atlas
from tests.bench.bar import Bar
from tests.bench.bars import check_growth, check_page, measure_slowness
from tests.bench.default import default_job
from tests.bench.growth import Curve, grow_all
from tests.bench.layer_pages import check_layer_pages
from tests.bench.limits import check_limits
from tests.bench.measure import Row, measure_all
from tests.bench.npm import CACHE, PINS, NoPackagesError, fetch_packages
from tests.bench.peers import OURS, PARTS, PEERS
from tests.bench.steps_of_build import check_steps_of_build
from tests.bench.table import (
    put_between,
    write_bars,
    write_growth,
    write_missed,
    write_ratios,
    write_rows,
    write_summary,
)
from tests.conftest import FLAGS

RESULTS = "bench.json"
README = build.ROOT / "README.md"
# What the growth of the others is measured by: those that show the states right.
GROWING = [OURS, *(peer for peer in PEERS if peer.grows)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 if ours was measured, 1 if not."""
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--out", type=Path, default=build.ROOT / ".bench", metavar="DIR")
    add("--quick", action="store_true", help="without the runs that grow")
    add("--readme", action="store_true", help="put the table into the README")
    options = parser.parse_args(arguments)
    try:
        packages = fetch_packages(PINS, CACHE)
    except NoPackagesError as error:
        print(f"the others will fail: {error}", file=sys.stderr)
        packages = None
    with sync_playwright() as playwright:
        found = find_browser()
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        job = default_job()
        rows = measure_all([OURS, *PARTS, *PEERS], job, browser, packages)
        growing = [] if options.quick else tqdm(GROWING, desc="growth", disable=None)
        curves = grow_all(growing, browser, packages)
        bars = check(rows, curves, browser)
        browser.close()
    report(rows, curves, bars, options.out)
    if options.readme and rows[0].figures:
        text = README.read_text(encoding="utf-8")
        table = write_summary(rows[0].figures, rows[1:])
        README.write_text(put_between(text, table), encoding="utf-8")
    return 0 if rows[0].figures else 1


def check(rows: Sequence[Row], curves: Sequence[Curve], browser: Browser) -> list[Bar]:
    """Compare ours with every bar."""
    ours, parts, peers = rows[0], rows[1:][: len(PARTS)], rows[1 + len(PARTS) :]
    slowness = measure_slowness()
    bars = []
    if ours.figures:
        bars = check_page(ours.figures, parts, peers, slowness)
    bars += check_atlas(browser, slowness)
    bars += check_layer_pages(browser)
    bars += check_alliances(slowness)
    bars += check_steps_of_build(slowness)
    bars += check_limits(slowness)
    ticks = [c for c in curves if (c.name, c.axis) == (OURS.name, "ticks")]
    return [*bars, *(bar for curve in ticks for bar in check_growth(curve))]


def report(
    rows: Sequence[Row], curves: Sequence[Curve], bars: Sequence[Bar], out: Path
) -> None:
    """Print the tables, and write them as JSON too."""
    print(write_rows(rows))
    if rows[0].figures:
        print("How many times as much the others need:\n")
        print(write_ratios(rows[0].figures, rows[1:]))
    print("Growth: 0 does not grow, 1 grows as the size does:\n")
    print(write_growth(curves))
    print(write_bars(bars))
    print(write_missed(bars))
    out.mkdir(parents=True, exist_ok=True)
    results = {
        "pages": [row.as_json() for row in rows],
        "growth": [curve.as_json() for curve in curves],
        "bars": [bar.as_json() for bar in bars],
    }
    text = json.dumps(results, indent=1, ensure_ascii=False)
    (out / RESULTS).write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
