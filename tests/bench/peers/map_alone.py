"""The map of our page as a layer of a folium map, from the default data set."""

from __future__ import annotations

import folium

from csto_atlas.maps.notebook.atlas import Atlas
from csto_atlas.maps.notebook.slider import TimeSlider
from tests.bench.job import Job
from tests.bench.peers import main

MAP = "membership"


def make(job: Job) -> str:
    """Make the page; the job is what its map shows anyway."""
    page = folium.Map([48, 60], zoom_start=4, tiles=None)
    layer = Atlas().layer(MAP, lang="en", ground=True)
    TimeSlider([layer]).add_to(page)
    return page.get_root().render()


if __name__ == "__main__":
    main(make)
