"""The pages that are measured side by side, each made by a module of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.job import Job, read_job

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Peer:
    """One way to make the page.

    Attributes
    ----------
    name : str
        As the table has it.
    module : str
        Makes the page: ``python -m tests.bench.peers.MODULE JOB PAGE [OPTION ...]``.
    options : tuple of str
    drivers : tuple of str
        Scripts that find, step and read its map.
    shows_marks : bool
        Whether it can show an event for some ticks only.
    grows : bool
        Whether it is measured with jobs that grow: of two ways with the same library,
        the one that shows the states right.
    """

    name: str
    module: str
    drivers: tuple[str, ...]
    options: tuple[str, ...] = ()
    shows_marks: bool = True
    grows: bool = True

    @property
    def script(self) -> str:
        """The script that defines `window.bench`."""
        return "\n".join(
            (HERE / name).read_text(encoding="utf-8") for name in self.drivers
        )


OURS = Peer("ours", "ours", ("ours.js",))
# What the others are beside: a map that a slider moves, without headline and cards. The
# first has names and marks of events, which they lack; the second has what they have.
PARTS = (
    Peer("our map with names and marks, on folium.Map", "map_alone", ("map_alone.js",)),
    Peer("our shapes (Slices), on folium.Map", "slices", ("slices.js",)),
)
PEERS = (
    Peer(
        "TimeSliderChoropleth",
        "time_slider",
        ("leaflet.js", "time_slider.js"),
        shows_marks=False,
        grows=False,
    ),
    Peer(
        "TimeSliderChoropleth, every tick filled in",
        "time_slider",
        ("leaflet.js", "time_slider.js"),
        options=("--filled",),
        shows_marks=False,
    ),
    Peer(
        "TimestampedGeoJson",
        "timestamped",
        ("leaflet.js", "timestamped.js"),
        grows=False,
    ),
    Peer(
        "TimestampedGeoJson, moved past 2001",
        "timestamped",
        ("leaflet.js", "timestamped.js"),
        options=("--moved",),
    ),
    Peer("Timeline, TimelineSlider", "timeline", ("leaflet.js", "timeline.js")),
    Peer(
        "one FeatureGroup a tick", "feature_groups", ("leaflet.js", "feature_groups.js")
    ),
    Peer(
        "plotly, animated choropleth",
        "animation",
        ("animation.js",),
        shows_marks=False,
    ),
)


# Rows of a GeoDataFrame with a start and an end: ours, and what folium has for them.
SLICES = (
    Peer("Slices, write_page", "slices", ("slices.js",), options=("--page",)),
    Peer("Slices on folium.Map", "slices", ("slices.js",)),
)
SLIDERS = tuple(
    peer
    for peer in PEERS
    if peer.grows and peer.module in ("time_slider", "timestamped", "timeline")
)


def main(make: Callable[..., str]) -> None:
    """Run the command line of a module that makes a page."""
    job, page, *options = sys.argv[1:]
    Path(page).write_text(make(read_job(Path(job)), *options), encoding="utf-8")


def marks_on(job: Job, tick: int) -> list[tuple[float, float, str]]:
    """List longitude, latitude and title of the events of a tick."""
    return [
        (mark.lon, mark.lat, mark.title)
        for mark in job.marks
        if mark.first <= tick <= mark.last
    ]
