"""The bars of single steps of a build: the stills of a map, and a rebuild."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import build
from csto_atlas.maps.build_cache import Memory
from csto_atlas.maps.content.map_view import draw_map
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.stills.render import draw_stills
from tests.bench.bar import Bar
from tests.bench.bars import AT_SPEED

ROUNDS = 3
MAP = "membership"
NAMES = {"ar": "العربية"}
FILE, TEXT = "events/acts.yml", "Belarus was not among the six"


def check_steps_of_build(slowness: float) -> list[Bar]:
    """Draw the stills of a map, and build again after one text has changed."""
    seconds = time_stills() / slowness
    return [
        Bar(f"stills of one map, s{AT_SPEED}", seconds, 1),
        Bar("rebuild after one changed text, × a cold build", time_rebuild(), 0.4),
    ]


def time_stills() -> float:
    """Return the seconds that the stills of a map take once the map is drawn."""
    countries = build.load_territories(build.GEODATA / "territories.csv")
    inputs = build.load_data_set(build.DATA, countries)
    spec = inputs.specs[MAP]
    page = draw_map(build.make_map_inputs(inputs, spec), Texts("ar", countries), NAMES)
    return min(_time(lambda: draw_stills(page.view)) for _ in range(ROUNDS))


def time_rebuild() -> float:
    """Return how long a build takes that remembers the last, as a share of a first."""
    memory = Memory()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(shutil.copytree(build.DATA, Path(folder) / "data"))

        def build_all() -> None:
            build.build(data, None, None, Site(), memory=memory)

        first, again = _time(build_all), []
        for number in range(ROUNDS):
            text = (data / FILE).read_text(encoding="utf-8")
            changed = text.replace(TEXT, f"{TEXT}, {number}")
            assert changed != text
            (data / FILE).write_text(changed, encoding="utf-8")
            again.append(_time(build_all))
    return min(again) / first


def _time(step: Callable[[], object]) -> float:
    start = time.perf_counter()
    step()
    return time.perf_counter() - start
