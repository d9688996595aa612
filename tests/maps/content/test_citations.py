from types import SimpleNamespace

from csto_atlas.events.records import PublisherName, Source
from csto_atlas.maps.content.citations import (
    choose_sources,
    cited_by,
    list_citations,
    list_publishers,
)
from csto_atlas.maps.content.event_text import write_event
from csto_atlas.maps.i18n.texts import Texts
from tests.made.worlds import ORIGIN, both, make_event, make_figure

ENGLISH = Texts("en", {})


def make_source(name, **changes):
    return Source(
        origin=ORIGIN,
        id=name,
        publisher="P",
        title=None if "description" in changes else name,
        language="en",
        kind="press",
        **changes,
    )


def gather(*sources, publishers=()):
    return SimpleNamespace(sources=sources, publishers=publishers)


SOURCES = gather(make_source("law"), make_source("daily"), make_source("act"))


def test_cited_sources_are_numbered_by_id():
    found = list_citations(SOURCES, ["law", "act", "law"], ENGLISH)
    assert [source.id for source in found.sources] == ["act", "law"]
    assert found.numbers == {"act": 1, "law": 2}


def test_sources_may_be_numbered_as_they_are_mentioned():
    cited = ["law", "act", "law", "daily"]
    found = list_citations(SOURCES, cited, ENGLISH, by_mention=True)
    assert found.numbers == {"law": 1, "act": 2, "daily": 3}


def test_a_source_has_its_date_and_note_in_the_language_of_the_page():
    source = make_source("law", date="1992-05-15", note={**both("scan"), "ar": "مسح"})
    texts = Texts("ar", {})
    (found,) = list_citations(gather(source), ["law"], texts).sources
    assert found.note == "مسح"
    assert found.date == texts.interval(source.date)
    (bare,) = list_citations(SOURCES, ["law"], ENGLISH).sources
    assert (bare.date, bare.note, bare.url) == ("", "", None)


def test_an_event_cites_its_own_sources_and_those_of_its_figures():
    event = make_event(figures=(make_figure("12", sources=("law",)),))
    entry = write_event(event, ENGLISH)
    assert list(cited_by([entry])) == [("daily",), ("law",)]


def test_a_publisher_has_the_name_that_the_table_gives_it_in_the_page_s_language():
    row = PublisherName(origin=ORIGIN, publisher="P", name={"en": "Post", "ar": "بريد"})
    cited = gather(make_source("law"), publishers=[row])
    (found,) = list_citations(cited, ["law"], Texts("ar", {})).sources
    assert (found.publisher, found.title, found.language) == ("بريد", "law", "en")


def test_a_description_stands_in_brackets_in_the_language_of_the_page():
    source = make_source("law", description={"en": "A law", "ar": "قانون"})
    (found,) = list_citations(gather(source), ["law"], Texts("ar", {})).sources
    assert (found.publisher, found.title, found.language) == ("P", "[قانون]", "ar")


def test_of_many_sources_each_publisher_has_one_before_any_has_two():
    publishers = {"a1": "A", "a2": "A", "a3": "A", "b": "B", "c": "C"}
    assert choose_sources(["a1", "a2", "b", "c"], publishers) == ["a1", "b"]
    assert choose_sources(["a1", "a2", "a3"], publishers) == ["a1", "a2"]
    assert choose_sources(["b", "a1"], publishers) == ["b", "a1"]


def test_a_page_of_the_foremost_sources_numbers_only_those():
    publishers = list_publishers(SOURCES)
    found = list_citations(SOURCES, ["law", "act"], ENGLISH, publishers=publishers)
    assert found.of(["law", "act"]) == [2, 1]
    assert list_citations(SOURCES, ["law", "act"], ENGLISH).of(["law"]) == [2]
