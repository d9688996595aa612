"""The bars of pages with layers of many events: a step, and the first paint."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.bar import Bar
from tests.browser.stepping import time_steps
from tests.made.layer_pages import load_border, write_few, write_imported, write_many

STEP_MS, FIRST_PAINT_MS = 8, 1000
PASSES = 20
VISITS = 5
SEPTEMBER_2022 = "#t=2022-09"  # the busiest month of the made layers
PAINTED = "() => performance.getEntriesByName('first-paint').length"
PAINT = "performance.getEntriesByName('first-paint')[0].startTime"


def check_layer_pages(browser: Browser) -> list[Bar]:
    """Open pages with 340 events, with 1,500 cells, and with a file of 100,000 rows."""
    border = load_border()
    pages = {"few": write_few, "many": write_many, "imported": write_imported}
    bars = []
    with tempfile.TemporaryDirectory() as folder:
        for name, write in pages.items():
            path, _ = write(Path(folder), border)
            address = f"{Path(path).as_uri()}{SEPTEMBER_2022}"
            bars += _check_steps(browser, name, address)
            if name != "few":
                paint = min(_time_paint(browser, address) for _ in range(VISITS))
                bars.append(
                    Bar(f"layer {name}: first paint, ms", paint, FIRST_PAINT_MS)
                )
    return bars


def _check_steps(browser: Browser, name: str, address: str) -> list[Bar]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    p95, median = time_steps(page, passes=PASSES)
    page.close()
    what = f"layer {name}: step, script and layout"
    return [
        Bar(f"{what}, p95, ms", p95, STEP_MS),
        Bar(f"{what}, median, ms", median, STEP_MS),
    ]


def _time_paint(browser: Browser, address: str) -> float:
    """Return when something was first seen, in milliseconds after the navigation."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address)
    page.wait_for_function(PAINTED)
    paint = page.evaluate(PAINT)
    context.close()
    return paint
