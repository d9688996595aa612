import re

import pytest

from csto_atlas.maps.drawing.medium import PageMedium, StillMedium
from csto_atlas.maps.drawing.palette import DARK, LIGHT, SHADES, Colours
from csto_atlas.maps.scene.style import write_palette, write_scene_style
from tests.made.worlds import make_spec

COLOURS = Colours(LIGHT, DARK)
BOX = (0.0, 0.0, 100.0, 100.0)
EVERYTHING = {
    "has_sizes": True, "has_routes": True, "has_lines": True, "keeps_past": True,
    "towns": ["town"], "regions": {"hills": {"en": "Hills", "ar": "Hills"}},
}  # fmt: skip


def still(spec, scale=2.0):
    medium = StillMedium(scale, 1.25, {**LIGHT, **SHADES}, BOX, BOX)
    return write_scene_style(spec, (), medium, COLOURS)


def page(spec):
    return write_scene_style(spec, (), PageMedium(2.0), COLOURS)


def test_the_palette_has_every_colour_of_both_themes():
    css = write_palette(COLOURS)
    light, dark, forced = css.split("@media")
    assert all(f"--{name}:{colour}" in light for name, colour in LIGHT.items())
    assert all(f"--{name}:{colour}" in dark for name, colour in DARK.items())
    assert forced.startswith("(forced-colors:active){:root{")


def test_the_palette_has_no_rule_for_a_scene():
    assert "atlas-scene" not in write_palette(COLOURS)


def test_a_page_declares_the_palette():
    light = write_palette(COLOURS).partition("@media")[0]
    assert page(make_spec()).startswith(light)


@pytest.mark.parametrize("word", ["var(", "calc(", "--", ":root", "@media", ":is("])
def test_a_still_needs_nothing_that_only_browsers_have(word):
    spec = make_spec(**EVERYTHING)
    assert word in page(spec)
    assert word not in still(spec)


def test_a_still_has_no_rules_for_a_pointer_or_a_choice():
    css = still(make_spec(**EVERYTHING))
    assert not re.search(r"pointer|cursor|\.held|\.outlines|\.chosen|\.off", css)


def test_strokes_of_the_drawing_grow_in_a_still():
    css = still(make_spec(), scale=2)
    assert ".atlas-scene .land .focus{stroke:#fff;stroke-width:2}" in css
    assert "stroke-width:1.4;stroke-dasharray:4 4}" in css


def test_strokes_of_signs_keep_their_width_in_a_still():
    css = still(make_spec(), scale=2)
    assert "stroke:#fff;stroke-width:1.5;paint-order:stroke}" in css
    assert (
        ".atlas-scene .marks circle{fill:none;stroke:#1d2430;stroke-dasharray:2 2}"
        in css
    )


def test_a_copy_of_a_path_can_have_a_fill_of_its_own_on_a_page():
    spec = make_spec()
    css = page(spec)
    # Rules for paths reach into their copies; an outline must not cover what is drawn.
    assert "path[data-code][data-state=member]{fill:var(--f,var(--strong))}" in css
    assert ".held [data-state=member]{--f:var(--strong)}" in css
    assert "path[data-area][data-state=disputed]{fill:var(--f,url(#" in css
    assert re.search(r"\.outlines use\{[^}]*--f:none", css)
    assert "--f" not in still(spec)


def test_all_routes_are_equally_thin():
    # Shares of a contingent by route are not known: its circle alone has a size.
    widths = re.findall(
        r"\.way\{[^}]*stroke-width:([^;}]+)", page(make_spec(**EVERYTHING))
    )
    assert widths == ["2"]
