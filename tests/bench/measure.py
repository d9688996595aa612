"""Measure the ways to make the page: their builds, their weight, and what they do."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from playwright.sync_api import Browser
from playwright.sync_api import Error as BrowserError
from tqdm import tqdm

from tests.bench import visit as see
from tests.bench.job import Job, write_job
from tests.bench.peers import OURS, Peer
from tests.bench.process import BuildError, Cost, run
from tests.bench.serve import Server, weigh
from tests.bench.strict import strict_policy

BUILDS = 3
ROUNDS = 5
FIRSTS = 2  # first maps in a round
PASSES = 2  # through all ticks in a round, there and back
SLOW_ROUNDS = 2
LIMIT_S = 30.0
LARGEST = 64_000_000  # bytes; larger pages are not opened
MAP, LANGUAGE = "membership", "en"
T = TypeVar("T")


@dataclass(frozen=True)
class Figures:
    """What was measured of one page; times in milliseconds unless named.

    `rounds` has what was timed in each round, by the name of the figure: pages of the
    same round are measured one after the other.
    """

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
    rounds: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """A peer's figures, or why there are none."""

    name: str
    figures: Figures | None
    why: str = ""

    def as_json(self) -> dict[str, object]:
        """Return what is written to the file of results."""
        return asdict(self)


@dataclass
class Turns:
    """What was timed of a page in its turns, in milliseconds: lists of passes."""

    firsts: list[float] = field(default_factory=list)
    steps: list[list[float]] = field(default_factory=list)
    slow: list[list[float]] = field(default_factory=list)


@dataclass(frozen=True)
class Built:
    """A page that is built and waits to be measured."""

    peer: Peer
    page: str
    cost: Cost
    server: Callable[..., Server]
    turns: Turns = field(default_factory=Turns)


def measure_all(
    peers: Sequence[Peer],
    job: Job,
    browser: Browser,
    packages: Path | None,
    rounds: tuple[int, int] = (ROUNDS, SLOW_ROUNDS),
) -> list[Row]:
    """Measure the pages of the job; what fails is a row that says why.

    A machine is quick in one minute and slow in the next. So what takes time is
    measured in rounds: every page has its turn in each.
    """
    built: dict[str, Built] = {}
    why: dict[str, str] = {}

    def attempt(name: str, what: Callable[[], T]) -> T | None:
        try:
            return what()
        except (BuildError, BrowserError, ImportError) as error:
            why[name] = str(error).splitlines()[0]
            built.pop(name, None)
            return None

    for peer in tqdm(peers, desc="builds", disable=None):
        page = attempt(peer.name, partial(_build, peer, job, packages))
        if page:
            built[peer.name] = page
    quick, slow = rounds
    turns = tqdm([False] * quick + [True] * slow, desc="rounds", disable=None)
    for is_slow in turns:
        for page in [*built.values()]:
            attempt(page.peer.name, partial(_take_turn, page, job, browser, is_slow))
    figures = {
        page.peer.name: attempt(page.peer.name, partial(_sum_up, page, job, browser))
        for page in tqdm([*built.values()], desc="pages", disable=None)
    }
    return [
        Row(peer.name, figures.get(peer.name), why.get(peer.name, "")) for peer in peers
    ]


def _build(peer: Peer, job: Job, packages: Path | None) -> Built:
    page, cost = (build_ours if peer is OURS else build_peer)(peer, job)
    headers = {"Content-Security-Policy-Report-Only": strict_policy(page)}
    return Built(peer, page, cost, partial(Server, page, packages, headers))


def _take_turn(page: Built, job: Job, browser: Browser, is_slow: bool) -> None:
    """Open a page and step through it, there and back."""
    throttle = see.THROTTLE if is_slow else 1
    last = len(job.ticks) - 1
    passes = page.turns.slow if is_slow else page.turns.steps
    for _ in range(0 if is_slow else FIRSTS):
        first = see.time_first_map(browser, page.server(), page.peer, job)
        page.turns.firsts.append(first)
    with see.visit(browser, page.server(), page.peer, job, throttle=throttle) as seen:
        see.wait_for_map(seen)
        see.take_steps(seen, [0])
        passes.append(see.take_steps(seen, range(1, last + 1)))
        passes.append(see.take_steps(seen, range(last - 1, -1, -1)))


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


def _sum_up(page: Built, job: Job, browser: Browser) -> Figures:
    """Ask a page for all that takes no time, and add what was timed."""
    server = page.server()
    with see.visit(browser, server, page.peer, job) as seen:
        see.wait_for_map(seen)
        heap_mb, nodes = see.read_memory(seen)
        violations = len(seen.page.evaluate("violations"))
        answers = [*server.answers]
        axe_rules = see.count_axe(seen.page)
        wrong = see.find_wrong(seen, job, there_and_back(len(job.ticks)))
    # Whatever else a machine does only adds time: the calmest pass is the page's own.
    steps = min(page.turns.steps, key=statistics.median)
    slow = min(page.turns.slow, key=statistics.median)
    own = urlsplit(answers[0].url).netloc
    raw, packed = weigh(page.page.encode())
    return Figures(
        build_s=page.cost.seconds,
        build_mb=page.cost.megabytes,
        page_raw=raw,
        page_gzip=packed,
        whole_raw=sum(answer.raw for answer in answers),
        whole_gzip=sum(answer.gzip for answer in answers),
        requests=len(answers),
        hosts=len({urlsplit(answer.url).netloc for answer in answers} - {own}),
        missing=sum(not answer.found for answer in answers),
        first_map=statistics.median(page.turns.firsts),
        heap_mb=heap_mb,
        nodes=nodes,
        step=statistics.median(steps),
        step_p95=p95(steps),
        step_slow=statistics.median(slow),
        step_slow_p95=p95(slow),
        is_offline=see.works_offline(browser, page.server(), page.peer, job),
        wrong_ticks=len(wrong),
        wrong_states=sum(map(len, wrong.values())),
        axe_rules=axe_rules,
        violations=violations,
        rounds={
            "first_map": _in_rounds(page.turns.firsts, FIRSTS),
            "step": _in_rounds([*map(statistics.median, page.turns.steps)], PASSES),
        },
    )


def _in_rounds(times: Sequence[float], turns: int) -> tuple[float, ...]:
    """Return the calmest of the turns of each round."""
    return tuple(min(times[at : at + turns]) for at in range(0, len(times), turns))


def there_and_back(ticks: int) -> list[int]:
    """Order ticks forth, back and by leaps."""
    last = ticks - 1
    return [*range(ticks), *range(last, -1, -3), last // 2, 0, last, last // 3]


def p95(values: Sequence[float]) -> float:
    """Return what 95 in 100 values do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]
