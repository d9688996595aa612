"""A small made map, built as pages."""

from datetime import date

import pytest

from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.render import render_page
from tests.made.pages import change_data, make_page
from tests.made.worlds import make_world

LANGUAGES = ("en", "ar")
YEARS = [{"from": "1992", "to": "2026", "step": "year"}]


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """Return a folder with the map of the small world by years, in two languages."""
    folder = tmp_path_factory.mktemp("made")
    world = make_world()
    meta = world.dataset.meta.model_copy(update={"as_of": date(2026, 3, 11)})
    for language in LANGUAGES:
        page = make_page(language, change_data(world, meta=meta), timeline=YEARS)
        path = folder / language / "membership.html"
        path.parent.mkdir()
        path.write_text(render_page(page, Site()), encoding="utf-8")
    return folder
