import pytest

from csto_atlas.maps.validation.explanation import REASONS, explain_projection
from tests.made.worlds import make_spec


def test_a_given_projection_is_named_with_what_it_distorts():
    said = explain_projection(make_spec(projection="EPSG:3857", frame=[0, 0, 9e6, 9e6],
        views={"wide": [0, 0, 9e6, 9e6], "narrow": [0, 0, 1, 1]}))  # fmt: skip
    assert "areas up to 4.7 times too large" in said
    assert "lean at most 0 degrees" in said
    assert said.endswith("given by the map's file")


@pytest.mark.parametrize(
    ("projection", "reason"),
    [
        ("+proj=laea +lat_0=48.0 +lon_0=72 +units=km", "laea"),
        ("+proj=laea +lat_0=-90.0000 +lon_0=0 +units=km", "pole"),
        ("+proj=aea +lat_1=30 +lat_2=50 +lon_0=72 +units=km", "aea"),
        ("+proj=eqdc +lat_1=30 +lat_2=50 +lon_0=72 +units=km", "eqdc"),
        ("+proj=eqearth +lon_0=72 +units=km", "eqearth"),
    ],
)
def test_a_chosen_projection_comes_with_its_reason(projection, reason):
    said = explain_projection(make_spec(projection=projection, is_chosen=True))
    assert said.startswith("map 'membership': ")
    assert said.endswith(REASONS[reason])
