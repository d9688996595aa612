"""Write the files of an import: all of them, or none."""

from __future__ import annotations

import io
import math
import os
import tempfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.imports.layouts import Publisher
from csto_atlas.events.layers.cells import read_count, read_number

if TYPE_CHECKING:
    import pandas as pd

ROWS = 100_000  # rows in a row group, which must fit into the memory of a worker
NUMBERS = ("latitude", "longitude")
COUNTS = ("low", "best", "high")


def table_bytes(frame: pd.DataFrame, columns: Mapping[str, Any]) -> tuple[str, bytes]:
    """Write rows as GeoParquet, or as CSV if the library for it is missing.

    Parameters
    ----------
    frame : DataFrame
        All cells are texts.
    columns : mapping
        Names of columns by role.

    Returns
    -------
    str
        The suffix of the file name: ``.parquet`` or ``.csv``.
    bytes
        The file, with all columns under their names; GeoParquet also has the points.
    """
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        return ".csv", frame.to_csv(index=False).encode("utf-8")
    import geopandas as gpd

    typed = frame.assign(
        **{columns[role]: frame[columns[role]].map(_degrees) for role in NUMBERS},
        **{
            columns[role]: frame[columns[role]].map(read_count).astype("Int64")
            for role in COUNTS
            if role in columns
        },
    )
    points = gpd.points_from_xy(*(typed[columns[role]] for role in reversed(NUMBERS)))
    name = "geometry" if "geometry" not in typed else "point"
    places = gpd.GeoDataFrame(typed.assign(**{name: points}), geometry=name, crs=4326)
    file = io.BytesIO()
    places.to_parquet(file, index=False, compression="zstd", row_group_size=ROWS)
    return ".parquet", file.getvalue()


def _degrees(cell: str) -> float:
    """Read degrees; NaN for an empty cell."""
    return read_number(cell) if cell.strip() else math.nan


def yaml_text(record: Mapping[str, Any]) -> bytes:
    """Write a record as YAML."""
    return _dump(dict(record)).encode("utf-8")


def source_lines(
    path: Path,
    publisher: Publisher,
    languages: Sequence[str],
    versions: Collection[str],
) -> bytes:
    """Append a publication to a list of sources.

    Parameters
    ----------
    path : Path
        The YAML file of the list; it need not exist.
    publisher : Publisher
    languages : sequence of str
        Languages of the note.
    versions : collection of str
        Versions found in the names of the files; may have empty texts.

    Returns
    -------
    bytes
        The new content of the file.

    Raises
    ------
    DataError
        If the file is not a YAML list to which lines can be appended.
    """
    known = ", ".join(sorted(filter(None, versions)))
    version = f" {known}" if known else ""
    note = publisher.source["note"]
    entry = {
        **publisher.source,
        "note": {
            language: note.get(language, note["en"]).replace("{version}", version)
            for language in languages
        },
    }
    before = path.read_bytes() if path.exists() else b""
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    remark = f"# {publisher.remark}\n" if publisher.remark else ""
    text = before + gap + (remark + _dump([entry])).encode("utf-8")
    if not _ends_with(text, entry["id"]):
        what, expected = "the list cannot be added to", "items that begin with '- '"
        raise DataError([Problem(f"{path.as_posix()}:1", what, expected)])
    return text


def _ends_with(text: bytes, name: str) -> bool:
    """Tell whether a YAML text is a list whose last item has this id."""
    try:
        listed = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return False
    return isinstance(listed, list) and listed[-1].get("id") == name


def put_all(contents: Mapping[Path, bytes]) -> None:
    """Write files: all of them, or none.

    Parameters
    ----------
    contents : mapping of bytes
        Contents by path.

    Raises
    ------
    OSError
        If a file cannot be written; all files are then as before.
    """
    fresh: dict[Path, Path] = {}
    former = {path: path.read_bytes() if path.exists() else None for path in contents}
    try:
        for path, content in contents.items():
            path.parent.mkdir(exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
            fresh[path] = Path(name)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            fresh[path].chmod(0o644)
        for path, made in fresh.items():
            made.replace(path)
    except BaseException:
        for path, old in former.items():
            _restore(path, old)
        raise
    finally:
        for made in fresh.values():
            made.unlink(missing_ok=True)


def _restore(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    elif path.read_bytes() != content:
        path.write_bytes(content)


def _dump(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)
