"""The results as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tests.bench.bar import Bar
from tests.bench.growth import Curve
from tests.bench.measure import Figures, Row

# Heading, figure, and how the figure is written.
COLUMNS: tuple[tuple[str, Callable[[Figures], str]], ...] = (
    ("build, s", lambda f: f"{f.build_s:.2f}"),
    ("MB", lambda f: f"{f.build_mb:.0f}"),
    ("page, kB", lambda f: f"{f.page_raw / 1000:,.0f}"),
    ("gzip", lambda f: f"{f.page_gzip / 1000:,.0f}"),
    ("with libraries, kB", lambda f: f"{f.whole_raw / 1000:,.0f}"),
    ("gzip", lambda f: f"{f.whole_gzip / 1000:,.0f}"),
    ("requests", lambda f: f"{f.requests}"),
    ("hosts", lambda f: f"{f.hosts}"),
    ("first map, ms", lambda f: f"{f.first_map:,.0f}"),
    ("heap, MB", lambda f: f"{f.heap_mb:.1f}"),
    ("DOM nodes", lambda f: f"{f.nodes:,}"),
    ("step, ms", lambda f: f"{f.step:.2f}"),
    ("p95", lambda f: f"{f.step_p95:.2f}"),
    ("at ¼ speed", lambda f: f"{f.step_slow:.1f}"),
    ("p95", lambda f: f"{f.step_slow_p95:.1f}"),
    ("offline", lambda f: "yes" if f.is_offline else "no"),
    ("wrong ticks", lambda f: f"{f.wrong_ticks}"),
    ("axe rules", lambda f: f"{f.axe_rules}"),
    ("policy violations", lambda f: f"{f.violations}"),
)
SLOPES = (("bytes", "whole_gzip"), ("step", "step"), ("build", "build_s"))
# What ours is divided by: the figures of which less is better, and zero means nothing.
SUMMARY = (
    ("all that it loads", "whole_gzip", 1000, 0, "kB"),
    ("first map", "first_map", 1, 0, "ms"),
    ("step", "step", 1, 1, "ms"),
    ("script heap", "heap_mb", 1, 1, "MB"),
)
COUNTS = tuple(
    (name, write)
    for name, write in COLUMNS
    if name in ("requests", "offline", "wrong ticks", "axe rules")
)
BEGIN, END = "<!-- table: begin -->", "<!-- table: end -->"
RATIOS = ("whole_gzip", "first_map", "heap_mb", "step", "build_s")


def write_rows(rows: Sequence[Row]) -> str:
    """Write a table of all figures, a line for each way to make the page."""
    lines = [_line(["", *(name for name, _ in COLUMNS)]), _rule(len(COLUMNS))]
    for row in rows:
        if row.figures is None:
            lines.append(_line([row.name, f"failed: {_escape(row.why)}"]))
        else:
            cells = [write(row.figures) for _, write in COLUMNS]
            lines.append(_line([row.name, *cells]))
    return "\n".join(lines) + "\n"


def write_ratios(ours: Figures, peers: Iterable[Row]) -> str:
    """Write how many times as much a peer needs as ours."""
    heads = ("bytes with libraries", "first map", "script heap", "step", "build")
    lines = [_line(["", *heads]), _rule(len(heads))]
    for row in peers:
        if row.figures:
            ratios = [
                getattr(row.figures, name) / getattr(ours, name) for name in RATIOS
            ]
            lines.append(_line([row.name, *(f"× {ratio:.1f}" for ratio in ratios)]))
    return "\n".join(lines) + "\n"


def write_summary(ours: Figures, peers: Iterable[Row]) -> str:
    """Write the table of the README: ours as measured, the others as times as much."""
    heads = [name for name, *_ in SUMMARY] + [name for name, _ in COUNTS]
    lines = [_line(["", *heads]), _rule(len(heads))]
    for row in (Row("this atlas", ours), *peers):
        if row.figures is None:
            lines.append(_line([row.name, f"failed: {_escape(row.why)}"]))
            continue
        cells = [
            f"{getattr(ours, name) / divisor:.{digits}f} {unit}"
            if row.figures is ours
            else f"× {getattr(row.figures, name) / getattr(ours, name):.1f}"
            for _, name, divisor, digits, unit in SUMMARY
        ]
        cells += [write(row.figures) for _, write in COUNTS]
        lines.append(_line([row.name, *cells]))
    return "\n".join(lines) + "\n"


def put_between(text: str, table: str) -> str:
    """Put a table between the marks that a document has for it.

    Raises
    ------
    ValueError
        If there are no such marks.
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"no place for the table; expected {BEGIN} and {END}")
    return f"{before}{begin}\n{table}{end}{after}"


def write_growth(curves: Iterable[Curve]) -> str:
    """Write the slopes: 0 does not grow, 1 grows as the size does."""
    heads = ["grows with", *(name for name, _ in SLOPES), "up to"]
    lines = [_line(["", *heads]), _rule(len(heads))]
    for curve in curves:
        slopes = [curve.slope(figure) for _, figure in SLOPES]
        cells = [_write_slope(found) for found in slopes]
        reached = f"{curve.points[-1].size:,}" if curve.points else "–"
        end = f"{reached}; {_escape(curve.why)}" if curve.why else reached
        lines.append(_line([curve.name, curve.axis, *cells, end]))
    return "\n".join(lines) + "\n"


def write_bars(bars: Iterable[Bar]) -> str:
    """Write each figure with the most that it may be, and whether that is kept."""
    lines = [_line(["measure", "ours", "in rounds", "bar", ""]), _rule(4)]
    for bar in bars:
        kept = "" if bar.is_kept else "**missed**"
        spread = " to ".join(f"{end:.3g}" for end in bar.spread or ())
        cells = [f"{bar.value:.3g}", spread, f"≤ {bar.most:g}", kept]
        lines.append(_line([bar.what, *cells]))
    return "\n".join(lines) + "\n"


def write_missed(bars: Iterable[Bar]) -> str:
    """Write what falls short, a line for each bar that is missed."""
    missed = [bar for bar in bars if not bar.is_kept]
    lines = [f"- {bar.what}: {bar.value:.3g}, bar {bar.most:g}" for bar in missed]
    return "\n".join(["Falls short:", *lines] if lines else ["No bar is missed."])


def _write_slope(found: float | None) -> str:
    # Adding zero makes -0.00 a plain 0.00.
    return "–" if found is None else f"{round(found, 2) + 0:.2f}"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _rule(numbers: int) -> str:
    return f"|---|{'---:|' * numbers}"


def _escape(text: str) -> str:
    return text.replace("|", "\\|")
