"""Made jobs that grow: more ticks, more territories, more events."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Browser
from playwright.sync_api import Error as BrowserError

from tests.bench import visit as see
from tests.bench.made import make_job
from tests.bench.measure import build_peer
from tests.bench.peers import Peer
from tests.bench.process import BuildError
from tests.bench.serve import Server
from tests.bench.slope import slope

TICKS, TERRITORIES, EVENTS = 35, 50, 3  # what stays while one of them grows
SIZES = {
    "ticks": (35, 100, 365, 3650),
    "territories": (10, 50, 250),
    "events": (3, 30, 300, 1000),
}
STEPS = 12
PASSES = 3


@dataclass(frozen=True)
class Point:
    """A page of one size: its build, all it loads, and a step in milliseconds."""

    size: int
    build_s: float
    whole_gzip: int
    step: float


@dataclass(frozen=True)
class Curve:
    """How a way to make the page grows along one axis, and where it ends."""

    name: str
    axis: str
    points: tuple[Point, ...]
    why: str = ""

    def slope(self, figure: str) -> float | None:
        """Return the power of the size that a figure grows with."""
        if len(self.points) < 2:
            return None
        sizes = [point.size for point in self.points]
        return slope(sizes, [getattr(point, figure) for point in self.points])

    def as_json(self) -> dict[str, object]:
        """Return what is written to the file of results."""
        slopes = {name: self.slope(name) for name in ("build_s", "whole_gzip", "step")}
        return {**asdict(self), "slopes": slopes}


Measure = Callable[[Peer, str, int], Point]


def grow(peer: Peer, axis: str, measure: Measure) -> Curve:
    """Measure a peer at every size of an axis, until it fails.

    Parameters
    ----------
    peer : Peer
    axis : str
        ``ticks``, ``territories`` or ``events``.
    measure : callable

    Returns
    -------
    Curve
    """
    if axis == "events" and not peer.shows_marks:
        return Curve(peer.name, axis, (), "has no events that come and go")
    points: list[Point] = []
    for size in SIZES[axis]:
        try:
            points.append(measure(peer, axis, size))
        except (BuildError, BrowserError, ImportError) as error:
            why = f"{size:,}: {str(error).splitlines()[0]}"
            return Curve(peer.name, axis, tuple(points), why)
    return Curve(peer.name, axis, tuple(points))


def grow_all(
    peers: Iterable[Peer], browser: Browser, packages: Path | None
) -> list[Curve]:
    """Measure all peers along all axes; the size that all axes share only once."""
    known: dict[tuple[str, int, int, int], Point] = {}

    def measure(peer: Peer, axis: str, size: int) -> Point:
        sizes = {"ticks": TICKS, "territories": TERRITORIES, "events": EVENTS}
        sizes[axis] = size
        key = (peer.name, *sizes.values())
        if key not in known:
            known[key] = measure_size(peer, sizes, browser, packages)
        point = known[key]
        return Point(size, point.build_s, point.whole_gzip, point.step)

    return [grow(peer, axis, measure) for peer in peers for axis in SIZES]


def measure_size(
    peer: Peer, sizes: dict[str, int], browser: Browser, packages: Path | None
) -> Point:
    """Build a made page, open it and take some of its steps."""
    events = sizes["events"] if peer.shows_marks else 0
    job = make_job(sizes["ticks"], sizes["territories"], events)
    page, cost = build_peer(peer, job, times=1)
    server = Server(page, packages)
    order = choose_ticks(sizes["ticks"])
    with see.visit(browser, server, peer, job) as seen:
        see.wait_for_map(seen)
        answers = list(server.answers)
        see.take_steps(seen, order[:2])
        runs = [see.take_steps(seen, order) for _ in range(PASSES)]
        if wrong := see.find_wrong(seen, job, order):
            raise BuildError(f"wrong states at {len(wrong)} of {len(order)} ticks")
    whole = sum(answer.gzip for answer in answers)
    step = min(statistics.median(times) for times in runs)
    return Point(0, cost.seconds, whole, step)


def choose_ticks(ticks: int) -> Sequence[int]:
    """Choose steps from tick to tick in several parts of the slider."""
    parts = STEPS // 3
    starts = [(ticks - 1 - parts) * part // 2 for part in range(3)]
    return [start + step for start in starts for step in range(parts)]
