"""The same answer from one process and from a Dask cluster, whatever happens to it."""

import os
import shutil
import signal
import time

import dask
import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from distributed import Client, LocalCluster

from csto_atlas.events.errors import UsageError
from csto_atlas.maps.layers import scheduler as gathering
from csto_atlas.maps.layers.build import make_layer, show_bins
from csto_atlas.maps.layers.cluster import PATIENT
from csto_atlas.maps.layers.plan import make_plan
from csto_atlas.maps.layers.scheduler import collect_bins, open_scheduler
from tests.faults.rounds import PROOF
from tests.made.read_layers import (
    COLUMNS,
    SETTING,
    SPEC,
    TICKS,
    make_made,
    scatter,
    write,
)

pytestmark = pytest.mark.slow  # a cluster, and many rows

LIMIT = 900 * 2**20  # bytes that a worker may have; half of it is libraries

WORKERS = 2


@pytest.fixture(scope="module")
def cluster():
    with (
        dask.config.set(PATIENT),
        LocalCluster(
            n_workers=WORKERS,
            threads_per_worker=1,
            memory_limit=LIMIT,
            dashboard_address=None,
        ) as cluster,
    ):
        yield cluster


@pytest.fixture
def client(cluster):
    with Client(cluster) as client:
        yield client


def write_parts(folder, rows, number):
    parts = folder / "parts"
    parts.mkdir()
    for n, part in enumerate(np.array_split(np.arange(len(rows)), number)):
        write(rows.iloc[part], parts / f"part.{n}.parquet")
    return make_made(folder, "parts")


@pytest.mark.parametrize("number", [40, 4000])
def test_dask_says_the_same_to_the_last_row(tmp_path, client, number):
    rows = scatter(number)
    layer = write_parts(tmp_path, rows, 5)
    here = make_layer(layer, SPEC, TICKS, SETTING)
    assert bool(here.events) == (number == 40)
    assert make_layer(layer, SPEC, TICKS, SETTING, client) == here
    write(rows, tmp_path / "made.csv")
    plan = make_plan(make_made(tmp_path), SPEC, TICKS, SETTING)
    assert show_bins(plan.layer, collect_bins(plan, client, size=900)) == here
    write(rows, tmp_path / "one.parquet", row_group_size=1000)
    one = make_made(tmp_path, "one.parquet")
    assert make_layer(one, SPEC, TICKS, SETTING, client) == here


def test_parquet_without_a_geometry_is_read_as_well(tmp_path, client):
    rows = scatter(50)
    rows.to_parquet(tmp_path / "made.parquet")
    layer = make_made(tmp_path, "made.parquet")
    here = make_layer(layer, SPEC, TICKS, SETTING)
    assert make_layer(layer, SPEC, TICKS, SETTING, client) == here
    assert here.events != ()


@pytest.mark.parametrize("crs", [4326, 3857])
def test_points_in_a_geometry_are_read_like_degrees(tmp_path, client, crs):
    rows = scatter(4000)
    degrees = make_made(tmp_path, write(rows, tmp_path / "made.parquet").name)
    gpd.read_parquet(degrees.path).to_crs(crs).to_parquet(tmp_path / "points.parquet")
    placed = {k: v for k, v in COLUMNS.items() if k not in ("latitude", "longitude")}
    placed["geometry"] = "geometry"
    points = make_made(tmp_path, "points.parquet", columns=placed)
    here = make_layer(points, SPEC, TICKS, SETTING)
    assert make_layer(points, SPEC, TICKS, SETTING, client) == here
    assert here.cells == make_layer(degrees, SPEC, TICKS, SETTING).cells


def test_a_worker_that_is_killed_changes_nothing(tmp_path, client, monkeypatch):
    layer = write_parts(tmp_path, scatter(3000), 6)
    here = make_layer(layer, SPEC, TICKS, SETTING)
    bin_partition, victims = (
        gathering._bin_partition,
        list(client.run(os.getpid).values()),
    )
    flag = tmp_path / "killed"

    def slowly(frame, *others):
        time.sleep(0.3)
        try:  # the first of the first worker's tasks never ends
            if os.getpid() == victims[0]:
                flag.touch(exist_ok=False)
                os.kill(os.getpid(), signal.SIGKILL)
        except FileExistsError:
            pass
        return bin_partition(frame, *others)

    monkeypatch.setattr(gathering, "_bin_partition", slowly)
    assert make_layer(layer, SPEC, TICKS, SETTING, client) == here
    assert flag.exists()
    assert victims[0] not in client.run(os.getpid).values()


@pytest.mark.skipif(not PROOF, reason="ten seconds: make proof")
def test_a_layer_may_be_larger_than_the_memory_of_all_workers(tmp_path, client):
    text = "What was said of it at some length. " * 80
    part = scatter(30_000, places=50).assign(text=text)
    parts = tmp_path / "parts"
    parts.mkdir()
    first = write(part, parts / "part.0.parquet")
    number = WORKERS * LIMIT // (len(text) * len(part)) + 1
    for n in range(1, number):
        shutil.copy(first, parts / f"part.{n}.parquet")
    size = pd.read_parquet(first).memory_usage(deep=True).sum() * number
    assert size > WORKERS * LIMIT
    layer = make_layer(make_made(tmp_path, "parts"), SPEC, TICKS, SETTING, client)
    once = make_layer(make_made(parts, "part.0.parquet"), SPEC, TICKS, SETTING)
    assert layer.total == number * once.total
    counts = [tally.events for cell in layer.cells for tally in cell.tallies.values()]
    assert sum(counts) == layer.total - layer.undated - layer.outside > 0
    assert [g.tally.best for g in layer.grounds] == [
        number * g.tally.best for g in once.grounds
    ]
    limits = {w["memory_limit"] for w in client.scheduler_info()["workers"].values()}
    assert limits == {LIMIT}


def test_no_scheduler_is_this_process():
    with open_scheduler(None) as client:
        assert client is None


def test_the_address_of_a_cluster_is_taken(cluster):
    with open_scheduler(cluster.scheduler_address) as client:
        assert client.scheduler.address == cluster.scheduler_address
        assert len(client.nthreads()) == WORKERS


def test_without_its_library_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(UsageError, match="--scheduler: needs the extra 'scale'"):
        open_scheduler("local").__enter__()
