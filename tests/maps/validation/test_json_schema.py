import copy
import json
import re
from typing import ClassVar

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

import build
from csto_atlas.events.files.yaml_documents import read_list
from csto_atlas.events.records import Event
from csto_atlas.maps.validation.json_schema import FILES, write_schemas

SCHEMAS = {name: json.loads(text) for name, text in write_schemas().items()}
SETS = [path.parent for path in build.ROOT.glob("e*/**/dataset.yml")]


class Editor(yaml.SafeLoader):
    """Reads a file as an editor does: with the types of YAML 1.2's core schema."""

    yaml_implicit_resolvers: ClassVar = {}


for tag, pattern, first in (
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    (
        "float",
        r"^[-+]?(\.[0-9]+|[0-9]+\.?[0-9]*)([eE][-+]?[0-9]+)?$",
        list("-+.0123456789"),
    ),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def faults(kind, text):
    """Return what an editor underlines in a file of this kind."""
    validator = Draft202012Validator(SCHEMAS[f"{kind}.json"])
    return list(validator.iter_errors(yaml.load(text, Loader=Editor)))


def files_of(kind, folder):
    many = sorted((folder / kind).glob("*.yml"))
    single = folder / f"{kind}.yml"
    return [*many, *([single] if single.exists() else [])]


def test_the_default_data_set_and_the_starter_are_among_the_sets():
    assert {build.DATA, build.ROOT / "events" / "starter"} <= set(SETS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_a_schema(name):
    Draft202012Validator.check_schema(SCHEMAS[name])


def test_the_schemas_in_the_documents_are_up_to_date():
    folder = build.ROOT / "docs" / "schema"
    kept = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert kept == write_schemas(), "run: python build.py schema docs/schema"


@pytest.mark.data_set
@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("folder", SETS, ids=lambda path: path.name)
def test_every_file_of_every_data_set_is_right(folder, kind):
    files = files_of(kind, folder)
    assert files or kind in ("article", "glossary", "layers")
    for path in files:
        found = faults(kind, path.read_text(encoding="utf-8"))
        assert [(path.name, e.json_path, e.message) for e in found] == []


EVENT = """
- id: treaty-signed
  kind: act
  date: 1958-02-03
  countries: [BEL, NLD, LUX]
  rank: 1
  maps: [north]
  title: {en: Signed}
  certainty: high
  sources: [unts]
"""
SPEC = (build.DATA / "maps" / "membership.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("date: 1958-02-03", "date: 1958"),
        ("date: 1958-02-03", 'date: "1958-02-03~/1958-02-05"'),
        ("[BEL, NLD, LUX]", "BEL NLD LUX"),
        ("rank: 1", 'rank: "1"'),
        ("{en: Signed}", "{en: 1958}"),
        ("id: treaty-signed", "id: 1958"),
    ],
)
def test_what_the_reader_takes_is_right(old, new):
    assert faults("events", EVENT) == []
    assert old in EVENT
    assert faults("events", EVENT.replace(old, new)) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(
            ("events", EVENT.replace(*pair))
            for pair in (
                ("kind: act", "kind: acts"),
                ("rank: 1", "rank: 4"),
                ("rank: 1", "rank: first"),
                ("date: 1958-02-03", "date: 3 February 1958"),
                ("title:", "tilte:"),
                ("title: {en: Signed}", "title: Signed"),
                ("  certainty: high\n", ""),
                ("certainty: high", "certainty:"),
                ("id: treaty-signed", "id: Treaty Signed"),
                ("- id", "  id"),
            )
        ),
        *(
            ("maps", SPEC.replace(*pair))
            for pair in (
                ("step: year", "step: decade"),
                ("colour: strong", "colour: red"),
                ("default: last\n", ""),
                ("unit: 3", "unit: [3]"),
                ("frame: [-3550, ", "frame: ["),
            )
        ),
        ("dataset", "title: {en: A}\nas_of: never\n"),
        ("statuses", "- {id: a, label: {en: A}, plural: {en: B}, counts: true}\n"),
        ("statuses", "id: a\n"),
        ("sources", "- {id: a, kind: press, publisher: B, title: C}\n"),
        ("organisations", "- {id: a, name: {en: A}, short: B, sources: [c]}\n"),
        ("article", "title: {en: A}\n"),
    ],
)
def test_what_is_wrong_is_underlined(kind, text):
    assert faults(kind, text)


def read(text, folder):
    """Tell whether our reader takes an event."""
    (folder / "one.yml").write_text(text, encoding="utf-8")
    (item,) = read_list(folder / "one.yml").items
    try:
        Event.model_validate(item.fields | {"origin": item.origin})
    except ValidationError:
        return False
    return True


WHOLE = next(
    event
    for path in sorted((build.DATA / "events").glob("*.yml"))
    for event in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    if "request" in event and "figures" in event
)


def spots(value, loc=()):
    """Go through the ways to all parts of an event."""
    if loc:
        yield loc
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    if isinstance(value, dict | list):
        for key, part in parts:
            yield from spots(part, (*loc, key))


OTHERS = [7, -3, 2.5, True, "x", "a b", "1992", [], ["x"], {}, {"en": "x"}]


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(
    loc=st.sampled_from(list(spots(WHOLE))),
    other=st.sampled_from([*OTHERS, "drop", "misspell"]),
)
def test_an_editor_underlines_nothing_that_the_reader_takes(
    loc, other, tmp_path_factory
):
    event = copy.deepcopy(WHOLE)
    inner = event
    for key in loc[:-1]:
        inner = inner[key]
    if other == "drop" or isinstance(inner, list):
        del inner[loc[-1]]
    elif other == "misspell":
        inner[f"{loc[-1]}x"] = inner.pop(loc[-1])
    else:
        inner[loc[-1]] = other
    text = yaml.safe_dump([event], allow_unicode=True)
    if faults("events", text):
        assert not read(text, tmp_path_factory.getbasetemp())
