"""The article says what the data set says, each claim with its source."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from csto_atlas.maps.page.line_breaks import keep_dates_together
from tests.conftest import LANGUAGES


class Reader(HTMLParser):
    """Collects elements, and the text of each step."""

    def __init__(self, html):
        super().__init__()
        self.found, self.ids, self.texts = [], set(), []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.found.append((tag, attributes))
        if "id" in attributes:
            assert attributes["id"] not in self.ids
            self.ids.add(attributes["id"])
        if tag == "article":
            self.texts.append("")

    def handle_data(self, data):
        if self.texts:
            self.texts[-1] += data

    def all(self, tag):
        return [found for name, found in self.found if name == tag]


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request, atlas):
    html = (atlas / request.param / "article.html").read_text(encoding="utf-8")
    return request.param, html, Reader(html)


@pytest.fixture(scope="module")
def article(facts):
    (article,) = facts.world.dataset.article
    return article


def test_every_step_is_there_with_its_text_and_place(page, article):
    language, _, reader = page
    steps = [(part.map, step) for part in article.sections for step in part.steps]
    found = reader.all("article")
    assert len(found) == len(steps) > 20
    for (name, step), shown, text in zip(steps, found, reader.texts, strict=True):
        assert keep_dates_together(step.text[language]) in text
        assert shown["data-atlas-for"] == name
        assert shown["data-atlas-t"] == step.at
        # What a step does not choose it takes back.
        assert shown["data-atlas-select"] == (step.select or "")
        assert shown["data-atlas-view"] == (step.view or "un")


def test_every_map_is_told_in_a_frame_at_its_first_step(page, article, atlas):
    language, _, reader = page
    frames = reader.all("iframe")
    assert [frame["data-atlas"] for frame in frames] == [
        part.map for part in article.sections
    ]
    for frame, part in zip(frames, article.sections, strict=True):
        path, _, address = frame["src"].partition("#")
        assert (atlas / language / path).is_file()
        assert f"t={part.steps[0].at}" in address
        assert address.endswith("&chrome=story")
        assert frame["title"]


def test_every_passage_cites_and_every_note_is_in_the_list(page, article):
    _, html, reader = page
    assert html.count("<sup>") >= len(list(article.passages()))
    notes = [a["href"][1:] for a in reader.all("a") if a["href"].startswith("#s")]
    assert set(notes) == {name for name in reader.ids if re.match(r"s\d+$", name)}
    # Numbered as they come.
    numbers = [int(note[1:]) for note in notes]
    assert list(dict.fromkeys(numbers)) == list(range(1, max(numbers) + 1))


def test_every_call_is_in_the_table_as_the_data_have_it(page, facts):
    _, html, _ = page
    asked = [event for event in facts.world.dataset.events if event.request]
    rows = re.findall(r"<tr(?: class=\"came\")?><th scope=\"row\">", html)
    assert len(rows) == len(asked)
    came = [event.id for event in asked if event.request.troops]
    assert html.count('<tr class="came">') == len(came) == 1


def test_links_and_pictures_are_files_of_the_atlas(page, atlas):
    language, _, reader = page
    here = atlas / language
    addresses = [a["href"] for a in reader.all("a")]
    addresses += [found["src"] for tag in ("img", "script") for found in reader.all(tag)
                  if "src" in found]  # fmt: skip
    for address in addresses:
        if not address.startswith(("https://", "http://", "#")):
            assert (here / address.partition("#")[0]).is_file(), address
    assert len(reader.all("img")) > 15


def test_the_policy_allows_what_is_beside_the_page_and_nothing_else(page):
    _, html, _ = page
    (policy,) = re.findall(r'Security-Policy" content="([^"]+)"', html)
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["frame-src"] == "'self'"
    # Its one script of its own tells how old the data are.
    assert re.fullmatch(r"'sha256-[\w+/=]+' 'self'", rules["script-src"])
    assert "unsafe" not in policy


def test_day_by_line_and_method_are_on_the_page(page, article):
    language, html, reader = page
    assert article.byline[language] in html
    assert article.method.text[language] in unescape(html)
    assert "method" in reader.ids
    assert f'"datePublished":"{article.published}"' in html.replace(": ", ":")
