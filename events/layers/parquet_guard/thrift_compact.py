"""Read the compact protocol of Apache Thrift, as far as Parquet uses it.

Source: "Thrift Compact protocol encoding", doc/specs/thrift-compact-protocol.md in
https://github.com/apache/thrift.
"""

from __future__ import annotations

from typing import Any

Fields = dict[tuple[int, int], Any]
"""The fields of a struct, by number and type."""
INT32, INT64, TEXT, LIST, STRUCT = 5, 6, 8, 9, 12
_TRUE, _FALSE, _BYTE, _INT16, _DOUBLE = 1, 2, 3, 4, 7
_DEEPEST = 8  # nested structs: our own bound, above the depth of Parquet's


def read_struct(data: Any, at: int, depth: int = 0) -> tuple[Fields, int]:
    """Read a struct.

    Parameters
    ----------
    data : buffer
    at : int
        Position of its first byte.
    depth : int
        Number of structs that it is nested in.

    Returns
    -------
    Fields
        Booleans are left out; bytes and doubles are None.
    int
        Position after its last byte.

    Raises
    ------
    ValueError, IndexError
        If the bytes are not a struct, or it is nested too deep.
    """
    if depth > _DEEPEST:
        raise ValueError("nested too deep")
    fields: Fields = {}
    number = 0
    while head := data[at]:
        at += 1
        kind, step = head & 15, head >> 4
        if step:
            number += step
        else:
            number, at = _read_number(data, at)
        if not 0 < number < 2**15:
            raise ValueError("no field")
        if kind not in (_TRUE, _FALSE):  # the type of a boolean is its value
            fields[number, kind], at = _read_value(data, at, kind, depth)
    return fields, at + 1


def _read_value(data: Any, at: int, kind: int, depth: int) -> tuple[Any, int]:
    if kind in (_INT16, INT32, INT64):
        return _read_number(data, at)
    if kind == TEXT:
        length, at = _read_varint(data, at)
        return data[at : at + length], at + length
    if kind == STRUCT:
        return read_struct(data, at, depth + 1)
    if kind == LIST:
        return _read_list(data, at, depth)
    if kind in (_TRUE, _FALSE, _BYTE, _DOUBLE):
        return None, at + (8 if kind == _DOUBLE else 1)
    raise ValueError("a type of field that Parquet does not use")


def _read_list(data: Any, at: int, depth: int) -> tuple[list[Any], int]:
    number, kind = data[at] >> 4, data[at] & 15
    at += 1
    if number == 15:
        number, at = _read_varint(data, at)
    found = []
    for _ in range(number):
        value, at = _read_value(data, at, kind, depth)
        found.append(value)
        if at > len(data):
            raise ValueError("a list beyond the end of the data")
    return found, at


def _read_number(data: Any, at: int) -> tuple[int, int]:
    value, at = _read_varint(data, at)
    return (value >> 1) ^ -(value & 1), at


def _read_varint(data: Any, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at
        if shift > 63:
            raise ValueError("a number of too many bytes")
