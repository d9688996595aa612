"""Bin all rows of a layer in this process or on a Dask cluster."""

from __future__ import annotations

import json
import warnings
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import reduce
from typing import TYPE_CHECKING, Any

from tqdm import tqdm

from csto_atlas.events.errors import UsageError
from csto_atlas.events.layers.parquet_guard import EXTRA, REMEDY, read_layer_crs
from csto_atlas.events.layers.rows import (
    CHUNK,
    Chunk,
    count_layer_rows,
    list_parts,
    read_chunks,
)
from csto_atlas.maps.build_cache import Stamps, remembered, stamp
from csto_atlas.maps.layers.aggregate import Bins, add_bins, bin_chunk
from csto_atlas.maps.layers.cluster import connect_client
from csto_atlas.maps.layers.plan import Plan

if TYPE_CHECKING:
    import pandas as pd
    from distributed import Client

RETRIES = 5  # of a task whose worker was lost; one that ends more workers is given up


@contextmanager
def open_scheduler(scheduler: str | None) -> Iterator[Client | None]:
    """Connect to a Dask cluster while layers are made.

    Parameters
    ----------
    scheduler : str or None
        Address of a cluster whose workers have this code, and the data set at the same
        paths; ``local`` to start one on this machine; None to use none.

    Yields
    ------
    Client or None

    Raises
    ------
    UsageError
        If a library is missing, nothing answers, or workers do not have this code.
    SchedulerLostError
        If the cluster is lost while it is in use.
    """
    if scheduler is None:
        yield None
        return
    try:
        import distributed  # noqa: F401
    except ImportError:
        raise UsageError(f"--scheduler: {EXTRA}; expected {REMEDY}") from None
    with connect_client(scheduler) as client:
        yield client


def collect_bins(plan: Plan, client: Client | None = None, size: int = CHUNK) -> Bins:
    """Bin every row of a layer.

    Parameters
    ----------
    plan : Plan
    client : Client, optional
        Of a Dask cluster; this process if not given. The result is the same.
    size : int
        Most rows that this process reads at a time.

    Returns
    -------
    Bins
    """
    layer = plan.layer
    if client is None:
        return _gather_here(plan, size, stamp(list_parts(layer)))
    if layer.path.is_dir() or layer.path.suffix == ".parquet":
        parts = _bin_partitions(plan, client)
    else:
        parts = _bin_chunks(plan, client, size)
    return _add_all(parts)


def _add_all(parts: Iterator[Bins]) -> Bins:
    first = next(parts, None)
    return Bins() if first is None else reduce(add_bins, parts, first)


@remembered
def _gather_here(plan: Plan, size: int, stamps: Stamps) -> Bins:
    """Bin rows in this process.

    `stamps` are only part of the key of the cache: they change with the files.
    """
    found: Bins | None = None
    number = count_layer_rows(plan.layer)
    with tqdm(total=number, desc=plan.layer.id, unit="event", disable=None) as bar:
        for chunk in read_chunks(plan.layer, size):
            if found is None:
                found = bin_chunk(chunk, plan)
            else:
                found = add_bins(found, bin_chunk(chunk, plan, tuple(found.cells)))
            bar.update(len(chunk.frame))
    return found or Bins()


def _bin_partitions(plan: Plan, client: Client) -> Iterator[Bins]:
    """Have the workers read and bin the partitions of a Parquet file or folder."""
    from dask.base import optimize
    from dask.delayed import delayed
    from distributed import as_completed

    there = _submit(client, _same, plan)
    crs = read_layer_crs(plan.layer, list_parts(plan.layer)[0])
    parts = [
        delayed(_bin_partition)(part, there, crs)
        for part in _read_lazily(plan).to_delayed()
    ]
    # Each task is fused with its reading, so workers neither send rows nor keep them.
    futures = client.compute(list(optimize(*parts)), retries=RETRIES)
    yield from _collect(as_completed(futures), plan, len(futures))


def _read_lazily(plan: Plan) -> Any:
    """Return a Dask frame of GeoParquet, or of Parquet without a geometry.

    Points that the layer is read from stay the bytes that they are in the file.
    """
    from dask import dataframe
    from dask_geopandas import read_parquet
    from pyarrow.parquet import read_schema

    path, columns = plan.layer.path.resolve(), list(plan.layer.columns.needed)
    metadata = read_schema(list_parts(plan.layer)[0]).metadata or {}
    if b"geo" not in metadata or plan.layer.columns.geometry is not None:
        return dataframe.read_parquet(path, columns=columns, split_row_groups=True)
    geometry = json.loads(metadata[b"geo"])["primary_column"]
    return read_parquet(path, columns=[*columns, geometry], split_row_groups=True)


def _bin_partition(frame: pd.DataFrame, plan: Plan, crs: str | None = None) -> Bins:
    chunks = (
        Chunk(plan.layer.path, 1 + start, frame.iloc[start : start + CHUNK], crs)
        for start in range(0, len(frame), CHUNK)
    )
    return _add_all(bin_chunk(chunk, plan) for chunk in chunks)


def _bin_chunks(plan: Plan, client: Client, size: int) -> Iterator[Bins]:
    """Read a CSV file here and send chunks to the workers.

    Workers cannot read parts of it: a line break may be inside a quoted cell.
    """
    there = _submit(client, _same, plan)
    most = 2 * max(1, len(client.nthreads()))
    waiting: deque[Any] = deque()
    for chunk in read_chunks(plan.layer, size):
        if len(waiting) == most:
            yield waiting.popleft().result()
        waiting.append(_submit(client, bin_chunk, chunk, there))
    for future in waiting:
        yield future.result()


def _submit(client: Client, function: Callable[..., Any], *arguments: Any) -> Any:
    # Data in the task itself is kept when a worker is lost, unlike scattered data.
    # Dask warns of such large tasks.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return client.submit(function, *arguments, retries=RETRIES, pure=False)


def _same(plan: Plan) -> Plan:
    return plan


def _collect(futures: Any, plan: Plan, number: int) -> Iterator[Bins]:
    with tqdm(total=number, desc=plan.layer.id, unit="part", disable=None) as bar:
        for future in futures:
            yield future.result()
            future.release()
            bar.update()
