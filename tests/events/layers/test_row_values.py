"""Cells of a layer's rows, turned into days, degrees and numbers."""

from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.events.layers.cells import EPOCH
from csto_atlas.events.layers.row_texts import read_row_texts
from csto_atlas.events.layers.row_values import read_values
from csto_atlas.events.layers.rows import list_parts, read_chunks
from tests.made.layer_files import RECORD, add_layer

THREE = (
    RECORD.replace("start: from", "start: [year, month, day]")
    .replace("  end: to\n", "")
    .replace("  place_precision: where\n  date_precision: when\n", "")
)
SHORT = THREE[: THREE.index("place_precision:")] + "radius_km: 3\n"


def values_of(folder):
    (layer,) = folder.load().layers
    (chunk,) = read_chunks(layer)
    return layer, chunk, read_values(chunk, layer)


def day(number):
    return date.fromordinal(int(number) + EPOCH)


@pytest.mark.parametrize(
    "text",
    ["1992-05-15", "15 May 1992", "15-May-1992", "1992-05-15 00:00:00.000",
     "1992-05-15T00:00:00Z", "15 mai 1992".replace("mai", "may"), " 1992-5-15 "],
)  # fmt: skip
def test_a_day_is_read_in_every_style_that_exports_have(folder, text):
    *_, values = values_of(add_layer(folder, {"from": text, "to": text}))
    assert day(values["start"][0]) == day(values["end"][0]) == date(1992, 5, 15)


def test_a_row_becomes_numbers(folder):
    *_, values = values_of(add_layer(folder, {"where": "2", "when": "2"}))
    (row,) = values.itertuples(index=False)
    assert (day(row.start), day(row.end)) == (date(1992, 5, 15), date(1992, 5, 16))
    assert (row.lon, row.lat, row.radius_km, row.is_exact) == (45.25, 40.5, 25.0, False)
    assert (row.low, row.best, row.high) == (0, 2, 5)


def test_what_nobody_knows_stays_unknown(folder):
    *_, values = values_of(add_layer(folder, {"where": "3", "best": "", "high": ""}))
    (row,) = values.itertuples(index=False)
    assert np.isnan([row.radius_km, row.best, row.high]).all()
    assert row.low == 0


def test_an_empty_end_is_the_first_day(folder):
    *_, values = values_of(add_layer(folder, {"to": ""}))
    assert values["end"][0] == values["start"][0]


def test_a_date_may_lie_in_three_columns_and_a_precision_be_the_same_for_all(folder):
    add_layer(folder, record=SHORT)
    header = "number,year,month,day,lat,lon,type,what,low,best,high\n"
    folder.write("layers/seen.csv", header + "7,1992,5,15,40,45,2,A clash,1,1,1\n")
    layer, chunk, values = values_of(folder)
    assert day(values["start"][0]) == day(values["end"][0]) == date(1992, 5, 15)
    assert (values["radius_km"][0], values["is_exact"][0]) == (3.0, False)
    texts = read_row_texts(chunk, layer, np.array([0]))
    assert texts.iloc[0].to_dict() == {
        "id": "7", "kind": "2", "title": "A clash", "text": "", "source": "",
    }  # fmt: skip


def test_parquet_says_the_same_as_csv(folder):
    layer, chunk, values = values_of(add_layer(folder, {}, {"where": "3", "best": ""}))
    frame = pd.read_csv(layer.path)
    for name in ("from", "to"):
        frame[name] = [datetime.fromisoformat(text) for text in frame[name]]
    frame.to_parquet(layer.path.with_suffix(".parquet"))
    other = layer.model_copy(update={"file": "seen.parquet"})
    assert [path.name for path in list_parts(other)] == ["seen.parquet"]
    (same,) = read_chunks(other)
    pd.testing.assert_frame_equal(read_values(same, other), values)
    rows = np.array([0, 1])
    pd.testing.assert_frame_equal(
        read_row_texts(same, other, rows), read_row_texts(chunk, layer, rows)
    )


@given(st.dates(date(1600, 1, 1), date(2400, 1, 1)), st.integers(0, 10**9))
def test_days_and_counts_survive(when, killed):
    from csto_atlas.events.files.items import Origin
    from csto_atlas.events.layers.model import Layer, LayerColumns
    from csto_atlas.events.layers.rows import Chunk

    columns = LayerColumns(id="i", start="d", latitude="y", longitude="x", best="n")
    layer = Layer(
        origin=Origin("made.yml", 1), id="made", name={}, covers={}, licence={},
        source="s", file="made.csv", columns=columns,
    )  # fmt: skip
    cells = {"i": ["1"], "d": [when.isoformat()], "y": ["-0.5"], "x": ["180"],
             "n": [str(killed)]}  # fmt: skip
    values = read_values(Chunk(layer.path, 2, pd.DataFrame(cells)), layer)
    assert day(values["start"][0]) == when
    assert values["best"][0] == killed
    assert np.isnan(values["low"][0])


def test_cells_of_other_programs_are_read(folder):
    rows = (
        {"lat": "50,85", "lon": "4,35", "when": "1.0"},
        {"lat": "", "when": ""},
        {"lat": "0", "lon": "0"},
    )
    *_, values = values_of(add_layer(folder, *rows))
    assert values["lat"].iloc[0] == 50.85
    assert list(values["lon"].isna()) == [False, True, True]
    assert list(values["is_exact"])[:2] == [True, False]


def test_a_number_above_twelve_shows_which_is_the_day(folder):
    rows = ({"from": "2/3/1958", "to": ""}, {"from": "2/13/1958", "to": ""})
    *_, values = values_of(add_layer(folder, *rows))
    assert [str(day(number)) for number in values["start"]] == [
        *("1958-02-03", "1958-02-13")
    ]
