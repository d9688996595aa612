import json

from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.linked_data import (
    box_of,
    describe_data,
    describe_extent,
    drop_empty,
    link_data,
)
from tests.made.pages import make_page
from tests.made.worlds import both

VIEW = make_page().view
SITE = Site("https://maps.example.org/")


def test_without_an_address_no_download_is_named():
    found = describe_data(VIEW.meta, VIEW.texts, Site())
    assert not {"url", "distribution"} & found.keys()
    assert found["name"] == found["description"] == "Something happened"


def test_the_package_is_named_by_its_address():
    found = describe_data(VIEW.meta, VIEW.texts, SITE)
    address = found["distribution"]["contentUrl"]
    assert address == "https://maps.example.org/data/datapackage.json"


def test_a_data_set_may_describe_itself():
    meta = VIEW.meta.model_copy(update={"about": both("About a pact.")})
    found = describe_data(meta, VIEW.texts, SITE)
    assert found["description"] == "About a pact."


def test_a_map_covers_its_ticks_and_its_first_view():
    extent = describe_extent(VIEW.spec, VIEW.ticks)
    assert extent["temporalCoverage"] == "1992-01-01/1996-06-01"
    south, west, north, east = box_of(VIEW.spec)
    assert south < 48 < north
    assert west < 72 < east
    box = extent["spatialCoverage"]["geo"]["box"]
    assert box == f"{south} {west} {north} {east}"


def test_linked_data_cannot_end_their_element():
    text = link_data({"name": "</script><b>"})
    assert "<" not in text
    assert json.loads(text)["@graph"] == [{"name": "</script><b>"}]


def test_empty_values_are_dropped():
    assert drop_empty(url="", image="a.png") == {"image": "a.png"}
