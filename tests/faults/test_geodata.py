"""Boundaries and registers that are missing or cut off: a clear word, no traceback."""

import shutil

import pytest

import build
from csto_atlas.events.errors import DataError
from csto_atlas.geodata.grounds import load_register
from csto_atlas.maps import load as facts
from csto_atlas.maps.shapes import load as shapes
from csto_atlas.maps.spec.placement import place_map
from tests.faults.rounds import PROOF, dice

FILES = sorted(
    path.name for path in build.GEODATA.iterdir() if path.suffix in (".csv", ".geojson")
)
OTHERS = ("lakes.geojson", "world_lakes.geojson")  # other data sets ask for them


def cut(data):
    """Cut a file off in its last line."""
    is_json = data.startswith(b"{")
    return data[:-20] if is_json else data[: data.rstrip().rfind(b"\n") + 6]


RUINS = {
    "missing": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut off": lambda path: path.write_bytes(cut(path.read_bytes())),
    "binary": lambda path: path.write_bytes(b"PK\x03\x04\xff\xfe"),
}


@pytest.fixture
def geodata(tmp_path, monkeypatch):
    """Return a copy of the geodata, to break; what is in memory is forgotten."""
    monkeypatch.setattr(facts, "GEODATA", tmp_path / "geodata")
    shapes._load.cache_clear()
    yield shutil.copytree(build.GEODATA, tmp_path / "geodata")
    shapes._load.cache_clear()


def load_all(folder):
    countries = build.load_territories(folder / "territories.csv")
    found = facts.load_data_set(build.DATA, countries)
    specs, files = list(found.specs.values()), load_register(folder).default
    others = [
        place_map(specs[0].with_changes(lakes=name), {}, [], files) for name in OTHERS
    ]
    for spec in (*specs, *others):
        facts.make_map_inputs(found, spec)


def ruined():
    """Return every file with every ruin, or some of them."""
    pairs = [(name, ruin) for name in FILES for ruin in RUINS]
    return pairs if PROOF else dice("geodata").sample(pairs, 3)


@pytest.mark.parametrize(("name", "ruin"), ruined())
def test_a_file_that_is_no_good_is_named(geodata, name, ruin):
    RUINS[ruin](geodata / name)
    with pytest.raises(DataError) as caught:
        load_all(geodata)
    told = str(caught.value)
    assert name in told
    assert all("; expected " in line for line in told.splitlines())
