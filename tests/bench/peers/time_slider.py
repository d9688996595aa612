"""The job with folium's TimeSliderChoropleth."""

from __future__ import annotations

import folium
from folium.plugins import TimeSliderChoropleth

from tests.bench.job import NONE, Job
from tests.bench.peers import main

NOTHING = {"color": "#ffffff", "opacity": 0}


def make(job: Job, option: str = "") -> str:
    """Make the page; filled in, every tick has a style where nothing is said too."""
    styles = {
        code: {
            str(second): _style(job, state)
            for second, state in zip(job.seconds, states, strict=True)
            if option == "--filled" or state != NONE
        }
        for code, states in job.states.items()
        if option == "--filled" or set(states) != {NONE}
    }
    page = folium.Map([48, 60], zoom_start=4, tiles=None)
    TimeSliderChoropleth(job.territories, styles, init_timestamp=-1).add_to(page)
    return page.get_root().render()


def _style(job: Job, state: str) -> dict[str, object]:
    return NOTHING if state == NONE else {"color": job.colours[state], "opacity": 1}


if __name__ == "__main__":
    main(make)
