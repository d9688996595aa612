"""Countries by code, number and name in four languages."""

import csv
from collections import Counter

import pytest
from babel import Locale

from csto_atlas.events.sheets.countries import _ALIASES, LANGUAGES
from csto_atlas.events.spelling.fold import fold


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("AZE", "AZE"),
        ("aze", "AZE"),
        ("AZ", "AZE"),
        ("NA", "NAM"),
        ("NO", "NOR"),
        ("031", "AZE"),
        ("31", "AZE"),
        ("31.0", "AZE"),
        ("٨١٨", "EGY"),
        ("276", "DEU"),
        ("840", "USA"),
        ("Russian Federation", "RUS"),
        ("Republic of Korea", "KOR"),
        ("Korea, South", "KOR"),
        ("Korea, Dem. People's Rep.", "PRK"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Czechia", "CZE"),
        ("Czech Republic", "CZE"),
        ("Ivory Coast", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Holland", "NLD"),
        ("UAE", "ARE"),
        ("the United Arab Emirates", "ARE"),
        ("UK", "GBR"),
        ("U.S.", "USA"),
        ("Guinea", "GIN"),
        ("Guinea-Bissau", "GNB"),
        ("Niger", "NER"),
        ("Burma", "MMR"),
        ("Congo, Rep.", "COG"),
        ("DR Congo", "COD"),
        ("الإمارات", "ARE"),
        ("الامارات العربية المتحدة", "ARE"),
        ("السعودية", "SAU"),
        ("المملكة العربية السعودية", "SAU"),
        ("عُمان", "OMN"),
        ("الأردن", "JOR"),
        ("الاردن", "JOR"),
        ("روسيا البيضاء", "BLR"),
        ("Бирма", "MMR"),
        ("Киргизия", "KGZ"),
        ("Кыргызстан", "KGZ"),
        ("Белоруссия", "BLR"),
        ("США", "USA"),
        ("ОАЭ", "ARE"),
        ("Великобритания", "GBR"),
        ("Etats-Unis", "USA"),
        ("États-Unis", "USA"),
        ("Pays-Bas", "NLD"),
        ("Arménie", "ARM"),
        ("Royaume-Uni", "GBR"),
        ("Iceland[a]", "ISL"),
    ],
)
def test_a_country_is_found(countries, text, code) -> None:
    assert countries.find(text) == (code,)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Korea", {"KOR", "PRK"}),
        ("Congo", {"COD", "COG"}),
        ("كوريا", {"KOR", "PRK"}),
        ("Конго", {"COD", "COG"}),
        ("Corée", {"KOR", "PRK"}),
        ("Czechoslovakia", {"CZE", "SVK"}),
        ("Virgin Islands", {"VGB", "VIR"}),
    ],
)
def test_an_ambiguous_name_has_all_its_countries(countries, text, codes) -> None:
    assert set(countries.find(text)) == codes


@pytest.mark.parametrize(
    "text",
    [
        *("Georgia (US)", "East Germany", "Frnace", "", "-", "x" * 10**6),
        # Codes of the Correlates of War, and retired ones of ISO 3166, are no codes.
        *("UKG", "GMY", "FRN", "DDR", "YUG", "280", "365", "2", "1000", "²"),
    ],
)
def test_what_is_no_country_is_not_guessed(countries, text) -> None:
    assert countries.find(text) == ()


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Georgia (US)", "GEO (Georgia)"),
        ("Frnace", "FRA (France)"),
        ("Republic of Vanuatu", "VUT (Vanuatu)"),
        ("الكنغو", "COD (Congo - Kinshasa)"),
        ("Казакстан", "KAZ (Kazakhstan)"),
        ("Allemange", "DEU (Germany)"),
    ],
)
def test_the_nearest_names_are_suggested(countries, text, near) -> None:
    assert countries.near(text)[0] == near
    assert len(countries.near(text)) <= 3


def test_nothing_is_near_to_no_name(countries) -> None:
    assert (
        countries.near("") == countries.near("!") == countries.near("x" * 10**6) == []
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_cldr_is_found_or_ambiguous(countries, language) -> None:
    names = Locale.parse(language).territories
    for code, two in countries.register.items():
        assert code in countries.find(names[two]), names[two]


def test_every_code_and_number_of_the_register_is_found(countries) -> None:
    for code, two in countries.register.items():
        assert countries.find(code) == countries.find(two) == (code,)
    numbered = {c for n in range(1000) for c in countries.find(f"{n:03}")}
    assert numbered == set(countries.register)
    assert all(len(countries.find(f"{n}")) <= 1 for n in range(1000))


@pytest.mark.parametrize(
    "text",
    [
        "World",
        "Africa",
        "EU-27",
        "European Union",
        "العالم",
        "Европа",
        "Monde",
        "Total",
    ],
)
def test_a_group_of_countries_is_known(countries, text) -> None:
    assert countries.is_group(text)
    assert countries.find(text) == ()


def test_no_country_is_a_group(countries) -> None:
    for language in LANGUAGES:
        names = Locale.parse(language).territories
        for two in countries.register.values():
            assert not countries.is_group(names[two]), names[two]


def test_aliases_are_reviewed(countries) -> None:
    with _ALIASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    keys = Counter(fold(row["alias"]) for row in rows)
    assert [key for key, count in keys.items() if count > 1] == []
    known = {*countries.register, *countries.register.values()}
    for row in rows:
        assert set(row["codes"].split()) <= set(countries.register), row
        assert row["alias"].upper() not in known, row
        assert row["language"] in LANGUAGES
        assert (" " in row["codes"]) == ("ambiguous" in row["note"]), row
