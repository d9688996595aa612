"""A small world made in code: three square countries, one of them disputed in part."""

from datetime import date

import geopandas as gpd
import shapely

from csto_atlas.events.files.items import Origin
from csto_atlas.events.records import (
    Area,
    Dataset,
    Event,
    Membership,
    Meta,
    Movement,
    Organisation,
    Source,
    Status,
)
from csto_atlas.geodata.places import Place
from csto_atlas.maps.inputs import MapInputs
from csto_atlas.maps.shapes.load import Geodata
from csto_atlas.maps.spec.placed import PlacedMap
from csto_atlas.maps.timeline.ticks import Segment, make_ticks

ORIGIN = Origin("made.yml", 1)
COUNTRIES = {"AAA": "AA", "BBB": "BB", "CCC": "CC"}
SPEC = {
    "id": "membership",
    "title": {"en": "A pact", "ar": "حلف"},
    "boundaries": "made",
    "areas": "made",
    "projection": "+proj=laea +lat_0=48 +lon_0=72 +units=km",
    "frame": [-1000, -1000, 1000, 1000],
    "views": {"wide": [-900, -900, 900, 900], "narrow": [-800, -800, 800, 800]},
    "unit": 1,
    "closest": 1,
    "timeline": [{"from": "1992", "to": "1996", "step": "year"}],
    "default": "last",
    "least_rank": 2,
    "overlays": ["club", "nobody"],
    "states": {
        "member": {"colour": "strong", "pattern": "solid"},
        "frozen": {"colour": "strong", "pattern": "hatch"},
    },
}


def both(text):
    return {"en": text, "ar": text}


def make_spec(**changes):
    return PlacedMap.model_validate({**SPEC, **changes})


def make_place(lon, lat, name="town", code="AAA", radius_km=0.0):
    precision = "approximate" if radius_km else "exact"
    return Place(
        id=name, names=both(name), other_names={}, lat=lat, lon=lon,
        precision=precision, radius_km=radius_km, code=code, geonames_id=None,
        source="made", note="", path="made.csv", line=2,
    )  # fmt: skip


def make_status(name, counts=True):
    counted = {"one": f"{{n}} {name}", "other": f"{{n}} {name}s"}
    return Status(
        origin=ORIGIN, id=name, label=both(name), plural=both(name), counts=counts,
        counted={"en": counted, "ar": counted},
    )  # fmt: skip


def make_membership(code, status, start, end=None, organisation="pact"):
    return Membership(
        origin=ORIGIN, organisation=organisation, code=code, status=status,
        start=start, end=end, certainty="high", basis=both("by act"),
        sources=("daily",),
    )  # fmt: skip


def make_world(text="Something happened", code="AAA", **spec):
    """Make a world; `text` stands wherever a data set has a text, `spec` as above."""
    dataset = Dataset(
        meta=Meta(
            origin=ORIGIN, title=both(text), as_of=date(1996, 6, 1),
            languages=("en", "ar"), organisation="pact", licence="CC0",
        ),
        statuses=(make_status("member"), make_status("frozen")),
        organisations=(
            Organisation(origin=ORIGIN, id="pact", name=both(text), short=both(text),
                         sources=("daily",)),
            Organisation(origin=ORIGIN, id="club", name=both(text), short=both(text),
                         note=both(text), sources=("daily",)),
        ),
        memberships=(
            make_membership(code, "member", "1992-05-15", "1994-02-22"),
            make_membership(code, "frozen", "1994-02-22"),
            make_membership("BBB", "member", "1993-01-01", "1993-12-31"),
            make_membership("CCC", "member", "1995", organisation="club"),
        ),
        areas=(
            Area(origin=ORIGIN, area="valley", status="disputed", code="BBB",
                 controlled_by="hill", start="1993", end="1995-06-01",
                 certainty="low", name=both(text), note=both(text),
                 sources=("daily",)),
        ),
        events=(
            Event(origin=ORIGIN, id="signed", kind="act", date="1992-05-15",
                  place="town", rank=1, maps=("membership",), headline=both(text),
                  title=both(text), text=both(text), certainty="low",
                  sources=("daily",), figures=(
                      {"value": both("12"), "by": both(text), "note": both(text),
                       "sources": ("daily",)},
                      {"value": both("15"), "by": both("B"), "sources": ("daily",)},
                  )),
            Event(origin=ORIGIN, id="met", kind="summit", date="1995/1996",
                  place="town", rank=2, maps=("membership",), title=both("They met"),
                  certainty="high", sources=("daily",)),
            Event(origin=ORIGIN, id="elsewhere", kind="summit", date="1995",
                  rank=2, maps=("border",), title=both("Not here"),
                  certainty="high", sources=("daily",)),
        ),
        sources=(
            Source(origin=ORIGIN, id="daily", kind="press", publisher=text,
                   title=text, language="en", url="https://daily.example/",
                   note=both(text)),
        ),
    )  # fmt: skip
    boundaries = gpd.GeoDataFrame(
        {"code": [code, "BBB", "CCC"]},
        geometry=[
            shapely.box(62, 44, 70, 52),
            shapely.box(70, 44, 78, 52),
            shapely.box(78, 44, 82, 52),
        ],
        crs=4326,
    )
    areas = gpd.GeoDataFrame(
        {"area": ["valley"]}, geometry=[shapely.box(72, 46, 74, 48)], crs=4326
    )
    places, geodata = {"town": make_place(66, 48)}, make_geodata(boundaries, areas)
    return MapInputs(make_spec(**spec), dataset, places, {}, geodata)


def make_geodata(boundaries, areas):
    def nothing(key):
        return gpd.GeoDataFrame({key: []}, geometry=[], crs=4326)

    return Geodata(
        boundaries=boundaries, source=boundaries, areas=areas, lakes=nothing("lake"),
        lines=nothing("line"), provinces=nothing("province"), lengths={},
    )  # fmt: skip


def make_event(name="made", **changes):
    """Make an event without figures: an incident in the town."""
    return Event.model_validate({
        "origin": ORIGIN, "id": name, "kind": "incident", "date": "1993-05-05",
        "place": "town", "rank": 2, "maps": ("membership",), "title": both(name),
        "certainty": "high", "sources": ("daily",), **changes,
    })  # fmt: skip


def make_figure(value, **changes):
    """Make a figure; `measure`, `low`, `high` and `side` by their names."""
    return {"value": both(value), "by": both("A"), "sources": ("daily",), **changes}


def make_request(by="AAA", **changes):
    return {
        "by": by, "to": ("pact",), "answer": both("No."), "came": both("Nothing."),
        "troops": False, **changes,
    }  # fmt: skip


def make_movement(
    name, contingent="AAA", direction="out", when="1993-01-02", **changes
):
    return Movement.model_validate({
        "origin": ORIGIN, "movement": name, "contingent": contingent,
        "direction": direction, "mode": "air", "from_place": "town",
        "to_place": "city", "date": when, "certainty": "high", "sources": ("daily",),
        **changes,
    })  # fmt: skip


def make_ticks_of(first, last, step="day"):
    return make_ticks([Segment(first, last, step)], date(2026, 1, 1))
