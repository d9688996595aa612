from csto_atlas.maps.content.header import write_header
from csto_atlas.maps.timeline.changes import state_at
from tests.made.pages import make_inputs


def test_the_header_says_the_tick_that_the_page_opens_on():
    header = write_header(make_inputs(default="1992"))
    assert header.title == "A pact"
    assert header.headline == "1992: Something happened"
    assert header.summary == "One member"
    assert header.day == "on 31 December 1992"


def test_headlines_and_summaries_go_along_the_ticks():
    header = write_header(make_inputs())
    assert state_at(header.headlines, 0) == "Something happened"
    assert state_at(header.headlines, 1) == "no change since 1992"
    assert header.summaries == ((0, "One member"), (2, "One frozen"))


def test_a_tick_that_is_a_day_names_no_other_day():
    days = [{"from": "1992-05-14", "to": "1992-05-16", "step": "day"}]
    assert write_header(make_inputs(timeline=days)).day == ""


def test_the_title_is_in_the_language_of_the_page():
    assert write_header(make_inputs("ar")).title == "حلف"
