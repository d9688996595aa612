"""The prepared data, loaded once."""

from pathlib import Path

import pytest

from geodata.boundaries import load_boundaries
from geodata.places import load_places

DATA = Path(__file__).parents[2] / "geodata" / "data"


@pytest.fixture(scope="session")
def data() -> Path:
    return DATA


@pytest.fixture(scope="session")
def shapes():
    """Return a function: the shapes of a file by their name."""
    loaded = {}

    def load(name, key="code"):
        if name not in loaded:
            frame = load_boundaries(DATA / name, key)
            loaded[name] = dict(zip(frame[key], frame.geometry, strict=True))
        return loaded[name]

    return load


@pytest.fixture(scope="session")
def places():
    found, problems = load_places(DATA / "places.csv")
    assert not problems
    return found
