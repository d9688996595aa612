"""Rules: publishers are named in one table, and every source has a name."""

import pytest

PUBLISHERS = """\
publisher,name_en,name_ar
The Agency,The Agency,الوكالة
The Daily,The Daily,اليومية
"""


@pytest.fixture
def named(folder):
    """Return the data set with a table of its publishers."""
    folder.write("publishers.csv", PUBLISHERS)
    return folder


def test_publishers_with_a_row_each_have_no_problem(named) -> None:
    assert named.problems() == []


FAULTS = {
    "a publisher without a row": (
        ("sources.yml", "publisher: The Daily", "publisher: The Dayly"),
        "sources.yml:10: unknown publisher 'The Dayly'; "
        "expected one of publishers.csv (nearest: 'The Daily')",
    ),
    "a name that lacks a language": (
        ("publishers.csv", "اليومية", ""),
        "publishers.csv:3: name has no 'ar'; expected a text in en, ar",
    ),
    "a second row": (
        ("publishers.csv", "The Daily,The Daily", "The Agency,The Daily"),
        "publishers.csv:3: publisher 'The Agency' is defined again; "
        "expected an id not used at publishers.csv:2",
    ),
    "a source without a title": (
        ("sources.yml", "  title: A report\n", ""),
        "sources.yml:8: source 'daily' has no title; "
        "expected a title, or else a description",
    ),
    "a description in brackets": (
        ("sources.yml", "title: A report", 'title: "[A report]"'),
        "sources.yml:11: the title of 'daily' is a description in brackets; "
        "expected a description in every language of the data set",
    ),
    "a description that lacks a language": (
        ("sources.yml", "title: A report", "description: {en: A report}"),
        "sources.yml:11: description has no 'ar'; expected a text in en, ar",
    ),
}


@pytest.mark.parametrize(("change", "problem"), FAULTS.values(), ids=list(FAULTS))
def test_a_fault_is_reported_with_its_line(named, change, problem) -> None:
    named.replace(*change)
    assert problem in named.problems()


def test_a_data_set_without_the_table_names_publishers_freely(folder) -> None:
    folder.replace("sources.yml", "publisher: The Daily", "publisher: Any")
    assert folder.problems() == []
