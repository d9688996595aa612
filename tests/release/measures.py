"""The table of measures: what the tests and the bench found, with the bars."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from tests.bench.bar import Bar

LINE = re.compile(r"(?P<what>.+): (?P<value>\S+) (?P<unit>.*) \(bar (?P<bar>\S+)\)$")


def read_tests(output: str) -> list[Bar]:
    """Find the measures that pytest printed."""
    found = filter(None, map(LINE.match, output.splitlines()))
    return [
        Bar(
            ", ".join(filter(None, (m["what"], m["unit"]))),
            float(m["value"]),
            float(m["bar"]),
        )
        for m in found
    ]


def read_bench(results: Path) -> list[Bar]:
    """Read the bars that the bench wrote down; nothing where it did not."""
    if not results.exists():
        return []
    bars = json.loads(results.read_text(encoding="utf-8"))["bars"]
    return [Bar(bar["what"], bar["value"], bar["most"]) for bar in bars]


def find_unexplained(measures: Iterable[Bar], document: str) -> list[str]:
    """List the measures above their bars that the document of the bench does not name.

    Parameters
    ----------
    measures : iterable of Bar
    document : str
        Text of docs/bench.md, which names those that fall short and says why.

    Returns
    -------
    list of str
    """
    text = " ".join(document.split())
    return [
        f"{measure.what}: {measure.value:.4g}; expected at most {measure.most:g}"
        for measure in measures
        if not measure.is_kept and measure.what not in text
    ]


def write_table(measures: Iterable[Bar]) -> str:
    """Write measures as Markdown; those above their bar stand out."""
    lines = ["| measure | ours | bar | |", "|---|---:|---:|---|"]
    for measure in measures:
        kept = "" if measure.is_kept else "**missed**"
        lines.append(
            f"| {measure.what} | {measure.value:.4g} | {measure.most:g} | {kept} |"
        )
    return "\n".join(lines) + "\n"
