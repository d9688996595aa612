"""Each text of a data set is a bidi run of its own: it turns nothing beside it."""

import re

import lxml.html
import pytest

from csto_atlas.maps.assets.templates import static
from csto_atlas.maps.content.map_view import draw_map
from csto_atlas.maps.i18n.isolates import ISOLATES, POP
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.render import render_page
from tests.made.worlds import COUNTRIES, make_world
from tests.maps.page.test_render import NAMES

MARK = "\u202e\u2067mark\u2069\u202c"
# Isolated by their element, by the style sheet or as a block of its own.
ISOLATED = {"bdi", "b", "i", "a", "sup", "small", "span", "button", "cite"}
ISOLATED_MARK = re.compile(f"[{''.join(ISOLATES.values())}]{MARK}{POP}")
UNSEEN = {"script", "style", "svg", "title"}


def find_bare(html):
    """Return the texts with the mark that share a bidi paragraph with other words."""
    for node in lxml.html.fromstring(html).iter():
        if node.tag in UNSEEN or not isinstance(node.tag, str):
            continue
        texts = [ISOLATED_MARK.sub("", text) for text in node.xpath("text()")]
        texts = [text for text in texts if text.strip()]
        inside = {child.tag for child in node}
        alone = (
            len(texts) == 1 and texts[0].strip(" \n.") == MARK and inside <= ISOLATED
        )
        if any(MARK in text for text in texts) and not alone:
            yield node.tag, texts


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_text_of_the_data_shares_a_run_with_other_words(language):
    drawn = draw_map(make_world(MARK), Texts(language, COUNTRIES), NAMES)
    html = render_page(drawn, Site(""))
    assert html.count(MARK) >= 10
    assert [*find_bare(html)] == []


def test_the_style_sheet_isolates_the_elements_that_the_test_relies_on():
    rule = "b, i, a, cite, sup, small, span, button { unicode-bidi: isolate; }"
    assert rule in static("page.css")
    assert ISOLATED - {"bdi"} == {*rule.split(" {")[0].split(", ")}
