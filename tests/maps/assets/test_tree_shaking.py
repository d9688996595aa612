import pytest

from csto_atlas.maps.assets.tree_shaking import sift

MODULE = """
var shared = 1, lonely = 2;
function Map(id) { this.id = id; }
Map.include = function (more) { return shared; };
function Popup() { return Map; }
Map.include({openPopup: function () { return new Popup(); }});
Map.include({zoom: function (lonely) { return lonely; }});
function unused() { return lonely; }
if (shared) { Map.first = true; }
export { Map, Popup, unused as extra };
"""


def test_only_what_is_needed_stays():
    text = sift(MODULE, ["Map"], ["Popup"])
    assert "shared" in text
    assert "unused" not in text
    assert "Popup" not in text
    assert text.endswith("return{Map:Map};})()")


def test_a_parameter_is_not_the_declaration_of_the_same_name():
    text = sift(MODULE, ["Map"], ["Popup"])
    assert "zoom" in text
    assert "var lonely" not in text
    assert "var lonely" in sift(MODULE, ["Map", "extra"], ["Popup"])


def test_additions_to_what_stays_stay():
    assert "Map.first = true" in sift(MODULE, ["Map"], ["Popup"])
    assert "openPopup" in sift(MODULE, ["Map"], [])


def test_additions_to_what_is_left_out_are_left_out():
    module = """
function Map() {}
function Circle() {}
Circle.include({radius: 1});
Circle.prototype.grow = function () {};
export { Map, Circle };
"""
    assert sift(module, ["Map"], []) == (
        "(function(){\nfunction Map() {}\nreturn{Map:Map};})()"
    )
    both = sift(module, ["Map", "Circle"], [])
    assert "radius" in both
    assert "grow" in both


def test_nothing_is_wanted_and_unwanted():
    with pytest.raises(ValueError, match="what is wanted needs Map"):
        sift(MODULE, ["Popup"], ["Map"])


@pytest.mark.parametrize(("wanted", "unwanted"), [(["gone"], []), (["Map"], ["gone"])])
def test_a_name_that_is_not_there_is_an_error(wanted, unwanted):
    with pytest.raises(ValueError, match="the module has no gone"):
        sift(MODULE, wanted, unwanted)


def test_methods_that_nothing_calls_are_left_out():
    text = sift(MODULE, ["Map"], ["Popup"], ["zoom"])
    assert "zoom" not in text
    assert "Map.include({})" in text


@pytest.mark.parametrize(
    ("method", "problem"),
    [("fly", "the module has no method fly"), ("go", "what is wanted calls go")],
)
def test_a_method_that_is_called_or_not_there_is_an_error(method, problem):
    module = "var map = {go: 1, run: function () { map.go; }}; export { map };"
    with pytest.raises(ValueError, match=problem):
        sift(module, ["map"], [], [method])


def test_text_that_is_no_script_is_an_error():
    with pytest.raises(ValueError, match="not the JavaScript"):
        sift("var = ;", [], [])
