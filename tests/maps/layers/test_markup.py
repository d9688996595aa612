import dataclasses
import re

import pytest
from lxml import etree

from csto_atlas.maps.content.map_view import draw_map
from csto_atlas.maps.drawing.medium import PageMedium, StillMedium
from csto_atlas.maps.drawing.palette import SHADES
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.layers.markup import (
    draw_layers,
    write_layer_markup,
    write_style,
)
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.render import render_page
from csto_atlas.maps.stills.render import draw_stills
from tests.made.drawn_layers import make_cell, make_layer, make_layer_event
from tests.made.worlds import COUNTRIES, make_spec, make_world
from tests.maps.stills.views import NAMES

CELLS = make_layer(
    cells=[make_cell(t0=(1, 0, 0, 0, 0, 0), t4=(30, 1, 2, 3, 0, 0))], id="cells"
)
SPOTS = make_layer(
    events=[make_layer_event("a"), make_layer_event("b", ticks=(0, 4), best=9)],
    id="spots",
)
BOX = (0.0, 0.0, 100.0, 100.0)
STILL = StillMedium(2.0, 1.25, SHADES, BOX, BOX)


def draw(*layers, **spec):
    world = dataclasses.replace(make_world(**spec), layers=layers)
    return draw_map(world, Texts("en", COUNTRIES), NAMES)


def tree(page):
    return etree.fromstring(page.view.scene.svg)


def test_the_scene_shows_the_layers_at_the_tick_that_the_page_opens_on():
    page = draw(CELLS, SPOTS)
    cells, spots = page.view.scene.layers
    paths = tree(page).xpath('//*[@data-layer="cells"]/path')
    seen = [(int(path.get("data-shade")), path.get("d")) for path in paths]
    assert seen == cells.paths(4)
    (mark,) = tree(page).xpath('//*[@data-layer="spots"]/*')
    assert mark.get("data-events") == "1"
    assert spots.spots[0].look(4).count == 1


def test_cells_lie_below_the_names_and_marks_above_them():
    groups = [g.get("class") for g in tree(draw(CELLS, SPOTS)).xpath("/*/*[@class]")]
    order = [groups.index(name) for name in ("layers cells", "labels", "layers spots")]
    assert order == sorted(order)


def test_a_second_layer_of_cells_is_drawn_but_off():
    page = draw(CELLS, dataclasses.replace(CELLS, id="other"))
    found = {g.get("data-layer"): g.get("class")
             for g in tree(page).xpath("//*[@data-layer]")}  # fmt: skip
    assert found == {"cells": None, "other": "off"}


def test_without_layers_a_page_has_nothing_of_them():
    page = draw()
    html = render_page(page, Site())
    assert write_layer_markup((), 0, PageMedium(1.0)) == {"cells": "", "spots": ""}
    assert write_style((), PageMedium(1.0)) == ""
    for word in ("layer", "data-shade", "--shade-", "found", "readColumn"):
        assert word not in page.view.scene.svg + page.view.scene.css, word
    assert "startLayers" not in html
    assert 'id="found"' not in html
    assert "readColumn" not in html


def test_a_still_shows_the_layers_at_its_own_tick():
    page = draw(CELLS, SPOTS, jumps="events")
    stills = draw_stills(page.view)
    first, last = (stills[f"stills/en/membership-{year}.svg"] for year in (1992, 1996))
    cells, _ = page.view.scene.layers
    for still, tick in ((first, 0), (last, 4)):
        paths = etree.fromstring(still.encode()).xpath('//*[@data-layer="cells"]/*/@d')
        root = etree.fromstring(still.encode())
        paths = [
            node.get("d")
            for node in root.iter("{http://www.w3.org/2000/svg}path")
            if node.getparent().get("data-layer") == "cells"
        ]
        assert paths == [path for _, path in cells.paths(tick)]
    assert ">2</text>" in first
    assert ">2</text>" not in last


def test_a_still_explains_the_shades_in_its_key():
    still = draw_stills(draw(CELLS).view)["stills/en/membership-1996.svg"]
    texts = "".join(etree.fromstring(still.encode()).itertext())
    assert "Many" in texts
    assert "10 or more" not in texts
    assert "20 or more" in texts


def test_no_style_of_a_still_is_left_with_a_variable():
    for still in draw_stills(draw(CELLS, SPOTS).view).values():
        assert "var(" not in still
        assert not re.search(r"--[a-z]", still.split("<style>")[1].split("</style>")[0])


@pytest.mark.parametrize(("tick", "counts"), [(0, ["1"]), (1, [])])
def test_a_still_has_only_the_marks_of_its_tick(tick, counts):
    drawn = draw_layers([make_layer(events=[make_layer_event("a")])], make_spec())
    root = etree.fromstring(write_layer_markup(drawn, tick, STILL)["spots"])
    assert root.xpath("//@data-events") == counts


def test_strokes_in_the_key_of_a_still_do_not_grow_with_the_map():
    view = draw(CELLS, closest=1, unit=0.1).view
    still = draw_stills(view)["stills/en/membership-1996.svg"]
    css = still.split("<style>")[1].split("</style>")[0]
    assert ".icon.cell[data-shade]{stroke-width:1.2}" in css
    assert ".cell[data-shade]{stroke-width:1;" not in css


def test_a_still_leaves_out_a_second_layer_of_cells():
    drawn = draw_layers([CELLS, dataclasses.replace(CELLS, id="other")], make_spec())
    root = etree.fromstring(write_layer_markup(drawn, 0, STILL)["cells"])
    assert root.xpath("//@data-layer") == ["cells"]


def test_the_ground_of_a_mark_has_a_stroke_as_wide_as_its_ring():
    css = write_style(draw_layers([SPOTS], make_spec()), STILL)
    assert ".spot .px .near,.spot .ground{stroke:#3d2170;stroke-width:1.3;" in css
    assert ".spot .ground{stroke-width:2.6}" in css
