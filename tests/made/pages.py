"""Content of a page, made from the small world in code."""

import dataclasses
import json

from jsonschema import Draft202012Validator

from csto_atlas.maps.assets.templates import write_json
from csto_atlas.maps.content.map_view import draw_map
from csto_atlas.maps.content.page_inputs import make_page_inputs
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.validation.json_schema import describe_payload
from tests.made.worlds import COUNTRIES, both, make_spec, make_world

NAMES = {"en": "English", "ar": "العربية"}
BORDER = {"codes": ["AAA", "BBB"], "parts": {"west": both("West")}, "figures": "signed"}


def make_inputs(language="en", world=None, **spec):
    """Make the inputs of a page; `spec` changes fields of the spec."""
    return make_page_inputs(place(world, spec), Texts(language, COUNTRIES))


def make_page(language="en", world=None, **spec):
    """Make the content of a page."""
    texts = Texts(language, COUNTRIES)
    return draw_map(place(world, spec), texts, NAMES)


def place(world, spec):
    """Return a world, or the small one, with the changes of its spec."""
    if world is None:
        return make_world(**spec)
    return dataclasses.replace(world, spec=make_spec(**spec)) if spec else world


def change_data(world, **tables):
    """Return a world with other tables in its data set."""
    dataset = world.dataset.model_copy(update=tables)
    return dataclasses.replace(world, dataset=dataset)


def make_bordered():
    """Make a world whose geodata have the length of the border's part."""
    world = make_world()
    geodata = dataclasses.replace(world.geodata, lengths={"west": 12.34})
    return dataclasses.replace(world, geodata=geodata)


def find_faults(value, name):
    """Return what the schema has against a payload, as it is in a page."""
    schema = {**describe_payload(), "$ref": f"#/$defs/{name}"}
    del schema["anyOf"]
    errors = Draft202012Validator(schema).iter_errors(json.loads(write_json(value)))
    return [f"{error.json_path}: {error.message}" for error in errors]
