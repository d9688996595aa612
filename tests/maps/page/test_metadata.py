"""What previews, search engines and editors' systems read of a page."""

import json
import re
from html.parser import HTMLParser

import pytest

import build
from csto_atlas.maps.page.metadata import locale_of
from csto_atlas.maps.stills.names import name_calls
from csto_atlas.maps.stills.raster.cards import choose_first
from tests.conftest import LANGUAGES, MAPS

PAGE_NAMES = (*MAPS, "article")
SITE = "https://maps.example.org/csto/"
# Latitude and longitude of places that a map's first view has.
SEEN = {
    "membership": [(55.75, 37.6), (38.5, 68.8)],  # Moscow, Dushanbe
    "almaty": [(43.25, 76.9), (40.15, 44.4)],  # Almaty, Zvartnots
    "border": [(40.2, 44.5), (39.2, 46.4)],  # Yerevan, Kapan
}


class Head(HTMLParser):
    """Collects the properties and links of a head, and its linked data."""

    def __init__(self, html):
        super().__init__()
        self.properties, self.links, self.linked = {}, [], ""
        self.is_linked = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "meta" and "property" in found:
            self.properties.setdefault(found["property"], []).append(found["content"])
        if tag == "link":
            self.links.append(found)
        self.is_linked = found.get("type") == "application/ld+json"

    def handle_endtag(self, tag):
        self.is_linked = False

    def handle_data(self, data):
        if self.is_linked:
            self.linked += data

    def link(self, **wanted):
        """Return the address of the one link that has these attributes."""
        (found,) = [one for one in self.links if wanted.items() <= one.items()]
        return found["href"]

    def things(self):
        """Return what the linked data speak of, by type."""
        told = json.loads(self.linked)
        assert told["@context"] == "https://schema.org"
        return {thing["@type"]: thing for thing in told["@graph"]}


@pytest.fixture(scope="module")
def sited(tmp_path_factory):
    """Return the folder of an atlas that knows where it will be."""
    out = tmp_path_factory.mktemp("sited") / "dist"
    assert build.main(["--out", str(out), "--site-url", SITE.rstrip("/")]) == 0
    return out


def head(folder, path):
    return Head((folder / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MAPS)
def test_a_page_without_an_address_names_none(atlas, name, language):
    found = head(atlas, f"{language}/{name}.html")
    assert {link["rel"] for link in found.links} == {"icon"}
    assert not {"og:url", "og:image"} & found.properties.keys()
    assert "example.org" not in found.linked
    for thing in found.things().values():
        assert "url" not in thing
        assert "url" not in thing["isPartOf"]
    assert not list(atlas.rglob("*.oembed.json"))


PAGES = [f"{tongue}/{name}.html" for tongue in LANGUAGES for name in PAGE_NAMES]


def test_the_picture_of_the_gallery_is_that_of_the_calls(sited):
    (image,) = head(sited, "index.html").properties["og:image"]
    assert image == f"{SITE}{name_calls(LANGUAGES[0], 'membership')}"


@pytest.mark.parametrize("path", PAGES)
def test_the_picture_of_a_page_is_one_that_is_always_made(sited, path):
    (image,) = head(sited, path).properties["og:image"]
    still = (sited / image.removeprefix(SITE)).with_suffix(".svg")
    name, _, _ = still.stem.partition("-")
    assert still == choose_first(sited / still.parent.name / f"{name}.html")
    assert still.is_file()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MAPS)
def test_a_page_with_an_address_has_it_everywhere(sited, name, language):
    path = f"{language}/{name}.html"
    found = head(sited, path)
    assert found.link(rel="canonical") == SITE + path
    assert found.properties["og:url"] == [SITE + path]
    for other in LANGUAGES:
        address = found.link(rel="alternate", hreflang=other)
        assert (sited / address.removeprefix(SITE)).is_file()
    assert found.things()["Map"]["url"] == SITE + path
    assert found.things()["Map"]["isPartOf"]["url"] == SITE


@pytest.mark.parametrize("name", MAPS)
def test_a_page_is_told_in_its_language(atlas, all_facts, name):
    titles = set()
    for language in LANGUAGES:
        found = head(atlas, f"{language}/{name}.html")
        (title,), (locale,) = (found.properties[f"og:{x}"] for x in ("title", "locale"))
        assert title == all_facts[name].spec.title[language]
        assert locale == locale_of(language)
        assert len(found.properties["og:locale:alternate"]) == len(LANGUAGES) - 1
        assert found.things()["Map"]["inLanguage"] == language
        data = found.things()["Map"]["isPartOf"]
        assert data["name"] == all_facts[name].world.dataset.meta.title[language]
        titles.add(title)
    assert len(titles) == len(LANGUAGES)


@pytest.mark.parametrize("name", MAPS)
def test_linked_data_say_which_time_and_which_ground_a_map_covers(
    atlas, all_facts, name
):
    (thing,) = head(atlas, f"en/{name}.html").things().values()
    ticks = all_facts[name].ticks
    span = f"{ticks[0].start.isoformat()}/{ticks[-1].day.isoformat()}"
    assert thing["temporalCoverage"] == span
    south, west, north, east = map(
        float, thing["spatialCoverage"]["geo"]["box"].split()
    )
    for latitude, longitude in SEEN[name]:
        assert south < latitude < north
        assert west < longitude < east
    assert thing["isPartOf"]["@type"] == "Dataset"
    assert thing["isPartOf"]["version"] == "2026-03-11"
    assert "by/4.0" in thing["isPartOf"]["license"]


def test_the_gallery_describes_the_data_that_the_maps_name(sited):
    data = head(sited, "index.html").things()["Dataset"]
    part = head(sited, f"en/{MAPS[0]}.html").things()["Map"]["isPartOf"]
    assert part.items() <= data.items()
    assert len(data["description"]) > 100
    package = data["distribution"]["contentUrl"]
    assert (sited / package.removeprefix(SITE)).is_file()
    assert "11 March 2026" in data["creditText"]


def test_the_gallery_cites_every_source(atlas, facts):
    things = head(atlas, "index.html").things()
    assert things.keys() == {"DataCatalog", "Dataset"}
    sources = facts.world.dataset.sources
    cited = things["Dataset"]["citation"]
    credits = {source["name"] for source in cited if isinstance(source, dict)}
    assert credits >= {"OpenStreetMap contributors", "Natural Earth", "GeoNames"}
    assert len(cited) == len(sources) + 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MAPS)
def test_oembed_answers_with_a_frame(sited, name, language):
    kind = "application/json+oembed"
    address = head(sited, f"{language}/{name}.html").link(rel="alternate", type=kind)
    answer = json.loads((sited / address.removeprefix(SITE)).read_text())
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert answer["provider_url"] == SITE
    assert f'<iframe src="{SITE}{language}/{name}.html"' in answer["html"]
    assert f'height="{answer["height"]}"' in answer["html"]
    assert answer["title"] in answer["html"]
    still = (sited / answer["thumbnail_url"].removeprefix(SITE)).with_suffix(".svg")
    size = f'width="{answer["thumbnail_width"]}" height="{answer["thumbnail_height"]}"'
    assert size in still.read_text()


def test_codes_of_the_gallery_are_whole_where_the_address_is_known(sited):
    html = (sited / "index.html").read_text()
    codes = re.findall(r"<textarea[^>]*>(.*?)</textarea>", html)
    assert len(codes) == 2 * len(MAPS) * len(LANGUAGES)
    assert all(f"src=&#34;{SITE}" in code for code in codes)
