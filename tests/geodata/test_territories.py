import pytest
from babel import Locale

from csto_atlas.events.errors import DataError
from csto_atlas.geodata.territories import load_territories


def test_the_register_gives_the_code_that_cldr_knows(data):
    register = load_territories(data / "territories.csv")
    assert register["ARM"] == "AM"
    assert register["XKX"] == "XK"


def test_every_territory_has_a_name_in_the_languages_of_the_atlas(data):
    register = load_territories(data / "territories.csv")
    for language in ("en", "ar", "ru"):
        names = Locale.parse(language).territories
        assert [code for code, iso2 in register.items() if iso2 not in names] == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("arm,AM,", ":2: code 'arm'; expected three capitals"),
        ("ARM,ARM,", ":2: iso2 'ARM'; expected two capitals"),
        ("ARM,AM,\nARM,AM,", ":3: code 'ARM' again"),
    ],
)
def test_a_wrong_row_is_named(tmp_path, row, message):
    path = tmp_path / "territories.csv"
    path.write_text(f"code,iso2,note\n{row}\n")
    with pytest.raises(DataError, match=message):
        load_territories(path)


def test_wrong_columns_are_named(tmp_path):
    path = tmp_path / "territories.csv"
    path.write_text("code,name\n")
    with pytest.raises(DataError, match="expected code, iso2, note"):
        load_territories(path)
