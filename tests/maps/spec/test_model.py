"""A spec is data: what is wrong with it is told with its line, all at once."""

import shutil

import pytest

from csto_atlas.events.errors import DataError
from csto_atlas.maps.spec.load import list_specs, load_spec, load_specs
from tests.conftest import DATA, MAPS

FAULTS = {
    "an unknown field": (
        ("overlays: [", "keep_past: yes\noverlays: ["),
        ["unknown field 'keep_past'; expected a field of MapSpec (nearest: "],
    ),
    "a number in words": (
        ("unit: 3", "unit: small"), ["bad unit 'small'; expected "],
    ),
    "a length below nothing": (
        ("unit: 3", "unit: -1"), ["unit: '-1.0' is no length"],
    ),
    "an unknown projection": (
        ('projection: "+proj=aea', 'projection: "+proj=moon'),
        ["projection '+proj=moon "],
    ),
    "a projection in degrees": (
        ('projection: "+proj=aea +lat_1=27 +lat_2=50 +lat_0=46 +lon_0=56 +datum=WGS84'
         ' +units=km"', "projection: EPSG:4326"),
        ["projection 'EPSG:4326' is not known; expected a projected CRS"],
    ),
    "a frame upside down": (
        ("frame: [-3550, -2000, 6100, 6550]", "frame: [-3550, 6550, 6100, -2000]"),
        ["frame is empty; expected [left, bottom, right, top]"],
    ),
    "a timeline that runs backwards": (
        ('from: "1992", to: "2026"', 'from: "2026", to: "1992"'),
        ["timeline: timeline segment ends before it starts"],
    ),
    "a step that there is not": (
        ("step: year}", "step: week}"), ["timeline: no step of year, month or day"],
    ),
    "a timeline of more steps than anybody can use": (
        ('{from: "1992", to: "2026", step: year}',
         '{from: "1992-01-01", to: "2026-01-01", step: day}'),
        ["timeline: more than 4000 steps"],
    ),
    "a timeline without steps": (
        ('  - {from: "1992", to: "2026", step: year}', "  []"), ["timeline: "],
    ),
    "a default that is no step": (
        ("default: last", 'default: "1991"'),
        ["default '1991' is no step of the timeline; expected 'last'"],
    ),
    "another name than the file": (
        ("id: membership", "id: members"),
        ["the map 'members' is in a file named 'membership'; expected the same name"],
    ),
    "a colour that no style sheet has": (
        ("{colour: middle,", "{colour: purple,"),
        ["unknown states party colour 'purple'; expected one of strong, middle"],
    ),
    "two at once": (
        ("unit: 3\nclosest: 3.3", "unit: none\nclosest: 0"),
        ["bad unit 'none'", "closest: '0.0' is no length"],
    ),
}  # fmt: skip


@pytest.fixture
def data(tmp_path):
    shutil.copytree(DATA / "maps", tmp_path / "maps")
    return tmp_path


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_its_line(data, fault):
    (old, new), expected = FAULTS[fault]
    path = data / "maps" / "membership.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    first = text[: text.index(old)].count("\n") + 1
    specs, problems = load_specs(data)
    assert specs.keys() == set(MAPS) - {"membership"}
    assert len(problems) == len(expected)
    for n, (problem, start) in enumerate(zip(problems, expected, strict=True)):
        where, _, told = str(problem).partition(": ")
        assert told.startswith(start)
        assert where.startswith(f"{path.as_posix()}:")
        # A part of a list may be told at the line of the list.
        assert abs(int(where.rpartition(":")[2]) - first - n) <= 1


def test_a_spec_that_is_no_mapping_is_refused(data):
    path = data / "maps" / "membership.yml"
    path.write_text("- a list\n")
    with pytest.raises(DataError, match="not a mapping"):
        load_spec(path)


def test_a_data_set_has_at_least_one_map(tmp_path):
    specs, (problem,) = load_specs(tmp_path)
    assert specs == {}
    assert "there is no map; expected a file such as" in str(problem)


def test_the_default_data_set_has_three_maps():
    assert [*list_specs(DATA)] == sorted(MAPS)
    specs, problems = load_specs(DATA)
    assert problems == []
    for name, spec in specs.items():
        assert spec.origin.path.endswith(f"maps/{name}.yml")


def test_a_changed_copy_keeps_the_other_fields_and_is_checked():
    spec = load_spec(DATA / "maps" / "membership.yml")
    changed = spec.with_changes(least_rank=1, unit="3000")
    assert (changed.least_rank, changed.unit) == (1, 3000.0)
    assert changed.with_changes(least_rank=spec.least_rank, unit=spec.unit) == spec


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"framee": (0, 0, 1, 1)}, ["unknown field 'framee'; expected a field of "]),
        ({"unit": "x"}, ["bad unit 'x'; expected a number"]),
        ({"frame": (0, 9, 1, 1)}, ["frame is empty; expected [left, bottom, "]),
        ({"fram": 1, "unit": -1}, ["unit: '-1.0' is no length", "unknown field 'fram"]),
    ],
)
def test_a_changed_copy_names_everything_that_is_wrong(changes, expected):
    spec = load_spec(DATA / "maps" / "membership.yml")
    with pytest.raises(DataError) as caught:
        spec.with_changes(**changes)
    lines = str(caught.value).splitlines()
    starts = [f"changed copy of the map 'membership': {said}" for said in expected]
    assert len(lines) == len(starts)
    assert all(map(str.startswith, lines, starts)), lines
