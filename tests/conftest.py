"""The default atlas, built once, and a real browser to open it in."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import sync_playwright

import build
from csto_atlas.maps.slicing.map_states import find_state_changes
from csto_atlas.maps.spec.selection import events_of
from csto_atlas.maps.stills.raster.install import find_browser
from tests.browser.pool import Pool

# Replaces the list that Playwright gives. The first three are lists below
# the address bar, pages of their own: half of what a new profile costs.
UNUSED = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
]
FLAGS = [
    f"--disable-features={','.join(UNUSED)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DATA = build.DATA
MEASURE = "measure"
LANGUAGES = ("en", "ar", "ru")
MAPS = ("almaty", "border", "membership")
EXAMPLES = ("gcc", "nato")


# A busy machine is no fault of an example.
settings.register_profile("patient", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=25)  # `make unit`
settings.load_profile("patient")


def pytest_xdist_auto_num_workers(config):
    """Return how many run at once: half as many again as processors if a browser's do.

    A browser's test waits half its time; `make unit` asks for `logical` and has none.
    """
    processors = os.cpu_count() or 2
    is_unit = config.option.numprocesses == "logical"
    return processors if is_unit else processors * 3 // 2


# A test that uses one of these has the mark; see tests/README.md.
MARKS = {
    "browser": {"browser", "open_page"},
    "build": {"atlas", "example", "sited", "folium_page"},
    "data_set": {"atlas", "example", "facts", "all_facts", "sited"},
}


def pytest_collection_modifyitems(items):
    """Mark tests by what they need, so that `make unit` and others can choose."""
    for item in items:
        for folder, mark in (("faults", "build"), ("data_csto", "data_set")):
            if folder in item.path.parts:
                item.add_marker(mark)
        for mark, fixtures in MARKS.items():
            if fixtures & {*getattr(item, "fixturenames", ())}:
                item.add_marker(mark)
    rank_files(items)


def rank_needs(found):
    """Return when the tests of a file begin by their fixtures and marks: 0 is first."""
    if "example" in found:
        return 0
    if found & {"atlas", "browser"}:
        return 2
    return 1 if found & {"build", "slow", "data_set"} else 3


def rank_files(items):
    """Put long files first: quick ones at the end let no processor wait.

    The default atlas is built by the first worker that needs it, while the others test
    what needs none. `make test` gives files to workers in this order.
    """
    needs = {}
    for item in items:
        found = needs.setdefault(item.path, set())
        found |= {*getattr(item, "fixturenames", ())}
        found |= {mark.name for mark in item.iter_markers()}
    ranks = {path: rank_needs(found) for path, found in needs.items()}
    items.sort(key=lambda item: ranks[item.path])


def pytest_terminal_summary(terminalreporter):
    """Print what pages weigh beside their bars."""
    lines = {
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == MEASURE
    }
    if lines:
        terminalreporter.section("measures")
        terminalreporter.write_line("\n".join(sorted(lines)))


@pytest.fixture
def weighed(record_property):
    """Return a function that notes how many bytes something has; fails above its bar.

    Bytes are the same on every machine. What is not, time and memory, is for the bench.
    """

    def weighed(what, value, bar, unit):
        line = f"{what}: {value:.6g} {unit} (bar {bar:g})"
        record_property(MEASURE, line)
        assert value <= bar, line

    return weighed


def build_once(tmp_path_factory, name, *words) -> Path:
    """Return the folder of an atlas that the first of a run's workers builds."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # the folder of the run
    out = base / name / "dist"
    with FileLock(base / f"{name}.lock"):
        if not out.exists():
            assert build.main([*words, "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="session")
def atlas(tmp_path_factory) -> Path:
    """Return the folder of the whole atlas, as `python build.py` makes it."""
    return build_once(tmp_path_factory, "atlas")


@pytest.fixture(scope="session")
def all_facts() -> dict[str, SimpleNamespace]:
    """Return what the pages are made from, straight from the data, by map."""
    return facts_of(DATA)


def facts_of(data: Path) -> dict[str, SimpleNamespace]:
    """Load what the pages of a data set are made from, by map."""
    countries = build.load_territories(build.GEODATA / "territories.csv")
    facts = build.load_data_set(data, countries)
    return {
        name: _facts(spec, build.make_map_inputs(facts, spec), countries)
        for name, spec in facts.specs.items()
    }


def _facts(spec, world, countries) -> SimpleNamespace:
    return SimpleNamespace(
        spec=spec,
        world=world,
        countries=countries,
        ticks=world.ticks,
        start=world.first_tick,
        events=events_of(spec, world.dataset),
        spans=world.spans,
        state_changes=find_state_changes(world),
    )


@pytest.fixture(scope="session", params=EXAMPLES)
def example(request, tmp_path_factory) -> SimpleNamespace:
    """Return an example data set: its folder, its atlas and what that is made from."""
    data = build.ROOT / "examples" / request.param
    out = build_once(tmp_path_factory, request.param, "--data", str(data))
    facts = facts_of(data)["membership"]
    meta = facts.world.dataset.meta
    return SimpleNamespace(
        name=request.param,
        data=data,
        atlas=out,
        facts=facts,
        languages=meta.languages,
        organisation=meta.organisation,
    )


@pytest.fixture(scope="session")
def facts(all_facts) -> SimpleNamespace:
    """Return what the membership page is made from."""
    return all_facts["membership"]


@pytest.fixture(scope="session")
def browser():
    """Return a running Chromium."""
    with sync_playwright() as playwright:
        found = find_browser()
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pool(browser):
    """Return the tabs of a worker."""
    return Pool(browser)


@pytest.fixture
def open_page(pool):
    """Return a function that opens an address; see `Pool.open`."""
    yield pool.open
    pool.free()
