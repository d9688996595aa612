"""The job with folium's Timeline and TimelineSlider (leaflet.timeline)."""

from __future__ import annotations

from typing import Any

import folium
from folium.plugins import Timeline, TimelineSlider
from folium.utilities import JsCode

from tests.bench.job import NONE, Job
from tests.bench.peers import main

STYLE = JsCode("function (feature) { return feature.properties.style; }")
CIRCLE = JsCode("function (feature, at) { return L.circleMarker(at, {radius: 5}); }")
LAND = {"fillColor": "#ffffff", "fillOpacity": 0, "color": "#888888", "weight": 1}
DAY_MS = 86_400_000


def make(job: Job) -> str:
    """Make the page: a feature for each run of a state, from its start to its end."""
    features = [
        _shown(job, first, last, feature["geometry"], feature["id"], state)
        for feature in job.territories["features"]
        for first, last, state in job.runs(feature["id"])
        if not (job.has_points and state == NONE)
    ]
    features += [
        _shown(job, mark.first, mark.last, _point(mark.lon, mark.lat), mark.title, NONE)
        for mark in job.marks
    ]
    page = folium.Map([48, 60], zoom_start=4, tiles=None)
    line = Timeline(
        {"type": "FeatureCollection", "features": features},
        style=STYLE,
        point_to_layer=CIRCLE if job.has_points else None,
    )
    line.add_to(page)
    slider = TimelineSlider(
        auto_play=False, date_options="YYYY-MM-DD", steps=len(job.ticks)
    )
    slider.add_timelines(line).add_to(page)
    return page.get_root().render()


def _point(lon: float, lat: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [lon, lat]}


def _shown(
    job: Job, first: int, last: int, geometry: dict[str, Any], code: str, state: str
) -> dict[str, Any]:
    following = job.seconds[last + 1] * 1000 if last + 1 < len(job.ticks) else None
    end = (following or job.seconds[last] * 1000 + DAY_MS) - 1
    style = LAND if state == NONE else {**LAND, "fillColor": job.colours[state]}
    return {
        "type": "Feature",
        "id": f"{code}-{first}",
        "geometry": geometry,
        "properties": {
            "code": code,
            "start": job.seconds[first] * 1000,
            "end": end,
            "style": style if state == NONE else {**style, "fillOpacity": 1},
        },
    }


if __name__ == "__main__":
    main(make)
