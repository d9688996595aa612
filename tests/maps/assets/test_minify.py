import pytest

from csto_atlas.maps.assets.minify import minify_script, minify_style


def test_names_of_the_page_stay_and_local_ones_are_short():
    text = "function start(wanted) {\n  // a remark\n  return wanted + 1;\n}\n"
    assert minify_script(text) == "function start(e){return e+1}"


def test_a_style_sheet_keeps_its_variables():
    assert minify_style(":root {\n  --ink: #111111;\n}\n") == ":root{--ink:#111111}"


@pytest.mark.parametrize("text", ["function (", "let = ;"])
def test_what_is_no_script_is_refused(text):
    with pytest.raises(ValueError, match="text/javascript"):
        minify_script(text)
