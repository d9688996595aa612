"""The table of measures: what the tests and the bench found, with the bars."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LINE = re.compile(r"(?P<what>.+): (?P<value>\S+) (?P<unit>\S*) \(bar (?P<bar>\S+)\)$")


@dataclass(frozen=True)
class Measure:
    """A figure and the most that it may be."""

    what: str
    value: float
    bar: float

    @property
    def is_kept(self) -> bool:
        """Whether the figure is within its bar."""
        return self.value <= self.bar


def read_tests(output: str) -> list[Measure]:
    """Find the measures that pytest printed."""
    found = filter(None, map(LINE.match, output.splitlines()))
    return [
        Measure(
            ", ".join(filter(None, (m["what"], m["unit"]))),
            float(m["value"]),
            float(m["bar"]),
        )
        for m in found
    ]


def read_bench(results: Path) -> list[Measure]:
    """Read the bars that the bench wrote down; nothing where it did not."""
    if not results.exists():
        return []
    bars = json.loads(results.read_text(encoding="utf-8"))["bars"]
    return [Measure(bar["what"], bar["value"], bar["most"]) for bar in bars]


def write_table(measures: Iterable[Measure]) -> str:
    """Write measures as Markdown; those above their bar stand out."""
    lines = ["| measure | ours | bar | |", "|---|---:|---:|---|"]
    for measure in measures:
        kept = "" if measure.is_kept else "**missed**"
        lines.append(
            f"| {measure.what} | {measure.value:.4g} | {measure.bar:g} | {kept} |"
        )
    return "\n".join(lines) + "\n"
