"""The bars of the whole atlas: its build, every page of it, and its drawn border."""

from __future__ import annotations

import sys
import tempfile
from itertools import product
from pathlib import Path

import shapely
from playwright.sync_api import Browser

import build
from csto_atlas.geodata.territories import load_territories
from tests.bench import visit as see
from tests.bench.bar import Bar
from tests.bench.bars import AT_SPEED
from tests.bench.process import BuildError, run
from tests.bench.serve import weigh
from tests.browser.stepping import (
    SETTLE_MS,
    VIEW,
    time_first_visits,
    time_steps,
)
from tests.conftest import LANGUAGES, MAPS
from tests.maps.drawing.test_drawn_border import drawn_border, source_border

LIMIT_S = 120.0
PAIR = ("ARM", "AZE")
SOURCE = "arm_aze_full.geojson"


def check_atlas(browser: Browser, slowness: float) -> list[Bar]:
    """Build all maps in all languages, with stills and data, and look at every page."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "dist"
        try:
            cost = run(["build.py", "--out", str(out)], LIMIT_S)
        except BuildError as error:
            print(f"the atlas was {error}", file=sys.stderr)
            return []
        pages = [out / lang / f"{name}.html" for lang in LANGUAGES for name in MAPS]
        heaviest = max(weigh(page.read_bytes())[1] for page in pages)
        steps = _check_steps(browser, out / "ar")
        rules = sum(
            _count_axe(browser, page, scheme)
            for page, scheme in product(pages, ("light", "dark"))
        )
    return [
        Bar(f"build of all maps, s{AT_SPEED}", cost.seconds / slowness, 10),
        Bar("heaviest map page, gzip -9, kB", heaviest / 1000, 90),
        *steps,
        Bar("axe rules failed, all pages, light and dark", rules, 0),
        Bar("drawn border off its source, pixels", measure_border(), 1),
    ]


def _check_steps(browser: Browser, folder: Path) -> list[Bar]:
    bars = []
    for name in MAPS:
        address = (folder / f"{name}.html").as_uri()
        first = time_first_visits(browser, address)[0]
        slow = time_first_visits(browser, address, see.THROTTLE)[0]
        page = browser.new_page(viewport=VIEW)
        page.goto(address)
        page.wait_for_timeout(SETTLE_MS)
        after = time_steps(page)[0]
        page.close()
        what = f"{name}: step, script and layout, p95, ms"
        bars.append(Bar(f"{what}, first visit", first, 5))
        bars.append(Bar(f"{what}, first visit, a quarter of the speed", slow, 16.7))
        bars.append(Bar(f"{what}, after", after, 2.5))
    return bars


def _count_axe(browser: Browser, path: Path, scheme: str) -> int:
    page = browser.new_page(color_scheme=scheme)
    try:
        page.goto(path.as_uri())
        return see.count_axe(page)
    finally:
        page.close()


def measure_border() -> float:
    """Return how far the border is drawn from its source, at the closest zoom."""
    countries = load_territories(build.GEODATA / "territories.csv")
    facts = build.load_data_set(build.DATA, countries)
    farthest = 0.0
    for spec in facts.specs.values():
        if spec.id in ("membership", "border"):
            source = build.make_map_inputs(facts, spec).geodata.source
            points = shapely.points(source_border(spec, SOURCE, *PAIR))
            line = drawn_border(spec, source, *PAIR)
            away = shapely.distance(points, line).max()
            farthest = max(farthest, float(away) / spec.closest)
    return farthest
