"""A language is one catalogue and one column of texts: tried with a fourth one."""

import csv
import shutil

import pytest
import yaml
from babel.messages.pofile import read_po, write_po

import build
from csto_atlas.maps.i18n import messages
from tests.conftest import DATA

pytestmark = pytest.mark.build


def add_french(value):
    """Give every text a French one, recognisable as such."""
    if isinstance(value, dict):
        for part in value.values():
            add_french(part)
        if "en" in value:
            english = value["en"]
            is_text = isinstance(english, str)
            value["fr"] = f"fr {english}" if is_text else dict(english)
    elif isinstance(value, list):
        for part in value:
            add_french(part)


def translate_yaml(path):
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    add_french(data)
    if path.name == "dataset.yml":
        data["languages"] = ["en", "fr"]
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")


def translate_table(path):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        for name in [name for name in row if name.endswith("_en")]:
            row[f"{name[:-3]}_fr"] = f"fr {row[name]}" if row[name] else ""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def translate_catalogue(folder):
    source = folder / "ar" / "LC_MESSAGES" / "atlas.po"
    with source.open("rb") as file:
        catalogue = read_po(file, locale="fr")
    for message in catalogue:
        if message.id:
            message.string = f"fr {message.id}"
    target = folder / "fr" / "LC_MESSAGES" / "atlas.po"
    target.parent.mkdir(parents=True)
    with target.open("wb") as file:
        write_po(file, catalogue)


def test_a_fourth_language_needs_no_code(tmp_path, monkeypatch):
    data = shutil.copytree(DATA, tmp_path / "data")
    (data / "glossary.yml").unlink()  # of the terms of Arabic and Russian
    for path in data.rglob("*.yml"):
        translate_yaml(path)
    for path in data.glob("*.csv"):
        translate_table(path)
    folder = shutil.copytree(messages.LOCALE, tmp_path / "locale")
    translate_catalogue(folder)
    monkeypatch.setattr(messages, "LOCALE", folder)
    out = tmp_path / "dist"
    arguments = ["--data", str(data), "--out", str(out), "--lang", "fr"]
    assert build.main([*arguments, "--map", "membership", "border"]) == 0
    page = (out / "fr" / "membership.html").read_text(encoding="utf-8")
    assert '<html lang="fr" dir="ltr"' in page
    assert "Arménie" in page
    assert "fr Uzbekistan suspends its membership" in page
    assert 'aria-label="fr Play"' in page
    assert "28 juin 2012" in page
    assert "hreflang=en" in page


def drop_english(value):
    """Take the English of every text away."""
    if isinstance(value, dict):
        value.pop("en", None)
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            drop_english(part)


def without_english(folder):
    """Write the starter's data set in Arabic alone."""
    assert build.main(["new", str(folder)]) == 0
    for path in folder.rglob("*.yml"):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        drop_english(data)
        if path.name == "dataset.yml":
            data["languages"] = ["ar"]
        path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    for path in folder.glob("*.csv"):
        rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
        kept = [n for n, name in enumerate(rows[0]) if not name.endswith("_en")]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([row[n] for n in kept] for row in rows)
    return folder


def test_a_data_set_needs_no_english(tmp_path, capsys):
    data, out = without_english(tmp_path / "data"), tmp_path / "dist"
    assert build.main(["check", "--data", str(data), "--strict"]) == 0
    assert build.main(["--data", str(data), "--out", str(out)]) == 0
    assert [path.name for path in out.glob("*/*.html")] == ["membership.html"]
    page = (out / "ar" / "membership.html").read_text(encoding="utf-8")
    assert "لاهاي" in page
    assert "The Hague" not in page
