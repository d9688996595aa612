"""States are read from real pages, and a wrong one is found."""

import json
import shutil
from dataclasses import replace
from importlib import resources
from types import MappingProxyType

import pytest

from tests.bench import visit as see
from tests.bench.made import make_job
from tests.bench.measure import there_and_back
from tests.bench.peers import OURS, PEERS, feature_groups, ours, timeline
from tests.bench.serve import Server
from tests.bench.strict import strict_policy

LEAFLET = resources.files("xstatic.pkg.leaflet") / "data"
MAKERS = MappingProxyType({"ours": ours.make, "feature_groups": feature_groups.make})
JOB = make_job(4, 6, 0)


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """Make a folder with the one package that our own pages have too: Leaflet."""
    folder = tmp_path_factory.mktemp("packages")
    (folder / "leaflet" / "dist").mkdir(parents=True)
    about = json.dumps({"version": "1.9.3"})
    (folder / "leaflet" / "package.json").write_text(about)
    for name in ("leaflet.js", "leaflet.css"):
        shutil.copy(LEAFLET / name, folder / "leaflet" / "dist" / name)
    return folder


def wrong(browser, packages, peer, page, job):
    server = Server(page, packages)
    with see.visit(browser, server, peer, job) as seen:
        assert see.wait_for_map(seen) > 0
        return see.find_wrong(seen, job, there_and_back(len(job.ticks)))


@pytest.fixture(params=MAKERS)
def peer(request):
    return next(peer for peer in (OURS, *PEERS) if peer.module == request.param)


@pytest.mark.browser
def test_a_page_shows_the_states_of_its_job(browser, packages, peer):
    page = MAKERS[peer.module](JOB)
    assert wrong(browser, packages, peer, page, JOB) == {}


@pytest.mark.browser
def test_a_wrong_state_is_found_with_its_tick_and_territory(browser, packages, peer):
    page = MAKERS[peer.module](JOB)
    states = {**JOB.states, "XAF": ("none", "lapsed", "frozen", "lapsed")}
    expected = replace(JOB, states=states)
    assert JOB.states["XAF"][1] != "lapsed"
    found = wrong(browser, packages, peer, page, expected)
    assert {"XAF"} == {code for codes in found.values() for code in codes}
    assert 1 in found


@pytest.mark.browser
def test_our_page_works_offline_breaks_no_policy_and_takes_steps(browser):
    page = ours.make(JOB)
    headers = {"Content-Security-Policy-Report-Only": strict_policy(page)}
    server = Server(page, None, headers)
    assert see.works_offline(browser, server, OURS, JOB)
    with see.visit(browser, server, OURS, JOB) as seen:
        see.wait_for_map(seen)
        steps = see.take_steps(seen, [0, 1, 2])
        heap_mb, nodes = see.read_memory(seen)
        assert seen.page.evaluate("violations") == []
    assert len(steps) == 3
    assert min(steps) > 0
    assert 0.1 < heap_mb < 50
    assert nodes > 100
    assert [answer.found for answer in server.answers] == [True]


@pytest.mark.browser
def test_a_page_of_others_needs_the_network_and_breaks_the_policy(browser, packages):
    peer = next(peer for peer in PEERS if peer.module == "feature_groups")
    page = feature_groups.make(JOB)
    headers = {"Content-Security-Policy-Report-Only": strict_policy(page)}
    server = Server(page, packages, headers)
    assert not see.works_offline(browser, server, peer, JOB)
    with see.visit(browser, server, peer, JOB) as seen:
        see.wait_for_map(seen)
        assert seen.page.evaluate("violations.includes('script-src-elem')")
    assert len(server.answers) == 11
    assert sum(answer.found for answer in server.answers) == 3


@pytest.mark.browser
def test_the_first_map_is_the_frame_that_shows_all_of_it(browser, tmp_path):
    """What a page does later does not count, nor a map that is not whole yet."""
    page = """<!doctype html><title>Late</title><p>Text that is there at once.<script>
      setTimeout(() => (window.isWhole = true), 300);
    </script>"""
    driver = tmp_path / "driver.js"
    driver.write_text("""
      const work = () => { for (const end = Date.now() + 2000; Date.now() < end;); };
      window.bench = { ready: () => window.isWhole && setTimeout(work) };
    """)
    peer = replace(OURS, drivers=(str(driver),))
    server = Server(page, None)
    with see.visit(browser, server, peer, JOB) as seen:
        assert 300 <= see.wait_for_map(seen) < 2000
        assert seen.page.inner_text("body") == "Text that is there at once."
    assert 300 <= see.time_first_map(browser, server, peer, JOB) < 2000


def test_a_colour_is_read_as_the_state_it_stands_for():
    shown = dict.fromkeys(JOB.states, "rgb(158, 42, 43)") | {"XAF": None}
    assert JOB.colours["member"] == "#9e2a2b"
    assert see.differ(JOB, 1, shown) == [
        code for code, states in JOB.states.items() if states[1] != "member"
        if (code, states[1]) != ("XAF", "none")
    ]  # fmt: skip
    assert see.name_state("rgb(1, 2, 3)", {}) == "rgb(1, 2, 3)"


def test_the_timeline_ends_a_run_just_before_the_next():
    page = timeline.make(JOB)
    start = JOB.seconds[1] * 1000
    assert f'"end": {start - 1}' in page
    assert f'"start": {start}' in page
