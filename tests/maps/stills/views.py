"""A small map as its stills draw it: spec, parts and states at a tick."""

from csto_atlas.maps.content.map_view import draw_map
from csto_atlas.maps.drawing.medium import StillMedium
from csto_atlas.maps.drawing.palette import LIGHT, SHADES
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.slicing.tick_states import find_states
from csto_atlas.maps.stills.inputs import select_inputs
from tests.made.worlds import COUNTRIES, make_world

NAMES = {"en": "English", "ar": "العربية"}
MEDIUM = StillMedium(
    2.0, 1.25, {**LIGHT, **SHADES}, (0, 0, 2000, 1000), (250, 124, 950, 472)
)


def make_inputs(world=None, language="en", **spec):
    """Return what the stills of a map are drawn from."""
    texts = Texts(language, COUNTRIES)
    return select_inputs(draw_map(world or make_world(**spec), texts, NAMES).view)


def make_view(tick=4, **spec):
    """Return the spec, the parts and the states of a tick."""
    inputs = make_inputs(**spec)
    return (
        inputs.spec,
        inputs.parts,
        find_states(inputs.state_changes, inputs.spans, tick),
    )
