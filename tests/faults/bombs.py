"""Parquet files that are small, and much larger than they look; or that lie."""

import io
import json

import pyarrow as pa
import pyarrow.parquet as pq

COLUMNS = {
    "id": "id", "start": "day", "latitude": "lat", "longitude": "lon", "title": "title",
    "text": "text", "best": "best",
}  # fmt: skip
TEXTS = dict.fromkeys(("en", "ar", "ru"), "Made")


def add_layer(data, name, content, **changes):
    """Put a layer of these bytes into a data set; return the path of its record."""
    layers = data / "layers"
    layers.mkdir(exist_ok=True)
    record = {
        "id": name, "name": TEXTS, "covers": TEXTS, "licence": TEXTS,
        "source": "csto-2012-04-23", "file": f"{name}.parquet", "columns": COLUMNS,
    }  # fmt: skip
    path = layers / f"{name}.yml"
    path.write_text(json.dumps(record | changes), encoding="utf-8")
    if content is not None:
        (layers / f"{name}.parquet").write_bytes(content)
    return path


def table(number=1, **changes):
    """Make rows that all are alike but for their ids; a change is one cell, or all."""
    row = {
        "id": pa.array(range(number)).cast(pa.string()), "day": "2012-04-23",
        "lat": 40.2, "lon": 45.7, "title": "A clash", "text": "Said of it", "best": 1,
    }  # fmt: skip
    return pa.table({
        name: cell if isinstance(cell, pa.Array) else repeat(cell, number)
        for name, cell in (row | changes).items()
    })  # fmt: skip


def repeat(cell, number):
    """Return a cell many times, which takes no more room than once."""
    if isinstance(cell, str):
        zeros = pa.array([0], pa.int32()).take(
            pa.nulls(number, pa.int32()).fill_null(0)
        )
        return pa.DictionaryArray.from_arrays(zeros, pa.array([cell]))
    return pa.repeat(cell, number)


def parquet(rows, **options):
    file = io.BytesIO()
    most = {"dictionary_pagesize_limit": 2**30, "max_rows_per_page": 2**30}
    ours = {"compression": "zstd", "row_group_size": 2**30, "store_schema": False}
    pq.write_table(rows, file, **{**most, **ours, **options})
    return file.getvalue()


def footer_of(content):
    """Return where the description begins, and its bytes."""
    length = int.from_bytes(content[-8:-4], "little")
    return len(content) - 8 - length, content[-8 - length : -8]


def doubled(content, times):
    """Let a file have its row groups over and over: nothing of them is new."""
    metadata = pq.read_metadata(io.BytesIO(content))
    for _ in range(times):
        metadata.append_row_groups(metadata)
    file = io.BytesIO()
    metadata.write_metadata_file(file)
    return content[: footer_of(content)[0]] + file.getvalue()[4:]


def varint(number, length=0):
    """Write a number as Thrift does, in more bytes than it needs if that is asked."""
    number, out = number * 2, []
    while number > 127 or len(out) < length - 1:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


def relabel(content, number, other):
    """Let a file say another number, everywhere, in as many bytes."""
    old = varint(number)
    assert old in content
    return content.replace(old, varint(other, len(old)))


def misdescribed(number, other):
    """Let only the description of a file say another number."""
    start, _ = footer_of(whole())
    return whole()[:start] + relabel(whole()[start:], number, other)


def text_bomb():
    rows = table(5_000, text="x" * 120_000_000)
    return parquet(rows, write_statistics=False)


def page_bomb():
    return parquet(table(2, text="x" * 300_000_000), write_statistics=False)


def group_bomb():
    rows = table(12_000, text=pa.repeat("y" * 95_000, 12_000))
    return parquet(rows, use_dictionary=False, max_rows_per_page=100)


def prefix_bomb():
    rows = table(2_000, text=pa.array([f"{'y' * 90_000}{n}" for n in range(2_000)]))
    packed = {"text": "DELTA_BYTE_ARRAY"}
    return parquet(rows, use_dictionary=False, column_encoding=packed)


def plain_bomb():
    rows = table(2, text=pa.array(["x" * 50_000_000] * 2))
    return parquet(rows, use_dictionary=False)


