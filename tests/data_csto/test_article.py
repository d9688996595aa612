"""The article of the default data set: its rhythm, its answer, and its steps."""

import re

import pytest

from tests.conftest import LANGUAGES

WORDS = (20, 45)  # of a step, in every language: one thought
PAPERS = {
    "altareeq": "الطريق",
    "alaraby": "العربي الجديد",
    "aljazeera": "الجزيرة",
    "alwaqt": "الوقت",
    "hizb-radio": "حزب التحرير",
}


@pytest.fixture(scope="module")
def article(facts):
    (article,) = facts.world.dataset.article
    return article


@pytest.fixture(scope="module")
def steps(article):
    return [(part.map, step) for part in article.sections for step in part.steps]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_is_one_thought(steps, language):
    least, most = WORDS
    counts = {step.select: len(step.text[language].split()) for _, step in steps}
    assert {name: n for name, n in counts.items() if not least <= n <= most} == {}


def test_a_step_selects_an_event_of_its_tick_and_map(steps, all_facts):
    for name, step in steps:
        facts = all_facts[name]
        ticks = [tick.id for tick in facts.ticks]
        assert step.select in {event.id for event in facts.events}, step.select
        first, last = facts.spans[step.select]
        assert first <= ticks.index(step.at) <= last, step.select


def test_the_text_of_a_step_goes_back_to_the_event_that_it_selects(steps, all_facts):
    for name, step in steps:
        (event,) = [one for one in all_facts[name].events if one.id == step.select]
        figures = [source for figure in event.figures for source in figure.sources]
        assert {*step.sources} & {*event.sources, *figures}, step.select


def test_the_answer_in_lead_and_close_is_that_of_the_calls(article, facts):
    asked = [event for event in facts.world.dataset.events if event.request]
    main = facts.world.dataset.meta.organisation
    made = [one.request for one in asked if one.request.made and main in one.request.to]
    answer = (len(made), len({call.by for call in made}))
    assert answer == (7, 4)
    assert sum(call.troops for call in made) == 1
    for text in (article.lead.text["en"].lower(), article.close.text["en"].lower()):
        assert all(word in text for word in ("seven", "four", "once"))


def test_every_step_has_a_source_that_a_paper_can_cite(steps, facts):
    kinds = {source.id: source.kind for source in facts.world.dataset.sources}
    weak = {"encyclopaedia", "copy", "party"}
    for _, step in steps:
        assert not weak & {kinds[name] for name in step.sources}, step.select


def test_a_paper_is_named_where_its_text_is_a_source(steps):
    for _, step in steps:
        for paper, name in PAPERS.items():
            assert (name in step.text["ar"]) is (paper in step.sources), step.select


def test_no_quotation_is_longer_than_25_words(article):
    for _, passage in article.passages():
        for text in passage.text.values():
            for quote in re.findall("«(.*?)»", text):
                assert len(quote.split()) <= 25


def test_it_ends_where_the_data_end(steps, facts):
    assert steps[-1][1].at == facts.ticks[-1].id
