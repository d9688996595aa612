"""The rules for an article: what its steps lead to, and what they go back to."""

import pytest

FAULTS = {
    "a year that the map does not have": (
        ('at: "1993"', 'at: "1994"'),
        "article.yml:11: '1994' is no step of the map 'membership'; "
        "expected one of its steps (nearest: '1993')",
    ),
    "an event that the map does not have": (
        ("select: call", "select: calls"),
        "article.yml:8: the map 'membership' has no 'calls'; "
        "expected a country or an event (nearest: 'call')",
    ),
    "a camera that the map does not have": (
        ("camera: north", "camera: nort"),
        "article.yml:14: the map 'membership' has no preset 'nort'; "
        "expected one of its presets (nearest: 'north')",
    ),
    "a note at an event that the map does not have": (
        ("select: call", "note: {to: calls, text: {en: A, ar: أ}}"),
        "article.yml:8: the map 'membership' has no 'calls' to point at; "
        "expected a country or an event with a place (nearest: 'call')",
    ),
    "a note that is long": (
        ("select: call", f"note: {{to: ARM, text: {{en: {'A' * 61}, ar: أ}}}}"),
        "article.yml:8: the note has 61 letters in 'en'; expected 60 at most",
    ),
    "a note without a language": (
        ("select: call", "note: {to: ARM, text: {en: A}}"),
        "article.yml:8: sections 1 steps 1 note text has no 'ar'; "
        "expected a text in en, ar",
    ),
    "an unknown map": (
        ("map: membership", "map: member"),
        "article.yml:4: unknown map 'member'; "
        "expected one of the folder maps (nearest: 'membership')",
    ),
    "an unknown source": (
        ("[agency-1992, daily]", "[agency-1992, dayly]"),
        "article.yml:10: unknown source 'dayly'; "
        "expected one of sources.yml (nearest: 'daily')",
    ),
    "a step without a source": (
        ("sources: [agency-1992, daily]", "sources: []"),
        "article.yml:10: this passage has no source; "
        "expected the id of at least one source",
    ),
    "a closing without a source": (
        ("ar: انتهت}, sources: [daily]", "ar: انتهت}, sources: []"),
        "article.yml:17: this passage has no source; "
        "expected the id of at least one source",
    ),
    "a section without steps": (
        (
            "sections:",
            "sections:\n  - {map: membership, heading: {en: A, ar: أ}, steps: []}",
        ),
        "article.yml:4: section 1 has no step; expected at least one",
    ),
    "a text without a language": (
        ("{en: Then, ar: ثم}", "{en: Then}"),
        "article.yml:15: sections 1 steps 2 text has no 'ar'; "
        "expected a text in en, ar",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_reported_with_its_line(folder, fault):
    (old, new), message = FAULTS[fault]
    folder.replace("article.yml", old, new)
    found = folder.problems()
    assert [line for line in found if "article.yml" in line][:1] == [message], found


def test_the_steps_of_an_unknown_map_are_not_told_too(folder):
    folder.replace("article.yml", "map: membership", "map: member")
    found = [line for line in folder.problems() if "article.yml" in line]
    assert [line.partition(";")[0] for line in found] == [
        "article.yml:4: unknown map 'member'"
    ]


def test_a_view_that_there_is_not_is_reported(folder):
    folder.replace("article.yml", "view: control", "view: moon")
    (problem,) = folder.problems()
    assert problem.startswith("article.yml:13: ")


def test_steps_of_a_map_that_is_not_built_are_not_checked(folder):
    folder.replace("article.yml", 'at: "1993"', 'at: "1993-05"')
    dataset = folder.load()
    assert dataset.article[0].sections[0].steps[1].at == "1993-05"


def test_a_data_set_needs_no_article(folder):
    (folder.path / "article.yml").unlink()
    assert folder.problems() == []
    assert folder.load().article == ()


def test_every_passage_is_found_in_order(folder):
    (article,) = folder.load().article
    told = [(loc, passage.text["en"]) for loc, passage in article.passages()]
    assert told == [
        (("lead",), "It began"),
        (("sections", 0, "steps", 0), "A start"),
        (("sections", 0, "steps", 1), "Then"),
        (("close",), "It ended"),
    ]
