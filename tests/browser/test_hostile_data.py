"""A whole atlas whose every text is hostile: it is shown, never run, and fits."""

import csv
import json
import re
from collections import Counter
from html import unescape
from itertools import product

import pytest
from lxml import etree

import build
from csto_atlas.events.files.text import CONTROL
from csto_atlas.events.load import MEMBERSHIPS
from csto_atlas.maps import load as facts
from csto_atlas.maps.downloads.tables import FORMULA
from tests.conftest import MAPS
from tests.faults.hostile import CORPUS, write_hostile
from tests.faults.hostile_layers import FEW, MAP
from tests.faults.rounds import PROOF
from tests.made.downloads import read_csv
from tests.maps.downloads.test_export import validate

pytestmark = pytest.mark.browser
ALL = [
    *(f"{language}/{name}.html" for language in ("en", "ar") for name in MAPS),
    "en/article.html",
    "index.html",
]
PAGES = ALL if PROOF else ["en/almaty.html", "ar/border.html", "index.html"]
LAYERED = "border.html"  # has layers here, and none in the default atlas
USE = """
async () => {
  const time = document.getElementById("time");
  for (let tick = 0; time && tick <= time.max; tick++) {
    time.value = tick;
    time.dispatchEvent(new Event("input", { bubbles: true }));
  }
  for (const node of document.querySelectorAll("[data-select]")) {
    node.click();
    node.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
  }
  const drawn = "[data-code],[data-event],[data-area],[data-layer] > *";
  for (const node of document.querySelectorAll(drawn)) {
    for (const name of ["pointerover", "pointermove", "mouseover", "focus"]) {
      node.dispatchEvent(new PointerEvent(name, { bubbles: true }));
    }
  }
  for (const node of document.querySelectorAll("details")) node.open = true;
  for (const node of [...document.querySelectorAll("#found button")]) {
    if (node.checkVisibility()) node.click();
  }
  document.querySelectorAll("a").forEach((node) => node.focus());
  await new Promise((done) => setTimeout(done, 400));
}
"""
# What a page must not have, whatever its texts are.
BAD = """
() => ({
  hacked: window.hacked,
  links: [...document.querySelectorAll("[href],[src],[action],[data]")]
    .map((node) => node.href?.baseVal ?? node.href ?? node.src ?? node.action)
    .filter((url) => !/^(https?:|file:|data:image|data:,$|#)/.test(url)),
  handlers: [...document.querySelectorAll("*")].flatMap((node) =>
    node.getAttributeNames().filter((name) => name.startsWith("on"))),
})
"""
# But those of cards that are made ready whenever the browser is idle.
TAGS = """() => [...document.querySelectorAll('*')].filter(
  (node) => !node.closest('#panel article[hidden]')).map((node) => node.tagName)"""

INERT = {"svg", "g", "path", "text", "tspan", "circle", "rect", "line", "title", "desc",
         "style", "defs", "pattern", "marker", "use", "clipPath", "bdi"}  # fmt: skip
WORDS = """
() => {
  const body = document.body.cloneNode(true);
  const unread = "script,style,noscript,textarea";
  for (const node of body.querySelectorAll(unread)) node.remove();
  return body.textContent;
}
"""


