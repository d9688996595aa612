"""Sheets and layers whose every text is hostile, as files and as exports to import."""

import csv

import numpy as np
import pandas as pd
import yaml

from csto_atlas.events.files.text import CONTROL
from csto_atlas.events.imports.bring import import_events
from tests.made.published_files import ACLED, UCDP, make_file

SIGNS = "null \0 escape \x1b[31m bell \x07 delete \x7f"  # which a layer loses
TOWN = (39.8, 46.75)  # on the map of the border
MAP = "border"
SHEET = ("country", "organisation", "status", "start", "end", "certainty", "sources",
         "claims", "basis_en", "basis_ar", "basis_ru")  # fmt: skip
COLUMNS = ("id", "start", "latitude", "longitude", "kind", "title", "text", "source",
           "place_precision")  # fmt: skip
FEW, MANY = 30, 1_600  # marks and cells


def add_sheet(data, hostile):
    """Move the memberships of other organisations to a sheet with words of its own."""
    path = data / "memberships.csv"
    rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
    own = [row for row in rows if row["organisation"] == "csto"]
    others = [row for row in rows if row["organisation"] != "csto"]
    write_rows(path, rows[0], own)
    columns = {role: hostile.text(("found.csv", 1, role)) for role in SHEET}
    more = hostile.text(("found.csv", 1, "more"))
    words = {
        role: {
            row[role]: hostile.text(("found.csv", role, row[role])) for row in others
        }
        for role in ("organisation", "status")
    }
    found = []
    for number, row in enumerate(others):
        row["country"] = row["code"]
        told = {columns[role]: words.get(role, {}).get(row[role], row[role])
                for role in SHEET}  # fmt: skip
        found.append({more: hostile.text(("found.csv", number, "more")), **told})
    write_rows(data / "found.csv", found[0], found)
    sheet = {
        "file": "found.csv", "sources": others[0]["sources"].split(), "ends": "left",
        "basis": {name: hostile.text(("sheet", name)) for name in ("en", "ar", "ru")},
        "columns": columns, "ignore": [more],
        "organisations": {word: own for own, word in words["organisation"].items()},
        "statuses": {word: own for own, word in words["status"].items()},
    }  # fmt: skip
    change(data / "dataset.yml", sheets=[sheet])


def add_layers(data, hostile):
    """Add layers of few and of many events, and what is imported, to one map."""
    (data / "layers").mkdir()
    for name, ending, number in (("seen", "csv", FEW), ("many", "parquet", MANY)):
        add_layer(data, hostile, name, ending, number)
    exports = data.parent / "exports"
    exports.mkdir(exist_ok=True)
    for kind, columns, roles in (
        ("ucdp", UCDP, ("dyad_name", "where_description", "source_article")),
        ("acled", ACLED, ("event_type", "sub_event_type", "notes", "source")),
    ):
        places = [hostile.text((kind, n, "country")) for n in range(4)]
        rows = [
            {"country": places[n % 4], "longitude": f"46.{n + 10}",
             **{role: layer_text(hostile, (kind, n, role)) for role in roles}}
            for n in range(FEW)
        ]  # fmt: skip
        file = make_file(exports, columns, *rows, name=f"{kind}.csv")
        import_events(kind, [file], data)
    change(data / "maps" / f"{MAP}.yml", layers=["seen", "ucdp", "acled", "many"])


def add_layer(data, hostile, name, ending, number):
    columns = {role: hostile.text((name, role)) for role in COLUMNS}
    kinds = [hostile.text((name, "kind", n)) for n in range(3)]
    random = np.random.default_rng(number)
    texts = {
        role: [layer_text(hostile, (name, n % FEW, role)) for n in range(FEW)]
        for role in ("title", "text", "source")
    }
    rows = pd.DataFrame({
        "id": [layer_text(hostile, (name, n, "id")) for n in range(number)],
        "start": [f"2022-09-{1 + n % 28:02}" for n in range(number)],
        "latitude": (TOWN[0] + random.uniform(-0.4, 0.4, number)).round(3),
        "longitude": (TOWN[1] + random.uniform(-0.4, 0.4, number)).round(3),
        "kind": [kinds[n % 3] for n in range(number)],
        **{role: [cells[n % FEW] for n in range(number)]
           for role, cells in texts.items()},
        "place_precision": [kinds[n % 2] for n in range(number)],
    }).rename(columns=columns)  # fmt: skip
    path = data / "layers" / f"{name}.{ending}"
    if ending == "csv":
        rows.to_csv(path, index=False)
    else:
        rows.to_parquet(path, index=False)
    record = {
        "id": name, "file": path.name, "source": "csto-2012-04-23", "columns": columns,
        **{field: {language: hostile.text((name, field, language))
                   for language in ("en", "ar", "ru")}
           for field in ("name", "covers", "licence")},
        "kinds": [{"code": kind, "name": hostile.text((name, "kinds", n))}
                  for n, kind in enumerate(kinds)],
        "place_precision": [{"code": kinds[0], "radius_km": 0}, {"code": kinds[1]}],
    }  # fmt: skip
    write_yaml(path.with_suffix(".yml"), record)


def layer_text(hostile, where):
    """Return a text with signs that no text needs; a page has blanks for them."""
    text = hostile.text(where)
    number = len(hostile.given) - 1
    if number % 5:
        return text
    signs = f"{SIGNS} {text}"
    hostile.given[where] = CONTROL.sub(" ", signs)
    return signs


def write_rows(path, header, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(header), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def change(path, **fields):
    content = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    write_yaml(path, content | fields)


def write_yaml(path, content):
    text = yaml.dump(content, allow_unicode=False, sort_keys=False, width=10**6)
    path.write_text(text, encoding="utf-8")
