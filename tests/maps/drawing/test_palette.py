import pytest

from csto_atlas.events.records import Meta, Palette
from csto_atlas.maps.drawing.palette import DARK, LIGHT, mix_colours
from csto_atlas.maps.validation.contrast import check_palette, contrast
from tests.made.worlds import ORIGIN, both


def make_meta(**palette):
    return Meta(
        origin=ORIGIN, title=both("A pact"), as_of="2026-01-01", languages=("en",),
        organisation="pact", licence="CC BY 4.0",
        palette=Palette(**palette) if palette else None,
    )  # fmt: skip


def test_without_a_palette_the_colours_are_the_houses():
    colours = mix_colours(make_meta())
    assert (colours.light, colours.dark) == (LIGHT, DARK)


def test_a_data_set_sets_some_colours_and_keeps_the_others():
    colours = mix_colours(make_meta(light={"strong": "#004990"}))
    assert colours.light["strong"] == "#004990"
    assert colours.light["cool"] == LIGHT["cool"]
    assert colours.dark == DARK


def test_every_colour_that_can_be_set_is_one_of_the_houses():
    names = Palette.model_json_schema()["properties"]["light"]["propertyNames"]["enum"]
    assert set(names) <= LIGHT.keys()
    assert set(names) <= {*DARK, "seam"}


def test_the_houses_colours_can_be_read_on():
    assert check_palette(make_meta()) == []


def test_a_colour_that_nobody_can_read_on_is_reported():
    (problem,) = check_palette(make_meta(light={"strong": "#ffe000"}))
    assert problem.what == (
        "strong '#ffe000' has a contrast of 1.3 with the letters on it ('#fff', light)"
    )
    assert problem.expected == "4.5 or more"


def test_a_colour_of_the_light_theme_does_not_reach_into_the_dark_one():
    assert check_palette(make_meta(light={"weak": "#cfe3d4"})) == []


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    # Known pairs: WCAG 2.2, and the grey that just fails on white.
    [("#000", "#ffffff", 21), ("#777777", "#fff", 4.48), ("#767676", "#fff", 4.54)],
)
def test_contrast_is_that_of_the_standard(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
