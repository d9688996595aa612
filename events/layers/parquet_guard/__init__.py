"""Read Parquet files of layers within bounds of memory and time.

Files are measured before they are unpacked. Other packages only import from this file
(docs/decisions/019-parquet-is-measured-first.md).
"""

from csto_atlas.events.layers.parquet_guard.description import (
    EXTRA,
    MOST_ROWS,
    REMEDY,
    check_kinds,
    count_part,
    list_names,
    read_layer_crs,
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
    "read_layer_crs",
]
