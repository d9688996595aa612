"""Each still is its tick, and one file that stands alone."""

import re
from dataclasses import replace

import pytest
from lxml import etree

from csto_atlas.maps.content.map_view import draw_map
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.stills.render import draw_stills, find_ticks
from csto_atlas.maps.timeline.changes import phase, state_at
from tests.conftest import LANGUAGES, MAPS
from tests.made.worlds import COUNTRIES, make_world
from tests.maps.stills.views import NAMES

SVG = {"s": "http://www.w3.org/2000/svg"}
XLINK = {"x": "http://www.w3.org/1999/xlink"}


def stills(text="Something happened", language="en"):
    texts = Texts(language, COUNTRIES)
    return draw_stills(draw_map(make_world(text), texts, NAMES).view)


def read(svg, attribute, value):
    nodes = etree.fromstring(svg.encode()).xpath(f"//*[@{attribute}]")
    return {node.get(attribute): node.get(value) for node in nodes}


@pytest.mark.slow
def test_two_drawings_are_the_same_bytes():
    assert stills() == stills()


def test_texts_stand_where_librsvg_would_put_them():
    for svg in stills().values():
        assert "dominant-baseline" not in svg  # which it does not know
        for node in etree.fromstring(svg.encode()).iterfind(".//s:text", SVG):
            lines = [node, *node.iterfind("s:tspan", SVG)]
            assert any(line.get("dy") for line in lines)


def test_below_the_key_stand_the_lanes_with_a_line_at_the_tick_of_the_still():
    lines = [
        re.search(
            r'class="now" d="M([\d.]+)', stills()[f"stills/en/membership-{year}.svg"]
        )
        for year in (1992, 1996)
    ]
    first, last = (float(line[1]) for line in lines)
    assert first < last


def test_there_is_a_still_where_something_is_new_and_of_the_last_tick():
    # Changes in 1993, 1994, 1995 and 1996, an event that begins in 1992.
    assert sorted(stills()) == [
        f"stills/en/membership-{year}.svg" for year in range(1992, 1997)
    ]


def test_a_tick_at_which_nothing_is_new_has_no_still(facts):
    count = len(facts.ticks)
    found = find_ticks(facts.state_changes, facts.spans, facts.start, count)
    changed = {
        tick
        for layer in facts.state_changes.changing
        for changes in layer.values()
        for tick, _ in changes
    }
    begun = {first for first, _ in facts.spans.values()}
    left = set(range(count)) - set(found)
    assert left
    assert left.isdisjoint(changed | begun | {facts.start})
    assert found[-1] == count - 1


@pytest.mark.parametrize("name", MAPS)
def test_a_still_has_the_states_of_its_tick(atlas, all_facts, name):
    facts = all_facts[name]
    ids = [tick.id for tick in facts.ticks]
    for path in (atlas / "stills" / "ar").glob(f"{name}-*.svg"):
        tick, svg = ids.index(path.stem.removeprefix(f"{name}-")), path.read_text()
        for attribute, layer in (
            ("data-code", facts.state_changes.states),
            ("data-area", facts.state_changes.areas),
            ("data-object", facts.state_changes.objects),
            ("data-line", facts.state_changes.lines),
        ):
            found = read(svg, attribute, "data-state")
            for key, state in found.items():
                if key in layer:
                    assert state == state_at(layer[key], tick), (path, key)
        for event, now in read(svg, "data-event", "data-phase").items():
            assert now == phase(facts.spans[event], tick), (path, event)


@pytest.mark.parametrize("name", MAPS)
def test_a_still_has_every_disputed_area_and_line_of_its_tick(atlas, all_facts, name):
    facts = all_facts[name]
    ids = [tick.id for tick in facts.ticks]
    for path in (atlas / "stills" / "ar").glob(f"{name}-*.svg"):
        tick, svg = ids.index(path.stem.removeprefix(f"{name}-")), path.read_text()
        for attribute, layer in (
            ("data-area", facts.state_changes.areas),
            ("data-line", facts.state_changes.lines),
        ):
            there = {key for key in layer if state_at(layer[key], tick) != "none"}
            assert there <= set(read(svg, attribute, "data-state")), path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MAPS)
def test_a_still_stands_alone(atlas, language, name):
    for path in (atlas / "stills" / language).glob(f"{name}-*.svg"):
        svg = path.read_text()
        root = etree.fromstring(svg.encode())
        assert (root.get("width"), root.get("height")) == ("1200", "630")
        assert root.get("lang") == language
        assert root.get("direction") == ("rtl" if language == "ar" else "ltr")
        assert "var(" not in svg
        assert "calc(" not in svg
        links = set(re.findall(r'(?:href="|url\()([^")]*)', svg))
        assert all(link.startswith("#") for link in links)
        ids = set(root.xpath("//@id"))
        used = {link[1:] for link in root.xpath("//@x:href", namespaces=XLINK)}
        assert used
        assert root.xpath("//@href") == []
        assert used <= ids
        assert len(ids) == len(root.xpath("//@id"))


@pytest.mark.parametrize("text", ["</style><script>alert(1)</script>", "{{ 7*7 }}"])
def test_hostile_text_stays_text(text):
    titles = []
    for svg in stills(text).values():
        assert "<script" not in svg
        root = etree.fromstring(svg.encode())
        titles += root.xpath("//s:title/text()", namespaces=SVG)
    assert any(text in title for title in titles)


def test_map_and_key_have_the_colours_of_the_data_set():
    texts = Texts("en", COUNTRIES)
    drawn = draw_map(make_world(), texts, NAMES).view
    palette = {"light": {"arc": "#004990", "strong": "#004990"}, "dark": {}}
    meta = type(drawn.meta).model_validate({**dict(drawn.meta), "palette": palette})
    svg = draw_stills(replace(drawn, meta=meta))["stills/en/membership-1992.svg"]
    assert ".key .out path{stroke:#004990" in svg
    assert ".swatch[data-state=member] path{fill:#004990}" in svg