def describe(size):
    rows = table().replace_schema_metadata({"note": "b" * size})
    return parquet(rows, store_schema=True)


def nested(depth):
    cell = pa.array([1])
    for _ in range(depth):
        cell = pa.ListArray.from_arrays(pa.array([0, 1], pa.int32()), cell)
    return parquet(table(more=cell))


def whole():
    return parquet(table(1000))


def cut_out(first, last):
    """Return a whole file without what lies between so many bytes at both ends."""
    return whole()[:first] + whole()[-last:]


# What is too much, by the numbers of the file itself, or by its cells.
BOMBS = {
    "rows": (
        lambda: doubled(parquet(table(10**6, id="1")), 10),
        "has 1024000000 rows; expected at most 1500000",
    ),
    "groups": (lambda: doubled(parquet(table()), 14), "has 16384 row groups; expected"),
    "columns": (
        lambda: parquet(table(**{f"c{n}": 1 for n in range(2_500)})),
        "has 2507 columns; expected at most 2000",
    ),
    "description": (
        lambda: describe(20_000_000),
        "bytes that describe it; expected at most 16000000",
    ),
    "text": (text_bomb, "has a cell of 120000000 bytes in 'text'; expected at most"),
    "page": (page_bomb, "bytes in pages, unpacked; expected at most 256000000"),
    "word": (
        lambda: parquet(table(10**6, id="y" * 5_000)),
        "has a cell of 5000 bytes in 'id'; expected at most 1000",
    ),
    "plain": (plain_bomb, "has cells of more than 100000 bytes in 'text'"),
    "group": (group_bomb, "bytes in a row group, unpacked; expected at most"),
    "prefixes": (prefix_bomb, "has column 'text' in DELTA_BYTE_ARRAY"),
    "depth": (lambda: nested(300), "is broken"),
    "lists": (
        lambda: parquet(table(id=pa.array([[1] * 10**6], pa.list_(pa.int64())))),
        "column 'id' in lists.parquet holds list<",
    ),
    "images": (
        lambda: parquet(table(title=pa.array([b"0" * 10], pa.binary(10)))),
        "column 'title' in images.parquet holds fixed_size_binary[10]",
    ),
    "days": (
        lambda: parquet(table(day=pa.array([2**31 - 1], pa.int32()).cast(pa.date32()))),
        "bad start 'beyond all days'",
    ),
}
# What is not so.
LIES = {
    "encrypted": (lambda: whole()[:-4] + b"PARE", "is encrypted; expected"),
    "cut": (lambda: whole()[:1_000], "is no Parquet file; expected"),
    "end": (lambda: cut_out(100, 8), "is cut off; expected"),
    "nothing": (lambda: b"", "is no Parquet file; expected"),
    "nonsense": (lambda: b"PAR1" + b"\xff" * 5_000 + cut_out(0, 8), "is broken"),
    "hole": (lambda: b"PAR1" + bytes(500) + cut_out(0, 3_000), "is broken"),
    "more": (lambda: misdescribed(1_000, 8_000), "is broken"),
    "fewer": (lambda: misdescribed(1_000, 999), "is broken"),
    "negative": (lambda: whole().replace(varint(1_000), b"\xcf\x0f"), "is broken"),
    "smaller": (
        lambda: relabel(parquet(table(text="x" * 10**6)), 10**6 + 4, 100), "is broken",
    ),
    "larger": (
        lambda: relabel(parquet(table(text="x" * 140_000_000)), 140_000_004, 9 * 10**8),
        "bytes in pages, unpacked",
    ),
    "letters": (
        lambda: whole().replace(b"A clash", b"A cl\xff\xfeh"), "is broken",
    ),
}  # fmt: skip


def heavy():
    """Return a file that is read, though there is much in it: 810 MB of texts."""
    texts = pa.array([f"{n:09}{'y' * 90_000}" for n in range(9_000)])
    return parquet(table(9_000, text=texts), use_dictionary=False, max_rows_per_page=99)


def many():
    """Return a file with nearly as many rows as there may be; each id is the same."""
    return doubled(parquet(table(10**6, id="1")), 4)
