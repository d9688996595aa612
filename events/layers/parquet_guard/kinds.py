"""Data types of Parquet columns that a layer can use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyarrow import DataType


def is_text(kind: DataType) -> bool:
    """Tell whether a data type is text, dictionary-encoded or not."""
    from pyarrow import types

    if types.is_dictionary(kind):
        kind = kind.value_type
    return any(
        is_kind(kind)
        for is_kind in (types.is_string, types.is_large_string, types.is_string_view)
    )


def is_plain(kind: DataType) -> bool:
    """Tell whether a data type is text, a number or a day; not a list or a mapping."""
    from pyarrow import types

    if types.is_timestamp(kind):
        return kind.tz is None or _is_zone(kind)
    return is_text(kind) or any(
        is_kind(kind)
        for is_kind in (
            types.is_integer, types.is_floating, types.is_date, types.is_boolean,
            types.is_decimal, types.is_null,
        )
    )  # fmt: skip


def _is_zone(kind: DataType) -> bool:
    from pyarrow import scalar

    try:
        scalar(0, kind).as_py()
    except (ValueError, KeyError, OSError):
        return False
    return True