def build_hostile(folder, *arguments, corpus=CORPUS, hostile=None):
    data, geodata, given = write_hostile(folder, corpus, hostile)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facts, "GEODATA", geodata)
        # Rules that look for places in texts.
        for rule in ("check_exact_places", "check_place_names"):
            patch.setattr(facts, rule, lambda *arguments: [])
        out = str(folder / "dist")
        assert build.main(["--data", str(data), "--out", out, *arguments]) == 0
    return folder / "dist", given


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Return the folder of a hostile atlas, and its texts by place."""
    return build_hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def tame(tmp_path_factory):
    """Return the folder of the same map with layers, with harmless texts."""
    languages = ("--lang", "ar", *(("--lang", "en") if PROOF else ()))
    arguments = ("--map", MAP, *languages)
    folder = tmp_path_factory.mktemp("tame")
    return build_hostile(folder, *arguments, corpus=("Something",))[0]


def tidy(text):
    """Put blanks as a browser does, and as texts are read: no blanks at the ends."""
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("name", PAGES)
def test_hostile_texts_stay_texts(open_page, request, hostile, name):
    out, given = hostile
    page = open_page(f"{out}/{name}", width=1280)
    tame = request.getfixturevalue("tame" if LAYERED in name else "atlas")
    other = open_page(f"{tame}/{name}", width=1280)
    more = Counter(page.evaluate(TAGS)) - Counter(other.evaluate(TAGS))
    # Other labels have room on the map; the gallery lists the tables of the layers.
    listed = {"A", "TD", "TH", "TR"} if name == "index.html" else set()
    assert set(more) <= {"g", "text", "tspan", "circle"} | listed
    page.evaluate(USE)
    assert page.evaluate(BAD) == {"hacked": None, "links": [], "handlers": []}
    own = ("data:", f"file://{out}/")
    assert not [url for url in page.requests if not url.startswith(own)]
    assert not page.problems
    shown = tidy(page.evaluate(WORDS))
    texts = dict(enumerate(given.values()))
    marks = {int(number) for number in re.findall(r"\bz(\d+)z\b", shown)}
    # Files of events may have entities, as pages have them.
    forms = {n: {tidy(texts[n]), tidy(unescape(texts[n]))} for n in marks}
    lost = [n for n in marks if not any(form in shown for form in forms[n])]
    assert len(marks) > 20
    assert not lost, [texts[n] for n in lost[:5]]


@pytest.mark.parametrize("width", [360, 1280] if PROOF else [360])
@pytest.mark.parametrize("name", ALL if PROOF else ["en/membership.html"])
def test_hostile_texts_fit(open_page, hostile, name, width):
    page = open_page(f"{hostile[0]}/{name}", width=width)
    page.evaluate(USE)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width


def test_every_text_of_a_layer_of_few_events_is_shown(open_page, hostile):
    out, given = hostile
    shown = tidy(open_page(f"{out}/ar/{LAYERED}").evaluate(WORDS))
    wanted = {
        "seen": ("title", "text", "source"),
        "ucdp": ("dyad_name", "where_description", "source_article"),
        "acled": ("event_type", "sub_event_type"),
    }
    for name, roles in wanted.items():
        for role in roles:
            texts = [given[name, number, role] for number in range(FEW)]
            # Files of events may have entities, as pages have them.
            lost = [text for text in texts if tidy(unescape(text)) not in shown]
            assert not lost, (name, role)
    # The terms of ACLED let nobody have them.
    assert not [n for n in range(FEW) if tidy(given["acled", n, "notes"]) in shown]
    for name, field in product(("seen", "many"), ("name", "covers", "licence")):
        assert tidy(given[name, field, "ar"]) in shown


def test_memberships_of_a_hostile_sheet_are_read(hostile, atlas):
    def read(out):
        path = out / "data" / "memberships.csv"
        rows = read_csv(path.read_text(encoding="utf-8"))
        return sorted(tuple(row[name] for name in MEMBERSHIPS.plain) for row in rows)

    assert read(hostile[0]) == read(atlas)


def test_hostile_tables_have_no_formula_and_no_lost_cell(hostile):
    folder = hostile[0] / "data"
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = [one for one in package["resources"] if "schema" in one]
    assert {one["path"] for one in tables} == {p.name for p in folder.glob("*.csv")}
    texts = 0
    for one in tables:
        strings = [f["type"] == "string" for f in one["schema"]["fields"]]
        with (folder / one["path"]).open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                assert len(row) == len(strings), one["path"]
                cells = [c for c, is_text in zip(row, strings, strict=True) if is_text]
                texts += sum(bool(re.search(r"z\d+z", cell)) for cell in cells)
                assert not [cell for cell in cells if FORMULA.match(cell)]
                assert not CONTROL.search("".join(row)), one["path"]
    assert texts > 200


def test_the_package_of_hostile_texts_is_valid_for_frictionless(hostile):
    found = validate(hostile[0] / "data" / "datapackage.json")
    assert found
    assert not {name: errors for name, errors in found.items() if errors}


def test_hostile_shapes_are_geojson(hostile, atlas):
    def read(out, name):
        text = (out / "data" / name).read_text(encoding="utf-8")
        return [
            (f["geometry"], {*f["properties"]}) for f in json.loads(text)["features"]
        ]

    for name in ("areas.geojson", "events.geojson", "territories.geojson"):
        assert read(hostile[0], name) == read(atlas, name)


def test_hostile_stills_are_pictures_and_nothing_else(hostile):
    paths = sorted((hostile[0] / "stills").rglob("*.svg"))
    assert len(paths) > 50
    for path in paths if PROOF else paths[::7]:
        for node in etree.parse(path).iter():
            assert isinstance(node.tag, str), path  # no comment, no instruction
            assert etree.QName(node).localname in INERT, (path, node.tag)
            assert not [name for name in node.attrib if name.startswith("on")]
            links = [v for n, v in node.attrib.items() if n.endswith(("href", "src"))]
            assert all(link.startswith("#") for link in links)
            is_style = etree.QName(node).localname == "style"
            assert not (is_style and re.search(r"z\d+z|@import|http", node.text or ""))


def test_a_hostile_still_runs_nothing(open_page, hostile):
    path = hostile[0] / "stills" / "en" / "border-2022-09.svg"
    page = open_page(str(path))
    assert page.evaluate("window.hacked") is None
    assert page.requests == [path.as_uri()]
    assert not page.problems
