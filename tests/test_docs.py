"""What the documents say is true."""

import re
from importlib import resources

import pytest

import build

README = (build.ROOT / "README.md").read_text(encoding="utf-8")
LEAFLET = resources.files("xstatic.pkg.leaflet") / "data"


@pytest.fixture(scope="session")
def folium_page(tmp_path_factory):
    """Run the example of the README and return the page it saves."""
    folder = tmp_path_factory.mktemp("example")
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        exec(compile(code, "README.md", "exec"), {})
    return folder / "on-folium.html"


def serve_offline(route):
    """Answer with Leaflet from the package; everything else is not there."""
    name = route.request.url.rsplit("/", 1)[-1]
    if "leaflet@" in route.request.url and name in ("leaflet.js", "leaflet.css"):
        route.fulfill(body=(LEAFLET / name).read_text())
    elif route.request.url.startswith("file:"):
        route.continue_()
    else:
        route.abort()


@pytest.mark.browser
def test_the_example_puts_a_scene_where_it_belongs(browser, folium_page):
    page = browser.new_page(viewport={"width": 1000, "height": 700})
    page.route("**/*", serve_offline)
    page.goto(f"file://{folium_page}")
    page.wait_for_selector(".leaflet-overlay-pane svg")
    box = page.locator('[data-code="KAZ"]').bounding_box()
    west, east = page.evaluate(
        """() => {
          const map = Object.values(window).find(value => value instanceof L.Map);
          return [[48, 46.493], [50, 87.315]].map(
            at => map.latLngToContainerPoint(at).x);
        }"""
    )
    # The westernmost and the easternmost degree of Kazakhstan, within two pixels.
    assert box["x"] == pytest.approx(west, abs=3)
    assert box["x"] + box["width"] == pytest.approx(east, abs=3)
    assert page.locator(".leaflet-marker-pane img").count() == 1
    page.close()


def test_every_linked_file_exists():
    for link in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (build.ROOT / link).exists(), link


def test_every_make_target_of_the_readme_exists():
    targets = (build.ROOT / "Makefile").read_text()
    for target in re.findall(r"\bmake ([a-z]+)", README):
        assert re.search(rf"^{target}:", targets, re.MULTILINE), target


def test_every_decision_is_numbered_and_short():
    files = sorted((build.ROOT / "docs" / "decisions").glob("*.md"))
    for number, path in enumerate(files, 1):
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {number:03}: ")
        assert len(text.splitlines()) < 25
