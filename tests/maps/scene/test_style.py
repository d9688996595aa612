from csto_atlas.maps.drawing.palette import DARK, LIGHT, Colours
from csto_atlas.maps.scene.style import write_palette

COLOURS = Colours(LIGHT, DARK)


def test_the_palette_has_every_colour_of_both_themes():
    css = write_palette(COLOURS)
    light, dark, forced = css.split("@media ")
    assert all(f"--{name}:{colour}" in light for name, colour in LIGHT.items())
    assert all(f"--{name}:{colour}" in dark for name, colour in DARK.items())
    assert forced.startswith("(forced-colors:active){:root{")


def test_the_palette_has_no_rule_for_a_scene():
    assert "atlas-scene" not in write_palette(COLOURS)
