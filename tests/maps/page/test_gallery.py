"""The gallery has every map, every download, and what is known not to agree."""

import re
from html.parser import HTMLParser

import pytest

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.page.gallery_content import DISPUTED, find_disagreements
from tests.conftest import LANGUAGES, MAPS


class Reader(HTMLParser):
    """Collects addresses and the texts of fields."""

    def __init__(self):
        super().__init__()
        self.links, self.fields, self.ids, self.inside = [], [], [], False

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.links += [found[key] for key in ("href", "src") if key in found]
        self.ids += [found["id"]] if "id" in found else []
        if tag == "textarea":
            self.inside = True
            self.fields.append("")

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "textarea"

    def handle_data(self, data):
        if self.inside:
            self.fields[-1] += data


@pytest.fixture(scope="module")
def gallery(atlas):
    return (atlas / "index.html").read_text()


@pytest.fixture(scope="module")
def reader(gallery):
    reader = Reader()
    reader.feed(gallery)
    return reader


def test_every_link_leads_to_a_file_of_the_atlas_or_to_a_source(atlas, reader):
    for link in reader.links:
        if not link.startswith(("https://", "data:", "#")):
            assert (atlas / link.partition("#")[0]).is_file(), link
    pages = {link.partition("#")[0] for link in reader.links}
    assert {link for link in pages if link.endswith(".html")} == {
        f"{language}/{name}.html"
        for language in LANGUAGES
        for name in (*MAPS, "article")
    }


def test_every_download_is_offered_in_every_language(atlas, reader):
    for path in (atlas / "data").iterdir():
        assert reader.links.count(f"data/{path.name}") >= len(LANGUAGES)


def test_ids_are_unique(reader):
    assert len(set(reader.ids)) == len(reader.ids)


def test_the_codes_are_complete_elements(atlas, reader):
    assert len(reader.fields) == 2 * len(MAPS) * len(LANGUAGES)
    for code in reader.fields:
        inner = Reader()
        inner.feed(code)
        (address,) = inner.links
        assert (atlas / address).is_file()
        assert code.startswith("<iframe " if address.endswith(".html") else "<script ")


def test_the_page_asks_for_nothing_elsewhere(gallery):
    assert "img-src 'self' data:;" in gallery
    assert not re.search(r'(?:src|srcset)="(?:https?:)?//', gallery)


def test_every_language_has_its_part_and_direction(gallery):
    for language in LANGUAGES:
        way = "rtl" if language == "ar" else "ltr"
        start = f'<section id="{language}" lang="{language}" dir="{way}">'
        assert start in gallery


def test_disagreements_are_the_weightiest_in_order_of_time(facts):
    dataset = facts.world.dataset
    found = find_disagreements(dataset, Texts("en", facts.countries))
    assert len(found) == DISPUTED
    events = {event.id: event for event in dataset.events}
    starts = [events[entry.id].date.start for entry in found]
    assert starts == sorted(starts)
    assert all(events[e.id].rank <= 2 and len(e.figures) >= 3 for e in found)
