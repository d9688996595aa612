from csto_atlas.maps.downloads.organisation_table import make_organisations
from tests.made.downloads import name_all, read_rows
from tests.made.worlds import both, make_world


def read(incomplete=None):
    dataset = make_world().dataset
    pact, club = dataset.organisations
    club = club.model_copy(update={"incomplete": incomplete, "name": both("The Club")})
    dataset = dataset.model_copy(update={"organisations": (pact, club)})
    return read_rows(make_organisations(name_all(dataset)))


def test_only_the_other_organisations_have_rows():
    (row,) = read()
    assert (row["organisation"], row["organisation_ar"]) == ("club", "The Club")
    assert (row["code"], row["status"], row["status_en"]) == ("CCC", "member", "member")
    assert (row["start"], row["end"], row["certainty"]) == ("1995", "", "high")
    assert row["sources"] == "daily"


def test_an_incomplete_organisation_says_so_in_every_row():
    (row,) = read(both("No partners"))
    assert row["incomplete_en"] == row["incomplete_ar"] == "No partners"
