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


def holds_lonely(body):
    module = f"var lonely = 2; function Map(a) {{ {body} }} export {{ Map }};"
    return "var lonely = 2" in sift(module, ["Map"], [])


@pytest.mark.parametrize(
    "body",
    [
        "var lonely = 1; return lonely;",
        "function lonely() {} return lonely();",
        "try { a(); } catch (lonely) { return lonely; }",
        "return function (b, lonely) { return lonely; };",
        "if (a) { var lonely = 1; } return lonely;",
        "return a.lonely;",
        "return {lonely: 1};",
    ],
)
def test_what_a_function_declares_itself_is_not_needed_from_outside(body):
    assert not holds_lonely(body)


@pytest.mark.parametrize(
    "body",
    [
        "return lonely;",
        "function inner() { var lonely; } return lonely;",
        "var f = function (lonely) {}; return lonely;",
        "return {lonely};",
        "return {a: function () { return [1, lonely]; }};",
    ],
)
def test_what_a_function_has_from_outside_is_kept(body):
    assert holds_lonely(body)


def test_the_arguments_of_a_function_are_its_own():
    module = "var arguments = 1; function Map() { return arguments; } export { Map };"
    assert "var arguments" not in sift(module, ["Map"], [])


def test_comments_and_exports_are_left_out_and_the_rest_stands_in_its_order():
    module = """// first
var one = 1, two = 2, three = 3;
/* then */
export { add as plus, two };
function add() { return one; }
(function () { add.ready = true; })();
"""
    assert sift(module, ["plus", "two"], []) == (
        "(function(){\nvar one = 1;\nvar two = 2;\nfunction add() { return one; }\n"
        "(function () { add.ready = true; })();\nreturn{plus:add,two:two};})()"
    )


def test_a_statement_that_adds_to_nothing_in_particular_stays():
    loop = "for (var i = 0; i < 2; i++) { Map[i] = i; }"
    module = f"function Map() {{}} {loop} export {{ Map }};"
    assert loop in sift(module, ["Map"], [])


@pytest.mark.parametrize(
    ("members", "left"),
    [
        ("a: 1, go: 2, b: 3, run: 4, c: 5", "a: 1,  b: 3,  c: 5"),
        ("go:1,run:2,a:3", "a:3"),
        ("a: 1, go: 2", "a: 1, "),
        ("go: {go: 1, run: 2}, a: 3, run: 4", " a: 3, "),
        ("'é': 'ё', go: 2, a: 1, run: 3", "'é': 'ё',  a: 1, "),
    ],
)
def test_methods_are_cut_wherever_they_stand(members, left):
    module = f"var map = {{{members}}}, o = {{run: 1, go: 2}}; export {{ map }};"
    text = sift(module, ["map"], [], ["go", "run"])
    assert text == f"(function(){{\nvar map = {{{left}}};\nreturn{{map:map}};}})()"


def test_all_names_that_are_wrong_are_named_in_order():
    with pytest.raises(ValueError, match=r"^the module has no gone, lost$"):
        sift(MODULE, ["lost", "gone"], [])
    with pytest.raises(ValueError, match=r"^what is wanted needs Map, lonely$"):
        sift(MODULE, ["Popup", "extra"], ["lonely", "Map"])
    with pytest.raises(ValueError, match=r"^the module has no method fly$"):
        sift(MODULE, ["Map"], [], ["zoom", "swim", "fly"])
