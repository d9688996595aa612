import json

import pytest

from csto_atlas.maps.assets.vendor.esbuild import PINS
from csto_atlas.maps.assets.vendor.npm import (
    FILES,
    NoPackagesError,
    fetch_packages,
    is_fresh,
)

NPM = "csto_atlas.maps.assets.vendor.npm"


def test_without_npm_it_is_said_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(f"{NPM}.shutil.which", lambda _: None)
    with pytest.raises(NoPackagesError, match="npm is not installed"):
        fetch_packages(PINS, tmp_path)


def test_a_failure_of_npm_is_told_and_tried_again(tmp_path, monkeypatch):
    monkeypatch.setattr(f"{NPM}.shutil.which", lambda _: "false")
    for _ in range(2):
        with pytest.raises(NoPackagesError, match="npm ci failed"):
            fetch_packages(PINS, tmp_path)


def test_packages_are_installed_again_when_the_pins_have_changed(tmp_path):
    (tmp_path / "node_modules").mkdir()
    (tmp_path / FILES[1]).write_bytes((PINS / FILES[1]).read_bytes())
    assert is_fresh(PINS, tmp_path)
    (tmp_path / FILES[1]).write_text("{}")
    assert not is_fresh(PINS, tmp_path)


def test_the_minifier_is_pinned_with_its_hash_and_without_a_host():
    text = (PINS / FILES[1]).read_text()
    wanted = json.loads((PINS / FILES[0]).read_text())["devDependencies"]
    found = json.loads(text)["packages"]["node_modules/esbuild"]
    assert "://" not in text
    assert found["version"] == wanted["esbuild"]
    assert found["integrity"].startswith("sha512-")
