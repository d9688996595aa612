"""The page for reporters says what is true."""

import re

import pytest
import yaml
from jsonschema import Draft202012Validator

from csto_atlas.events.load import load_dataset
from csto_atlas.maps.validation.json_schema import FILES, describe_schema
from tests.events.sheets.conftest import DATASET, REGISTER, ROOT, SHEET

PAGE = (ROOT / "docs" / "memberships.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)


def examples():
    """Go through the tables, with what is said of each and what comes of it."""
    table, said = "", ""
    for kind, text in BLOCKS[1:]:
        if kind == "csv":
            table, said = text, ""
        elif kind == "yaml":
            said = text
        else:
            yield table, said, kind, text


def test_the_page_has_all_four_shapes_own_names_and_refusals() -> None:
    kinds = [kind for *_, kind, _ in examples()]
    assert (kinds.count("result"), kinds.count("refused")) == (5, 5)


@pytest.mark.parametrize(("table", "said", "kind", "text"), list(examples()))
def test_an_example_gives_what_the_page_says(folder, table, said, kind, text) -> None:
    read = folder.read(table, **dict(re.findall(r"(\w+): (.+)", said)))
    if kind == "result":
        assert (read.problems, read.warnings) == ([], [])
        assert [",".join(row) for row in read.rows] == text.splitlines()
    else:
        assert read.problems == text.splitlines()


def test_the_first_example_is_a_description(folder) -> None:
    (_, text), *_ = BLOCKS
    folder.read("Country,Joined\nFrance,1949\n")
    path = folder.path / "dataset.yml"
    lines = path.read_text(encoding="utf-8").partition("sheets:")[0]
    path.write_text(lines.replace("[en, ar]", "[en]") + text, encoding="utf-8")
    dataset, problems = load_dataset(folder.path, REGISTER)
    assert (problems, dataset.warnings) == ((), ())
    assert [row.code for row in dataset.memberships] == ["FRA"]


def test_every_field_of_a_sheet_is_on_the_page_and_described_for_editors() -> None:
    schema = describe_schema(*FILES["dataset"])["$defs"]["Sheet"]["properties"]
    for name, field in schema.items():
        assert f"`{name}" in PAGE or f"{name}:" in PAGE, name
        assert field["description"]


@pytest.mark.parametrize(
    ("line", "is_right"),
    [
        ("ends: left", True),
        ("ends: never", False),
        ("columns: {start: Beitritt, basis_en: Notes}", True),
        ("statuses: {Full member: member, 1: observer}", True),
        ("satus: member", False),
        ("encoding: windows-1256", True),
    ],
)
def test_an_editor_underlines_what_the_build_refuses(folder, line, is_right) -> None:
    name, _, value = line.partition(": ")
    read = folder.read("Country,Beitritt,Notes\nFrance,1949,\n", **{name: value})
    said = "".join(f"    {k}: {v}\n" for k, v in (SHEET | {name: value}).items())
    loaded = yaml.safe_load(DATASET.format(lines=said, file="found.csv"))
    loaded["as_of"] = str(loaded["as_of"])
    loaded["sheets"][0]["statuses"] = {
        str(k): v for k, v in loaded["sheets"][0].get("statuses", {}).items()
    }
    faults = list(
        Draft202012Validator(describe_schema(*FILES["dataset"])).iter_errors(loaded)
    )
    refused = [p for p in read.problems if p.startswith("dataset.yml")]
    assert bool(faults) == bool(refused) == (not is_right)
