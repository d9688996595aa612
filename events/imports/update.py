"""Compare a new export with a layer: which events are new, revised or withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.yaml_documents import read_mapping
from csto_atlas.events.layers.cells import read_code

if TYPE_CHECKING:
    import pandas as pd

    from csto_atlas.events.imports.files import EventFile
    from csto_atlas.events.imports.layouts import Layout

STAMP = "timestamp"  # column of ACLED with the time of the last change of a row


@dataclass(frozen=True)
class ChangeCounts:
    """Numbers of events of a layer that are new, revised, withdrawn and unchanged."""

    new: int = 0
    revised: int = 0
    withdrawn: int = 0
    same: int = 0


def read_record(path: Path) -> dict[str, Any]:
    """Read the record of a layer from its YAML file.

    Parameters
    ----------
    path : Path

    Returns
    -------
    dict
        Its fields.

    Raises
    ------
    DataError
        If it cannot be read or has no field ``file``.
    """
    (item,) = read_mapping(path).items
    if not isinstance(item.fields.get("file"), str):
        raise DataError([Problem(f"{path.as_posix()}:1", "no file", "'file: ...'")])
    return dict(item.fields)


def keep_newest(found: Sequence[EventFile], layout: Layout) -> tuple[EventFile, ...]:
    """Keep the newest of events that several files have with the same id.

    Parameters
    ----------
    found : sequence of EventFile
        If time stamps are equal or missing, the last file is the newest.
    layout : Layout
        The layout of the files.

    Returns
    -------
    tuple of EventFile
        The same files without the older rows.
    """
    import pandas as pd

    column = layout.find(list(found[0].frame))["id"]
    keys = pd.concat(
        [
            pd.DataFrame(
                {
                    "id": one.frame[column].map(read_code).to_numpy(),
                    "stamp": _stamps(one.frame),
                    "file": n,
                    "row": range(len(one.frame)),
                }
            )
            for n, one in enumerate(found)
        ]
    )
    # An id that is twice in one file is kept twice, so that it is reported as a fault.
    newest = keys.sort_values(["stamp", "file"], kind="stable").groupby("id")["file"]
    kept = keys["file"] == keys["id"].map(newest.last())
    return tuple(
        replace(one, frame=one.frame[kept[keys["file"] == n].to_numpy()])
        for n, one in enumerate(found)
    )


def _stamps(frame: pd.DataFrame) -> Any:
    import pandas as pd

    if STAMP not in frame:
        return 0
    return pd.to_numeric(frame[STAMP], errors="coerce").fillna(0).to_numpy()


def compare_rows(path: Path, frame: pd.DataFrame, column: str) -> ChangeCounts:
    """Compare new rows with those of a layer, by id and by all columns in common.

    Parameters
    ----------
    path : Path
        The rows of the layer: CSV or Parquet.
    frame : DataFrame
        The new rows; all cells are texts.
    column : str
        Name of the column of ids.

    Returns
    -------
    ChangeCounts
        All events are new if the file does not exist or has no column of ids.
    """
    before = _read(path)
    if before is None or column not in before:
        return ChangeCounts(new=len(frame))
    common = [name for name in frame if name in before]
    old, new = (_texts(one[common], column) for one in (before, frame))
    shared = new.index.intersection(old.index)
    is_same = new.loc[shared] == old.loc[shared]
    return ChangeCounts(
        new=len(new.index.difference(old.index)),
        revised=int((~is_same).sum()),
        withdrawn=len(old.index.difference(new.index)),
        same=int(is_same.sum()),
    )


def _read(path: Path) -> pd.DataFrame | None:
    import pandas as pd

    if not path.is_file():
        return None
    if path.suffix == ".parquet":
        return pd.read_parquet(path)
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def _texts(frame: pd.DataFrame, column: str) -> pd.Series:
    """Join the cells of each event to one text, by id; numbers in a common form."""
    texts = frame.map(_plain)
    joined = texts.agg("\x1f".join, axis=1)
    joined.index = texts[column]
    return joined[~joined.index.duplicated(keep="last")]


def _plain(cell: Any) -> str:
    import pandas as pd

    if cell is None or (not isinstance(cell, str) and pd.isna(cell)):
        return ""
    text = str(cell).strip()
    try:
        return f"{float(text):.10g}"
    except ValueError:
        return text
