import pytest

from csto_atlas.maps.assets.vendor.tree_shaking import shake

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
    text = shake(MODULE, ["Map"], ["Popup"])
    assert "shared" in text
    assert "unused" not in text
    assert "Popup" not in text
    assert text.endswith("return{Map:Map};})()")


def test_a_parameter_is_not_the_declaration_of_the_same_name():
    text = shake(MODULE, ["Map"], ["Popup"])
    assert "zoom" in text
    assert "var lonely" not in text
    assert "var lonely" in shake(MODULE, ["Map", "extra"], ["Popup"])


def test_additions_to_what_stays_stay():
    assert "Map.first = true" in shake(MODULE, ["Map"], ["Popup"])
    assert "openPopup" in shake(MODULE, ["Map"], [])


def test_additions_to_what_goes_go():
    module = MODULE.replace("export {", "unused.prototype.far = shared; export {")
    assert "far" not in shake(module, ["Map"], ["Popup"])
    assert "far" in shake(module, ["Map", "extra"], ["Popup"])


def test_a_statement_that_extends_nothing_by_name_stays():
    module = "var a = 1; (function () { a = 2; })(); export { a };"
    assert "a = 2" in shake(module, ["a"], [])


def test_a_statement_that_uses_something_unwanted_goes():
    module = "var a = 1, b = 2; if (b) { a = b; } export { a };"
    assert "if" not in shake(module, ["a"], ["b"])
    assert "if (b)" in shake(module, ["a"], [])


def test_a_variable_of_an_inner_function_is_not_the_module_s():
    module = "var a = 1, b = 2; function f() { var b = a; return b; } export { f };"
    text = shake(module, ["f"], ["b"])
    assert "var a = 1;" in text


def test_the_error_of_a_catch_clause_is_not_the_module_s():
    module = (
        "var e = 1; function f() { try { f(); } catch (e) { f(e); } } export { f };"
    )
    assert "var e" not in shake(module, ["f"], [])


def test_nothing_is_wanted_and_unwanted():
    with pytest.raises(ValueError, match="what is wanted needs Map"):
        shake(MODULE, ["Popup"], ["Map"])


@pytest.mark.parametrize(("wanted", "unwanted"), [(["gone"], []), (["Map"], ["gone"])])
def test_a_name_that_is_not_there_is_an_error(wanted, unwanted):
    with pytest.raises(ValueError, match="the module has no gone"):
        shake(MODULE, wanted, unwanted)


def test_methods_that_nothing_calls_are_left_out():
    text = shake(MODULE, ["Map"], ["Popup"], ["zoom"])
    assert "zoom" not in text
    assert "Map.include({})" in text


@pytest.mark.parametrize(
    ("method", "problem"),
    [("fly", "the module has no method fly"), ("go", "what is wanted calls go")],
)
def test_a_method_that_is_called_or_not_there_is_an_error(method, problem):
    module = "var map = {go: 1, run: function () { map.go; }}; export { map };"
    with pytest.raises(ValueError, match=problem):
        shake(module, ["map"], [], [method])


def test_text_that_is_no_script_is_an_error():
    with pytest.raises(ValueError, match="not valid JavaScript"):
        shake("var = ;", [], [])


def test_statements_joined_by_commas_stay_or_go_each_for_itself():
    text = "var a = {}, b = {}, c = 1; a.x = c, b.y = 2, a.z = b; export { a };"
    assert shake(text, ["a"], ["b"]) == (
        "(function(){\nvar a = {};\nvar c = 1;\na.x = c;\nreturn{a:a};})()"
    )
