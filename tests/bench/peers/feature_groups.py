"""The job with one FeatureGroup a tick, chosen in folium's LayerControl."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import folium

from tests.bench.job import NONE, Job
from tests.bench.peers import main, marks_on

LAND = {"fillColor": "#ffffff", "fillOpacity": 0, "color": "#888888", "weight": 1}


def make(job: Job) -> str:
    """Make the page: all territories once for every tick."""
    page = folium.Map([48, 60], zoom_start=4, tiles=None)
    last = len(job.ticks) - 1
    for index, tick in enumerate(job.ticks):
        group = folium.FeatureGroup(name=tick, overlay=False, show=index == last)
        folium.GeoJson(
            job.territories,
            style_function=_style_at(job, index),
            embed=True,
            zoom_on_click=False,
        ).add_to(group)
        for lon, lat, title in marks_on(job, index):
            folium.Marker([lat, lon], popup=title).add_to(group)
        group.add_to(page)
    folium.LayerControl(collapsed=False).add_to(page)
    return page.get_root().render()


def _style_at(job: Job, tick: int) -> Callable[[dict[str, Any]], dict[str, Any]]:
    def style(feature: dict[str, Any]) -> dict[str, Any]:
        state = job.states[feature["id"]][tick]
        if state == NONE:
            return LAND
        return {**LAND, "fillColor": job.colours[state], "fillOpacity": 1}

    return style


if __name__ == "__main__":
    main(make)
