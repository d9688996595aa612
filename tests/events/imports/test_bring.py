"""Imports: a file of a publisher becomes a layer, or nothing is written."""

import sys

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

from csto_atlas.events.errors import DataError
from csto_atlas.events.imports import import_events
from csto_atlas.events.imports.update import ChangeCounts
from csto_atlas.events.layers.model import Layer
from csto_atlas.events.layers.row_texts import read_row_texts
from csto_atlas.events.layers.row_values import read_values
from csto_atlas.events.layers.rows import read_chunks
from csto_atlas.events.load import load_dataset
from tests.made.published_files import (
    ACLED,
    FEWEST_ACLED,
    OLD_ACLED,
    SHORT,
    UCDP,
    make_file,
)


def layer_of(folder) -> Layer:
    dataset, problems = load_dataset(folder.path)
    assert problems == ()
    (layer,) = dataset.layers
    return layer


def rows_of(layer):
    (chunk,) = read_chunks(layer)
    values = read_values(chunk, layer)
    return pd.concat(
        [values, read_row_texts(chunk, layer, np.arange(len(values)))], axis=1
    )


def problems_of(call, path):
    with pytest.raises(DataError) as caught:
        call()
    return [str(p).replace(f"{path.as_posix()}/", "") for p in caught.value.problems]


def test_the_layouts_have_the_columns_that_are_published():
    assert len(UCDP) == 49
    assert len(ACLED) == 31
    assert len(OLD_ACLED) == 31
    assert len(FEWEST_ACLED) == 28


def test_ucdp_becomes_a_layer_that_keeps_every_column_and_estimate(folder, tmp_path):
    file = make_file(tmp_path, UCDP, {}, {"where_prec": "6", "date_prec": "4"},
                     name="GEDEvent_v23_1.csv")  # fmt: skip
    written = import_events("ucdp", [file], folder.path).paths
    assert [p.relative_to(folder.path).as_posix() for p in written] == [
        "layers/ucdp.yml", "layers/ucdp.parquet", "sources.yml",
    ]  # fmt: skip
    frame = gpd.read_parquet(folder.path / "layers" / "ucdp.parquet")
    assert list(frame) == [*UCDP, "geometry"]
    assert frame.crs == 4326
    assert (frame.geometry.x[0], frame.geometry.y[0]) == (45.5, 40.25)
    rows = rows_of(layer_of(folder))
    assert list(rows["low"]) == [1, 1]
    assert list(rows["best"]) == [2, 2]
    assert list(rows["high"]) == [4, 4]
    assert rows["radius_km"][0] == 25
    assert np.isnan(rows["radius_km"][1])
    assert list(rows["is_exact"]) == [True, False]
    assert list(rows["end"] - rows["start"]) == [1, 1]
    assert rows["kind"][0] == "State-based conflict"
    assert folder.problems() == []


def test_the_source_names_the_version_that_the_file_is_named_by(folder, tmp_path):
    file = make_file(tmp_path, UCDP, name="GEDEvent_v23_1.csv")
    import_events("ucdp", [file], folder.path)
    source = folder.load().sources[-1]
    assert source.id == "ucdp-ged"
    assert source.note["en"] == "UCDP Georeferenced Event Dataset 23.1, CC BY 4.0"
    assert "Sundberg" in source.title


def test_a_source_that_is_there_is_left_alone(folder, tmp_path):
    before = (folder.path / "sources.yml").read_text()
    entry = "- {id: ucdp-ged, kind: research, publisher: U, title: O, language: en}\n"
    folder.write("sources.yml", before + entry)
    written = import_events("ucdp", [make_file(tmp_path, UCDP)], folder.path).paths
    assert folder.path / "sources.yml" not in written
    assert (folder.path / "sources.yml").read_text() == before + entry


def test_the_short_layout_claims_no_precision_it_does_not_have(folder, tmp_path):
    import_events("ucdp", [make_file(tmp_path, SHORT)], folder.path)
    layer = layer_of(folder)
    assert layer.columns.start == ("year", "month", "day")
    rows = rows_of(layer)
    assert np.isnan(rows["radius_km"][0])
    assert not rows["is_exact"][0]
    assert list(rows[["low", "best", "high"]].iloc[0]) == [1, 2, 4]


