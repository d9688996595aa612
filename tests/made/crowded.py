"""Data sets with as many items of each kind as are asked for."""

import csv
import json
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle, islice

import build
from tests.made.organisations import SOURCES

FIRST = date(1960, 1, 1)
LAST = date(2010, 12, 31)
LANGUAGES = ("en", "ar", "ru")
STATUSES = ("member", "partner")
PLACED = "KAZ"  # where all places are


def speak(text):
    """Return a text by language."""
    return dict.fromkeys(LANGUAGES, text)


@dataclass(frozen=True)
class Crowd:
    """How many of each are on the one map of a data set.

    Attributes
    ----------
    members : int
        States that have a status.
    periods : int
        Of every member, one after the other.
    events : int
    places : int
        Where they happen, in turn.
    areas : int
        Rows of disputed areas.
    contingents : int
        Rows of deployments; ten of them for each contingent.
    movements, objects, organisations, layers, ticks : int
    """

    members: int = 30
    periods: int = 1
    events: int = 0
    places: int = 1
    areas: int = 0
    contingents: int = 0
    movements: int = 0
    objects: int = 0
    organisations: int = 1
    layers: int = 0
    ticks: int = 51


def list_items(name, key):
    """List what a file of the geodata draws, in its order."""
    text = (build.GEODATA / name).read_text(encoding="utf-8")
    return [feature["properties"][key] for feature in json.loads(text)["features"]]


def write_crowded(folder, crowd):
    """Write a data set with one map.

    Parameters
    ----------
    folder : Path
    crowd : Crowd

    Returns
    -------
    Path
        The folder.
    """
    codes = sorted(list_items("world.geojson", "code"), key=lambda c: c != PLACED)
    codes, areas = codes[: crowd.members], list_items("areas.geojson", "area")
    organisations = [f"made{n}" for n in range(crowd.organisations)]
    layers = [f"layer{n}" for n in range(crowd.layers)]
    documents = {
        "dataset.yml": {
            "title": speak("A crowd"), "as_of": str(LAST),
            "languages": [*LANGUAGES], "organisation": "made0", "licence": "CC0",
        },
        "organisations.yml": [
            {"id": name, "name": speak(name), "short": speak(name), "sources": ["list"]}
            for name in organisations
        ],
        "statuses.yml": [_status(name) for name in STATUSES],
        "events/all.yml": [*_events(crowd)],
        "maps/membership.yml": _map(crowd, organisations[1:], layers),
        **{f"layers/{name}.yml": _layer(name) for name in layers},
    }  # fmt: skip
    tables = {
        "memberships.csv": [*_memberships(codes, organisations, crowd.periods)],
        "areas.csv": [*_areas(areas, crowd.areas)],
        "deployments.csv": [*_deployments(codes, crowd.contingents)],
        "movements.csv": [*_movements(codes, crowd.movements)],
        "objects.csv": [*_objects(codes, crowd.objects)],
        "places.csv": [*_places(max(crowd.places, 2))],
        **{f"layers/{name}.csv": [*_rows()] for name in layers},
    }
    for path, document in documents.items():
        text = json.dumps(document, ensure_ascii=False, indent=1)  # JSON is YAML
        _write(folder / path, text)
    _write(folder / "sources.yml", SOURCES)
    for path, rows in tables.items():
        if rows:
            _write(folder / path, "")
            with (folder / path).open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)
    return folder


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _status(name):
    return {
        "id": name, "label": speak(name), "plural": speak(name), "counts": True,
        "counted": {key: {"other": f"{{n}} {name}"} for key in LANGUAGES},
    }  # fmt: skip


def _spans(number, days):
    """List periods side by side, each of so many days."""
    for n in range(number):
        start = FIRST + timedelta(n * days)
        yield {"start": start, "end": start + timedelta(days), "certainty": "medium"}


def _basis():
    return {f"basis_{language}": "Made" for language in LANGUAGES} | {"sources": "list"}


def _names(name):
    return {f"name_{language}": name for language in LANGUAGES}


