"""Open a page in a fresh profile, and ask it what the bench wants to know."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page
from playwright.sync_api import Error as BrowserError

from tests.bench.job import NONE, Job
from tests.bench.peers import Peer
from tests.bench.serve import ADDRESS, Server
from tests.bench.trace import CATEGORIES, read_steps
from tests.browser.faults import find_faults

HERE = Path(__file__).parent
FIRST = (HERE / "first.js").read_text(encoding="utf-8")
STEPS = (HERE / "steps.js").read_text(encoding="utf-8")
NUMBER = re.compile(r"\d+")
WAIT_MS = 20_000
OFFLINE_WAIT_MS = 3_000
THROTTLE = 4
REST_MS, FIRST_MS = 500, 1_000


@dataclass(frozen=True)
class Visit:
    """A page that is open."""

    browser: Browser
    page: Page
    devtools: CDPSession


@contextmanager
def visit(
    browser: Browser,
    server: Server,
    peer: Peer,
    job: Job,
    *,
    throttle: float = 1,
    rest_ms: int = 0,
    patience_ms: int = WAIT_MS,
) -> Iterator[Visit]:
    """Open a page after a rest, without waiting for its map."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        page.set_default_timeout(patience_ms)
        page.route("**/*", server.answer)
        brief = _brief(job, patience_ms)
        page.add_init_script(f"window.job = {brief};\n{peer.script}\n{FIRST}")
        devtools = context.new_cdp_session(page)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
        page.wait_for_timeout(rest_ms)
        page.goto(ADDRESS, wait_until="commit")
        yield Visit(browser, page, devtools)
    finally:
        context.close()


def _brief(job: Job, patience_ms: int) -> str:
    return json.dumps(
        {
            "codes": [*job.states],
            "least": job.least,
            "ticks": job.ticks,
            "times": [second * 1000 for second in job.seconds],
            "patience": patience_ms,
        }
    )


def time_first_map(browser: Browser, server: Server, peer: Peer, job: Job) -> float:
    """Return what `wait_for_map` does, of a page that nothing else disturbs.

    A browser that has made a profile is busy for a while, and a page that is asked
    whether it is ready has that to do too.
    """
    with visit(browser, server, peer, job, rest_ms=REST_MS) as seen:
        seen.page.wait_for_timeout(FIRST_MS)
        return wait_for_map(seen)


def wait_for_map(seen: Visit) -> float:
    """Return when the complete first map was seen, in milliseconds since navigation.

    It is told in steps of 4 milliseconds [1]_.

    References
    ----------
    .. [1] https://github.com/web-platform-tests/wpt/pull/48740
    """
    return seen.page.evaluate("complete")


def works_offline(browser: Browser, server: Server, peer: Peer, job: Job) -> bool:
    """Tell whether a page shows its map when nothing else can be had."""
    alone = Server(server.page, server.packages, is_online=False)
    with visit(browser, alone, peer, job, patience_ms=OFFLINE_WAIT_MS) as seen:
        try:
            wait_for_map(seen)
        except BrowserError:
            return False
    return True


def take_steps(seen: Visit, order: Sequence[int]) -> list[float]:
    """Return script and layout of each step, in milliseconds."""
    seen.browser.start_tracing(page=seen.page, categories=[*CATEGORIES])
    try:
        seen.page.evaluate(STEPS, [*order])
    finally:
        trace = seen.browser.stop_tracing()
    return read_steps(trace)


def find_wrong(seen: Visit, job: Job, order: Sequence[int]) -> dict[int, list[str]]:
    """Go through ticks and list the territories that show a wrong state.

    Parameters
    ----------
    seen : Visit
    job : Job
    order : sequence of int
        Ticks, also back and by leaps: nothing may stay behind from another.

    Returns
    -------
    dict of list of str
        Codes by tick; only ticks where something is wrong.
    """
    wrong: dict[int, set[str]] = {}
    for tick in order:
        shown = seen.page.evaluate(
            "async tick => { await bench.go(tick); await new Promise(done =>"
            " requestAnimationFrame(() => setTimeout(done))); return bench.read(); }",
            tick,
        )
        wrong.setdefault(tick, set()).update(differ(job, tick, shown))
    return {tick: sorted(codes) for tick, codes in wrong.items() if codes}


def differ(job: Job, tick: int, shown: Mapping[str, str | None]) -> list[str]:
    """List the territories that are not shown in their state of a tick."""
    names = {_parts(colour): state for state, colour in job.colours.items()}
    return [
        code
        for code, states in job.states.items()
        if name_state(shown.get(code, ""), names) != states[tick]
    ]


def name_state(shown: str | None, names: Mapping[tuple[int, ...], str]) -> str:
    """Name what a page shows of a territory: a state, or the colour of one."""
    if shown is None:
        return NONE
    if shown.startswith("rgb"):
        return names.get(tuple(map(int, NUMBER.findall(shown)[:3])), shown)
    return shown


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def read_memory(seen: Visit) -> tuple[float, int]:
    """Return the script heap, in MB after a collection, and the number of nodes."""
    seen.devtools.send("HeapProfiler.collectGarbage")
    seen.devtools.send("Performance.enable")
    metrics = seen.devtools.send("Performance.getMetrics")["metrics"]
    found = {metric["name"]: metric["value"] for metric in metrics}
    return found["JSHeapUsedSize"] / 1e6, int(found["Nodes"])


def count_axe(page: Page) -> int:
    """Return how many rules of axe a page breaks."""
    return len(find_faults(page))