@pytest.mark.parametrize("columns", [ACLED, OLD_ACLED, FEWEST_ACLED])
@pytest.mark.parametrize("day", ["27 September 2020", "2020-09-27"])
@pytest.mark.parametrize("tags", [False, True])
def test_acled_is_read_in_all_its_forms(folder, tmp_path, columns, day, tags):
    file = make_file(tmp_path, columns, {"event_date": day}, tags=tags)
    import_events("acled", [file], folder.path)
    layer = layer_of(folder)
    (row,) = rows_of(layer).itertuples()
    assert (row.kind, row.title, row.best) == ("Battles", "Armed clash", 3)
    assert np.isnan(row.low)
    assert row.text == "A note, with a comma"
    assert layer.share == "cells"
    assert "raw data may not be passed on" in layer.licence["en"]
    assert folder.problems() == []


def test_columns_in_capitals_are_kept_as_they_are(folder, tmp_path):
    file = make_file(tmp_path, ACLED)
    head, rest = file.read_text().split("\n", 1)
    file.write_text(f"{head.upper()}\n{rest}")
    import_events("acled", [file], folder.path)
    assert layer_of(folder).columns.latitude == "LATITUDE"


def test_the_layer_says_what_the_file_covers_in_every_language(folder, tmp_path):
    one = make_file(tmp_path, UCDP)
    other = make_file(
        tmp_path, UCDP, {"id": "9", "country": "Azerbaijan", "date_start": "2023-09-19",
                         "date_end": "2023-09-20"}, name="other.csv",
    )  # fmt: skip
    import_events("ucdp", [one], folder.path, "one")
    import_events("ucdp", [one, other], folder.path, "two")
    dataset = folder.load()
    covers = {layer.id: layer.covers for layer in dataset.layers}
    assert covers["one"]["en"] == (
        "Organised violence that killed at least one person; Armenia only; "
        "2020-09-27 to 2020-09-27"
    )
    assert covers["two"]["en"].endswith(
        "; Armenia, Azerbaijan only; 2020-09-27 to 2023-09-19"
    )
    assert covers["two"]["ar"].startswith("عنف منظّم")


def test_many_countries_are_counted(folder, tmp_path):
    rows = [{"country": f"Country {n}"} for n in range(9)]
    import_events("ucdp", [make_file(tmp_path, UCDP, *rows)], folder.path)
    assert "; 9 countries; " in layer_of(folder).covers["en"]


