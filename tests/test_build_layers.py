"""A data set with a layer, built as a whole."""

import json
import shutil

import pytest

import build
from csto_atlas.maps.page.addresses import Site
from tests.conftest import DATA
from tests.made.downloads import read_csv
from tests.made.layer_files import RECORD, write_rows

pytestmark = pytest.mark.build


@pytest.fixture
def data(tmp_path):
    """Return a copy of the default data set with a layer on one map."""
    data = shutil.copytree(DATA, tmp_path / "data")
    (data / "layers").mkdir()
    record = RECORD.replace("source: daily", "source: csto-2012-04-23")
    for text in ("ar: مرئي", "ar: اشتباكات", "ar: CC BY 4.0"):
        record = record.replace(text, f"{text}, ru: Текст")
    (data / "layers" / "seen.yml").write_text(record, encoding="utf-8")
    rows = [{"lat": "40.2", "lon": "45.7"}, {"lat": "39.8", "lon": "46.75"}]
    (data / "layers" / "seen.csv").write_text(write_rows(*rows), encoding="utf-8")
    with (data / "maps" / "border.yml").open("a", encoding="utf-8") as file:
        file.write("\nlayers: [seen]\n")
    return data


def make(data, *arguments):
    command = ["--data", str(data), "--map", "border", "--lang", "en"]
    return build.main([*command, "--out", str(data.parent / "dist"), *arguments])


def test_the_events_of_a_layer_are_joined_to_the_real_world(data):
    assert make(data) == 0
    folder = data.parent / "dist" / "data"
    text = (folder / "layer-seen-border-events.csv").read_text(encoding="utf-8")
    cells = read_csv(text)
    assert [cell["territory"] for cell in cells] == ["ARM", "AZE"]
    assert [cell["disputed_area"] for cell in cells] == ["", "karabakh-oblast"]
    assert float(cells[0]["border_km"]) > 10
    package = json.loads((folder / "datapackage.json").read_text())
    named = [r["name"] for r in package["resources"] if r["name"].startswith("layer")]
    assert named == ["layer-seen-border-ground", "layer-seen-border-events"]


def test_a_wrong_row_stops_the_build_and_leaves_nothing(data, capsys):
    path = data / "layers" / "seen.csv"
    path.write_text(write_rows({}, {"lon": "east"}), encoding="utf-8")
    assert make(data) == 1
    assert f"{path}:3: bad longitude 'east'" in capsys.readouterr().err
    assert not (data.parent / "dist").exists()


def test_a_map_cannot_name_a_layer_that_is_not_there(data, capsys):
    path = data / "maps" / "border.yml"
    path.write_text(path.read_text().replace("layers: [seen]", "layers: [sen]"))
    assert make(data) == 1
    error = capsys.readouterr().err
    assert "unknown layer 'sen'; expected one of the layers (nearest: 'seen')" in error


def test_a_local_cluster_builds_the_same(data):
    site = Site()
    here = build.build(data, ["border"], ["en"], site)
    there = build.build(data, ["border"], ["en"], site, "local")
    assert here == there
