"""The job that every page of the bench does: territories coloured tick by tick.

Every process that builds a page reads it, so it imports nothing that costs time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

# Colours that no page has by itself: what is read back can only be a state of ours.
COLOURS = ("#9e2a2b", "#c9622f", "#dd9a6a", "#f0c9a8", "#c9b458", "#8a7b3c", "#4f7cac")
NONE = "none"


@dataclass(frozen=True)
class Mark:
    """A point that is shown from one tick to another, both included."""

    first: int
    last: int
    lon: float
    lat: float
    title: str


@dataclass(frozen=True)
class Job:
    """What is to be shown.

    Attributes
    ----------
    ticks : tuple of str
        Their names, in order.
    days : tuple of str
        The day of each tick, ISO 8601.
    states : mapping
        The state of each territory at every tick, by code.
    colours : mapping of str
        By state; ``none`` has no colour.
    territories : dict
        A GeoJSON collection in degrees, outer rings clockwise (plotly needs that);
        `id` and `code` are the codes.
    marks : tuple of Mark
        Events, for the runs that grow.
    """

    ticks: tuple[str, ...]
    days: tuple[str, ...]
    states: Mapping[str, tuple[str, ...]]
    colours: Mapping[str, str]
    territories: dict[str, Any]
    marks: tuple[Mark, ...] = ()

    @property
    def seconds(self) -> list[int]:
        """The days as seconds since 1970, at midnight UTC."""
        return [
            int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())
            for day in self.days
        ]

    @property
    def has_points(self) -> bool:
        """Whether points are coloured in place of territories."""
        return bool(self.territories["features"][0]["geometry"]["type"] == "Point")

    @property
    def least(self) -> int:
        """How many shapes a complete map has at any tick: a point can be absent."""
        if not self.has_points:
            return len(self.states)
        columns = zip(*self.states.values(), strict=True)
        return min(sum(state != NONE for state in column) for column in columns)

    def runs(self, code: str) -> list[tuple[int, int, str]]:
        """List a territory's runs: first tick, last tick and state."""
        found: list[tuple[int, int, str]] = []
        for index, state in enumerate(self.states[code]):
            if found and found[-1][2] == state:
                found[-1] = (found[-1][0], index, state)
            else:
                found.append((index, index, state))
        return found


def write_job(job: Job, path: Path) -> None:
    """Write a job for the processes that build its pages."""
    path.write_text(json.dumps(asdict(job)), encoding="utf-8")


def read_job(path: Path) -> Job:
    """Read what `write_job` wrote."""
    fields = json.loads(path.read_text(encoding="utf-8"))
    marks = tuple(Mark(**mark) for mark in fields.pop("marks"))
    states = {code: tuple(row) for code, row in fields.pop("states").items()}
    ticks, days = tuple(fields.pop("ticks")), tuple(fields.pop("days"))
    return Job(ticks=ticks, days=days, states=states, marks=marks, **fields)
