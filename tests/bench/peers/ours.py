"""The job with our own page, from a world made in code: for the runs that grow."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

import geopandas as gpd
import pandas as pd

from csto_atlas.events.records import Dataset, Meta, Organisation, Source
from csto_atlas.maps.content.map_view import draw_map
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.render import render_page
from csto_atlas.maps.spec.placed import PlacedMap
from tests.bench.job import NONE, Job
from tests.bench.peers import main
from tests.made.worlds import (
    ORIGIN,
    both,
    make_event,
    make_geodata,
    make_membership,
    make_place,
    make_spec,
    make_status,
)

STYLES = MappingProxyType(
    {
        "member": {"colour": "strong", "pattern": "solid"},
        "frozen": {"colour": "strong", "pattern": "hatch"},
        "lapsed": {"colour": "former", "pattern": "solid"},
    }
)


def make(job: Job) -> str:
    """Make the page from records, as the build does from files."""
    texts = Texts("en", dict.fromkeys(job.states, ""))
    names = {"en": "English"}
    return render_page(draw_map(make_world(job), texts, names), Site())


def make_world(job: Job) -> MapInputs:
    """Put a job into records and frames."""
    boundaries = gpd.GeoDataFrame.from_features(job.territories, crs=4326)
    areas = gpd.GeoDataFrame({"area": pd.Series([], dtype=str)}, geometry=[], crs=4326)
    places = {
        f"place-{index}": make_place(mark.lon, mark.lat, f"place-{index}")
        for index, mark in enumerate(job.marks)
    }
    geodata = make_geodata(boundaries, areas)
    return MapInputs(_spec(job), _dataset(job), places, {}, geodata)


def _spec(job: Job) -> PlacedMap:
    return make_spec(
        frame=[-4200, -2600, 2000, 2500],
        views={"wide": [-4200, -2600, 2000, 2500], "narrow": [-4200, -2600, 0, 2500]},
        unit=2.5,
        closest=3.3,
        timeline=[{"from": job.ticks[0], "to": job.ticks[-1], "step": "day"}],
        overlays=[],
        states=dict(STYLES),
    )


def _dataset(job: Job) -> Dataset:
    return Dataset(
        meta=Meta(
            origin=ORIGIN,
            title=both("Made"),
            as_of=date.fromisoformat(job.days[-1]),
            languages=("en",),
            organisation="pact",
            licence="CC0",
        ),
        statuses=tuple(make_status(state) for state in job.colours),
        organisations=(
            Organisation(
                origin=ORIGIN,
                id="pact",
                name=both("Pact"),
                short=both("Pact"),
                sources=("daily",),
            ),
        ),
        memberships=tuple(
            make_membership(code, state, job.ticks[first], _end(job, last))
            for code in job.states
            for first, last, state in job.runs(code)
            if state != NONE
        ),
        events=tuple(
            make_event(
                f"event-{index}",
                date=job.ticks[mark.first],
                place=f"place-{index}",
                title=both(mark.title),
            )
            for index, mark in enumerate(job.marks)
        ),
        sources=(
            Source(
                origin=ORIGIN,
                id="daily",
                kind="press",
                publisher="Daily",
                title="A report",
                language="en",
            ),
        ),
    )


def _end(job: Job, last: int) -> str | None:
    return job.ticks[last + 1] if last + 1 < len(job.ticks) else None


if __name__ == "__main__":
    main(make)
