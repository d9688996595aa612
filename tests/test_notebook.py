"""The notebook runs from its first cell to its last, and its maps are right."""

import ast
import json
from contextlib import redirect_stdout
from io import StringIO

import pytest

import build
from tests.browser.folium_pages import bring_leaflet, open_folium

NOTEBOOK = build.ROOT / "docs" / "folium.ipynb"
SANDBOX = '<iframe sandbox="allow-scripts" '


def run_cell(source, names):
    """Run a cell; return what a notebook would show below it: HTML, or text."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    printed = StringIO()
    with redirect_stdout(printed):
        exec(compile(tree, "cell", "exec"), names)
        value = None
        if last is not None:
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    html = getattr(value, "_repr_html_", lambda: "" if value is None else repr(value))
    return printed.getvalue() + html()


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """Return what each cell of code shows."""
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    names = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("notebook"))
        return [
            run_cell("".join(cell["source"]), names)
            for cell in cells
            if cell["cell_type"] == "code"
        ]


@pytest.mark.data_set
def test_every_cell_shows_something(outputs):
    assert all(outputs)
    assert sum("<iframe" in html for html in outputs) == 2
    assert outputs[-1].count("\n") == 2  # two wrong rows


def test_the_notebook_is_kept_without_outputs():
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    assert not any(cell.get("outputs") for cell in cells)


@pytest.mark.browser
@pytest.mark.data_set
def test_all_its_maps_work_in_one_page_of_sandboxed_frames(outputs, browser):
    html = bring_leaflet("".join(outputs)).replace("<iframe ", SANDBOX)
    page = open_folium(browser, f"<!DOCTYPE html><body>{html}")
    first, second = (page.frame_locator("iframe").nth(n) for n in (0, 1))
    for frame, year in ((first, "1996"), (second, "2012")):
        time = frame.locator(".time-slider input")
        assert time.get_attribute("aria-valuetext") == year
    assert (
        second.locator('[data-code="UZB"]').get_attribute("data-state") == "suspended"
    )
    first.locator(".time-slider input").press("Home")
    assert first.locator(".time-layer path[data-value]").count() == 1
    assert page.problems == []
    page.close()
