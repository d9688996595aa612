"""Rules: every text is there, in every language, without control characters."""

import pytest

FAULTS = {
    "a missing language": (
        ("events/acts.yml", "    ar: وُقّعت المعاهدة.\n", ""),
        "events/acts.yml:9: title has no 'ar'; expected a text in en, ar",
    ),
    "a missing language of a figure": (
        ("events/acts.yml", ", ar: الوكالة", ""),
        "events/acts.yml:15: figures 1 by has no 'ar'; expected a text in en, ar",
    ),
    "a missing language of a row": (
        ("memberships.csv", "لم تجدّد", ""),
        "memberships.csv:3: basis has no 'ar'; expected a text in en, ar",
    ),
    "a missing language of a request": (
        ("events/calls.yml", ", ar: اجتماع", ""),
        "events/calls.yml:25: request answer has no 'ar'; expected a text in en, ar",
    ),
    "a missing language of the rule of protection": (
        ("dataset.yml", ", ar: مشمولة في أراضيها", ""),
        "dataset.yml:8: protection note has no 'ar'; expected a text in en, ar",
    ),
    "a missing language of a contingent": (
        ("deployments.csv", "وصلت", ""),
        "deployments.csv:2: basis has no 'ar'; expected a text in en, ar",
    ),
    "a missing language of an object": (
        ("objects.csv", "جسر", ""),
        "objects.csv:2: name has no 'ar'; expected a text in en, ar",
    ),
    "a holder of an area without words": (
        ("areas.csv", "hill-people,Hill people,أهل التل", "hill-people,,"),
        "areas.csv:2: controller of 'valley' is missing; "
        "expected a text that says who 'hill-people' is",
    ),
    "an empty text": (
        ("events/acts.yml", "en: The treaty was signed.", 'en: "  "'),
        "events/acts.yml:10: title en is empty; expected words, or no such field",
    ),
    "an empty name": (
        ("sources.yml", "publisher: The Daily", "publisher:"),
        "sources.yml:10: publisher is empty; expected words, or no such field",
    ),
    "a control character": (
        ("events/acts.yml", "The treaty was signed.", '"bell \\a"'),
        "events/acts.yml:10: control character U+0007 in title en; "
        "expected text without it",
    ),
    "a control character in a row": (
        ("memberships.csv", "Signed", "Sig\x08ned"),
        "memberships.csv:2: control character U+0008 in basis en; "
        "expected text without it",
    ),
}


@pytest.mark.parametrize(("change", "problem"), FAULTS.values(), ids=list(FAULTS))
def test_a_wrong_text_is_reported_alone_with_its_line(folder, change, problem) -> None:
    folder.replace(*change)
    assert folder.problems() == [problem]


def test_signs_for_the_direction_of_text_are_no_control_characters(folder) -> None:
    folder.replace("memberships.csv", "Signed", "\u200fSigned \u2067x\u2069\u061c")
    assert folder.problems() == []


def test_a_further_language_need_not_be_complete(folder) -> None:
    folder.replace("events/acts.yml", "    ar: و", "    ru: Подписан.\n    ar: و")
    folder.replace("memberships.csv", "basis_en,", "basis_en,basis_ru,")
    folder.replace("memberships.csv", "Signed,", "Signed,Подписан,")
    folder.replace("memberships.csv", "Not renewed,", "Not renewed,,")
    assert folder.problems() == []


def test_an_optional_text_with_one_language_lacks_the_other(folder) -> None:
    folder.replace("areas.csv", "وادٍ,,,", "وادٍ,A note,,")
    assert folder.problems() == [
        "areas.csv:2: note has no 'ar'; expected a text in en, ar"
    ]


def test_an_area_held_by_a_country_needs_no_words_for_it(folder) -> None:
    folder.replace("areas.csv", "hill-people,Hill people,أهل التل", "ARM,,")
    assert folder.problems() == []


def test_colours_are_no_texts_in_some_languages(folder) -> None:
    palette = 'palette: {light: {strong: "#004990"}}\n'
    folder.replace("dataset.yml", "licence:", f"{palette}licence:")
    assert folder.problems() == []
