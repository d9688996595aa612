"""Layers as tables: counts always, rows where their licence lets them go."""

import json
from dataclasses import replace

import pytest

from csto_atlas.maps.downloads.datapackage import title_of
from csto_atlas.maps.downloads.export import export_data
from csto_atlas.maps.downloads.layer_tables import layer_tables, list_tables
from csto_atlas.maps.layers import aggregate as bins
from csto_atlas.maps.layers.build import make_layer
from tests.made.downloads import name_all
from tests.made.downloads import read_rows as read
from tests.made.read_layers import (
    SETTING,
    SPEC,
    TICKS,
    WORLD,
    make_made,
    scatter,
    write,
)

NAMES = name_all(WORLD.dataset, WORLD.places)


def make(folder, number=40, **changes):
    write(scatter(number).assign(title="=1+1"), folder / "made.csv")
    return make_layer(make_made(folder, **changes), SPEC, TICKS, SETTING)


def test_few_events_are_passed_on_with_what_the_joins_say(tmp_path):
    layer = make(tmp_path)
    ground, events = layer_tables("north", layer, TICKS, NAMES)
    assert ground.name == "layer-made-north-ground"
    assert events.name == "layer-made-north-events"
    rows = read(events)
    assert [row["event"] for row in rows] == [event.id for event in layer.events]
    first, event = rows[0], layer.events[0]
    assert (float(first["lon"]), float(first["lat"])) == event.at
    assert first["territory"] == " ".join(event.codes)
    assert first["status"] == " ".join(event.statuses)
    assert {row["radius_km"] for row in rows} == {"0.0", "25.0", ""}
    assert {row["title"] for row in rows} == {"'=1+1"}
    for row in (*rows, *read(ground)):
        assert row["sources"] == layer.source
        english, _ = NAMES.of_states(row["territory"].split())
        assert row["territory_en"] == (english or "")


def test_many_events_are_passed_on_as_counts(tmp_path, monkeypatch):
    monkeypatch.setattr(bins, "FEW", 5)
    layer = make(tmp_path)
    ground, cells = layer_tables("north", layer, TICKS, NAMES)
    assert cells.name == "layer-made-north-cells"
    shown = layer.total - layer.undated - layer.outside
    for table in (ground, cells):
        rows = read(table)
        assert sum(int(row["events"]) for row in rows) == shown
        assert {row["step"] for row in rows} <= {tick.id for tick in TICKS}
        assert sum(int(row["best"]) for row in rows) == sum(
            tally.best for cell in layer.cells for tally in cell.tallies.values()
        )


def test_rows_that_may_not_be_shared_are_not_passed_on(tmp_path):
    tables = layer_tables("north", make(tmp_path, share="cells"), TICKS, NAMES)
    assert [table.name for table in tables] == ["layer-made-north-ground"]


@pytest.mark.parametrize("few", [0, 1500])
def test_the_package_describes_them_under_their_own_licence(tmp_path, monkeypatch, few):
    monkeypatch.setattr(bins, "FEW", few)
    layer = make(tmp_path, licence={"en": "House rules"})
    world = replace(WORLD, spec=SPEC, layers=(layer,))
    tables = list_tables({"north": world}, NAMES.texts)
    files = export_data(
        world, WORLD.geodata.boundaries, WORLD.geodata.areas, NAMES.texts, tables
    )
    package = json.loads(files["data/datapackage.json"])
    found = {r["name"]: r for r in package["resources"] if r["name"][:5] == "layer"}
    assert len(found) == len(tables) == 2
    for name, resource in found.items():
        assert f"data/{name}.csv" in files
        assert resource["licenses"] == [{"name": "House-rules", "title": "House rules"}]
        assert resource["title"] == title_of(f"{name}.csv")


def test_without_layers_nothing_is_added():
    assert list_tables({"north": WORLD}, NAMES.texts) == []
