"""What the documents say is true."""

import re
from importlib import resources

import pytest

import build

README = (build.ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = build.ROOT / "docs" / "architecture.md"
DOCUMENTS = sorted(
    path
    for folder in ("", "docs/**/", "events/**/", "examples/**/", "geodata/**/")
    for path in build.ROOT.glob(f"{folder}*.md")
)
# A file, or a folder with its stroke, below one of our own folders.
PATH = re.compile(r"\b(?:docs|events|geodata|maps|tests)/[\w./-]*\w/?")
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
def test_the_example_puts_layers_with_time_where_they_belong(browser, folium_page):
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
    assert page.get_attribute(".time-slider input", "aria-valuetext") == "2012"
    assert page.locator(".time-layer path[data-value]").count() == 2
    assert page.get_attribute('[data-code="UZB"]', "data-state") == "suspended"
    page.close()


@pytest.mark.parametrize(
    "document", DOCUMENTS, ids=lambda path: str(path.relative_to(build.ROOT))
)
def test_every_linked_file_exists(document):
    text = document.read_text(encoding="utf-8")
    for link in re.findall(r"\]\((?!http)([^)#]+)\)", text):
        assert (document.parent / link).exists(), link


def test_every_path_of_the_architecture_exists():
    found = PATH.findall(ARCHITECTURE.read_text(encoding="utf-8"))
    assert len(found) > 50
    assert [path for path in found if not (build.ROOT / path).exists()] == []


def test_every_record_and_function_of_the_architecture_exists():
    text = ARCHITECTURE.read_text(encoding="utf-8")
    records = re.findall(r"-> ([A-Z]\w+)", text)
    functions = re.findall(r"`([a-z]+(?:_[a-z]+)+|[a-z]+[A-Z]\w+)`", text)
    assert len(records) > 10
    assert len(functions) > 2
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("events", "geodata", "maps")
        for path in (build.ROOT / folder).rglob("*.*")
        if path.suffix in (".py", ".js")
    )
    for name in {*records, *functions}:
        assert re.search(rf"^(export )?(class|def|function) {name}\b", code, re.M), name


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


@pytest.fixture
def data(tmp_path):
    """Return a new data set, as `new` writes it, in English."""
    assert build.main(["new", str(tmp_path / "data")]) == 0
    path = tmp_path / "data" / "dataset.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[en, ar]", "[en]"), encoding="utf-8")
    return path.parent


def add(path, text):
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


@pytest.mark.build
def test_a_country_and_a_map_are_added_as_the_readme_says(data, tmp_path):
    row = "benelux,FRA,member,1960,,low,Only to try it,,uia,\n"
    add(data / "memberships.csv", row)
    maps, events = data / "maps", data / "events" / "benelux.yml"
    spec = (maps / "membership.yml").read_text(encoding="utf-8")
    add(maps / "west.yml", spec.replace("\nid: membership", "\nid: west"))
    text = events.read_text(encoding="utf-8")
    changed = text.replace("maps: [membership]", "maps: [membership, west]")
    events.write_text(changed, encoding="utf-8")
    assert build.main(["check", "--strict", "--data", str(data)]) == 0
    out = tmp_path / "dist"
    assert build.main(["--data", str(data), "--out", str(out)]) == 0
    for name in ("membership", "west"):
        page = (out / "en" / f"{name}.html").read_text(encoding="utf-8")
        assert 'data-code="FRA" data-state="member"' in page


@pytest.mark.slow
def test_a_layer_is_added_as_its_document_says(data, capsys):
    text = (build.ROOT / "docs" / "layers.md").read_text(encoding="utf-8")
    record, rows = (
        re.search(rf"```{kind}\n(.*?)```", text, re.DOTALL)[1]
        for kind in ("yaml", "csv")
    )
    add(data / "layers" / "seen.yml", record)
    add(data / "layers" / "seen.csv", rows)
    add(data / "maps" / "membership.yml", "layers: [seen]\n")
    source = "{id: hill-2021, kind: press, publisher: Two, title: Seen, language: en}"
    add(data / "sources.yml", f"- {source}\n")
    assert build.main(["check", "--strict", "--data", str(data)]) == 0
    assert capsys.readouterr().out.endswith("2 events, 1 map: no problem\n")


def test_the_colours_of_the_document_of_sheets_can_be_read(data, capsys):
    text = (build.ROOT / "docs" / "from-a-spreadsheet.md").read_text(encoding="utf-8")
    (palette,) = re.findall(r"```yaml\n(palette:.*?)```", text, re.DOTALL)
    add(data / "dataset.yml", palette)
    assert build.main(["check", "--strict", "--data", str(data)]) == 0
