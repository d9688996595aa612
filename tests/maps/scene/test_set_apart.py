import re

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.scene.assemble import make_scene
from csto_atlas.maps.scene.set_apart import set_apart
from tests.made.worlds import COUNTRIES, make_world

SCENE = make_scene(make_world(), Texts("en", COUNTRIES))


def test_every_id_that_is_used_has_the_name_of_its_element():
    css, svg = set_apart(SCENE, "here")
    ids = set(re.findall(r' id="([^"]*)"', svg))
    used = set(re.findall(r'url\(#([^)]*)\)| href="#([^"]*)"', css + svg))
    assert ids and all(name.startswith("here-") for name in ids)
    # Keys have patterns of their own, which are in pages.
    assert {a or b for a, b in used if not (a or b).endswith("-key")} <= ids


def test_two_scenes_share_no_id():
    ids = [
        set(re.findall(r' id="([^"]*)"', set_apart(SCENE, name)[1])) for name in "ab"
    ]
    assert not ids[0] & ids[1]


def test_styles_hold_for_one_element_and_are_light():
    css, _ = set_apart(SCENE, "here")
    assert css.startswith("#here-scene{") and css.count("{") == css.count("}")
    assert ":root" not in css and ".atlas-scene" not in css
    assert "prefers-color-scheme" in SCENE.css
    assert "prefers-color-scheme" not in css
