"""A data set whose map says nothing of where it is: built from its members alone."""

import re
import shutil

import pytest

import build
from csto_atlas.events.errors import DataError
from csto_atlas.maps.page.addresses import Site

pytestmark = pytest.mark.build

STARTER = build.ROOT / "events" / "starter"
PLACE_OF_ITS_OWN = (
    "place,name_en,name_ar,name_ru,lat,lon,precision,code,source\n"
    "{place},The Hague,لاهاي,Гаага,{lat},4.2986,exact,NLD,GeoNames\n"
)
# The first member of each pair becomes the second.
ELSEWHERE = {
    "the Pacific": {"BEL": "FJI", "LUX": "TUV", "NLD": "WSM"},
    "the Gulf": {"BEL": "SAU", "LUX": "BHR", "NLD": "QAT"},
    "North America": {"BEL": "USA", "LUX": "CAN", "NLD": "MEX"},
}
GIVEN = re.compile(
    r"^(boundaries|areas|projection|frame|unit|closest):.*\n|^views:\n(  .*\n)+", re.M
)


@pytest.fixture
def data(tmp_path):
    """Return a copy of the starter, whose spec leaves everything open."""
    folder = shutil.copytree(STARTER, tmp_path / "data")
    spec = (folder / "maps" / "membership.yml").read_text(encoding="utf-8")
    assert not GIVEN.search(spec)
    return folder


def move(data, codes):
    for path in (data / "memberships.csv", data / "events" / "benelux.yml"):
        text = path.read_text(encoding="utf-8")
        for old, new in codes.items():
            text = re.sub(rf"\b{old}\b", new, text)
        path.write_text(text, encoding="utf-8")


def scene(data):
    files = build.build(data, None, ["en"], Site()).files
    page = files["en/membership.html"]
    return page[page.index("<svg id=") : page.index("</svg>")]


@pytest.mark.parametrize("where", ELSEWHERE)
def test_a_map_is_drawn_where_its_members_are(data, where):
    move(data, ELSEWHERE[where])
    svg = scene(data)
    width, height = map(int, re.search(r'viewBox="0 0 (\d+) (\d+)"', svg).groups())
    assert 3000 < width < 6000
    drawn = r'data-code="([A-Z]{3})" data-state="[^"]*" d="(m[^"]+)"'
    paths = dict(re.findall(drawn, svg))
    assert set(ELSEWHERE[where].values()) <= set(paths)
    starts = [
        re.match(r"m(-?\d+)[ ]?(-?\d+)", path).groups() for path in paths.values()
    ]
    assert all(0 <= int(x) <= width and 0 <= int(y) <= height for x, y in starts)
    assert "inf" not in "".join(paths.values()) and "nan" not in "".join(paths.values())
    assert len(svg) < 150_000


def test_a_place_of_its_own_is_known_and_checked(data):
    rows = PLACE_OF_ITS_OWN.format(place="the-hague", lat="52.0767")
    (data / "places.csv").write_text(rows, encoding="utf-8")
    spec = data / "maps" / "membership.yml"
    spec.write_text(spec.read_text(encoding="utf-8") + "towns: [the-hague]\n", "utf-8")
    assert "The Hague" in scene(data)


@pytest.mark.parametrize(
    ("place", "lat", "what"),
    [
        ("almaty", "52.0767", "is in .*places.csv:5 already"),
        ("the-hague", "44.0767", "says NLD and lies in FRA"),
        ("the-hague", "152", "lat '152'"),
    ],
)
def test_a_wrong_place_of_its_own_is_told_with_its_line(data, place, lat, what):
    rows = PLACE_OF_ITS_OWN.format(place=place, lat=lat)
    (data / "places.csv").write_text(rows, encoding="utf-8")
    with pytest.raises(DataError, match=f"data/places.csv:2: .*{what}"):
        build.build(data, None, ["en"], Site())


def test_a_map_that_nothing_places_asks_for_an_extent(data):
    spec = data / "maps" / "membership.yml"
    text = spec.read_text(encoding="utf-8")
    spec.write_text(re.sub(r"^states:\n(  .*\n)+", "states: {}\n", text, flags=re.M))
    with pytest.raises(
        DataError, match=r"membership.yml:.*expected a member, or 'extent"
    ):
        build.build(data, None, ["en"], Site())
