import dataclasses
import pickle

from csto_atlas.maps.stills.names import name_first
from tests.made.drawn_layers import make_layer, make_layer_event
from tests.made.pages import change_data, find_faults, make_page
from tests.made.worlds import both, make_event, make_world


def test_every_cited_source_has_a_number():
    assert make_page().citations.numbers == {"daily": 1}


def test_a_source_that_the_page_does_not_cite_is_left_out():
    world = make_world()
    (daily,) = world.dataset.sources
    other = daily.model_copy(update={"id": "weekly"})
    page = make_page(world=change_data(world, sources=(daily, other)))
    assert list(page.citations.numbers) == ["daily"]


def test_a_text_that_no_still_shows_leaves_the_view_as_it_is():
    one, other = (
        change_data(make_world(), events=(make_event(text=both(title)),))
        for title in ("First", "Second")
    )
    one, other = (make_page(world=world).view for world in (one, other))
    assert pickle.dumps(one) == pickle.dumps(other)


def test_only_a_map_with_layers_has_data_of_them():
    layers = (make_layer([make_layer_event()]),)
    page = make_page(world=dataclasses.replace(make_world(), layers=layers))
    assert find_faults(page.layer_data, "LayerData") == []
    assert make_page().layer_data is None


def test_the_first_still_is_of_the_tick_that_the_page_opens_on():
    assert name_first(make_page(default="1993").view).endswith("-1993.svg")
