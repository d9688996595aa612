"""The record of a layer: what it must say, and what it may leave out."""

import pytest

from tests.made.layer_files import RECORD, add_layer


def test_a_layer_is_read_with_the_line_of_each_part(folder):
    (layer,) = add_layer(folder).load().layers
    assert (layer.id, layer.source, layer.share) == ("seen", "daily", "rows")
    assert layer.covers["en"] == "Clashes in two valleys"
    assert layer.path == folder.path / "layers" / "seen.csv"
    assert layer.columns.start == ("from",)
    assert [g.radius_km for g in layer.place_precision] == [0, 25, None]
    assert layer.origin.at("columns", "low").endswith("layers/seen.yml:17")
    assert layer.has_deaths


def test_a_data_set_without_layers_has_none(folder):
    assert folder.load().layers == ()


def test_only_columns_that_say_something_are_read(folder):
    (layer,) = add_layer(folder).load().layers
    assert "not read" not in layer.columns.needed
    assert len(layer.columns.needed) == 12


def test_a_radius_may_be_null(folder):
    record = RECORD.replace('{code: "3"}', '{code: "3", radius_km: null}')
    (layer,) = add_layer(folder, record=record).load().layers
    assert layer.place_precision[2].radius_km is None


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("source: daily", "source: dailly",
         "layers/seen.yml:5: unknown source 'dailly'; expected one of sources.yml "
         "(nearest: 'daily')"),
        ("id: seen", "id: unseen",
         "layers/seen.yml:1: the layer 'unseen' is in a file named 'seen'; "
         "expected the same name"),
        ("file: seen.csv", "file: sen.csv",
         "layers/seen.yml:6: no file 'sen.csv'; expected a file beside it "
         "(nearest: 'seen.csv')"),
        ("file: seen.csv", "file: ../seen.csv",
         "layers/seen.yml:1: file '../seen.csv' lies elsewhere; "
         "expected a file in this folder"),
        ("file: seen.csv", "file: seen.yml",
         "layers/seen.yml:6: 'seen.yml' is neither; "
         "expected a name ending in .csv or .parquet"),
        ("  best: best", "  best: beast",
         "layers/seen.yml:18: no column 'beast' in seen.csv; "
         "expected a column of the file (nearest: 'best')"),
        ("  best: best", "  bets: best",
         "layers/seen.yml:18: unknown field 'columns bets'; "
         "expected a field of Layer"),
        ("  start: from", "  start: [from, to]",
         "layers/seen.yml:7: columns: start has 2 columns; expected one column, "
         "or those of the year, the month and the day"),
        ("  date_precision: when\n", "",
         "layers/seen.yml:1: date_precision needs both a column and a scale; "
         "expected 'columns: date_precision' and a list of codes under "
         "'date_precision', or neither"),
        ("radius_km: 25", "radius_km: -1",
         "layers/seen.yml:23: bad place_precision 2 radius_km '-1'; "
         "expected greater than or equal to 0"),
        ("covers: {en: Clashes in two valleys, ar: اشتباكات}",
         "covers: {en: Clashes in two valleys}",
         "layers/seen.yml:3: covers has no 'ar'; expected a text in en, ar"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(folder, old, new, problem):
    assert old in RECORD
    add_layer(folder, record=RECORD.replace(old, new, 1))
    assert folder.problems() == [problem]


def test_a_layer_that_is_broken_is_not_called_unknown(folder):
    from csto_atlas.maps.validation.references import check_specs
    from tests.made.worlds import make_spec

    add_layer(folder, record=RECORD.replace("low: low", "lo: low"))
    from csto_atlas.events.load import load_dataset

    dataset, problems = load_dataset(folder.path)
    assert len(problems) == 1
    spec = make_spec(layers=["seen"], overlays=[], boundaries="b", areas="b")
    (folder.path / "b").write_text("")
    names = [p.what for p in check_specs([spec], dataset, (), (), folder.path)]
    assert "unknown layer 'seen'" not in names
