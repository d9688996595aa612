"""Rules for the files of layers: columns exist, and cells can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.layers.model import Layer
from csto_atlas.events.layers.parquet_guard import (
    MOST_ROWS,
    check_kinds,
    read_layer_crs,
)
from csto_atlas.events.layers.rows import (
    Chunk,
    count_layer_rows,
    list_columns,
    list_parts,
    read_chunks,
    too_many,
)
from csto_atlas.events.nearest import suggest

if TYPE_CHECKING:
    from csto_atlas.events.layers.row_faults import Faults


def check_layer(layer: Layer) -> list[Problem]:
    """Find the problems of a layer and its files.

    Parameters
    ----------
    layer : Layer

    Returns
    -------
    list of Problem
        The first wrong cells one by one, and the number of the others.
    """
    problems = list(_check_name(layer))
    try:
        parts = list_parts(layer)
        wrong = [p for part in parts for p in check_columns(layer, part)]
        wrong = wrong or _check_crs(layer, parts)
        if not wrong and (count_layer_rows(layer) or 0) > MOST_ROWS:
            wrong = list(too_many(layer).problems)
        found = wrong or check_rows(layer, read_chunks(layer))
    except DataError as error:
        found = list(error.problems)
    return problems + found


def _check_crs(layer: Layer, parts: Sequence[Path]) -> list[Problem]:
    """Find parts whose points are in another coordinate reference system."""
    first = read_layer_crs(layer, parts[0])
    for part in parts[1:]:
        if read_layer_crs(layer, part) != first:
            what = (
                f"{part.name} is in another coordinate reference system than the first"
            )
            where = layer.origin.at("columns", "geometry")
            return [Problem(where, what, "one for all parts")]
    return []


def check_columns(layer: Layer, part: Path) -> list[Problem]:
    """Find the columns of a layer that are missing in a file or cannot be read.

    Parameters
    ----------
    layer : Layer
    part : Path
        The file of the layer, or one of its files.

    Returns
    -------
    list of Problem
    """
    if layer.columns.geometry is not None and part.suffix == ".csv":
        where = layer.origin.at("columns", "geometry")
        expected = "columns of latitude and longitude, or a GeoParquet file"
        return [Problem(where, f"a geometry in {part.name}", expected)]
    columns = list_columns(layer, part)
    twice = {name for name in columns if columns.count(name) > 1}
    lost = [
        Problem(
            layer.origin.at("columns", role),
            f"column '{name}' twice in {part.name}"
            if name in twice
            else f"no column '{name}' in {part.name}",
            suggest("a column of the file", name, columns),
        )
        for role in type(layer.columns).model_fields
        for name in layer.columns.of(role)
        if name in twice or name not in columns
    ]
    return lost if lost or part.suffix == ".csv" else check_kinds(layer, part)


def check_rows(layer: Layer, chunks: Iterable[Chunk]) -> list[Problem]:
    """Find the problems of the rows of a layer.

    Parameters
    ----------
    layer : Layer
    chunks : iterable of Chunk
        All rows of the layer.

    Returns
    -------
    list of Problem
        The first wrong cells one by one, and the number of the others.
    """
    from csto_atlas.events.layers.row_faults import Faults, Ids
    from csto_atlas.events.layers.row_values import read_values

    faults, ids = Faults(), Ids(layer.columns.id)
    for chunk in chunks:
        read_values(chunk, layer, faults)
        ids.add(chunk)
    _complain(faults, ids.empty(), "an empty id", "one for each event")
    _complain(faults, ids.repeated(), "an id a second time", "each only once")
    return faults.problems(layer)


def _complain(
    faults: Faults, found: tuple[int, Iterator[str]], what: str, expected: str
) -> None:
    number, places = found
    faults.add("id", (Problem(where, what, expected) for where in places), number)


def _check_name(layer: Layer) -> Iterator[Problem]:
    stem = Path(layer.origin.path).stem
    if layer.id != stem:
        what = f"the layer '{layer.id}' is in a file named '{stem}'"
        yield Problem(layer.origin.at("id"), what, "the same name")
