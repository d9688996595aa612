"""Time, memory, page size of a map with a layer: python -m tests.bench.layers [ROWS].

Each row of the table is a build of one map in a process of its own.
"""

import gzip
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import yaml

import build
from csto_atlas.maps.page.addresses import Site

SEED = 20220913
ROWS = (1_000, 10_000, 100_000, 1_000_000)
FORMS = ("parquet", "csv")
MAP, LANGUAGE = "border", "en"
FRAME = (42.5, 37.8, 49.5, 42.2)  # west, south, east, north: what the map shows
PLACE_SHARES = {"1": 0.5, "2": 0.35, "3": 0.15}  # exact, 25 km, only a region
A_PLACE = 10  # events at one place
ROW_GROUP = 100_000
RECORD = {
    "id": "bench",
    "name": dict.fromkeys(("en", "ar", "ru"), "Bench"),
    "covers": dict.fromkeys(("en", "ar", "ru"), "Made events"),
    "licence": dict.fromkeys(("en", "ar", "ru"), "None"),
    "source": "24-kg-2021-04-30",
    "columns": {
        "id": "id", "start": "start", "end": "end", "latitude": "lat",
        "longitude": "lon", "kind": "kind", "title": "title", "text": "text",
        "place_precision": "where", "date_precision": "when",
        "low": "low", "best": "best", "high": "high",
    },
    "place_precision": [
        {"code": "1", "radius_km": 0}, {"code": "2", "radius_km": 25}, {"code": "3"},
    ],
    "date_precision": [
        {"code": "1", "is_exact": True}, {"code": "2", "is_exact": False},
    ],
}  # fmt: skip


def make_rows(number):
    """Scatter events over the map and its years, ten at a place on average."""
    random = np.random.default_rng(SEED)
    places = max(10, number // A_PLACE)
    west, south, east, north = FRAME
    lon = random.uniform(west, east, places).round(5)
    lat = random.uniform(south, north, places).round(5)
    place = random.integers(0, places, number)
    start = np.datetime64("1991-01-01") + random.integers(0, 12_800, number)
    low = random.integers(0, 6, number)
    codes, shares = zip(*PLACE_SHARES.items(), strict=True)
    return pd.DataFrame({
        "id": np.arange(number).astype(str), "start": start.astype(str),
        "end": (start + random.integers(0, 4, number)).astype(str),
        "lat": lat[place], "lon": lon[place], "kind": random.choice(["1", "2"], number),
        "title": "One side against the other",
        "text": "A report of some length on what was seen. " * 4,
        "where": random.choice(codes, number, p=shares),
        "when": random.choice(["1", "2"], number, p=[0.8, 0.2]),
        "low": low, "best": low + 1, "high": low + 4,
    })  # fmt: skip


def make_data(folder, number, form):
    """Copy the data set and put a layer of so many events on one map."""
    data = Path(folder) / f"{form}-{number}"
    shutil.copytree(build.DATA, data)
    (data / "layers").mkdir()
    record = RECORD | {"file": f"bench.{form}"}
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
    (data / "layers" / "bench.yml").write_text(text, encoding="utf-8")
    rows, path = make_rows(number), data / "layers" / f"bench.{form}"
    if form == "csv":
        rows.to_csv(path, index=False)
    else:
        points = gpd.points_from_xy(rows["lon"], rows["lat"])
        frame = gpd.GeoDataFrame(rows, geometry=points, crs=4326)
        frame.to_parquet(path, index=False, row_group_size=ROW_GROUP)
    with (data / "maps" / f"{MAP}.yml").open("a", encoding="utf-8") as file:
        file.write("\nlayers: [bench]\n")
    return data


def measure(data):
    """Build one map in this process; print what it took."""
    start, cpu = time.perf_counter(), time.process_time()
    files = build.build(Path(data), [MAP], [LANGUAGE], Site()).files
    page = files[f"{LANGUAGE}/{MAP}.html"].encode("utf-8")
    tables = [text for name, text in files.items() if name.startswith("data/layer-")]
    said = {
        "seconds": time.perf_counter() - start,
        "cpu": time.process_time() - cpu,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "page": len(gzip.compress(page, 9)) / 1000,
        "tables": sum(len(text.encode("utf-8")) for text in tables) / 1000,
    }
    print(json.dumps(said))


def main(arguments):
    if arguments[:1] == ["--measure"]:
        measure(arguments[1])
        return
    numbers = [int(text) for text in arguments] or ROWS
    print("events     form      time     CPU   memory    page (gzip)   tables")
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            for form in FORMS:
                data = make_data(folder, number, form)
                command = [sys.executable, "-m", "tests.bench.layers", "--measure"]
                done = subprocess.run(
                    [*command, str(data)], capture_output=True, text=True, check=True
                )
                took = json.loads(done.stdout)
                print(
                    f"{number:>9,}  {form:7} {took['seconds']:6.1f} s"
                    f" {took['cpu']:5.1f} s {took['peak']:6,.0f} MB"
                    f" {took['page']:9.1f} kB"
                    f" {took['tables']:8,.0f} kB",
                    flush=True,
                )
                shutil.rmtree(data)


if __name__ == "__main__":
    main(sys.argv[1:])
