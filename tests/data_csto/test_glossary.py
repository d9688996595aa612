"""The words of the glossary, in what is no text of the data set too."""

import csv

import pytest
from babel.messages.pofile import read_po

from csto_atlas.events.load import load_dataset
from csto_atlas.events.rules.glossary import compile_forms, find_forms
from csto_atlas.maps.i18n.messages import LOCALE
from csto_atlas.maps.inputs import GEODATA
from tests.conftest import DATA

LANGUAGES = ("ar", "ru")


@pytest.fixture(scope="module")
def forms():
    dataset, _ = load_dataset(DATA)
    return compile_forms(dataset.glossary)


def find(texts, forms):
    return [(text, found.form) for text in texts for found in find_forms(text, forms)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_place_has_a_forbidden_name(forms, language):
    with (GEODATA / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    columns = (f"name_{language}", f"other_name_{language}")
    names = [row[column] for row in rows for column in columns if row[column]]
    assert len(names) > 90
    assert find(names, forms[language]) == []
    assert find(["غازاخ", "Сев Лич"], [*forms["ar"], *forms["ru"]]) != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_has_a_forbidden_form(forms, language):
    path = LOCALE / language / "LC_MESSAGES" / "atlas.po"
    with path.open("rb") as file:
        said = [message.string for message in read_po(file) if message.id]
    texts = [text for one in said for text in ([one] if isinstance(one, str) else one)]
    assert len(texts) > 200
    assert find(texts, forms[language]) == []
