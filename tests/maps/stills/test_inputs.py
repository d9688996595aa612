from dataclasses import replace

from csto_atlas.maps.content.map_view import draw_map
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.stills.inputs import select_inputs
from tests.made.worlds import COUNTRIES, both, make_world
from tests.maps.stills.views import NAMES, make_inputs


def test_the_stills_have_the_words_of_their_page():
    inputs = make_inputs()
    assert inputs.header.title == "A pact"
    assert inputs.start == len(inputs.ticks) - 1
    assert [status.id for status in inputs.legend.statuses] == ["member", "frozen"]
    assert inputs.spans == {"signed": (0, 0), "met": (3, 4)}


def test_what_only_a_page_says_does_not_change_the_stills():
    def inputs(note):
        world = make_world()
        sources = [one.model_copy(update={"note": both(note)})
                   for one in world.dataset.sources]  # fmt: skip
        dataset = world.dataset.model_copy(update={"sources": tuple(sources)})
        texts = Texts("en", COUNTRIES)
        page = draw_map(replace(world, dataset=dataset), texts, NAMES)
        return replace(select_inputs(page.view), texts=None)

    assert inputs("one") == inputs("another")
