"""What is downloaded can be loaded again, and is described as it is."""

import csv
import json
import shutil
import subprocess
import sys

import pytest
import shapely

from csto_atlas.events.load import load_dataset
from csto_atlas.maps.downloads.datapackage import describe_package
from csto_atlas.maps.downloads.dataset_tables import COPIES, copy_tables
from csto_atlas.maps.downloads.tables import Field, Table, write_csv
from csto_atlas.maps.timeline.changes import state_at
from tests.conftest import DATA, facts_of
from tests.made.downloads import name_all, read_csv

OWN = ["memberships", "deployments", "movements", "objects", "areas", "lines"]
JOINED = ["organisations", "events", "figures", "requests", "borders"]
FILES = {
    *(f"{name}.csv" for name in [*OWN, *JOINED, "sources"]),
    *(f"{name}.geojson" for name in ("territories", "areas", "events")),
    "atlas.xlsx",
    "datapackage.json",
}


def features(atlas, name):
    return json.loads((atlas / "data" / name).read_text())["features"]


def test_the_folder_has_these_files(atlas):
    assert {path.name for path in (atlas / "data").iterdir()} == FILES


@pytest.mark.parametrize("name", OWN)
def test_a_downloaded_table_takes_the_place_of_its_source(atlas, tmp_path, name):
    folder = shutil.copytree(DATA, tmp_path / "data")
    shutil.copy(atlas / "data" / f"{name}.csv", folder / f"{name}.csv")
    (before, _), (after, problems) = load_dataset(DATA), load_dataset(folder)
    assert not problems

    def plain(dataset):
        return [row.model_dump(exclude={"origin"}) for row in getattr(dataset, name)]

    assert plain(after) == plain(before)


VALIDATE = """
import sys, frictionless
report = frictionless.validate(sys.argv[1])
for task in report.tasks:
    print(task.place, *sorted({error.type for error in task.errors}))
"""


def validate(package):
    """Return types of errors by file; apart, as frictionless alters Python's csv."""
    command = [sys.executable, "-c", VALIDATE, package]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return {name: errors for name, *errors in map(str.split, done.stdout.splitlines())}


def test_the_package_is_valid_for_frictionless(atlas):
    found = validate(atlas / "data" / "datapackage.json")
    assert found == {name: [] for name in FILES - {"datapackage.json"}}


def test_frictionless_finds_what_is_wrong(atlas, tmp_path):
    folder = shutil.copytree(atlas / "data", tmp_path / "data")
    table = folder / "memberships.csv"
    table.write_text(table.read_text().replace(",RUS,", ",Russia,", 1))
    found = validate(folder / "datapackage.json")
    assert "constraint-error" in found["memberships.csv"]


def test_the_package_says_whose_it_is_and_when_it_was_made(atlas, facts):
    package = json.loads((atlas / "data" / "datapackage.json").read_text())
    assert package["created"].startswith(facts.world.dataset.meta.as_of.isoformat())
    assert [one["name"] for one in package["licenses"]] == ["CC-BY-4.0", "ODbL-1.0"]
    sizes = {one["path"]: one["bytes"] for one in package["resources"]}
    assert all((atlas / "data" / p).stat().st_size == size for p, size in sizes.items())
    for one in package["resources"]:
        if "schema" in one:
            text = (atlas / "data" / one["path"]).read_text(encoding="utf-8-sig")
            header = text.splitlines()[0]
            names = [field["name"] for field in one["schema"]["fields"]]
            assert header.split(",") == names


def test_a_package_without_english_or_areas_is_described_too(facts):
    dataset = facts.world.dataset
    meta = dataset.meta.model_copy(update={"title": {"ar": "حلف"}})
    whole = dataset.model_copy(update={"meta": meta})
    shapes = {"territories.geojson": "{}", "events.geojson": "{}"}
    package = json.loads(describe_package(whole, (), shapes))
    assert package["title"] == "حلف"
    assert [one["path"] for one in package["resources"]] == list(shapes)


def test_the_package_says_which_organisation_is_incomplete_and_why(facts):
    dataset = facts.world.dataset
    first, second, *others = dataset.organisations
    lacking = second.model_copy(update={"incomplete": {"en": "No partners."}})
    whole = dataset.model_copy(update={"organisations": (first, lacking, *others)})
    rows = [Table(name, (), ()) for name in ("memberships", "events", "areas")]
    files = {f"{name}.geojson": "{}" for name in ("territories", "events")}
    files |= {f"{table.name}.csv": "" for table in rows}
    package = json.loads(describe_package(whole, rows, files))
    said = {one["name"]: one.get("description", "") for one in package["resources"]}
    assert f"Incomplete: {second.name['en']}. No partners." in package["description"]
    for name in ("memberships", "events"):
        assert f"Incomplete: {second.name['en']}. No partners." in said[name]
    assert said["areas"] == ""


