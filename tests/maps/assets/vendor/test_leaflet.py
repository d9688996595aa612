import json
from functools import partial

import pytest

import build
from csto_atlas.maps.assets.templates import STATIC
from csto_atlas.maps.assets.vendor.esbuild import PINS, drop_unreachable, minify
from csto_atlas.maps.assets.vendor.leaflet import (
    SCRIPT,
    SHEET,
    as_text,
    cut_script,
    digest,
    make_files,
    read_source,
    settle_script,
)
from csto_atlas.maps.assets.vendor.npm import is_fresh

VENDOR = STATIC / "vendor"
PROVENANCE = json.loads((VENDOR / "PROVENANCE.json").read_text())
ESBUILD = build.ROOT / ".inputs" / "esbuild"


@pytest.mark.parametrize("name", PROVENANCE["files"])
def test_a_committed_file_has_its_recorded_checksum(name):
    assert digest((VENDOR / name).read_bytes()) == PROVENANCE["files"][name]


def test_every_committed_file_is_recorded():
    names = {path.name for path in VENDOR.iterdir()} - {"PROVENANCE.json"}
    assert names == {*PROVENANCE["files"], PROVENANCE["licence"]["file"]}


@pytest.mark.parametrize("name", [SCRIPT, SHEET])
def test_the_installed_source_has_its_recorded_checksum(name):
    assert digest(read_source(name)) == PROVENANCE["sources"][name]


def test_what_leaflet_asks_browsers_is_answered_as_recorded():
    settled = settle_script(as_text(read_source(SCRIPT)))
    assert digest(settled.encode("utf-8")) == PROVENANCE["before_esbuild"]


def test_another_leaflet_is_not_settled():
    with pytest.raises(ValueError, match=r"no default"):
        settle_script("var Map = {};")


def test_a_scene_keeps_its_overlay_and_no_tiles():
    script = cut_script(settle_script(as_text(read_source(SCRIPT))))
    assert "SVGOverlay" in script
    assert "tileSize" not in script


def test_pages_of_layers_have_the_plane_of_longitudes_and_latitudes():
    assert "EPSG:3857" in (VENDOR / "leaflet-earth.js").read_text(encoding="utf-8")
    assert "EPSG:3857" not in (VENDOR / "leaflet.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("gone", ["MSPointer", "ActiveXObject", "6378137", "oldie"])
def test_nothing_stays_for_browsers_of_the_past_or_for_another_plane(gone):
    assert gone not in (VENDOR / "leaflet.js").read_text(encoding="utf-8")


@pytest.mark.skipif(not is_fresh(PINS, ESBUILD), reason="make vendor has not run here")
def test_rebuilding_gives_the_same_bytes():
    tools = (partial(tool, cache=ESBUILD) for tool in (drop_unreachable, minify))
    for name, text in make_files(*tools).items():
        assert (VENDOR / name).read_text(encoding="utf-8") == text


def test_the_licence_is_that_of_the_copyright_notice():
    licence = (VENDOR / PROVENANCE["licence"]["file"]).read_text()
    assert licence.startswith("BSD 2-Clause License")
    assert "2010-2022, Vladimir Agafonkin" in licence


def test_the_style_sheet_loads_no_image():
    style = (VENDOR / "leaflet.css").read_text()
    assert "url(" not in style
    assert ".leaflet-pane" in style
    assert "popup" not in style
