"""Parquet files are read alike, however they were written."""

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from csto_atlas.events.errors import DataError
from csto_atlas.events.layers.checks import check_layer
from csto_atlas.events.layers.parquet_guard import row_groups as runs
from csto_atlas.events.layers.rows import read_chunks
from tests.made.layer_files import add_layer

ROWS = 5_000
WAYS = {
    "dictionaries": {},
    "as it is": {"use_dictionary": False},
    "a dictionary that is full": {"dictionary_pagesize_limit": 2_000},
    "the second kind of pages": {"data_page_version": "2.0"},
    "lengths apart": {
        "use_dictionary": False, "column_encoding": {"what": "DELTA_LENGTH_BYTE_ARRAY"},
    },
    "small row groups": {"row_group_size": 700},
    "snappy and no schema": {"compression": "snappy", "store_schema": False},
}  # fmt: skip


@pytest.fixture
def layer(folder):
    (layer,) = add_layer(folder).load().layers
    return layer.model_copy(update={"file": "seen.parquet"})


def make_rows(layer):
    row = pd.read_csv(layer.path.with_suffix(".csv"), dtype=str)
    rows = row.loc[row.index.repeat(ROWS)].reset_index(drop=True)
    numbers = [str(n) for n in range(ROWS)]
    texts = [None if n % 9 == 0 else f"A clash {n // 2}" for n in range(ROWS)]
    return rows.assign(number=numbers, what=texts, low=1)


def texts_of(chunks, name):
    cells = pd.concat([chunk.frame[name].astype(object) for chunk in chunks])
    return [None if pd.isna(cell) else str(cell) for cell in cells]


@pytest.mark.parametrize("small", [runs.SMALL, 0])
@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_write_says_the_same(layer, monkeypatch, way, small):
    monkeypatch.setattr(runs, "SMALL", small)  # 0: texts are not kept in dictionaries
    rows = make_rows(layer)
    pq.write_table(pa.Table.from_pandas(rows), layer.path, **WAYS[way])
    chunks = list(read_chunks(layer, 1_000))
    assert max(len(chunk.frame) for chunk in chunks) <= 1_000
    for name in ("number", "what", "low"):
        assert texts_of(chunks, name) == texts_of(
            [type(chunks[0])(layer.path, 1, rows)], name
        )


@pytest.mark.parametrize("small", [runs.SMALL, 0])
@pytest.mark.parametrize(
    "kind",
    [pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())],
    ids=str,
)
def test_every_kind_of_text_is_text(layer, monkeypatch, kind, small):
    monkeypatch.setattr(runs, "SMALL", small)
    rows = make_rows(layer)
    texts = pa.array(rows["what"], pa.string()).cast(kind)
    table = pa.Table.from_pandas(rows.drop(columns="what")).append_column("what", texts)
    pq.write_table(table, layer.path)
    assert check_layer(layer) == []
    told = texts_of(read_chunks(layer, 1_000), "what")
    assert told == [None if pd.isna(cell) else cell for cell in rows["what"]]


def test_small_row_groups_are_read_together(layer):
    rows = pa.Table.from_pandas(make_rows(layer))
    pq.write_table(rows, layer.path, row_group_size=100)
    assert [len(chunk.frame) for chunk in read_chunks(layer, 2_000)] == [
        2000,
        2000,
        1000,
    ]


def test_a_full_dictionary_of_long_texts_is_refused(layer, monkeypatch):
    monkeypatch.setattr(runs, "SMALL", 0)
    monkeypatch.setattr(
        "csto_atlas.events.layers.parquet_guard.frames.MOST_BYTES", 3_000
    )
    rows = make_rows(layer).assign(what=[f"{n} {'x' * 50}" for n in range(ROWS)])
    options = {"dictionary_pagesize_limit": 2_000}
    pq.write_table(pa.Table.from_pandas(rows), layer.path, **options)
    with pytest.raises(DataError, match="in a row group; expected"):
        list(read_chunks(layer))
