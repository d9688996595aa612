"""What our page must reach, beside the best of the others in the same run."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from tests.bench.bar import Bar
from tests.bench.growth import Curve
from tests.bench.measure import Figures, Row
from tests.bench.process import run

FOLIUM_S = 0.45  # seconds, on the machine that the bars of builds come from
AT_SPEED = " where folium is imported in 0.45 s"


def check_page(
    ours: Figures, parts: Sequence[Row], peers: Sequence[Row], slowness: float
) -> list[Bar]:
    """Compare our page with its bars and with the best peer in each figure.

    Parameters
    ----------
    ours : Figures
    parts : sequence of Row
        Our map without the page around it: a step of the others moves no more.
    peers : sequence of Row
    slowness : float
        How many times as long as the bars' own machine this one takes for an import of
        folium; see `measure_slowness`.

    Returns
    -------
    list of Bar
    """
    others = [row.figures for row in peers if row.figures]
    bars = [
        Bar("whole page, gzip -9, kB", ours.whole_gzip / 1000, 90),
        Bar("requests", ours.requests, 1),
        Bar("hosts of others", ours.hosts, 0),
        Bar("does not work offline", int(not ours.is_offline), 0),
        Bar("policy violations", ours.violations, 0),
        Bar("ticks with a wrong state", ours.wrong_ticks, 0),
        Bar("axe rules failed", ours.axe_rules, 0),
        Bar(f"build of one page, s{AT_SPEED}", ours.build_s / slowness, 2),
        Bar("build of one page, MB", ours.build_mb, 250),
    ]
    if not others:
        return bars
    # A peer that shows wrong states is no measure for a step.
    right = [figures for figures in others if not figures.wrong_ticks] or others
    bars += [
        _ratio("whole page, gzip -9, × the lightest", ours, others, "whole_gzip", 0.4),
        _by_rounds("first map, × the quickest", ours, others, "first_map", 0.6),
        _ratio("script heap, × the smallest", ours, others, "heap_mb", 0.5),
    ]
    bars += [
        _by_rounds(f"step, {part.name}, × the quickest", part.figures, right, "step", 1)
        for part in parts
        if part.figures
    ]
    return bars


def _ratio(
    what: str, ours: Figures, others: Sequence[Figures], name: str, most: float
) -> Bar:
    best = min(getattr(figures, name) for figures in others)
    return Bar(what, getattr(ours, name) / best, most)


def _by_rounds(
    what: str, ours: Figures, others: Sequence[Figures], name: str, most: float
) -> Bar:
    """Divide round by round: a machine is quick in one and slow in the next."""
    rounds = zip(*(figures.rounds[name] for figures in others), strict=True)
    ratios = [
        own / min(best) for own, best in zip(ours.rounds[name], rounds, strict=True)
    ]
    return Bar(what, statistics.median(ratios), most, (min(ratios), max(ratios)))


def measure_slowness(times: int = 5) -> float:
    """Return how many times as long as `FOLIUM_S` an import of folium takes here."""
    return max(1.0, run(["-c", "import folium"], 30, times).seconds / FOLIUM_S)


def check_growth(curve: Curve) -> list[Bar]:
    """Compare how our page grows with ten times the ticks; a step must not grow."""
    sizes = {point.size: point for point in curve.points}
    if not {35, 365, 3650} <= sizes.keys():
        return [Bar(f"ticks: {curve.why}", 1, 0)]
    small, middle, large = sizes[35], sizes[365], sizes[3650]
    return [
        Bar("bytes, 365 ticks × 35", middle.whole_gzip / small.whole_gzip, 1.02),
        Bar("bytes, 3,650 ticks × 365", large.whole_gzip / middle.whole_gzip, 1.02),
        Bar("step, 3,650 ticks × 35", large.step / small.step, 1.25),
    ]
