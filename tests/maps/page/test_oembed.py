import json

from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.oembed import FRAME, embed_map, write_frame
from tests.made.pages import make_page

SITE = Site("https://maps.example.org/")


def test_an_answer_has_what_oembed_wants_of_rich_content():
    answer = json.loads(embed_map(make_page("ar").view, SITE))
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert (answer["width"], answer["height"]) == FRAME
    assert 'src="https://maps.example.org/ar/membership.html"' in answer["html"]
    picture = "https://maps.example.org/stills/ar/membership-1996.png"
    assert answer["thumbnail_url"] == picture


def test_a_title_cannot_leave_its_attribute():
    assert '"><script>' not in write_frame("a.html", '"><script>')
