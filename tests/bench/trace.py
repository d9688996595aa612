"""Read from a browser's trace what each step of a slider cost its main thread."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

CATEGORIES = ("devtools.timeline", "blink.user_timing")
START, END = "bench-step", "bench-stepped"
# Chromium's names for running script and for finding styles and places.
WORK = {
    *("EvaluateScript", "EventDispatch", "FireAnimationFrame", "FunctionCall"),
    *("Layout", "ParseHTML", "RunMicrotasks", "TimerFire", "UpdateLayoutTree"),
}
Span = tuple[float, float]


def read_steps(trace: bytes) -> list[float]:
    """Return script and layout of each step.

    Parameters
    ----------
    trace : bytes
        Of `CATEGORIES`, with a mark `START` before and a mark `END` after each step.

    Returns
    -------
    list of float
        Milliseconds. What is inside other work counts once.
    """
    events = json.loads(trace)["traceEvents"]
    marks = [event for event in events if event["name"] in (START, END)]
    if not marks:
        return []
    thread = _thread(marks[0])
    work = merge(
        (event["ts"], event["ts"] + event.get("dur", 0))
        for event in events
        if event["name"] in WORK and event["ph"] == "X" and _thread(event) == thread
    )
    starts = sorted(event["ts"] for event in marks if event["name"] == START)
    ends = sorted(event["ts"] for event in marks if event["name"] == END)
    return [
        within(work, start, end) / 1000 for start, end in zip(starts, ends, strict=True)
    ]


def merge(spans: Iterable[Span]) -> list[Span]:
    """Join spans that overlap; the result is in order.

    Examples
    --------
    >>> merge([(5, 6), (0, 3), (1, 2)])
    [(0, 3), (5, 6)]
    """
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def within(spans: Sequence[Span], start: float, end: float) -> float:
    """Add up how much of the spans lies between two moments."""
    first = bisect_left(spans, start, key=lambda span: span[1])
    last = bisect_left(spans, end, key=lambda span: span[0])
    return sum(min(end, b) - max(start, a) for a, b in spans[first:last])


def _thread(event: dict[str, Any]) -> tuple[int, int]:
    return event["pid"], event["tid"]
