from functools import cache

import pytest
from babel import Locale
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from build import GEODATA
from csto_atlas.geodata.territories import load_territories
from csto_atlas.maps.assets.templates import HERE
from csto_atlas.maps.i18n.messages import LOCALE, own_names, short_names
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.spec.load import list_specs, load_spec
from tests.conftest import DATA

ENGLISH = Texts("en", {"KGZ": "KG", "XKX": "XK"})
ARABIC = Texts("ar", {"KGZ": "KG", "XKX": "XK"})
RUSSIAN = Texts("ru", {"KGZ": "KG", "XKX": "XK"})
CATALOGUES = list(LOCALE.glob("*/*/atlas.po"))


def test_countries_are_named_by_cldr():
    assert ENGLISH.territory("KGZ") == "Kyrgyzstan"
    assert ARABIC.territory("KGZ") == "قيرغيزستان"
    assert ENGLISH.territory("XKX") == "Kosovo"


def test_an_unknown_country_keeps_its_code():
    assert ENGLISH.territory("N. Cyprus") == "N. Cyprus"


@cache
def messages():
    """Every message of the code and the templates."""
    methods = [("**.py", "python"), ("templates/**.jinja", "jinja2")]
    plural = (1, 2)
    keywords = {"gettext": None, "_": None, "mark": None, "ngettext": plural}
    keywords["mark_plural"] = plural
    found = extract_from_dir(HERE, methods, keywords=keywords)
    return {message for _, _, message, _, _ in found}


@pytest.mark.parametrize("language", sorted(p.parts[-3] for p in CATALOGUES))
def test_every_message_is_translated_and_none_is_stale(language):
    with (LOCALE / language / "LC_MESSAGES" / "atlas.po").open("rb") as file:
        catalogue = {m.id for m in read_po(file) if m.id and m.string}
    assert catalogue == messages()


@pytest.mark.parametrize("language", ["ar", "en", "ru"])
def test_a_short_form_is_shorter_than_the_name_of_a_known_territory(language):
    texts = Texts(language, load_territories(GEODATA / "territories.csv"))
    for code in short_names():
        assert code in texts.countries
        short = texts.short_territory(code)
        assert short is None or len(short) < len(texts.territory(code)), code
    assert texts.short_territory("KGZ") is None


def test_a_territory_has_our_name_where_we_differ_from_cldr():
    assert RUSSIAN.territory("KGZ") == "Кыргызстан"
    assert ENGLISH.territory("KGZ") == "Kyrgyzstan"
    assert RUSSIAN.territory("XKX") == "Косово"


def test_every_name_that_differs_says_why_and_does_differ():
    countries = load_territories(GEODATA / "territories.csv")
    for code, names in own_names().items():
        assert len(names["why"]) > 20
        for language, name in names.items():
            if language != "why":
                cldr = Locale.parse(language).territories[countries[code]]
                assert name != cldr, (code, language)


def test_a_text_without_the_language_is_english():
    assert RUSSIAN.pick({"en": "Main part", "ar": "الجزء"}) == "Main part"


@pytest.mark.parametrize("path", list_specs(DATA).values(), ids=lambda p: p.stem)
@pytest.mark.parametrize("language", ["ar", "en", "ru"])
def test_every_text_of_a_spec_is_in_every_language(path, language):
    spec = load_spec(path)
    texts = [spec.title, *(p.label for p in spec.presets), *spec.regions.values()]
    texts += spec.border.parts.values() if spec.border else []
    assert all(text.get(language) for text in texts)


@pytest.mark.parametrize(
    ("number", "arabic", "russian"),
    [
        (1, "حدث آخر", "Ещё {number} событие есть"),
        (3, "{number} أحداث أخرى", "Ещё {number} события есть"),
        (15, "{number} حدثاً آخر", "Ещё {number} событий есть"),
        (500, "{number} حدث آخر", "Ещё {number} событий есть"),
    ],
)
def test_a_counted_noun_of_a_message_takes_its_plural(number, arabic, russian):
    forms = (
        "{number} more event is in the data only (events.csv).",
        "{number} more events are in the data only (events.csv).",
    )
    assert ARABIC.ngettext(*forms, number).startswith(f"{arabic} في البيانات")
    assert RUSSIAN.ngettext(*forms, number).startswith(f"{russian} только")
    assert ENGLISH.ngettext(*forms, number) == forms[number > 1]


def test_parts_in_a_row_end_with_and():
    assert ENGLISH.listed(["a"]) == "a"
    assert ENGLISH.listed(["a", "b", "c"]) == "a, b and c"
    assert ARABIC.listed(["واحدة", "اثنتان", "خمس"]) == "واحدة واثنتان وخمس"
