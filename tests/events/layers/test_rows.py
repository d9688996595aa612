"""Rows of a layer, read in chunks from one file or from the parts of one."""

import pandas as pd
import pytest

from csto_atlas.events.errors import DataError
from csto_atlas.events.files import delimited_frames as reading
from csto_atlas.events.layers.rows import count_layer_rows, list_parts, read_chunks
from tests.made.layer_files import add_layer, write_rows


def test_rows_are_read_in_chunks_that_know_where_they_begin(folder):
    (layer,) = add_layer(folder, *[{}] * 7).load().layers
    chunks = list(read_chunks(layer, 3))
    assert [len(chunk.frame) for chunk in chunks] == [3, 3, 1]
    assert [chunk.first for chunk in chunks] == [2, 5, 8]
    assert sorted(chunks[0].frame) == sorted(layer.columns.needed)


def test_a_folder_is_read_part_by_part_in_the_order_of_their_numbers(folder):
    (layer,) = add_layer(folder, *[{}] * 12).load().layers
    frame = pd.read_csv(layer.path, dtype=str)
    parts = folder.path / "layers" / "parts"
    for n in range(12):
        (parts / f"half={n % 2}").mkdir(parents=True, exist_ok=True)
    for n in range(12):
        frame.iloc[[n]].to_parquet(parts / f"part.{n}.parquet")
    whole = layer.model_copy(update={"file": "parts"})
    assert [p.name for p in list_parts(whole)] == [
        f"part.{n}.parquet" for n in range(12)
    ]
    assert (count_layer_rows(whole), count_layer_rows(layer)) == (12, None)
    numbers = [row for c in read_chunks(whole) for row in c.frame["number"]]
    assert numbers == [str(n) for n in range(1, 13)]


def test_line_breaks_in_a_cell_do_not_make_rows(folder):
    (layer,) = add_layer(folder, {"what": "one\ntwo, “three”"}, {}).load().layers
    (chunk,) = read_chunks(layer)
    assert list(chunk.frame["what"]) == ["one\ntwo, “three”", "A clash"]


def test_a_separator_in_the_name_of_a_column_separates_nothing(folder):
    (layer,) = add_layer(folder).load().layers
    for name in ('"a;b;c;d;e;f;g;h;i;j;k;l;m;n"', "a;b;c;d;e;f;g;h;i;j;k;l;m;n"):
        folder.write("layers/seen.csv", write_rows({}).replace("not read", name))
        (chunk,) = read_chunks(layer)
        assert list(chunk.frame["what"]) == ["A clash"]


def test_a_header_without_end_is_refused(folder):
    (layer,) = add_layer(folder).load().layers
    folder.write("layers/seen.csv", "x" * 2_000_000)
    with pytest.raises(DataError, match="field larger than field limit"):
        list(read_chunks(layer))


def test_an_empty_folder_is_no_layer(folder):
    (layer,) = add_layer(folder).load().layers
    (folder.path / "layers" / "parts").mkdir()
    with pytest.raises(DataError, match="no file 'parts'"):
        list_parts(layer.model_copy(update={"file": "parts"}))


@pytest.mark.parametrize(
    ("cells", "before"),
    [
        (['"' + "long\n" * 400_000], 0),  # a quotation mark that nothing ends
        (["short"] * 30 + ["b" * 2_000_000], 30),
        (["c" * 900] * 2_000, 0),  # none is too long, all of them together are
    ],
)
def test_cells_that_would_fill_the_memory_are_refused(
    folder, monkeypatch, cells, before
):
    monkeypatch.setattr(reading, "MOST_BYTES", 1_000_000)
    monkeypatch.setattr(reading, "BLOCK", 10_000)
    (layer,) = add_layer(folder).load().layers
    header, row = write_rows({}).splitlines()
    rows = [row.replace("A clash", cell) for cell in cells]
    folder.write("layers/seen.csv", "\n".join([header, *rows]))
    with pytest.raises(DataError, match="fit into memory; expected shorter") as caught:
        list(read_chunks(layer, before or 2_000))
    (problem,) = caught.value.problems
    assert problem.where.endswith(f"seen.csv:{before + 2}")
