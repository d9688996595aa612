"""Pages with layers, made from the data set's own map of the border."""

import dataclasses
from datetime import date

import numpy as np
import pandas as pd

import build
from csto_atlas.events.files.items import Origin
from csto_atlas.events.layers.model import Layer
from csto_atlas.maps.content.map_view import draw_map
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.joins.row_coverage import make_setting
from csto_atlas.maps.layers.build import make_layer as join_layer
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.render import render_page
from tests.conftest import facts_of
from tests.made.drawn_layers import (
    make_cells,
    make_ground,
    make_layer,
    make_layer_event,
)
from tests.made.worlds import both

NAMES = {"en": "English", "ar": "العربية", "ru": "Русский"}
TOWN = (46.75, 39.8)  # on the map of the border
MIDDLE = (45.8, 40.2)
TICK = 61  # September 2022
TICKS = 104


def write_page(folder, facts, layers, language="en"):
    """Write the map of the border with some layers; return its path and what it is."""
    world = dataclasses.replace(facts.world, layers=tuple(layers))
    page = draw_map(world, Texts(language, facts.countries), NAMES)
    path = folder / f"{language}-{'-'.join(layer.id for layer in layers)}.html"
    path.write_text(render_page(page, Site()), encoding="utf-8")
    return str(path), page


def load_border():
    """Load what the page of the border is made from."""
    return facts_of(build.DATA)["border"]


def cite(facts):
    """Return a source that the data set has."""
    return facts.world.dataset.sources[0].id


def write_few(folder, facts, language="en"):
    """Write a page with 340 events, 300 of them on one point."""
    layer = make_layer(
        id="few", events=make_events(), source=cite(facts), total=352, outside=8,
        undated=4,
    )  # fmt: skip
    return write_page(folder, facts, [layer], language)


def write_many(folder, facts, language="en"):
    """Write a page with 1,500 cells and 60,000 tallies."""
    cells = make_cells(1500, 60_000, TICKS, middle=MIDDLE)
    grounds = tuple(make_ground(tick, codes=("ARM",)) for tick in range(TICKS))
    layer = make_layer(id="many", cells=cells, source=cite(facts), grounds=grounds)
    return write_page(folder, facts, [layer], language)


def write_imported(folder, facts):
    """Write a page with a file of 100,000 events, read, joined and counted."""
    layer = import_layer(folder, facts, cite(facts))
    assert layer.total == 100_000
    return write_page(folder, facts, [layer])


def make_events(number=340, text="Something happened", seed=3):
    """Make events: 300 of them in one town in one month, the others around it."""
    rng = np.random.default_rng(seed)
    radii = (0.0, 5.0, 25.0, None)
    events = []
    for n in range(number):
        is_apart = n < number - 300
        best = int(rng.pareto(1) * 3)
        at = rng.uniform((44.6, 39.2), (47.2, 40.9)).tolist() if is_apart else TOWN
        tick = TICK - n % 3 if is_apart else TICK
        events.append(
            make_layer_event(
                f"e{n}", at=tuple(at), ticks=(tick, tick),
                start=date(2022, 9, 1 + n % 28), end=date(2022, 9, 1 + n % 28),
                has_exact_date=n % 5 > 0, radius_km=radii[n % 4] if is_apart else 0.0,
                kind="clash", title=f"{text} {n}", text=text, source=text,
                low=best // 2, best=best, high=best * 2 if n % 3 else None,
                codes=("AZE",) if n % 7 else ("ARM", "AZE"), statuses=(),
                border_km=12.5,
            )
        )  # fmt: skip
    return events


def import_layer(folder, facts, source, number=100_000, seed=4):
    """Write a file of so many events, as others publish them, and put it on the map."""
    rng = np.random.default_rng(seed)
    apart = rng.uniform((44.0, 38.6), (48.5, 41.6), (number // 4, 2))
    towns = rng.uniform((44.5, 39.0), (47.5, 41.0), (40, 2))
    near = towns[rng.choice(40, number - len(apart), p=rng.dirichlet(np.ones(40)))]
    places = np.vstack([apart, near + rng.normal(0, 0.15, near.shape)])
    days = np.datetime64("1991-06-01") + rng.integers(0, 12_000, number)
    best = np.where(
        rng.random(number) < 0.4, 0, (rng.pareto(1.2, number) * 2).astype(int)
    )
    rows = pd.DataFrame({
        "id": np.arange(number), "day": days.astype(str),
        "lon": places[:, 0].round(4), "lat": places[:, 1].round(4),
        "low": best // 2, "best": best, "high": best + rng.integers(0, 4, number),
        "where": rng.choice(["1", "2", "5"], number), "text": "clash",
    })  # fmt: skip
    rows.to_csv(folder / "many.csv", index=False)
    layer = Layer.model_validate({
        "origin": Origin((folder / "many.yml").as_posix(), 1), "id": "many",
        "name": both("Many"), "covers": both("Made by the test."),
        "licence": both("CC0"), "source": source, "file": "many.csv",
        "columns": {
            "id": "id", "start": "day", "longitude": "lon", "latitude": "lat",
            "low": "low", "best": "best", "high": "high", "kind": "text",
            "place_precision": "where",
        },
        "place_precision": [
            {"code": "1", "radius_km": 0}, {"code": "2", "radius_km": 25},
            {"code": "5", "radius_km": None},
        ],
        "has_exact_dates": True,
    })  # fmt: skip
    countries = build.load_territories(build.GEODATA / "territories.csv")
    terrain = build.load_data_set(build.DATA, countries).terrain
    setting = make_setting(facts.world.dataset, terrain)
    return join_layer(layer, facts.spec, facts.ticks, setting)
