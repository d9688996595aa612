"""Each still is its tick, and one file that stands alone."""

import re
import time

import pytest
from lxml import etree

from csto_atlas.events.fields import EventKind
from csto_atlas.maps.content.map_view import draw_map
from csto_atlas.maps.i18n.event_kinds import KINDS
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.stills.css import flatten, variables
from csto_atlas.maps.stills.frame import ROOM, crop
from csto_atlas.maps.stills.legend import fit, wrap
from csto_atlas.maps.stills.render import draw_stills, find_ticks
from csto_atlas.maps.stills.svg_tree import prepare
from csto_atlas.maps.timeline.changes import phase, state_at
from tests.conftest import LANGUAGES, MAPS
from tests.maps.worlds import COUNTRIES, make_world

NAMES = {"en": "English", "ar": "العربية"}
SVG = {"s": "http://www.w3.org/2000/svg"}


def stills(text="Something happened", language="en"):
    texts = Texts(language, COUNTRIES)
    return draw_stills(draw_map(make_world(text), texts, NAMES))


def read(svg, attribute, value):
    nodes = etree.fromstring(svg.encode()).xpath(f"//*[@{attribute}]")
    return {node.get(attribute): node.get(value) for node in nodes}


def test_two_drawings_are_the_same_bytes():
    assert stills() == stills()


def test_there_is_a_still_where_something_is_new_and_of_the_last_tick():
    # Changes in 1993, 1994, 1995 and 1996, an event that begins in 1992.
    assert sorted(stills()) == [
        f"stills/en/membership-{year}.svg" for year in range(1992, 1997)
    ]


def test_a_tick_at_which_nothing_is_new_has_no_still(facts):
    found = find_ticks(facts.runs, facts.spans, facts.start, len(facts.ticks))
    assert {facts.ticks[n].id for n in set(range(len(facts.ticks))) - set(found)} >= {
        "1996"
    }
    assert found[-1] == len(facts.ticks) - 1


@pytest.mark.parametrize("name", MAPS)
def test_a_still_has_the_states_of_its_tick(atlas, all_facts, name):
    facts = all_facts[name]
    ids = [tick.id for tick in facts.ticks]
    for path in (atlas / "stills" / "ar").glob(f"{name}-*.svg"):
        tick, svg = ids.index(path.stem.removeprefix(f"{name}-")), path.read_text()
        for attribute, layer in (
            ("data-code", facts.runs.states),
            ("data-area", facts.runs.areas),
            ("data-object", facts.runs.objects),
            ("data-line", facts.runs.lines),
        ):
            for key, state in read(svg, attribute, "data-state").items():
                if key in layer:
                    assert state == state_at(layer[key], tick), (path, key)
        for event, now in read(svg, "data-event", "data-phase").items():
            assert now == phase(facts.spans[event], tick), (path, event)


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
        links = set(re.findall(r'(?:href="|url\()([^")]*)', svg))
        assert all(link.startswith("#") for link in links)
        ids = set(root.xpath("//@id"))
        used = {link[1:] for link in root.xpath("//@href")}
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


def test_only_labels_of_the_scale_that_fit_are_kept(facts):
    texts = Texts("ar", facts.countries)
    drawn = draw_map(facts.world, texts, NAMES)
    part = crop(facts.spec)
    root = prepare(drawn.scene.svg, part, (0, 0))
    assert not root.xpath('//*[@data-far or contains(@class, " off")]')
    labels = root.xpath("//text")
    assert 5 < len(labels) < len(etree.fromstring(drawn.scene.svg).xpath("//text"))


@pytest.mark.parametrize("name", MAPS)
def test_the_crop_lies_within_the_drawing_and_has_the_shape_of_its_place(
    all_facts, name
):
    spec = all_facts[name].spec
    left, top, width, height = crop(spec).box
    assert width / height == pytest.approx(ROOM[0] / ROOM[1])
    assert left >= 0 <= top
    assert left + width <= spec.plane.size[0] + 1e-6
    assert top + height <= spec.plane.size[1] + 1e-6


def test_strokes_outside_grown_groups_grow():
    css = (
        ":root{--ink:#123}@media print{:root{--ink:#fff}}"
        ".a path{stroke:var(--ink);stroke-width:.7;stroke-dasharray:2 2}"
        ".px path{stroke-width:1}.held use,.land path{fill:red;cursor:pointer}"
        "text.label{font-size:calc(var(--u)*12px)}"
    )
    assert flatten(css, 2) == (
        ".a path{stroke:#123;stroke-width:1.4;stroke-dasharray:4.0 4.0}"
        ".px path{stroke-width:1}.land path{fill:red;}text.label{font-size:24.0px}"
    )


def test_a_page_without_a_scene_takes_only_its_colours():
    css = ":root{--a:#fff}@media screen{:root{--a:#000}.b{fill:red}}.c{fill:blue}"
    assert variables(css) == ":root{--a:#fff}@media screen{:root{--a:#000}}"


def test_a_text_is_broken_and_made_small_enough():
    assert wrap("one", 1, 16) == ["one"]
    assert fit("short", 18, 1000) == 18
    assert fit("a long headline " * 5, 36, 500) < 18


def test_every_kind_of_event_is_named():
    assert set(KINDS) == set(EventKind.__args__)


def test_the_stills_of_a_map_take_less_than_a_second(facts, measured):
    drawn = draw_map(facts.world, Texts("ar", facts.countries), NAMES)
    start = time.perf_counter()
    draw_stills(drawn)
    measured("stills of one map", time.perf_counter() - start, 1, "s")
