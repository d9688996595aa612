"""Pages take no string as markup, but the two constant ones that Leaflet has."""

import pytest

import build
from tests.browser.policy import VIOLATIONS
from tests.browser.waiting import rest
from tests.release.wheel import LAYER, ROWS

pytestmark = pytest.mark.browser
LEAFLET = [
    '<span aria-hidden="true">+</span>',
    '<span aria-hidden="true">&#x2212;</span>',
]
SET = """text => {
  try {
    document.createElement("div").innerHTML = text;
    return "taken";
  } catch (error) {
    return error.name;
  }
}"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Build what `new` writes, with a layer; return the folder of its pages."""
    folder = tmp_path_factory.mktemp("trusted")
    data, out = folder / "data", folder / "dist"
    assert build.main(["new", str(data)]) == 0
    (data / "layers").mkdir()
    (data / "layers" / "seen.yml").write_text(LAYER.replace("SOURCE", "uia"))
    (data / "layers" / "seen.csv").write_text(ROWS)
    with (data / "maps" / "membership.yml").open("a") as file:
        file.write("\nlayers: [seen]\n")
    assert build.main(["--data", str(data), "--out", str(out)]) == 0
    return out


def test_a_map_is_used_without_a_violation(open_page, pages):
    page = open_page(f"{pages}/en/membership.html#t=1958", script=VIOLATIONS)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.locator("#panel [data-entry]:not([hidden])").first.wait_for()
    for selector in (".leaflet-control-zoom-in", "#next-change", "#previous"):
        page.click(selector)
    page.evaluate("document.querySelector('[data-select]').click()")
    for button in page.locator("button:visible").all():
        button.click()
    rest(page, 400)
    assert page.locator("svg .ring path").count() == 2
    assert page.evaluate("violations") == []
    assert not page.problems


def test_a_map_takes_the_markup_of_leaflet_and_no_other(open_page, pages):
    page = open_page(f"{pages}/en/membership.html", script=VIOLATIONS)
    assert [page.evaluate(SET, text) for text in LEAFLET] == ["taken"] * 2
    for text in ("", "<svg/>", "<svg onload=hacked()>", "text"):
        assert page.evaluate(SET, text) == "TypeError"
    assert page.evaluate("violations.length") == 4


def test_the_gallery_takes_no_markup_at_all(open_page, pages):
    page = open_page(f"{pages}/index.html", script=VIOLATIONS)
    assert page.evaluate("violations") == []
    assert not page.problems
    assert page.evaluate(SET, LEAFLET[0]) == "TypeError"
    policy = "() => trustedTypes.createPolicy('default', {createHTML: text => text})"
    with pytest.raises(Exception, match="disallowed"):
        page.evaluate(policy)


def test_no_place_of_a_reader_is_told_to_where_a_link_leads(open_page, pages):
    page = open_page(f"{pages}/en/membership.html#t=1958")
    page.route("https://example.org/**", lambda route: route.fulfill(body="there"))
    page.evaluate("location.href = 'https://example.org/source'")
    page.wait_for_url("https://example.org/source")
    assert page.evaluate("document.referrer") == ""
