from dataclasses import replace

from lxml import etree

from csto_atlas.maps.drawing.event_symbols import Mark
from csto_atlas.maps.drawing.medium import PageMedium
from csto_atlas.maps.scene.markup import write_scene
from tests.maps.stills.views import MEDIUM, make_view


def draw(medium, tick=4, **changes):
    spec, parts, states = make_view(tick, **changes)
    return etree.fromstring(write_scene(spec, parts, states, medium, label="A pact"))


def test_the_states_are_those_of_the_tick():
    for tick, state in ((0, "member"), (4, "frozen")):
        assert draw(MEDIUM, tick).xpath('//*[@data-code="AAA"]/@data-state') == [state]


def test_a_page_has_what_its_script_needs_and_a_still_has_not():
    page, still = draw(PageMedium(2.0)), draw(MEDIUM)
    for path in (
        "//*[@data-held]",
        "//*[@data-outline]",
        "//@data-far",
        "//*[@id='scene']",
    ):
        assert page.xpath(path), path
        assert not still.xpath(path), path


def test_a_still_shows_its_part_at_its_place():
    root = draw(MEDIUM)
    assert root.get("viewBox") == "0.0 0.0 2000.0 1000.0"
    assert [root.get(name) for name in ("x", "y", "width", "height")] == [
        "250", "124", "950", "472",
    ]  # fmt: skip


def test_patterns_of_map_and_key_have_their_own_scales():
    patterns = draw(MEDIUM).xpath("//pattern")
    scales = {one.get("id"): one.get("patternTransform") for one in patterns}
    assert scales["membership-frozen"] == "scale(2.00)"
    assert scales["membership-frozen-key"] == "scale(1.25)"


def test_a_past_sign_of_a_still_stands_at_its_place_without_stem_or_circle():
    spec, parts, states = make_view(keeps_past=True)
    mark = Mark("signed", "act", False, 10, 20, ((9.0, 16.0, 0.0),), None)
    parts = replace(parts, marks=[mark], kinds=("act",))

    def tags(medium):
        root = etree.fromstring(write_scene(spec, parts, states, medium))
        (sign,) = root.xpath("//*[@data-event]")
        return [node.tag for node in sign.iter()]

    assert states.phases["signed"] == "past"
    assert tags(PageMedium(2.0)) == ["g", "g", "path", "g", "circle", "use"]
    assert tags(MEDIUM) == ["g", "g", "g", "use"]
