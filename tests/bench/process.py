"""Run a process by itself: how long it takes, and how much memory it needs."""

from __future__ import annotations

import json
import os
import signal
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import build

PEAK = Path(__file__).parent / "peak.py"
CORE = Path(__file__).parent / "core.py"


class BuildError(Exception):
    """A page was not built; the message says why."""


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds by the wall clock and MB of resident memory."""

    seconds: float
    megabytes: float


def run(
    arguments: Sequence[str],
    limit_s: float,
    times: int = 1,
    *,
    has_extras: bool = False,
) -> Cost:
    """Run Python some times, each in a process of its own.

    Parameters
    ----------
    arguments : sequence of str
        After ``python``.
    limit_s : float
        When to give up, in seconds.
    times : int
    has_extras : bool
        Whether it may import what extras add, such as pyarrow.

    Returns
    -------
    Cost
        Medians.

    Raises
    ------
    BuildError
        If a process fails or takes too long.
    """
    python = [sys.executable] if has_extras else [sys.executable, str(CORE)]
    costs = [_run_once([*python, *arguments], limit_s) for _ in range(times)]
    return Cost(
        statistics.median(cost.seconds for cost in costs),
        statistics.median(cost.megabytes for cost in costs),
    )


def _run_once(command: Sequence[str], limit_s: float) -> Cost:
    # As a reader's machine is set: what was compiled once is kept.
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [sys.executable, str(PEAK), *command],
        cwd=build.ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    try:
        said, complaints = process.communicate(timeout=limit_s)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)  # itself and what it runs
        process.communicate()
        raise BuildError(f"not built in {limit_s:.0f} s") from None
    if process.returncode:
        lines = complaints.strip().splitlines()
        raise BuildError(f"not built: {lines[-1] if lines else 'no message'}")
    # What the command prints comes before.
    return Cost(**json.loads(said[said.rindex("{") :]))
