"""Pages with layers, made from the data set's own map of the border."""

import dataclasses
from datetime import date

import numpy as np

from maps.about import Site
from maps.drawn import draw_map
from maps.page import render_page
from maps.texts import Texts
from tests.maps.many import make_layer_event

NAMES = {"en": "English", "ar": "العربية", "ru": "Русский"}
TOWN = (46.75, 39.8)  # on the map of the border
MIDDLE = (45.8, 40.2)
TICK = 61  # September 2022
TICKS = 104


def write_page(folder, facts, layers, language="en"):
    """Write the map of the border with some layers; return its path and what it is."""
    world = dataclasses.replace(facts.world, layers=tuple(layers))
    drawn = draw_map(facts.spec, world, Texts(language, facts.countries), NAMES)
    path = folder / f"{language}-{'-'.join(layer.id for layer in layers)}.html"
    path.write_text(render_page(drawn, Site()), encoding="utf-8")
    return str(path), drawn


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
