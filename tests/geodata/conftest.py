"""The prepared data, loaded once."""

from pathlib import Path

import numpy as np
import pytest
import shapely
from pyproj import Transformer

from csto_atlas.geodata.boundaries import load_boundaries
from csto_atlas.geodata.places import load_places

DATA = Path(__file__).parents[2] / "geodata" / "data"
LAEA = "+proj=laea +lat_0=48 +lon_0=72 +datum=WGS84"


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


@pytest.fixture(scope="session")
def hausdorff():
    """Return a function: the largest distance between two lines, both ways."""

    def measure(one, other, crs=LAEA, window=None):
        """Measure from the vertices in the window, in degrees, to all of the line."""
        turn = Transformer.from_crs(4326, crs, always_xy=True).transform
        flat = [
            shapely.transform(line, lambda p: np.column_stack(turn(*p.T)))
            for line in (one, other)
        ]
        far = []
        for line, goal in ((one, flat[1]), (other, flat[0])):
            degrees = shapely.get_coordinates(line)
            is_near = shapely.intersects_xy(window, degrees) if window else ...
            points = shapely.points(np.column_stack(turn(*degrees[is_near].T)))
            far.append(shapely.distance(points, goal).max())
        return max(far)

    return measure
