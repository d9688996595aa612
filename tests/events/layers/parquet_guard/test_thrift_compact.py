import pytest

from csto_atlas.events.layers.parquet_guard.thrift_compact import (
    INT32,
    LIST,
    STRUCT,
    TEXT,
    read_struct,
)


def test_a_struct_is_read_by_number_and_kind_of_its_fields():
    # Field 1: int32 -1 (zigzag 1). Field 2: "ab". Then the end.
    fields, at = read_struct(b"\x15\x01\x18\x02ab\x00rest", 0)
    assert fields == {(1, INT32): -1, (2, TEXT): b"ab"}
    assert at == 7


def test_a_number_of_several_bytes_has_its_low_bits_first():
    fields, _ = read_struct(b"\x15\x80\x02\x00", 0)
    assert fields == {(1, INT32): 128}


def test_lists_and_inner_structs_are_read():
    fields, _ = read_struct(b"\x19\x25\x02\x04\x1c\x15\x06\x00\x00", 0)
    assert fields == {(1, LIST): [1, 2], (2, STRUCT): {(1, INT32): 3}}


@pytest.mark.parametrize(
    "data",
    [
        b"\x1c" * 20,  # nested too deep
        b"\x1d\x00",  # no such kind
        b"\x15" + b"\xff" * 20,  # a number that does not end
        b"\x19\xf5\xff\x7f\x02",  # a list that does not end
        b"\x15",  # cut off
    ],
)
def test_broken_bytes_are_an_error(data):
    with pytest.raises((ValueError, IndexError)):
        read_struct(data, 0)
