"""The job with our layers of a GeoDataFrame: on folium's map, or as a page alone."""

from __future__ import annotations

from datetime import date, timedelta

import folium
import geopandas as gpd
from shapely.geometry import shape

from csto_atlas.maps.notebook.offline import write_page
from csto_atlas.maps.notebook.slices import Slices
from csto_atlas.maps.notebook.slider import TimeSlider
from tests.bench.job import NONE, Job
from tests.bench.peers import main

LAND = "#ffffff"


def make(job: Job, option: str = "") -> str:
    """Make the page: a row for each run of a state."""
    layer = Slices(
        _frame(job),
        "from",
        "to",
        "state",
        "code",
        step=job.days,
        colours={**job.colours, NONE: LAND},
        name="Job",
    )
    if option == "--page":
        return write_page(layer, "Job")
    page = folium.Map([48, 60], zoom_start=4, tiles=None)
    TimeSlider([layer]).add_to(page)
    return page.get_root().render()


def _frame(job: Job) -> gpd.GeoDataFrame:
    after = [*job.days[1:], (_day(job.days[-1]) + timedelta(1)).isoformat()]
    shapes = {f["id"]: shape(f["geometry"]) for f in job.territories["features"]}
    rows = [
        (code, job.days[first], after[last], state)
        for code in job.states
        for first, last, state in job.runs(code)
        if state != NONE or {*job.states[code]} == {NONE}  # land that never has one
    ]
    codes, starts, ends, states = zip(*rows, strict=True)
    return gpd.GeoDataFrame(
        {"code": codes, "from": starts, "to": ends, "state": states},
        geometry=[shapes[code] for code in codes],
        crs=4326,
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)


if __name__ == "__main__":
    main(make)
