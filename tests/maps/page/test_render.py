from dataclasses import replace
from html.parser import HTMLParser

import pytest

from csto_atlas.maps.content.map_view import draw_map
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.render import render_page
from tests.made.worlds import COUNTRIES, both, make_world

NAMES = {"en": "English", "ar": "العربية"}
HOSTILE = [
    "{{ 7*7 }}",
    "{% raw %}",
    "</script><script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    "\"quotes\" and 'quotes'",
    "]]> --> <!--",
    "\u202eright to left\u202c",
    "javascript:window.hacked=1",
    "{policy}",
]


def page(text="Something happened", language="en", code="AAA", **spec):
    world = make_world(text, code, **spec)
    texts = Texts(language, COUNTRIES)
    return render_page(draw_map(world, texts, NAMES), Site())


@pytest.mark.slow
def test_two_renderings_are_the_same_bytes():
    assert page() == page()


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_the_page_says_its_language_direction_map_and_tick(language, direction):
    start = f'<html lang="{language}" dir="{direction}" data-map="membership" '
    assert start + 'data-tick="1996" data-view="un">' in page(language=language)


class Tags(HTMLParser):
    """Collects what a browser would make of a page: tags, attributes, scripts."""

    def __init__(self):
        super().__init__()
        self.opened, self.attributes, self.scripts = [], [], []

    def handle_starttag(self, tag, attrs):
        self.opened.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data):
        if self.opened and self.opened[-1] == "script":
            self.scripts.append(data)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_enters_no_markup(text):
    html = page(text, code=text)
    tags = Tags()
    tags.feed(html)
    assert not {"img"} & {*tags.opened}
    assert tags.opened.count("script") == 4
    assert not [words for words in tags.scripts if words.startswith("window.hacked")]
    assert not [name for name in tags.attributes if name.startswith("on")]
    assert "49" not in html.split("<h1")[1].split("</h1>")[0]


def test_figures_that_differ_stand_side_by_side():
    html = page()
    assert "Figures, by source" in html
    assert "<b>12</b>" in html
    assert "<b>15</b>" in html


def test_an_incomplete_organisation_says_so_beside_the_choice_of_its_outline():
    world = make_world()
    pact, club = world.dataset.organisations
    for field in ({"note": None}, {}):
        lacking = club.model_copy(update=field | {"incomplete": both("No partners")})
        dataset = world.dataset.model_copy(update={"organisations": (pact, lacking)})
        changed = replace(world, dataset=dataset)
        texts = Texts("en", COUNTRIES)
        html = render_page(draw_map(changed, texts, NAMES), Site())
        said = html.split("<p data-note=club hidden>")[1].split("</p>")[0][:200]
        assert "<strong>Incomplete:</strong> <bdi>No partners</bdi>" in said
