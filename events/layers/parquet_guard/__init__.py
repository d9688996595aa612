"""Parquet files of layers, bounded before and while they are read.

The only way in to them: other packages import from here (docs/decisions/019).
"""

from csto_atlas.events.layers.parquet_guard.description import (
    EXTRA,
    MOST_ROWS,
    REMEDY,
    check_kinds,
    count_part,
    list_names,
)
from csto_atlas.events.layers.parquet_guard.frames import read_guarded_frames

__all__ = [
    "EXTRA",
    "MOST_ROWS",
    "REMEDY",
    "check_kinds",
    "count_part",
    "list_names",
    "read_guarded_frames",
]
