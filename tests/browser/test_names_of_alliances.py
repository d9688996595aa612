"""Names on the maps of whole organisations, built from nothing but their members."""

from functools import cache

import pytest

import build
from tests.browser.names import find_name_faults, walk_views
from tests.browser.test_first_view import COVERED
from tests.faults.rounds import rounds
from tests.made.organisations import read_members, write_alliance

pytestmark = [pytest.mark.browser, pytest.mark.build]
ALLIANCES = [
    ("LAS", "ar"), ("ASEAN", "en"), ("EU", "en"), ("AU", "en"), ("ECOWAS", "en"),
    ("OAS", "en"), ("AU", "ar"), ("EU", "ar"),
]  # fmt: skip
SIZES = [(390, 844), (1280, 860)]
EVERY = [*SIZES, (320, 568), (360, 640), (768, 1024), (800, 450), (1920, 1080)]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Return a function that builds the page of an organisation in one language."""
    members = read_members()

    @cache
    def built(name, language):
        folder = tmp_path_factory.mktemp(name)
        data = write_alliance(folder / "data", name, members[name], [language])
        assert build.main(["--data", str(data), "--out", str(folder / "dist")]) == 0
        return str(folder / "dist" / language / "membership.html")

    return built


@pytest.mark.parametrize(("name", "language"), rounds(ALLIANCES[:2], ALLIANCES))
def test_names_of_an_alliance_are_whole_and_on_no_other_member(
    open_page, built, name, language
):
    path = built(name, language)
    for width, height in rounds(SIZES, EVERY):
        page = open_page(path, width=width, height=height)
        assert page.evaluate(COVERED) == {"inside": True, "over": []}, width
        for view in walk_views(page, ticks=[0, 11]):
            assert find_name_faults(page) == {}, (width, height, view)


@pytest.mark.parametrize(("name", "language"), rounds(ALLIANCES[1:2], ALLIANCES))
def test_every_member_of_an_alliance_is_named_at_some_zoom(
    open_page, built, name, language
):
    page = open_page(built(name, language))
    unnamed = page.evaluate("""() => {
      const named = new Set([...document.querySelectorAll("[data-label]")].map(
        label => label.dataset.label));
      return [...document.querySelectorAll(".land .focus")].map(
        land => land.dataset.code).filter(code => !named.has(code));
    }""")
    assert unnamed == []
