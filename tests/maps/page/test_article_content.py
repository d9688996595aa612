import pytest

from csto_atlas.events.records import Article
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.page.article_content import write_article
from tests.made.pages import change_data
from tests.made.worlds import (
    COUNTRIES,
    ORIGIN,
    both,
    make_event,
    make_request,
    make_world,
)

TEXTS = Texts("en", COUNTRIES)
STILL = "stills/en/membership-1993.svg"


def make_article(**step):
    passage = {"text": both("Text."), "sources": ["daily"]}
    step = {"at": "1993", **passage, **step}
    return Article.model_validate({
        "origin": ORIGIN, "title": both("A story"), "lead": passage,
        "sections": [{"map": "membership", "heading": both("Part"), "steps": [step]}],
        "close": passage,
    })  # fmt: skip


def written(stills=(), events=(), **step):
    world = change_data(make_world(), article=(make_article(**step),), events=events)
    return write_article({"membership": world}, TEXTS, stills)


@pytest.mark.parametrize(
    ("step", "address"),
    [
        ({}, "t=1993"),
        ({"select": "AAA"}, "t=1993&select=AAA"),
        ({"view": "control"}, "t=1993&view=control"),
        ({"select": "AAA", "camera": "near"}, "t=1993&select=AAA&at=near"),
    ],
)
def test_a_step_has_the_address_of_its_map_s_state(step, address):
    (chapter,) = written(**step).chapters
    assert chapter.steps[0].address == address


def test_only_a_still_that_there_is_stands_in_for_its_map():
    for stills, still in (([STILL], STILL), ([], "")):
        (chapter,) = written(stills).chapters
        assert chapter.steps[0].still == still


def test_a_chapter_has_the_title_of_its_map():
    (chapter,) = written().chapters
    assert (chapter.title, chapter.heading) == ("A pact", "Part")
    assert chapter.steps[0].label == "1993"


def test_sources_of_requests_are_cited_too():
    request = make_event(
        kind="request", request=make_request(), sources=("daily",), countries=("AAA",)
    )
    content = written(events=(request,))
    assert [row.by for row in content.requests.rows] == ["AAA"]
    assert content.citations.numbers == {"daily": 1}
