import pytest

import build
from csto_atlas.maps.assets.vendor.esbuild import PINS, drop_unreachable, minify
from csto_atlas.maps.assets.vendor.npm import is_fresh

CACHE = build.ROOT / ".inputs" / "esbuild"
pytestmark = pytest.mark.skipif(
    not is_fresh(PINS, CACHE), reason="make vendor has not run here"
)


def test_local_names_are_shortened_and_the_top_level_name_stays():
    script = "const L = (function () { var longName = 1; return longName + f(); })();"
    text = minify(script, CACHE)
    assert text.startswith("const L=")
    assert "longName" not in text


def test_a_script_that_is_not_valid_is_an_error():
    with pytest.raises(ValueError, match="Expected identifier"):
        minify("const = 1;", CACHE)


def test_private_names_are_shortened_but_those_that_are_asked_for_from_outside():
    script = "L._onDrag = function () { return this._map + this._leaflet_id; };"
    text = minify(script, CACHE)
    assert "_onDrag" not in text
    assert "_map" in text
    assert "_leaflet_id" in text


def test_what_cannot_be_reached_goes_and_names_stay():
    module = "function a() { if (false) { b(); } return c; }\nexport { a };"
    text = drop_unreachable(module, CACHE)
    assert "b()" not in text
    assert "function a()" in text
