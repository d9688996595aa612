"""Measure one way to make the page: its build, its weight, and what it does."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser
from playwright.sync_api import Error as BrowserError

from tests.bench import visit as see
from tests.bench.job import Job, write_job
from tests.bench.peers import OURS, Peer
from tests.bench.process import BuildError, Cost, run
from tests.bench.serve import Server, weigh
from tests.bench.strict import strict_policy

BUILDS = 3
LOADS = 3
PASSES = 3
SLOW_PASSES = 2
LIMIT_S = 30.0
LARGEST = 64_000_000  # bytes; larger pages are not opened
MAP, LANGUAGE = "membership", "en"


@dataclass(frozen=True)
class Figures:
    """What was measured of one page; times in milliseconds unless named."""

    build_s: float
    build_mb: float
    page_raw: int
    page_gzip: int
    whole_raw: int
    whole_gzip: int
    requests: int
    hosts: int
    missing: int
    first_map: float
    heap_mb: float
    nodes: int
    step: float
    step_p95: float
    step_slow: float
    step_slow_p95: float
    is_offline: bool
    wrong_ticks: int
    wrong_states: int
    axe_rules: int
    violations: int


@dataclass(frozen=True)
class Row:
    """A peer's figures, or why there are none."""

    name: str
    figures: Figures | None
    why: str = ""

    def as_json(self) -> dict[str, object]:
        """Return what is written to the file of results."""
        return asdict(self)


def measure(peer: Peer, job: Job, browser: Browser, packages: Path | None) -> Row:
    """Measure a page of the job; what fails is a row that says why."""
    try:
        page, cost = (build_ours if peer is OURS else build_peer)(peer, job)
        return Row(peer.name, measure_page(peer, job, page, cost, browser, packages))
    except (BuildError, BrowserError, ImportError) as error:
        return Row(peer.name, None, str(error).splitlines()[0])


def build_peer(peer: Peer, job: Job, times: int = BUILDS) -> tuple[str, Cost]:
    """Build a page by its module; return it with what its process took."""
    with tempfile.TemporaryDirectory() as folder:
        source, page = Path(folder) / "job.json", Path(folder) / "page.html"
        write_job(job, source)
        module = f"tests.bench.peers.{peer.module}"
        command = ["-m", module, str(source), str(page), *peer.options]
        cost = run(command, LIMIT_S, times)
        if page.stat().st_size > LARGEST:
            size = page.stat().st_size / 1e6
            raise BuildError(f"not opened: the page has {size:.0f} MB")
        return page.read_text(encoding="utf-8"), cost


def build_ours(peer: Peer, job: Job) -> tuple[str, Cost]:
    """Build our page from the default data set, with all that its build brings."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "dist"
        options = ["--map", MAP, "--lang", LANGUAGE, "--out", str(out)]
        cost = run(["build.py", *options], LIMIT_S, BUILDS)
        page = (out / LANGUAGE / f"{MAP}.html").read_text(encoding="utf-8")
        return page, cost


def measure_page(
    peer: Peer,
    job: Job,
    page: str,
    cost: Cost,
    browser: Browser,
    packages: Path | None,
) -> Figures:
    """Open a page as often as it takes to measure everything."""
    headers = {"Content-Security-Policy-Report-Only": strict_policy(page)}

    def serve() -> Server:
        return Server(page, packages, headers)

    firsts = []
    for _ in range(LOADS):
        server = serve()
        with see.visit(browser, server, peer, job) as seen:
            firsts.append(see.wait_for_map(seen))
            heap_mb, nodes = see.read_memory(seen)
            violations = len(seen.page.evaluate("violations"))
    answers = list(server.answers)
    steps = measure_steps(peer, job, serve, browser)
    slow = measure_steps(
        peer, job, serve, browser, throttle=see.THROTTLE, passes=SLOW_PASSES
    )
    with see.visit(browser, serve(), peer, job) as seen:
        see.wait_for_map(seen)
        axe_rules = see.count_axe(seen.page)
        wrong = see.find_wrong(seen, job, there_and_back(len(job.ticks)))
    own = urlsplit(answers[0].url).netloc
    raw, packed = weigh(page.encode())
    return Figures(
        build_s=cost.seconds,
        build_mb=cost.megabytes,
        page_raw=raw,
        page_gzip=packed,
        whole_raw=sum(answer.raw for answer in answers),
        whole_gzip=sum(answer.gzip for answer in answers),
        requests=len(answers),
        hosts=len({urlsplit(answer.url).netloc for answer in answers} - {own}),
        missing=sum(not answer.found for answer in answers),
        first_map=statistics.median(firsts),
        heap_mb=heap_mb,
        nodes=nodes,
        step=statistics.median(steps),
        step_p95=p95(steps),
        step_slow=statistics.median(slow),
        step_slow_p95=p95(slow),
        is_offline=see.works_offline(browser, serve(), peer, job),
        wrong_ticks=len(wrong),
        wrong_states=sum(map(len, wrong.values())),
        axe_rules=axe_rules,
        violations=violations,
    )


def measure_steps(
    peer: Peer,
    job: Job,
    serve: Callable[[], Server],
    browser: Browser,
    throttle: float = 1,
    passes: int = PASSES,
) -> list[float]:
    """Return script and layout of every step, of the calmest pass.

    Whatever else a machine does only adds time.
    """
    last = len(job.ticks) - 1
    runs = []
    with see.visit(browser, serve(), peer, job, throttle=throttle) as seen:
        see.wait_for_map(seen)
        see.take_steps(seen, [0])
        for number in range(passes):
            forth = range(1, last + 1)
            back = range(last - 1, -1, -1)
            runs.append(see.take_steps(seen, back if number % 2 else forth))
    return min(runs, key=statistics.median)


def there_and_back(ticks: int) -> list[int]:
    """Order ticks forth, back and by leaps."""
    last = ticks - 1
    return [*range(ticks), *range(last, -1, -3), last // 2, 0, last, last // 3]


def p95(values: Sequence[float]) -> float:
    """Return what 95 in 100 values do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]
