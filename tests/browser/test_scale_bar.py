"""The bar is as long as the kilometres that it names."""

import pytest

from tests.browser.modules import open_module
from tests.browser.waiting import rest

pytestmark = pytest.mark.browser


def test_lengths_are_round_and_no_longer_than_asked(browser):
    expected = {1: 1, 1.9: 1, 2: 2, 499: 200, 730: 500, 0.7: 0.5}
    page = open_module(browser, "scale_bar.js")
    found = page.evaluate("all => all.map(l => roundLength(l))", [*expected])
    assert found == pytest.approx([*expected.values()])
    page.close()


@pytest.mark.parametrize("name", ["almaty", "border"])
def test_a_bar_measures_the_map_at_every_zoom(open_page, atlas, name):
    # Without animation: a busy machine may take its time for one.
    page = open_page(f"{atlas}/en/{name}.html", reduced_motion="reduce")
    for _ in range(2):
        km = float(page.inner_text("#scale").split()[0].replace(",", ""))
        width = page.locator("#scale").bounding_box()["width"]
        steps = page.evaluate(
            """() => { const svg = document.querySelector("#scene");
              return svg.viewBox.baseVal.width * Number(svg.dataset.km)
                / svg.getBoundingClientRect().width; }"""
        )
        assert width * steps == pytest.approx(km, rel=0.03)
        page.click(".leaflet-control-zoom-in")
        rest(page, 300)


@pytest.mark.parametrize("lang", ["ar", "ru"])
def test_a_bar_of_a_thousand_is_written_as_in_the_texts(open_page, atlas, lang):
    page = open_page(f"{atlas}/{lang}/membership.html", width=360)
    assert page.inner_text("#scale").split()[0] == "1000"
