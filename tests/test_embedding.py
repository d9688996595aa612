"""The examples of the guide to embedding are what maps understand."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
import tree_sitter_javascript
from tree_sitter import Language, Parser

import build
from tests.conftest import LANGUAGES

GUIDE = (build.ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")
PLACE = "https://maps.example.org/"
VOID = {"img", "meta"}
ONLY = "border"  # the map of the article to copy


def blocks(kind):
    return re.findall(rf"```{kind}\n(.*?)```", GUIDE, re.DOTALL)


class Reader(HTMLParser):
    """Collects elements, and what is not closed."""

    def __init__(self):
        super().__init__()
        self.found, self.open = [], []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def elements():
    for block in blocks("html"):
        reader = Reader()
        reader.feed(block)
        assert reader.open == [], block
        yield from reader.found


def test_every_block_of_html_is_well_formed():
    assert len(list(elements())) > 8


def test_every_frame_and_picture_is_named():
    for tag, found in elements():
        if tag in ("iframe", "amp-iframe"):
            assert found["title"]
        if tag in ("img", "amp-img"):
            assert found["alt"]


def test_every_address_is_a_file_of_the_atlas(atlas):
    for _, found in elements():
        for address in (found.get("src", ""), found.get("href", "")):
            if address.startswith(PLACE):
                assert (atlas / urlsplit(address).path.lstrip("/")).is_file(), address


def states():
    """Go through what the examples ask of a map: its name and the state."""
    for _, found in elements():
        for address in (found.get("src", ""), found.get("href", "")):
            parts = urlsplit(address)
            if parts.fragment:
                name = re.sub(r".*/|\.html", "", parts.path) or found.get(
                    "data-atlas-for", ONLY
                )
                yield name, {k: v[0] for k, v in parse_qs(parts.fragment).items()}
        name = found.get("data-atlas-map") or found.get("data-atlas-for")
        if name:
            told = {k: v for k, v in found.items() if k.startswith("data-atlas-")}
            yield name, {k.removeprefix("data-atlas-"): v for k, v in told.items()}


def test_the_article_to_copy_is_the_file_that_is_tested():
    article = (build.ROOT / "docs" / "article.html").read_text(encoding="utf-8")
    assert article in blocks("html")


def test_every_state_is_one_that_the_map_knows(all_facts):
    told = list(states())
    assert len(told) >= 7
    for name, state in told:
        facts = all_facts[name]
        assert state.get("t", facts.ticks[0].id) in {t.id for t in facts.ticks}
        assert state.get("select", "RUS") in {*facts.state_changes.states, *facts.spans}
        assert state.get("view", "un") in ("un", "control")
        assert state.get("lang", "en") in LANGUAGES


@pytest.mark.parametrize("block", blocks("js"))
def test_every_block_of_script_parses(block):
    parser = Parser(Language(tree_sitter_javascript.language()))
    assert not parser.parse(block.encode()).root_node.has_error


def test_every_attribute_is_one_that_embed_js_reads():
    script = (build.ROOT / "maps/static/host/embed.js").read_text(encoding="utf-8")
    (told,) = re.findall(r'words = "([a-z ]+)"', script)
    words = (*told.split(), "map", "lang", "title", "height", "for", "base")
    known = {f"data-atlas-{word}" for word in words}
    assert set(re.findall(r"data-atlas-[a-z]+", GUIDE)) <= known
