"""Rules: texts use the words that the glossary chose."""

import pytest

GLOSSARY = """\
- term: lapse
  language: ar
  chosen: انقضت
  forbidden: [خرجت, نفاذ*]
  why: means that it withdrew
- term: sites
  language: en
  chosen: sites
  forbidden: [guarded objects]
"""


@pytest.fixture
def spoken(folder):
    """Return the data set with a glossary that its texts keep to."""
    for _ in range(3):
        folder.replace("statuses.yml", "خرجت", "ا")
    folder.write("glossary.yml", GLOSSARY)
    return folder


def test_texts_that_keep_to_the_glossary_have_no_problem(spoken) -> None:
    assert spoken.problems() == []


FORBIDDEN = {
    "a form": (("events/acts.yml", "وُقّعت المعاهدة.", "خرجت منها."), "خرجت"),
    "a form behind a conjunction": (
        ("events/acts.yml", "وُقّعت المعاهدة.", "وخرجت منها."),
        "خرجت",
    ),
    "any ending of a form": (
        ("events/acts.yml", "وُقّعت المعاهدة.", "قبل النفاذية."),
        "نفاذ*",
    ),
}


@pytest.mark.parametrize(("change", "form"), FORBIDDEN.values(), ids=list(FORBIDDEN))
def test_a_forbidden_form_is_named_with_its_line(spoken, change, form) -> None:
    spoken.replace(*change)
    assert spoken.problems() == [
        f"events/acts.yml:11: '{form}' in title ar (glossary: lapse); expected 'انقضت'"
    ]


def test_a_form_of_two_words_is_found_whatever_its_capitals(spoken) -> None:
    spoken.replace("events/acts.yml", "The treaty was signed.", "Guarded  Objects")
    assert spoken.problems() == [
        "events/acts.yml:10: 'guarded objects' in title en (glossary: sites); "
        "expected 'sites'"
    ]


@pytest.mark.parametrize("words", ["خرجتم", "تخرجت", "guarded objectors"])
def test_a_longer_word_is_another_one(spoken, words: str) -> None:
    spoken.replace("events/acts.yml", "وُقّعت المعاهدة.", words)
    assert spoken.problems() == []


def test_a_forbidden_form_of_another_language_is_none(spoken) -> None:
    spoken.replace("events/acts.yml", "وُقّعت المعاهدة.", "guarded objects")
    assert spoken.problems() == []


def test_a_noun_counted_in_a_status_is_a_text_too(spoken) -> None:
    spoken.replace("statuses.yml", '"{n} أعضاء"', '"{n} خرجت"')
    assert spoken.problems() == [
        "statuses.yml:4: 'خرجت' in counted ar other (glossary: lapse); expected 'انقضت'"
    ]


FAULTS = {
    "a language that the data set has not": (
        ("glossary.yml", "language: en", "language: ru"),
        "glossary.yml:7: unknown language 'ru'; expected one of en, ar",
    ),
    "an entry that forbids nothing": (
        ("glossary.yml", "[guarded objects]", "[]"),
        "glossary.yml:9: forbidden is empty; expected at least one",
    ),
    "a field that no entry has": (
        ("glossary.yml", "  why:", "  reason:"),
        "glossary.yml:5: unknown field 'reason'; expected a field of GlossaryEntry",
    ),
    "an entry without the chosen form": (
        ("glossary.yml", "  chosen: sites\n", ""),
        "glossary.yml:6: chosen is missing; expected a value",
    ),
}


@pytest.mark.parametrize(("change", "problem"), FAULTS.values(), ids=list(FAULTS))
def test_a_broken_entry_is_reported_with_its_line(spoken, change, problem) -> None:
    spoken.replace(*change)
    assert spoken.problems() == [problem]
