"""The job with plotly's animated choropleth."""

from __future__ import annotations

import pandas as pd

from tests.bench.job import NONE, Job
from tests.bench.peers import main

LAND = "#eeeeee"


def make(job: Job) -> str:
    """Make the page: a frame for every tick, and plotly itself from outside."""
    import plotly.express as px  # only `make bench` installs it

    states = [NONE, *job.colours]
    rows = pd.DataFrame(
        [
            (tick, code, states.index(job.states[code][index]))
            for index, tick in enumerate(job.ticks)
            for code in job.states
        ],
        columns=["tick", "code", "state"],
    )
    figure = px.choropleth(
        rows,
        geojson=job.territories,
        locations="code",
        color="state",
        animation_frame="tick",
        range_color=(-0.5, len(states) - 0.5),
        color_continuous_scale=_steps([LAND, *job.colours.values()]),
    )
    figure.update_geos(visible=False, fitbounds="locations")
    return figure.to_html(include_plotlyjs="cdn", auto_play=False)


def _steps(colours: list[str]) -> list[tuple[float, str]]:
    """Make a scale of equal steps, one for each state."""
    share = 1 / len(colours)
    return [
        (min(1.0, (index + side) * share), colour)
        for index, colour in enumerate(colours)
        for side in (0, 1)
    ]


if __name__ == "__main__":
    main(make)
