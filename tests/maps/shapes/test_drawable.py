import pytest
from pyproj.exceptions import ProjError
from shapely import GEOSException

from csto_atlas.events.errors import DataError
from csto_atlas.events.files.items import Origin
from csto_atlas.maps.shapes.drawable import drawing
from tests.made.worlds import make_spec

LINES = {("id",): 2, ("extent",): 7}


@pytest.mark.parametrize("error", [GEOSException("torn"), ProjError("torn")])
def test_what_a_library_raises_is_a_problem_of_the_map(error):
    spec = make_spec(origin=Origin("maps/pact.yml", 1, LINES))
    with pytest.raises(DataError) as caught, drawing(spec):
        raise error
    (problem,) = caught.value.problems
    assert problem.where == "maps/pact.yml:7"
    assert "torn" in problem.what
    assert problem.expected == "another extent, frame or projection"


def test_other_errors_are_left_as_they_are():
    with pytest.raises(ZeroDivisionError), drawing(make_spec()):
        raise ZeroDivisionError
