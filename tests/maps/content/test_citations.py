from csto_atlas.events.records import Source
from csto_atlas.maps.content.citations import cited_by, list_citations
from csto_atlas.maps.content.record_text import write_event
from csto_atlas.maps.i18n.texts import Texts
from tests.made.worlds import ORIGIN, both, make_event, make_figure

ENGLISH = Texts("en", {})


def make_source(name, **changes):
    return Source(
        origin=ORIGIN,
        id=name,
        publisher="P",
        title=name,
        language="en",
        kind="press",
        **changes,
    )


SOURCES = [make_source("law"), make_source("daily"), make_source("act")]


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
    (found,) = list_citations([source], ["law"], texts).sources
    assert found.note == "مسح"
    assert found.date == texts.interval(source.date)
    (bare,) = list_citations(SOURCES, ["law"], ENGLISH).sources
    assert (bare.date, bare.note, bare.url) == ("", "", None)


def test_an_event_cites_its_own_sources_and_those_of_its_figures():
    event = make_event(figures=(make_figure("12", sources=("law",)),))
    entry = write_event(event, ENGLISH)
    assert list(cited_by([entry])) == ["daily", "law"]
