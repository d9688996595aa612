"""Rule: a text of what has happened tells nothing that is still to come."""

import pytest

FUTURE = "; expected the past, or who said so, or announced: true in an event"
LATER = "; expected a date up to then, or a word that tells a plan"
TITLE = "events/calls.yml:9: title has "


def say(folder, language, words) -> list[str]:
    """Return the problems if the title of the call for help says this."""
    old = {"en": "They asked", "ar": "طلبوا"}[language]
    folder.replace("events/calls.yml", old, f'"{words}"')
    return folder.problems()


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("en", "The leaders will meet", "will"),
        ("en", "The route is to stay open", "is to stay"),
        ("en", "They met. A vote is expected", "is expected"),
        ("ar", "سيتم نشر القوات", "سيتم"),
        ("ar", "وستُعقد القمة", "وستعقد"),
        ("ar", "من المقرر عقد القمة", "من المقرر"),
    ],
)
def test_a_future_tense_is_reported(folder, language, words, found) -> None:
    what = f"'{found}', which tells the future"
    assert say(folder, language, words) == [f"{TITLE}{what}{FUTURE}"]


def test_russian_has_its_own_future(folder) -> None:
    folder.replace("dataset.yml", "languages: [en, ar]", "languages: [en, ar, ru]")
    folder.replace(
        "events/calls.yml", "{en: They asked", "{ru: Саммит состоится, en: A"
    )
    (found,) = [p for p in folder.problems() if "future" in p]
    assert found == f"{TITLE}'состоится', which tells the future{FUTURE}"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "He said that they will meet"),
        ("en", "The chair: troops will come"),
        ("en", "By the will of the people"),
        ("ar", "أعلن أن القمة ستُعقد"),
        ("ar", "كان من المقرر عقد القمة"),
        ("ar", "سيارات وسنوات وستون"),
    ],
)
def test_a_reported_future_and_words_like_it_are_none(folder, language, words) -> None:
    assert say(folder, language, words) == []


@pytest.mark.parametrize(
    ("language", "words", "named"),
    [
        ("en", "The vote of 7 June 2026", "7 June 2026"),
        ("en", "It held until then, and in 2027", "2027"),
        ("ar", "اقتراع 7 يونيو/حزيران 2026", "7 يونيو/حزيران 2026"),
    ],
)
def test_a_date_after_the_data_end_is_reported(folder, language, words, named) -> None:
    what = f"'{named}', which is after 2026-03-11 (as_of)"
    assert say(folder, language, words) == [f"{TITLE}{what}{LATER}"]


@pytest.mark.parametrize(
    "words",
    [
        "A summit was announced for 11 November 2026",
        "Unsigned in March 2026 and in 2026",
        "The force had 2,030 people, or 2030",
    ],
)
def test_a_plan_and_a_date_before_the_end_are_allowed(folder, words) -> None:
    assert say(folder, "en", words) == []


def test_an_event_that_was_announced_may_tell_the_future(folder) -> None:
    folder.replace("events/calls.yml", "  rank: 2", "  announced: true\n  rank: 2")
    assert say(folder, "en", "They will meet on 7 June 2026") == []


def test_the_basis_of_a_row_is_checked_too(folder) -> None:
    folder.replace("memberships.csv", "Not renewed", "It will not be renewed")
    (problem,) = folder.problems()
    assert (
        problem
        == f"memberships.csv:3: basis has 'will', which tells the future{FUTURE}"
    )
