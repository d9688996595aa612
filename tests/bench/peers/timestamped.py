"""The job with folium's TimestampedGeoJson (Leaflet.TimeDimension)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import folium
from folium.plugins import TimestampedGeoJson

from tests.bench.job import NONE, Job
from tests.bench.peers import main, marks_on

SAFE = "2001-09-10"
LAND = {"fillColor": "#ffffff", "fillOpacity": 0, "color": "#888888", "weight": 1}


def make(job: Job, option: str = "") -> str:
    """Make the page: the land once, and a feature for each state at each tick.

    Leaflet.TimeDimension 1.1.1 sorts moments as text, and those before 9 September 2001
    have a digit less: moved, all are ten years later, and none is lost.
    """
    if option == "--moved" and job.days[0] < SAFE:
        job = replace(job, days=tuple(map(_move, job.days)))
    land = [
        _place(feature, {"style": LAND})
        for feature in job.territories["features"]
        if not job.has_points
    ]
    features = [
        *land,
        *(
            _place(feature, {"style": _style(job, state)}, second)
            for feature in job.territories["features"]
            for second, state in zip(
                job.seconds, job.states[feature["id"]], strict=True
            )
            if state != NONE
        ),
        *_marks(job),
    ]
    page = folium.Map([48, 60], zoom_start=4, tiles=None)
    TimestampedGeoJson(
        {"type": "FeatureCollection", "features": features},
        period="P1Y" if len(job.ticks[0]) == 4 else "P1D",
        duration="PT1H",
        auto_play=False,
        date_options="YYYY-MM-DD",
    ).add_to(page)
    return page.get_root().render()


def _move(day: str) -> str:
    return f"{int(day[:4]) + 10}{day[4:]}"


def _style(job: Job, state: str) -> dict[str, object]:
    return {**LAND, "fillColor": job.colours[state], "fillOpacity": 1}


def _place(
    feature: dict[str, Any], properties: dict[str, Any], second: int | None = None
) -> dict[str, Any]:
    """Give a feature its style and its time: one for each part, as it is documented."""
    times = {}
    if second is not None:
        is_point = feature["geometry"]["type"] == "Point"
        parts = 1 if is_point else len(feature["geometry"]["coordinates"])
        times = {"times": [second * 1000] * parts}
        if is_point:
            style = {**properties["style"], "radius": 5}
            properties = {"icon": "circle", "iconstyle": style}
    return {
        **feature,
        "properties": {"code": feature["id"], **properties, **times},
    }


def _marks(job: Job) -> list[dict[str, Any]]:
    return [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [lon, lat]},
            "properties": {"times": [second * 1000], "popup": title},
        }
        for tick, second in enumerate(job.seconds)
        for lon, lat, title in marks_on(job, tick)
    ]


if __name__ == "__main__":
    main(make)