def test_territories_have_their_latest_status(atlas, facts):
    last = len(facts.ticks) - 1
    for feature in features(atlas, "territories.geojson"):
        said = feature["properties"]
        expected = state_at(facts.state_changes.states[said["code"]], last)
        assert (said["status"] or "none") == expected
        assert said["name_ar"]
        assert bool(said["sources"]) == bool(said["certainty"]) == bool(said["status"])


def test_every_shape_is_valid_and_on_the_globe(atlas):
    for name in ("territories", "areas", "events"):
        for feature in features(atlas, f"{name}.geojson"):
            shape = shapely.geometry.shape(feature["geometry"])
            west, south, east, north = shape.bounds
            assert -180 <= west <= east <= 180
            assert -90 <= south <= north <= 90
            assert shape.is_valid, feature["properties"]


@pytest.mark.parametrize("name", ["areas", "events"])
def test_shapes_carry_the_rows_of_their_tables(atlas, name):
    rows = read_csv((atlas / "data" / f"{name}.csv").read_text(encoding="utf-8"))
    drawn = [f["properties"] for f in features(atlas, f"{name}.geojson")]
    placed = [row for row in rows if row.get("place", "anywhere")]
    assert [{k: "" if v is None else str(v) for k, v in d.items()} for d in drawn] == [
        dict(row) for row in placed
    ]


def test_dates_and_numbers_stay_and_texts_are_never_formulas():
    fields = [Field("date", "", "edtf"), Field("n", "", "number"), Field("text", "")]
    table = Table("made", fields, [("-0044", -1.5, "-0044"), (None, None, "=1+1")])
    assert write_csv(table) == "\ufeffdate,n,text\n-0044,-1.5,'-0044\n,,'=1+1\n"


@pytest.mark.parametrize("mark", "=+-@\uff1d\uff0b\uff0d\uff20")
@pytest.mark.parametrize("parted", [";", "; ", "\t", "|", "\n", ';"'])
def test_no_cell_is_a_formula_in_a_spreadsheet_that_parts_cells_otherwise(mark, parted):
    table = Table("made", [Field("text", "")], [(f"a{parted}{mark}1+1;b",)])
    text = write_csv(table).removeprefix("\ufeff")
    for delimiter in ",;\t|":
        for line in text.splitlines():
            for cell in next(csv.reader([line], delimiter=delimiter)):
                assert cell.strip(' "')[:1] != mark


@pytest.mark.parametrize("name", OWN)
def test_a_table_has_the_columns_of_the_data_set_and_names(facts, name):
    names = name_all(facts.world.dataset, facts.world.places, facts.countries)
    tables = {table.name: table for table in copy_tables(names)}
    (copy,) = [copy for copy in COPIES if copy.name == name]
    found = [field.name for field in tables[name].fields]
    read = [column for column in found if not copy.columns.is_name(column)]
    with (DATA / f"{name}.csv").open() as file:
        assert sorted(read) == sorted(next(csv.reader(file)))
    added = {column.rpartition("_")[0] for column in found if column not in read}
    assert added == {*copy.columns.names.values()}


def list_joined(findings):
    """List what the joins say of events, without where the rows were read."""
    return [
        (f.event, f.spots, f.statuses, f.answer, [(m.code, m.status) for m in f.doubts])
        for f in findings.values()
    ]


def test_the_maps_are_built_again_from_the_downloaded_tables(atlas, tmp_path, facts):
    folder = shutil.copytree(DATA, tmp_path / "data")
    for name in OWN:
        shutil.copy(atlas / "data" / f"{name}.csv", folder / f"{name}.csv")
    again = facts_of(folder)
    assert again["membership"].state_changes == facts.state_changes
    joined = list_joined(facts.world.findings)
    assert all(list_joined(one.world.findings) == joined for one in again.values())


def test_every_row_of_every_table_names_sources_that_are_listed(atlas):
    tables = {
        path.stem: read_csv(path.read_text(encoding="utf-8"))
        for path in (atlas / "data").glob("*.csv")
    }
    listed = {row["id"] for row in tables.pop("sources")}
    assert {*tables} == {*OWN, *JOINED}
    assert all(row["origin"] for row in tables.pop("borders"))  # measured, not read
    for name, rows in tables.items():
        for row in rows:
            assert row["sources"], (name, row)
            assert {*row["sources"].split()} <= listed, (name, row)


def test_every_table_and_shape_has_names_in_all_languages(atlas, facts):
    languages = facts.world.dataset.meta.languages
    names = dict.fromkeys([*OWN, *JOINED], "country") | {
        "objects": "guards",
        "lines": "name",
        "events": "title",
        "figures": "title",
        "requests": "title",
    }
    for name, column in names.items():
        rows = read_csv((atlas / "data" / f"{name}.csv").read_text(encoding="utf-8"))
        for language in languages:
            assert any(row[f"{column}_{language}"] for row in rows), name
            if name != "objects":  # some were guarded by nobody who was named
                assert all(row[f"{column}_{language}"] for row in rows), name


def test_every_file_of_text_opens_as_utf_8_in_a_spreadsheet(atlas):
    for path in (atlas / "data").glob("*.csv"):
        assert path.read_bytes()[:3] == b"\xef\xbb\xbf", path.name