def _memberships(codes, organisations, periods):
    days = max(1, (LAST - FIRST).days // periods - 1)
    for organisation in organisations:
        for n, code in enumerate(codes):
            for span, status in zip(
                _spans(periods, days), cycle(STATUSES), strict=False
            ):
                moved = {"start": span["start"] + timedelta(n % days)}
                yield {
                    "organisation": organisation, "code": code, "status": status,
                    **span, **moved, **_basis(), "claims": "",
                }  # fmt: skip


def _areas(areas, number):
    share = -(-number // len(areas))
    spans = [*_spans(share, (LAST - FIRST).days // max(share, 1))]
    for area, span in islice(((a, s) for s in spans for a in areas), number):
        yield {
            "area": area, "status": "disputed", "code": "UKR", "controlled_by": "RUS",
            **span, **_names(area), "sources": "list",
        }  # fmt: skip


def _deployments(codes, number):
    spans = [*_spans(-(-number // min(10, len(codes))), 3)]
    for code, span in islice(((c, s) for s in spans for c in codes[:10]), number):
        yield {"contingent": code, "state": "arriving", **span, **_basis()}


def _movements(codes, number):
    for n in range(number):
        yield {
            "movement": f"m{n}", "contingent": codes[n % 10], "direction": "out",
            "mode": "air", "from_place": f"place{n % 2}",
            "to_place": f"place{1 - n % 2}", "via": "",
            "date": FIRST + timedelta(n // 10 * 3), "certainty": "medium",
            "sources": "list",
        }  # fmt: skip


def _objects(codes, number):
    for n in range(number):
        yield {
            "object": f"object{n}", "place": f"place{n % 2}", "guards": codes[n % 10],
            **next(_spans(1, 400)), **_names(f"Object {n}"), "sources": "list",
        }  # fmt: skip


def _places(number):
    for n in range(number):
        lon, lat = 62 + 10 * (n * 0.618 % 1), 46 + 4 * (n * 0.414 % 1)
        fields = {"lat": f"{lat:.4f}", "lon": f"{lon:.4f}", "precision": "exact"}
        more = {"radius_km": 0, "code": PLACED, "geonames_id": "", "source": "made"}
        place = f"place{n}"
        yield {"place": place, **_names(f"Place {n}"), **fields, **more, "note": ""}


def _events(crowd):
    for n in range(crowd.events):
        title = f"Event {n} in Place {n % crowd.places}"
        day = FIRST + timedelta(n * (LAST - FIRST).days // crowd.events)
        yield {
            "id": f"event{n}", "kind": "incident", "date": str(day),
            "place": f"place{n % crowd.places}", "rank": 1 + n % 3,
            "maps": ["membership"], "title": speak(title),
            "text": speak("Something happened there."), "certainty": "medium",
            "sources": ["list"],
        }  # fmt: skip


def _map(crowd, overlays, layers):
    is_long = crowd.ticks > 51
    last = FIRST + timedelta(crowd.ticks - 1) if is_long else LAST
    first, step = (FIRST, "day") if is_long else ("1960", "year")
    span = {"from": str(first), "to": str(last)[: 10 if is_long else 4], "step": step}
    spec = {
        "id": "membership", "title": speak("A crowd"), "timeline": [span],
        "default": "last", "least_rank": 3, "overlays": overlays,
        "states": {
            "member": {"colour": "strong", "pattern": "solid"},
            "partner": {"colour": "weak", "pattern": "solid"},
        },
        "layers": layers,
    }  # fmt: skip
    if crowd.contingents or crowd.movements or crowd.objects:
        spec |= {"tells": "contingents", "has_routes": True}
    return spec


def _layer(name):
    return {
        "id": name, "name": speak(name), "covers": speak("Made"),
        "licence": speak("CC0"), "source": "list", "file": f"{name}.csv",
        "columns": {"id": "id", "start": "day", "latitude": "lat", "longitude": "lon"},
        "radius_km": 0, "has_exact_dates": True,
    }  # fmt: skip


def _rows(number=200):
    for n in range(number):
        yield {
            "id": n,
            "day": FIRST + timedelta(n),
            "lat": 46 + n % 5,
            "lon": 60 + n % 9,
        }
