from csto_atlas.events.records import Article
from csto_atlas.maps.content.notes import LETTERS, write_notes
from csto_atlas.maps.i18n.texts import Texts
from tests.made.pages import change_data, find_faults, make_page
from tests.made.worlds import COUNTRIES, ORIGIN, both, make_world

WORDS = "Asks for help, and is sent a mission"


def make_told(map_id="membership", **note):
    passage = {"text": both("Text."), "sources": ["daily"]}
    step = {"at": "1993", "select": "AAA", **passage, **note}
    article = Article.model_validate({
        "origin": ORIGIN, "title": both("A story"), "lead": passage,
        "sections": [{"map": map_id, "heading": both("Part"), "steps": [step]}],
        "close": passage,
    })  # fmt: skip
    return change_data(make_world(), article=(article,))


NOTED = make_told(note={"to": "BBB", "text": both(WORDS)})


def test_a_note_has_the_tick_what_is_selected_and_what_it_points_at():
    ((tick, select, about, lines),) = write_notes(NOTED, Texts("en", COUNTRIES))
    assert NOTED.ticks[tick].id == "1993"
    assert (select, about) == ("AAA", "BBB")
    assert " ".join(lines) == WORDS
    assert max(map(len, lines)) <= LETTERS < len(WORDS)


def test_a_step_of_another_map_and_one_without_a_note_have_none():
    texts = Texts("en", COUNTRIES)
    assert write_notes(make_told(), texts) == []
    other = make_told("border", note={"to": "BBB", "text": both(WORDS)})
    assert write_notes(other, texts) == []


def test_the_payload_has_the_key_only_where_there_are_notes():
    told = make_page("en", NOTED).payload
    assert len(told["notes"]) == 1
    assert find_faults(told, "Payload") == []
    assert "notes" not in make_page("en", make_told()).payload
