from csto_atlas.maps.content.map_view import draw_map
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.stills.names import name_first, name_still
from csto_atlas.maps.stills.render import draw_stills
from tests.made.worlds import COUNTRIES, make_world
from tests.maps.stills.views import NAMES


def test_a_still_is_named_by_language_map_and_tick():
    assert name_still("ar", "border", "2022-09") == "stills/ar/border-2022-09.svg"


def test_the_first_still_is_of_the_tick_that_the_page_opens_on():
    world = make_world(default="1993")
    view = draw_map(world, Texts("en", COUNTRIES), NAMES).view
    assert name_first(view) == "stills/en/membership-1993.svg"
    assert name_first(view) in draw_stills(view)