def test_without_the_library_the_rows_are_csv(folder, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    written = import_events("ucdp", [make_file(tmp_path, UCDP)], folder.path).paths
    monkeypatch.undo()
    assert written[1].name == "ucdp.csv"
    assert list(pd.read_csv(written[1])) == UCDP
    assert layer_of(folder).file == "ucdp.csv"


def snapshot(folder):
    return {
        path: path.read_bytes()
        for path in sorted(folder.path.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(
    ("kind", "columns", "changes", "expected"),
    [
        ("ucdp", [c for c in UCDP if c != "where_prec"], [{}],
         ["export.csv:1: no column 'where_prec'; expected the columns of UCDP GED "
          "(49 columns)"]),
        ("ucdp", ["latitud" if c == "latitude" else c for c in UCDP], [{}],
         ["export.csv:1: no column 'latitude'; expected the columns of UCDP GED "
          "(49 columns) (nearest: 'latitud')"]),
        ("acled", [c for c in ACLED if c not in ("event_date", "fatalities")], [{}],
         ["export.csv:1: no column 'event_date'; expected the columns of an ACLED "
          "export", "export.csv:1: no column 'fatalities'; expected the columns of an "
          "ACLED export"]),
        ("ucdp", UCDP, [{}, {"latitude": "north"}],
         ["export.csv:3: bad latitude 'north'; expected degrees from -90 to 90"]),
        ("ucdp", UCDP, [{"date_prec": "6"}],
         ["export.csv:2: bad date_precision '6'; expected one of 1, 2, 3, 4, 5"]),
        ("ucdp", UCDP, [{"id": "1"}, {"id": "1"}],
         ["export.csv:3: an id a second time; expected each only once"]),
        ("gtd", UCDP, [{}],
         ["import:1: unknown kind 'gtd'; expected one of ucdp, acled"]),
    ],
)  # fmt: skip
def test_another_file_is_refused_and_nothing_written(
    folder, tmp_path_factory, kind, columns, changes, expected
):
    made = tmp_path_factory.mktemp("files")
    file, before = make_file(made, columns, *changes), snapshot(folder)
    found = problems_of(lambda: import_events(kind, [file], folder.path), made)
    assert found == expected
    assert snapshot(folder) == before


def test_a_row_below_hashtags_is_named_as_a_spreadsheet_counts(folder, tmp_path):
    file = make_file(tmp_path, ACLED, {}, {"longitude": "east"}, tags=True)
    found = problems_of(lambda: import_events("acled", [file], folder.path), tmp_path)
    assert found == [
        "export.csv:4: bad longitude 'east'; expected degrees from -180 to 180"
    ]


def test_of_an_event_that_two_files_have_the_later_is_taken(folder, tmp_path):
    files = [
        make_file(tmp_path, UCDP, {"best": best}, name=f"{best}.csv")
        for best in ("2", "3")
    ]
    import_events("ucdp", files, folder.path)
    (chunk,) = read_chunks(folder.load().layers[0])
    assert list(chunk.frame["best"]) == [3]


def test_files_that_are_not_there_are_all_named(folder, tmp_path):
    files = [tmp_path / "a.csv", tmp_path / "b.csv"]
    found = problems_of(lambda: import_events("ucdp", files, folder.path), tmp_path)
    assert [line.split(": ")[0] for line in found] == ["a.csv:1", "b.csv:1"]


def test_a_file_without_events_is_refused(folder, tmp_path):
    file = make_file(tmp_path, UCDP)
    file.write_text(file.read_text().split("\n")[0] + "\n")
    found = problems_of(lambda: import_events("ucdp", [file], folder.path), tmp_path)
    assert found == [
        "export.csv:1: no event; expected at least one row below the header"
    ]


def test_the_next_export_renews_the_rows_and_keeps_the_record(folder, tmp_path):
    import_events("ucdp", [make_file(tmp_path, UCDP, {}, {})], folder.path)
    record = folder.path / "layers" / "ucdp.yml"
    record.write_text(record.read_text(encoding="utf-8") + "# ours\n", encoding="utf-8")
    rows = ({}, {"id": "2", "latitude": "40.5"}, {"id": "3"})
    next_file = make_file(tmp_path, UCDP, *rows, name="next.csv")
    done = import_events("ucdp", [next_file], folder.path)
    assert done.changes == ChangeCounts(new=1, revised=1, withdrawn=0, same=1)
    assert record.read_text(encoding="utf-8").endswith("# ours\n")


def test_events_are_only_withdrawn_where_that_is_asked_for(folder, tmp_path):
    import_events("ucdp", [make_file(tmp_path, UCDP, {}, {})], folder.path)
    file = make_file(tmp_path, UCDP, {})
    before = snapshot(folder)
    found = problems_of(lambda: import_events("ucdp", [file], folder.path), folder.path)
    assert found == [
        "layers/ucdp.yml:1: 1 events of the layer are not in these files; expected all "
        "files of the layer, or --update to leave them out"
    ]
    assert snapshot(folder) == before
    done = import_events("ucdp", [file], folder.path, is_update=True)
    assert (done.changes.withdrawn, done.changes.same) == (1, 1)


@pytest.mark.parametrize("name", ["../x", "Two", "a b", "-a", ""])
def test_a_name_that_is_no_id_is_refused(folder, tmp_path, name):
    file = make_file(tmp_path, UCDP)
    if name:
        with pytest.raises(DataError, match="bad layer"):
            import_events("ucdp", [file], folder.path, name)
    else:
        assert import_events("ucdp", [file], folder.path, name).paths[0].stem == "ucdp"


def test_a_folder_that_is_no_data_set_is_refused(tmp_path):
    file = make_file(tmp_path, UCDP)
    with pytest.raises(DataError, match=r"no dataset\.yml"):
        import_events("ucdp", [file], tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_list_of_sources_that_cannot_be_added_to_is_left_alone(folder, tmp_path):
    entry = "{id: daily, kind: press, publisher: D, title: T, language: en}"
    folder.write("sources.yml", f"[{entry}]\n")
    before = snapshot(folder)
    with pytest.raises(DataError, match="cannot be added to"):
        import_events("ucdp", [make_file(tmp_path, UCDP)], folder.path)
    assert {k: v for k, v in snapshot(folder).items() if k in before} == before
    assert not (folder.path / "layers").exists()


def test_what_fails_while_writing_leaves_everything_as_it_was(
    folder, tmp_path, monkeypatch
):
    from pathlib import Path

    before, replace = snapshot(folder), Path.replace

    def fail(self, target):
        if target.name == "sources.yml":
            raise OSError("the disk is full")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="full"):
        import_events("ucdp", [make_file(tmp_path, UCDP)], folder.path)
    monkeypatch.undo()
    left = snapshot(folder)
    left.pop(tmp_path / "export.csv")
    assert left == before
