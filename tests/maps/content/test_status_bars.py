import re

import pytest

from csto_atlas.maps.content.status_bars import WIDTH, draw_status_bars
from csto_atlas.maps.content.summary import StateColumn
from csto_atlas.maps.i18n.texts import Texts
from tests.made.worlds import COUNTRIES, make_ticks_of

TICKS = make_ticks_of("1992", "1995", "year")
CHANGES = ((0, "none"), (1, "member"), (3, "none"))


def bars(path):
    return [tuple(map(int, bar)) for bar in re.findall(r"M(\d+) \d+H(\d+)", path)]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_state_is_a_bar_as_long_as_it_held(language):
    column = StateColumn("AAA", "A", CHANGES, {})
    strip = draw_status_bars([column], TICKS, Texts(language, COUNTRIES))
    assert bars(strip.paths["member"]) == [(WIDTH // 4, WIDTH * 3 // 4)]
    assert set(strip.paths) == {"member"}
    assert strip.key == []


def test_time_runs_as_the_language_is_read():
    column = StateColumn("AAA", "A", ((0, "none"), (3, "member")), {})
    strips = [
        draw_status_bars([column], TICKS, Texts(x, COUNTRIES)) for x in ("en", "ar")
    ]
    edge = WIDTH // 4
    assert [bars(strip.paths["member"]) for strip in strips] == [
        [(WIDTH - edge, WIDTH)],
        [(0, edge)],
    ]
    assert [strip.axis[0] for strip in strips] == [
        (0, "start", "1992"),
        (0, "end", "1995"),
    ]


def test_contingents_differ_by_height_and_are_explained():
    words = {"none": "–", "preparing": "preparing", "deployed": "deployed"}
    column = StateColumn("AAA", "A", ((0, "preparing"), (1, "deployed")), words)
    strip = draw_status_bars([column], TICKS, Texts("en", COUNTRIES))
    heights = {state: re.search(r"v-(\d+)", p)[1] for state, p in strip.paths.items()}
    assert len({*heights.values()}) == 2
    assert [state for state, _, _ in strip.key] == ["preparing", "deployed"]


def test_without_a_column_there_are_no_bars():
    bars = draw_status_bars([], TICKS, Texts("en", COUNTRIES))
    assert (bars.names, bars.paths, bars.key) == ([], {}, [])
